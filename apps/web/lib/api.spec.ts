import { Refusal, serveApi } from '../testing/serve-api';
import { api, asForm, call } from './api';
import { ApiError, editedMeanwhile, errorSentence } from './api-error';

const failure = async (work: Promise<unknown>): Promise<ApiError> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('This should have failed.');
};

describe('what the server answers', () => {
  it('is a body, or an error with its French sentence', async () => {
    serveApi({ 'GET /api/community': { title: 'CPTS du Val Clair' } });
    expect(await call(api.GET('/api/community'))).toEqual({ title: 'CPTS du Val Clair' });
    const error = await failure(call(api.GET('/api/contract')));
    expect([error.status, error.code, error.message]).toEqual([404, 'not-found', 'Cet élément n’existe pas.']);
  });

  it('names the fields to correct', async () => {
    serveApi({ 'POST /api/session/community': new Refusal(400, 'invalid-request', 'À corriger.', { errors: [{ path: 'communityId', rule: 'isUuid', message: 'n’est pas un identifiant.' }] }) });
    const error = await failure(call(api.POST('/api/session/community', { body: { communityId: 'x' } })));
    expect(error.fieldErrors).toEqual({ communityId: 'n’est pas un identifiant.' });
  });

  it('shows the other version when somebody edited the same thing', async () => {
    serveApi({ 'GET /api/community': new Refusal(409, 'edited-meanwhile', 'Modifié entre-temps.', { meta: { who: 'Jean Dupont', when: '2026-11-21T10:00:00Z', revision: 4, current: { name: 'Autre' } } }) });
    const error = await failure(call(api.GET('/api/community')));
    expect(editedMeanwhile(error)).toEqual({ who: 'Jean Dupont', when: '2026-11-21T10:00:00Z', revision: 4, current: { name: 'Autre' } });
    expect(editedMeanwhile(new ApiError(409, 'already-done', 'x'))).toBeNull();
  });

  it('is told when there is none, and when it is not ours', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const silence = await failure(call(api.GET('/api/community')));
    expect(silence.isNetwork).toBe(true);
    expect(silence.message).toContain('Rien n’a été perdu');
    globalThis.fetch = () => Promise.resolve(new Response('<html>Bad gateway</html>', { status: 502 }));
    expect((await failure(call(api.GET('/api/community')))).message).toContain('façon inattendue');
    expect(errorSentence(new Error('boom'))).toContain('façon inattendue');
  });

  it('carries the mark of our own writes', async () => {
    let header: string | null = null;
    globalThis.fetch = (request) => {
      header = (request as Request).headers.get('x-maillage');
      return Promise.resolve(new Response(null, { status: 204 }));
    };
    await call(api.DELETE('/api/session'));
    expect(header).toBe('1');
  });

  it('sends files as a form', () => {
    const form = asForm({ file: new File(['x'], 'preuve.pdf'), comment: 'Vu', nothing: null });
    expect([...form.keys()]).toEqual(['file', 'comment']);
  });
});
