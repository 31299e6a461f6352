export * from './community';
export * from './logo';
export * from './masking';
export * from './overlap';
export * from './size';
export * from './territory';
