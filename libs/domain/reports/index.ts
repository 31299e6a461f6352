export * from './build-snapshot';
export * from './compare';
export * from './delivery';
export * from './report-life';
export { periodInReport, reportedPeriods, reportReadsFrom } from './reported-indicator';
export * from './schedule';
export * from './snapshot';
export * from './snapshot-input';
