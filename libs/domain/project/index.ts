export * from './action';
export * from './differences';
export * from './model';
export * from './tracking-right';
export * from './tree';
export * from './version';
