export * from './makers';
export * from './refused';
export * from './world';
