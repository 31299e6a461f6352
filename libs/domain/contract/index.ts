export * from './agreement';
export * from './agreement-amounts';
export * from './agreement-file';
export * from './agreement-series';
export * from './contract';
export * from './mission-clock';
export * from './terms';
