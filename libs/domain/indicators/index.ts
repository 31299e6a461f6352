export * from './aggregate';
export * from './expected';
export * from './indicator';
export * from './measure';
export * from './progress';
export * from './series';
export * from './target';
export * from './trend';
