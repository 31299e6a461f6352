export * from './action';
export * from './tree';
export * from './version';
