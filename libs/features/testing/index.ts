export * from './makers';
export * from './project';
export * from './read-mail';
export * from './refused';
export * from './reports';
export * from './signed-year';
export * from './world';
