export interface paths {
  '/api/session': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: { parameters: { query?: never; header?: never; path?: never; cookie?: never }; requestBody?: never; responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': components['schemas']['SessionView'] } } } };
  };
}
export interface components {
  schemas: {
    SessionView: Record<string, unknown>;
  };
}
export type operations = Record<string, never>;
