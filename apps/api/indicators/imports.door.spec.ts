import { CheckImport, DefineIndicator, WriteImport } from '@maillage/features/indicators';
import { makeCommunity, makeMember, type MadeCommunity } from '@maillage/features/testing';
import type { ProblemDetails } from '../http/problem';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import { sampleIndicator } from '../testing/foreign/indicators';
import type { ImportLineDto, ValueImportDto } from './imports.dto';

const run = { progress: async () => undefined, signal: new AbortController().signal };
const file = (text: string | Buffer, name = 'valeurs.csv') => ({ name, type: 'text/csv', bytes: Buffer.from(text as string) });

describe('imports of values at the door', () => {
  let app: TestApp;
  let home: MadeCommunity;
  let browser: TestClient;

  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    home = await makeCommunity(app);
    browser = await app.as(home.coordinator);
    await app.get(DefineIndicator).create(home.coordinator, { ...sampleIndicator, code: 'REU-01' });
  });

  const bring = async (text: string): Promise<string> => {
    const sent = await browser.upload<{ id: string }>('/api/value-imports', file(text));
    expect(sent.status).toBe(201);
    return sent.body.id;
  };
  const read = async (id: string): Promise<ValueImportDto> => (await browser.get<ValueImportDto>(`/api/value-imports/${id}`)).body;

  it('goes from a file to its values', async () => {
    const id = await bring('A;B;C\nREU-01;T3 2026;3\n');
    expect(await read(id)).toMatchObject({ status: 'analysing', busy: true, run: { state: 'waiting' }, counts: null });
    expect((await browser.get<unknown[]>(`/api/value-imports/runs?subject=${id}`)).body).toHaveLength(1);
    await app.get(CheckImport).execute(home.id, id, run);
    const unknown = await read(id);
    expect(unknown).toMatchObject({ status: 'to-map', columns: [{ header: 'A', samples: ['REU-01'] }, {}, {}] });
    const wrong = await browser.put<ProblemDetails>(`/api/value-imports/${id}/mapping`, { revision: unknown.revision, uses: ['indicator', 'ignore', 'value'] });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'import-mapping-refused']);
    const mapped = await browser.put<ValueImportDto>(`/api/value-imports/${id}/mapping`, { revision: unknown.revision, uses: ['indicator', 'period', 'value'] });
    expect([mapped.status, mapped.body.status]).toEqual([200, 'analysing']);
    await app.get(CheckImport).execute(home.id, id, run);
    const ready = await read(id);
    expect(ready).toMatchObject({ status: 'ready', counts: { created: 1 } });
    const stale = await browser.post<ProblemDetails>(`/api/value-imports/${id}/confirmation`, { revision: 1 });
    expect([stale.status, stale.body.code]).toEqual([409, 'edited-meanwhile']);
    const confirmed = await browser.post<ValueImportDto>(`/api/value-imports/${id}/confirmation`, { revision: ready.revision });
    expect([confirmed.status, confirmed.body.status]).toEqual([202, 'writing']);
    await app.get(WriteImport).execute(home.id, id, run);
    expect(await read(id)).toMatchObject({ status: 'done', counts: { created: 1 } });
    expect((await browser.get<ImportLineDto[]>('/api/value-imports')).body).toMatchObject([{ id, statusLabel: 'importé', by: home.coordinator.name }]);
    expect((await browser.post<ProblemDetails>(`/api/value-imports/${id}/cancellation`)).status).toBe(409);
  });

  it('refuses what is no table, a missing file, and who may not give values', async () => {
    const program = await browser.upload<ProblemDetails>('/api/value-imports', file(Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(500)]), 'valeurs.csv'));
    expect([program.status, program.body.code]).toEqual([400, 'import-file-refused']);
    expect(program.body.detail).toContain('n’est pas celui d’un tableau');
    const board = await app.as(await makeMember(app, home.id, 'board'));
    expect((await board.upload('/api/value-imports', file('a;b'))).status).toBe(403);
    expect((await board.get('/api/value-imports/template')).status).toBe(403);
    expect((await browser.get('/api/value-imports')).body).toEqual([]);
  });

  it('is cancelled, and hands the workbook to fill in as a file to keep', async () => {
    const id = await bring('Code;Période;Valeur\nREU-01;T3 2026;3\n');
    expect((await browser.post<ValueImportDto>(`/api/value-imports/${id}/cancellation`)).body).toMatchObject({ status: 'cancelled', busy: false });
    const workbook = await browser.get('/api/value-imports/template');
    expect(workbook.status).toBe(200);
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
  });
});
