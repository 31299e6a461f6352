export * from './delivery';
export * from './report-life';
export * from './schedule';
export * from './snapshot';
export * from './snapshot-input';
