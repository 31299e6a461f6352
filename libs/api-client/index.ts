import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema';

export type { components, operations, paths } from './schema';

/** The classes of the API by name: `Schemas['MemberDto']`. */
export type Schemas = components['schemas'];

/** How every refusal is answered (RFC 9457). */
export type ProblemDetails = Schemas['ProblemDetails'];

/** The API, route by route, with its types. */
export type ApiClient = Client<paths>;

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A client of the API. Writes carry the header that another site cannot make the browser send. */
export function createApiClient(options: { baseUrl: string; fetch?: (request: Request) => Promise<Response> }): ApiClient {
  const client = createClient<paths>({ credentials: 'same-origin', ...options });
  client.use({
    onRequest({ request }) {
      if (!READS.has(request.method)) request.headers.set('x-maillage', '1');
      return request;
    },
  });
  return client;
}
