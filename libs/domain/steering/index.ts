export * from './calendar';
export * from './calendar-years';
export * from './home';
export * from './input';
export * from './pages';
export * from './standing';
