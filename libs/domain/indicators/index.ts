export * from './indicator';
export * from './measure';
