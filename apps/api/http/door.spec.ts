import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Body, Controller, Get, Post, type Type } from '@nestjs/common';
import { Type as Cast } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { pageStamp } from '@maillage/domain/identity';
import { makeCommunity } from '@maillage/features/testing';
import { createTestApp, type TestApp } from '../testing';
import { Public } from './access';
import { UndeclaredRoutes } from './route-check';
import { Label } from './validation-messages';
import type { ProblemDetails } from './problem';
import { IsDay } from './is-day';

class StepDto {
  @Label('Étape')
  @IsString()
  @MaxLength(5)
  title!: string;
}

class OddDto {
  @Label('Nombre')
  @IsInt()
  @Min(1)
  @Max(9)
  count!: number;

  @IsDay()
  day!: string;

  @IsOptional()
  @IsIn(['a', 'b'])
  choice?: string;

  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Cast(() => StepDto)
  steps!: StepDto[];
}

@Public()
@Controller('odd')
class OddController {
  @Post()
  take(@Body() input: OddDto): OddDto {
    return input;
  }

  @Get('broken')
  broken(): never {
    throw new Error('secret of the inside');
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  read(): string {
    return 'open to all by mistake';
  }
}

const page = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>Maillage</title>';
const script = `console.log("${'maillage '.repeat(400)}");`;

describe('the door', () => {
  let app: TestApp;
  let webFolder: string;

  beforeAll(async () => {
    webFolder = await mkdtemp(path.join(tmpdir(), 'maillage-web-'));
    await mkdir(path.join(webFolder, 'assets'));
    await writeFile(path.join(webFolder, 'index.html'), page);
    await writeFile(path.join(webFolder, 'assets/index-C0ffee12.js'), script);
    await writeFile(path.join(webFolder, 'assets/index-C0ffee12.js.map'), '{}');
    await writeFile(path.join(webFolder, 'maillage.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    app = await createTestApp({ webFolder, controllers: [OddController] });
  });
  afterAll(async () => {
    await app.close();
    await rm(webFolder, { recursive: true });
  });

  describe('the page', () => {
    it('is served at every address of the product, with a nonce of its own each time', async () => {
      const first = await app.anonymous().get('/indicateurs/ACC-01?periode=2026-Q3');
      const second = await app.anonymous().get('/');
      const nonces = [first, second].map(({ text }) => /content="([^"]+)"/.exec(text)?.[1]);
      expect(first.status).toBe(200);
      expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
      expect(nonces[0]).not.toBe(nonces[1]);
      expect(first.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonces[0]}'`);
      expect(first.headers['cache-control']).toBe('no-store');
    });

    it('lets no script in but ours, and nobody frame it', async () => {
      const policy = String((await app.anonymous().get('/')).headers['content-security-policy']);
      const rules = Object.fromEntries(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]));
      expect(rules).toMatchObject({
        'default-src': "'none'", 'script-src': "'self'", 'style-src-attr': "'unsafe-inline'", 'connect-src': "'self'", 'frame-ancestors': "'none'",
        'base-uri': "'none'", 'object-src': "'none'", 'form-action': "'self'",
      });
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    });

    it('keeps hashed files for a year, compressed, and answers 304 to who has them', async () => {
      const asset = '/assets/index-C0ffee12.js';
      const plain = await app.anonymous().get(asset);
      const brotli = await app.anonymous().get(asset, { 'accept-encoding': 'gzip, deflate, br' });
      const gzip = await app.anonymous().get(asset, { 'accept-encoding': 'gzip' });
      expect(plain.text).toBe(script);
      expect(brotliDecompressSync(brotli.bytes).toString()).toBe(script);
      expect(gunzipSync(gzip.bytes).toString()).toBe(script);
      expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' });
      expect((await app.anonymous().get(asset, { 'if-none-match': String(plain.headers['etag']) })).status).toBe(304);
      expect((await app.anonymous().get('/maillage.svg')).headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    });

    it.each(['/assets/absent-12345678.js', '/assets/index-C0ffee12.js.map', '/favicon.png', '/%E0%A4%A', '/../package.json', '/api', '/api/absent'])(
      'does not answer %s with the page',
      async (address) => {
        const answer = await app.anonymous().get<ProblemDetails>(address);
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.text).not.toContain('<title>');
      },
    );
  });

  it('puts the security headers on every answer, of the API too', async () => {
    const { headers } = await app.anonymous().get('/api/health');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('tells health: the process, the database, the queue', async () => {
    expect((await app.anonymous().get('/api/health/live')).body).toEqual({ status: 'ok' });
    expect((await app.anonymous().get('/api/health')).body).toMatchObject({ status: 'ok', database: 'ok' });
  });

  describe('a write that another site could have sent', () => {
    const input = { count: 1, day: '2026-02-28', steps: [] };

    it.each<[string, Record<string, string>]>([
      ['without the header of the page', { 'x-maillage': '' }],
      ['from another origin', { origin: 'https://ailleurs.exemple' }],
      ['from an origin that is no address', { origin: 'null' }],
      ['said cross-site by the browser', { 'sec-fetch-site': 'cross-site' }],
    ])('is refused %s', async (_, headers) => {
      const answer = await app.anonymous().post<ProblemDetails>('/api/odd', input, headers);
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 403, code: 'request-forged' });
    });

    it.each<[string, Record<string, string>]>([
      ['the public address', { origin: 'http://maillage.test' }],
      ['the address the browser called', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }],
      ['no origin at all', {}],
    ])('is taken from %s', async (_, headers) => {
      expect((await app.anonymous().post('/api/odd', input, headers)).status).toBe(201);
    });

    it('is refused as a form: only JSON is read', async () => {
      const answer = await app.anonymous().post<ProblemDetails>('/api/odd', Buffer.from('count=1'), { 'content-type': 'application/x-www-form-urlencoded' });
      expect(answer.status).toBe(415);
    });
  });

