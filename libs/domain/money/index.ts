export * from './checks';
export * from './euros';
export * from './explain';
export * from './payment-lines';
export * from './payment-received';
export * from './payments';
export * from './scoring';
export * from './scoring-year';
