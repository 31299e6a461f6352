export * from './community';
export * from './masking';
export * from './size';
export * from './territory';
