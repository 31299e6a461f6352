export * from './agreement';
export * from './contract';
export * from './mission-clock';
export * from './terms';
