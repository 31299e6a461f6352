export * from './euros';
export * from './scenario';
