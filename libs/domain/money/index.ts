export * from './euros';
