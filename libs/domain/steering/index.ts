export * from './home';
export * from './input';
export * from './pages';
export * from './standing';
