import { DefineIndicator, RecordMeasure } from '@maillage/features/indicators';
import { makeCommunity, makeMember, type MadeCommunity } from '@maillage/features/testing';
import { createHash } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ProblemDetails } from '../http/problem';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import { sampleIndicator } from '../testing/foreign/indicators';
import type { AddedEvidenceDto, EvidenceLimitsDto, ProofCardDto, ProofListDto, ProofRecordDto } from './evidence.dto';

const pdf = { name: 'relevé « T3 ».pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n') };
const MB = 1_000_000;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes held now by buffers, what nobody holds any more left out. */
function held(): number {
  collect();
  return process.memoryUsage().arrayBuffers;
}

/** The most held while bytes pass, looked at every few millions of them. */
class Watch {
  private readonly before = held();
  private passed = 0;
  private most = 0;

  pass(bytes: number): void {
    if (Math.floor((this.passed + bytes) / (5 * MB)) > Math.floor(this.passed / (5 * MB))) this.most = Math.max(this.most, held());
    this.passed += bytes;
  }

  get grew(): number {
    return this.most - this.before;
  }
}

describe('the proofs at the door', () => {
  let app: TestApp;
  let home: MadeCommunity;
  let browser: TestClient;
  let measureId: string;
  let indicatorId: string;

  beforeAll(async () => {
    app = await createTestApp({ environment: { EVIDENCE_MAX_MB: '60' } });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    home = await makeCommunity(app);
    browser = await app.as(home.coordinator);
    indicatorId = await app.get(DefineIndicator).create(home.coordinator, { ...sampleIndicator, code: 'PREUVE' });
    measureId = await give('2026-Q3');
  });

  const give = async (periodKey: string): Promise<string> => (await app.get(RecordMeasure).execute(home.coordinator, { indicatorId, periodKey, value: 2, revision: 0 })).id;
  const send = (file: { name: string; type: string; bytes: Buffer }, to = measureId) => browser.upload<AddedEvidenceDto & ProblemDetails>(`/api/measures/${to}/evidence`, file);

  it('gives the file back to be kept: never guessed, never drawn in the page', async () => {
    const { body } = await send(pdf);
    const file = await browser.get(`/api/evidence/${body.id}`);
    expect([file.status, file.bytes.equals(pdf.bytes)]).toEqual([200, true]);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': expect.stringMatching(/^attachment; filename="releve _ T3 _\.pdf"; filename\*=UTF-8''/),
    });
    expect((await app.anonymous().get(`/api/evidence/${body.id}`)).status).toBe(401);
    expect((await (await app.as(await makeMember(app, home.id, 'reader'))).get(`/api/evidence/${body.id}`)).status).toBe(403);
    const stranger = await app.as((await makeCommunity(app)).coordinator);
    for (const url of [`/api/evidence/${body.id}`, `/api/evidence/${body.id}/card`]) expect((await stranger.get(url)).status).toBe(404);
  });

  it.each([
    ['facture.pdf', 'application/pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'programme'],
    ['facture.pdf', 'application/pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), 'page HTML'],
    ['logo.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'dessin SVG'],
    ['notes.txt', 'text/plain', Buffer.from('notes'), 'joignez un PDF'],
  ])('refuses %s sent as %s by its content', async (name, type, bytes, said) => {
    const refused = await send({ name, type, bytes });
    expect([refused.status, refused.body.code]).toEqual([400, 'evidence-refused']);
    expect(refused.body.detail).toContain(said);
  });

  it('ties an address and a known proof, lists them, shows the page of a proof, takes them away', async () => {
    const other = await give('2026-Q2');
    const link = await browser.post<AddedEvidenceDto>(`/api/measures/${measureId}/evidence/links`, { url: 'https://exemple.fr/releve', title: 'Relevé' });
    expect(link.status).toBe(201);
    expect((await browser.put(`/api/measures/${other}/evidence/${link.body.id}`)).status).toBe(200);
    expect((await browser.post<ProblemDetails>(`/api/measures/${other}/evidence/links`, { url: 'http://exemple.fr', title: 'Relevé' })).body.code).toBe('evidence-link-refused');
    const missing = await browser.post<ProblemDetails>(`/api/measures/${other}/evidence/records`, { kind: 'action-step', id: app.db.ids.next() });
    expect([missing.status, missing.body.code]).toEqual([409, 'evidence-record-refused']);
    expect((await browser.post(`/api/measures/${other}/evidence/records`, { kind: 'person', id: other })).status).toBe(400);
    const { proofs, more } = (await browser.get<ProofListDto>('/api/evidence?q=relev%C3%A9&kind=link')).body;
    expect([proofs.map(({ name, values }) => [name, values]), more]).toEqual([[['Relevé', 2]], null]);
    expect((await browser.get<ProofCardDto>(`/api/evidence/${link.body.id}/card`)).body).toMatchObject({ values: [{ periodKey: '2026-Q3' }, { periodKey: '2026-Q2' }], may: { withdraw: true } });
    expect((await browser.get<ProofRecordDto[]>('/api/evidence/records?kind=report')).body).toEqual([]);
    expect((await browser.delete(`/api/measures/${other}/evidence/${link.body.id}`)).status).toBe(204);
    expect((await browser.delete(`/api/evidence/${link.body.id}`)).status).toBe(204);
    expect((await browser.get<ProofListDto>('/api/evidence')).body.proofs).toEqual([]);
    expect((await browser.get<EvidenceLimitsDto>('/api/evidence/limits')).body).toMatchObject({ bytes: 60 * MB, endings: expect.arrayContaining(['pdf', 'heic', 'odp']) });
  });

  describe('with heavy files', () => {
    /** Sends a PDF of that many bytes piece by piece over a real connection, watching the memory of the process; the answer and the most it grew by. */
    async function stream(size: number): Promise<{ status: number; body: { id: string; code?: string; detail?: string }; grew: number; hash: string }> {
      if (!app.app.getHttpServer().listening) await app.app.listen(0, '127.0.0.1');
      const { port } = app.app.getHttpServer().address() as AddressInfo;
      const digest = createHash('sha256');
      const head = Buffer.from('%PDF-1.4\n');
      const piece = Buffer.alloc(65_536, 'essai ');
      const watch = new Watch();
      const post = request({
        port, method: 'POST', path: `/api/measures/${measureId}/evidence`,
        headers: { 'x-maillage': '1', 'cookie': `maillage=${browser.cookies['maillage']}`, 'content-type': 'multipart/form-data; boundary=limite' },
      });
      const answer = once(post, 'response') as Promise<[IncomingMessage]>;
      const write = async (bytes: Buffer): Promise<void> => {
        if (!post.write(bytes)) await once(post, 'drain');
        watch.pass(bytes.length);
      };
      await write(Buffer.from('--limite\r\ncontent-disposition: form-data; name="file"; filename="long.pdf"\r\ncontent-type: application/pdf\r\n\r\n'));
      for (let left = size, bytes = head; left > 0; left -= bytes.length, bytes = piece.subarray(0, Math.min(piece.length, left))) {
        digest.update(bytes);
        await write(bytes);
      }
      post.end('\r\n--limite--\r\n');
      const [response] = await answer;
      let text = '';
      for await (const chunk of response) text += String(chunk);
      return { status: response.statusCode ?? 0, body: JSON.parse(text) as { id: string }, grew: watch.grew, hash: digest.digest('hex') };
    }

    it('takes 50 MB in and out without holding them', async () => {
      const { status, body, grew, hash } = await stream(50 * MB);
      expect([status, body.detail]).toEqual([201, undefined]);
      expect(grew).toBeLessThan(25 * MB);
      const { port } = app.app.getHttpServer().address() as AddressInfo;
      const got = request({ port, path: `/api/evidence/${body.id}`, headers: { cookie: `maillage=${browser.cookies['maillage']}` } }).end();
      const [response] = (await once(got, 'response')) as [IncomingMessage];
      const digest = createHash('sha256');
      const watch = new Watch();
      for await (const chunk of response) {
        digest.update(chunk as Buffer);
        watch.pass((chunk as Buffer).length);
      }
      expect([response.statusCode, response.headers['content-length'], digest.digest('hex')]).toEqual([200, String(50 * MB), hash]);
      // Both ends of the connection are in this process.
      expect(watch.grew).toBeLessThan(25 * MB);
    });

    it('refuses what goes over the limit, in French, and keeps nothing', async () => {
      const { status, body } = await stream(61 * MB);
      expect([status, body.code]).toEqual([400, 'evidence-refused']);
      expect(body.detail).toMatch(/dépasse 60.Mo/);
      expect((await browser.get<ProofListDto>('/api/evidence')).body.proofs).toEqual([]);
    });
  });
});