  describe('an input', () => {
    it('is refused with each field and its rule, in French', async () => {
      const answer = await app.anonymous().post<ProblemDetails>('/api/odd', { count: 12, day: '2026-02-30', choice: 'c', steps: [{ title: 'trop long' }], more: 1 });
      expect(answer.status).toBe(400);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.body).toMatchObject({ code: 'invalid-request', status: 400, type: 'urn:maillage:probleme:invalid-request' });
      const told = Object.fromEntries((answer.body.errors ?? []).map(({ path: field, message }) => [field, message]));
      expect(told).toEqual({
        more: '«\u00a0more\u00a0»\u00a0: ce champ n’est pas attendu.',
        count: '«\u00a0Nombre\u00a0»\u00a0: 9 au plus.',
        day: '«\u00a0day\u00a0»\u00a0: une date qui existe est attendue, sous la forme AAAA-MM-JJ.',
        choice: '«\u00a0choice\u00a0»\u00a0: choisissez parmi\u00a0: a, b.',
        'steps.0.title': '«\u00a0Étape\u00a0»\u00a0: au plus 5 caractères.',
      });
    });

    it('loses what no table or document can hold, and nothing else', async () => {
      const answer = await app.anonymous().post<OddDto>('/api/odd', Buffer.from('{"count":1,"day":"2026-02-28","steps":[{"title":"a\\u0000\\ud800\\n🎉\\t"}]}'), { 'content-type': 'application/json' });
      expect(answer.body.steps[0]?.title).toBe('a\n🎉\t');
      const here = await makeCommunity(app);
      expect((await (await app.as(here.coordinator)).get('/api/journal?words=a%00b')).status).toBe(200);
    });

    it('says a fault of the whole list in French too', async () => {
      const answer = await app.anonymous().post<ProblemDetails>('/api/odd', { count: 1, day: '2026-02-28', steps: ['x'] });
      expect(answer.body.errors?.map(({ message }) => message).join(' ')).not.toMatch(/nested|must/);
      expect(answer.status).toBe(400);
    });

    it.each<[string, Buffer, number, string]>([
      ['that is not JSON', Buffer.from('{"count":'), 400, 'unreadable-body'],
      ['that would change prototypes', Buffer.from('{"__proto__":{"admin":true}}'), 400, 'unreadable-body'],
      ['beyond a mebibyte', Buffer.from(`{"day":"${'x'.repeat(1_100_000)}"}`), 413, 'body-too-large'],
    ])('%s is refused', async (_, bytes, status, code) => {
      const answer = await app.anonymous().post<ProblemDetails>('/api/odd', bytes, { 'content-type': 'application/json' });
      expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    });
  });

  it('says nothing of the inside when something unforeseen breaks', async () => {
    const answer = await app.anonymous().get<ProblemDetails>('/api/odd/broken');
    expect(answer.body).toMatchObject({ status: 500, code: 'unexpected' });
    expect(answer.text).not.toContain('secret');
  });

  it('takes the community from the session alone: an id in the body is refused', async () => {
    const here = await makeCommunity(app);
    const there = await makeCommunity(app);
    const browser = await app.as(here.coordinator);
    const body = { email: 'essai@exemple.fr', role: 'board', communityId: there.id };
    expect((await browser.post<ProblemDetails>('/api/access/invitations', body)).body.errors?.[0]).toMatchObject({ path: 'communityId', rule: 'whitelistValidation' });
    const people = await browser.get<{ id: string }[]>('/api/people', { 'x-community-id': there.id, 'community-id': there.id });
    expect(people.body.map(({ id }) => id)).toEqual([here.coordinator.personId]);
  });

  it('refuses a page that shows another community or person than the session, and writes nothing', async () => {
    const here = await makeCommunity(app);
    const browser = await app.as(here.coordinator);
    const page = (personId: string, communityId: string) => ({ 'x-maillage-page': pageStamp({ personId, communityId }) });
    const elsewhere = page(here.coordinator.personId, (await makeCommunity(app)).id);
    const refused = await browser.post<ProblemDetails>('/api/access/invitations', { email: 'essai@exemple.fr', role: 'board' }, elsewhere);
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 409, code: 'page-outdated' });
    expect((await browser.get<ProblemDetails>('/api/access', page('01890000-0000-7000-8000-0000000000aa', here.id))).body.code).toBe('page-outdated');
    const access = await browser.get<{ invitations: unknown[] }>('/api/access', page(here.coordinator.personId, here.id));
    expect(access.body.invitations).toEqual([]);
  });
});

describe('the start', () => {
  const start = (controllers: Type[]): Promise<TestApp> => createTestApp({ controllers });

  it('is refused when a route does not say who may call it', async () => {
    await expect(start([ForgottenController])).rejects.toThrow(UndeclaredRoutes);
    await expect(start([ForgottenController])).rejects.toThrow('GET ForgottenController.read');
  });

  it('asks browsers for HTTPS only, and a cookie bound to it, when the address is in HTTPS', async () => {
    const app = await createTestApp({ environment: { PUBLIC_URL: 'https://maillage.test' } });
    try {
      const { coordinator } = await makeCommunity(app);
      const answer = await app.anonymous().post('/api/session', { email: coordinator.email, password: 'Brouette+Lune=57' });
      expect(answer.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
      expect(answer.headers['set-cookie']).toMatch(/^__Host-maillage=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    } finally {
      await app.close();
    }
  });
});
