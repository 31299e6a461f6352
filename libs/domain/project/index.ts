export * from './action';
export * from './model';
export * from './tree';
export * from './version';
