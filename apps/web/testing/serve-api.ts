/** An answer of the API: a body, or a function of what was asked. */
export type ServedAnswer = unknown | ((request: { url: URL; body: unknown; headers: Headers }) => unknown);

/** A refusal, as problem details. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly more: Record<string, unknown> = {},
  ) {}
}

/** What was asked, in order: `{ method: 'PUT', path: '/api/community', body }`. */
export interface Asked {
  method: string;
  path: string;
  search: string;
  body: unknown;
}

/**
 * Stands for the server behind the page: `serveApi({ 'GET /api/session': session })`. Gives the list of what was asked.
 * An address without an answer is a 404, as for something of another community.
 */
export function serveApi(answers: Record<string, ServedAnswer>): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = input instanceof Request ? input : new Request(new URL(String(input), window.location.origin), init);
    const url = new URL(request.url);
    // The file of a form cannot be read back here: only that it was sent.
    const isForm = request.headers.get('content-type')?.startsWith('multipart/') ?? false;
    const text = request.method === 'GET' || isForm ? '' : await request.text();
    const body: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text || undefined;
    asked.push({ method: request.method, path: url.pathname, search: url.search, body });
    const answer = answers[`${request.method} ${url.pathname}`];
    const given: unknown = typeof answer === 'function' ? await (answer as (request: { url: URL; body: unknown; headers: Headers }) => unknown)({ url, body, headers: request.headers }) : answer;
    const known = `${request.method} ${url.pathname}` in answers;
    const refusal = given instanceof Refusal ? given : known ? null : new Refusal(404, 'not-found', 'Cet élément n’existe pas.');
    if (refusal) {
      const { status, code, detail, more } = refusal;
      return new Response(JSON.stringify({ type: `urn:maillage:probleme:${code}`, title: code, status, code, detail, ...more }), {
        status,
        headers: { 'content-type': 'application/problem+json' },
      });
    }
    if (given === undefined || given === null) return new Response(null, { status: 204 });
    return new Response(JSON.stringify(given), { status: 200, headers: { 'content-type': 'application/json' } });
  };
  return asked;
}
