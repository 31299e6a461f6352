export * from './closing';
export * from './preparation';
export * from './proposal';
export * from './review-life';
export * from './review-line';
export * from './sheet';
export * from './words';
