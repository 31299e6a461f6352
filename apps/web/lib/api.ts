import { createApiClient } from '@maillage/api-client';
import { ApiError, errorFromAnswer, networkError } from './api-error';
import { nameShownPage } from './shown-page';

/** Typed by the API's own description: `call(api.GET('/api/…', { params }))`. */
export const api = createApiClient({
  baseUrl: window.location.origin,
  // Looked up at each call, so that a test can serve the answers.
  fetch: (request) => globalThis.fetch(nameShownPage(request)),
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a successful answer; throws an `ApiError` for everything else. */
export async function call<T>(answer: Promise<Answer<T>>): Promise<T> {
  let result: Answer<T>;
  try {
    result = await answer;
  } catch (error) {
    if (error instanceof ApiError || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    throw networkError();
  }
  const { data, error, response } = result;
  if (!response.ok) throw errorFromAnswer(response, error);
  return data as T;
}

/** Sends the fields of a body as a form: `call(api.POST('/api/…', { body, bodySerializer: asForm }))` for files. */
export function asForm(body: Record<string, unknown> | undefined): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {})) {
    if (value instanceof Blob) form.append(name, value);
    else if (value !== undefined && value !== null) form.append(name, String(value));
  }
  return form;
}
