import type { IndicatorDefinition } from '@maillage/domain/indicators';
import { VerifyJournal } from '@maillage/features/community';
import { Files } from '@maillage/platform';
import { eventually } from '@maillage/platform/testing';
import { makeCommunity, makeMember, makeWorld, refusal, type MadeCommunity, type MadePerson, type World } from '../../testing';
import { Workbook } from '@protobi/exceljs';
import { Client } from 'pg';
import { ChangeImport, ChangeMeasureStatus, CheckImport, DefineIndicator, ImportQueries, ImportTemplate, IndicatorQueries, RecordMeasure, StartImport, WriteImport, type ImportView } from '..';

const definition = {
  name: 'Réunions pluriprofessionnelles',
  definition: 'Réunions tenues dans la période.',
  kind: 'count',
  numeratorLabel: null,
  denominatorLabel: null,
  unit: 'réunions',
  decimals: 1,
  direction: 'up',
  frequency: 'quarter',
  aggregation: 'sum',
  bounded: false,
  countsPatients: false,
  source: 'Agenda',
  evidenceExpected: null,
  baseline: null,
  missions: ['care-pathways'],
  actionId: null,
  responsiblePersonId: null,
  trackedFrom: '2025-01-01',
} as unknown as IndicatorDefinition;
const share: Partial<IndicatorDefinition> = { name: 'Demandes honorées', kind: 'ratio', numeratorLabel: 'Honorées', denominatorLabel: 'Reçues', unit: '%', bounded: true, aggregation: 'last' };

const run = { progress: async () => undefined, signal: new AbortController().signal };

describe('values imported from a file', () => {
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;

  beforeAll(async () => {
    world = await makeWorld();
  });
  beforeEach(async () => {
    here = await makeCommunity(world);
    elsewhere = await makeCommunity(world);
  });
  afterAll(() => world.close());

  const create = (code: string, change: Partial<IndicatorDefinition> = {}): Promise<string> => world.get(DefineIndicator).create(here.coordinator, { ...definition, ...change, code });
  const page = (id: string): Promise<ImportView> => world.get(ImportQueries).page(here.coordinator, id);
  const check = async (id: string): Promise<ImportView> => {
    await world.get(CheckImport).execute(here.id, id, run);
    return page(id);
  };
  const bring = async (text: string | Buffer, name = 'valeurs.csv', by: MadePerson = here.coordinator): Promise<ImportView> => {
    const id = await world.get(StartImport).execute(by, { name, bytes: Buffer.from(text as string) });
    return check(id);
  };
  const write = async (seen: ImportView, comment: string | null = null): Promise<ImportView> => {
    await world.get(ChangeImport).confirm(here.coordinator, seen, comment);
    await world.get(WriteImport).execute(here.id, seen.id, run);
    return page(seen.id);
  };
  const valuesOf = async (id: string): Promise<unknown[]> =>
    (await world.get(IndicatorQueries).card(here.coordinator, id)).values.flatMap(({ measure }) => (measure ? [[measure.periodKey, measure.value, measure.comment]] : []));
  const count = async (): Promise<number> => (await world.db.peek('select 1 from measure where community_id = $1', [here.id])).length;

  it('reads French numbers and periods, previews, writes once, and the same file again changes nothing', async () => {
    const meetings = await create('REU-01');
    const requests = await create('SNP-01', share);
    const file = '\uFEFFCode;Période;Valeur;Numérateur;Dénominateur;Commentaire\r\nREU-01;T3 2026;1\u202F234,5;;;bien\r\nsnp-01;2026-Q3;;126;200;\r\nREU-01;31/03/2026;12;;;\r\n;;;;;\r\n';
    const seen = await bring(file);
    expect(seen).toMatchObject({ status: 'ready', counts: { lines: 3, created: 3, changed: 0, same: 0, refused: 0 }, issues: [] });
    expect(await count()).toBe(0);

    const done = await write(seen);
    expect(done).toMatchObject({ status: 'done', counts: { created: 3 } });
    expect(await valuesOf(meetings)).toEqual(expect.arrayContaining([['2026-Q3', 1234.5, 'bien'], ['2026-Q1', 12, null]]));
    expect(await valuesOf(requests)).toEqual([['2026-Q3', 63, null]]);
    expect(await world.db.peek(`select act, role, after from audit_entry where community_id = $1 and act like 'measure%'`, [here.id])).toMatchObject([
      { act: 'measure.imported', role: 'coordinator', after: { fileName: 'valeurs.csv', created: 3, changed: 0 } },
    ]);
    expect((await world.get(VerifyJournal).execute(here.id)).faults).toEqual([]);

    // Written already: the job heard twice does nothing.
    await world.get(WriteImport).execute(here.id, seen.id, run);
    const again = await bring(file);
    expect(again.counts).toMatchObject({ created: 0, changed: 0, same: 3 });
    const lines = async (): Promise<number> => (await world.db.peek('select 1 from audit_entry where community_id = $1', [here.id])).length;
    const journal = await lines();
    expect(await refusal(world.get(ChangeImport).confirm(here.coordinator, again, null))).toBe('import-nothing-to-write');
    expect(await page(again.id)).toMatchObject({ status: 'ready', revision: again.revision });
    expect(await lines()).toBe(journal);
    expect(await world.db.peek('select 1 from measure_change where community_id = $1', [here.id])).toHaveLength(3);
    // That none of it may be written to by another community changes nothing to who may see it.
    expect(await refusal(world.get(ChangeImport).confirm(elsewhere.coordinator, again, null))).toBe('not-found');
  });

  it('names every error by line and column, never overwrites a validated value, and writes the rest', async () => {
    const meetings = await create('REU-01');
    const given = await world.get(RecordMeasure).execute(here.coordinator, { indicatorId: meetings, periodKey: '2026-Q2', value: 4, revision: 0 });
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [given]);
    await world.get(RecordMeasure).execute(here.coordinator, { indicatorId: meetings, periodKey: '2026-Q1', value: 3, comment: 'gardé', revision: 0 });
    const seen = await bring('Indicateur;Trimestre;Valeur\nREU-01;T3 2026;douze\nREU-02;T3 2026;3\nREU-01;T9 2026;3\nREU-01;T2 2026;5\nREU-01;T1 2026;7\nREU-01;T1 2026;8\nREU-01;T1 2030;8\nREU-01;T4 2025;1,25\nREU-01;T4 2025;\n');
    expect(seen.issues.map(({ kind, line, column }) => [kind, line, column])).toEqual([
      ['refused', 2, 'Valeur'],
      ['refused', 3, 'Indicateur'],
      ['refused', 4, 'Trimestre'],
      ['settled', 5, null],
      ['refused', 7, 'Valeur'],
      ['refused', 8, 'Trimestre'],
      ['refused', 9, 'Valeur'],
    ]);
    expect(seen.counts).toMatchObject({ lines: 9, created: 0, changed: 1, settled: 1, refused: 6, empty: 1 });
    expect(seen.issues[0]?.message).toContain('n’est pas un nombre');
    await write(seen);
    expect(await valuesOf(meetings)).toEqual(expect.arrayContaining([['2026-Q2', 4, null], ['2026-Q1', 7, 'gardé']]));
    expect((await world.get(VerifyJournal).execute(here.id)).faults).toEqual([]);
  });

  it('reads a column per period, in Latin-1 with commas, and remembers how columns were named', async () => {
    const meetings = await create('REU-01');
    const wide = await bring(Buffer.from('Indicateur,T1 2026,T2 2026,Détail\nRéunions pluriprofessionnelles,3,"4,5",été\n', 'latin1'));
    expect(wide).toMatchObject({ status: 'ready', uses: ['indicator', 'period:2026-Q1', 'period:2026-Q2', 'ignore'], counts: { created: 2 } });
    const odd = 'A;B;C\nREU-01;T1 2026;6\n';
    const first = await bring(odd);
    expect(first).toMatchObject({ status: 'to-map', counts: { lines: 1 } });
    expect(first.columns[0]?.samples).toEqual(['REU-01']);
    expect(await refusal(world.get(ChangeImport).map(here.coordinator, first, ['indicator', 'ignore', 'value']))).toBe('import-mapping-refused');
    await world.get(ChangeImport).map(here.coordinator, first, ['indicator', 'period', 'value']);
    expect(await check(first.id)).toMatchObject({ status: 'ready', counts: { created: 1 } });
    expect(await bring(odd)).toMatchObject({ status: 'ready', uses: ['indicator', 'period', 'value'] });
    expect(await valuesOf(meetings)).toEqual([]);
  });

  it('refuses a file of persons, and does not keep it', async () => {
    await create('REU-01');
    const persons = 'Code;Période;Valeur;NIR\nREU-01;T1 2026;3;185057800608491\n';
    const id = await world.get(StartImport).execute(here.coordinator, { name: 'personnes.csv', bytes: Buffer.from(persons) });
    const [kept] = await world.db.peek<{ hash: string }>('select hash from file where community_id = $1', [here.id]);
    expect(await world.get(Files).has(kept?.hash ?? '')).toBe(true);
    await check(id);
    expect(await world.get(Files).has(kept?.hash ?? '')).toBe(false);
    const named = await bring('Code;Période;Valeur;NIR\nREU-01;T1 2026;3;185057800608491\n');
    expect(named).toMatchObject({ status: 'refused', columns: [], counts: null });
    expect(named.failure).toContain('NIR');
    const hidden = await bring('Code;Période;Valeur;Divers\nREU-01;T1 2026;3;1 85 05 78 006 084 91\n');
    expect(hidden.failure).toContain('Divers');
    expect(await world.db.peek('select 1 from file where community_id = $1', [here.id])).toEqual([]);
  });

  it('writes nothing that was not confirmed: what changed meanwhile is shown again', async () => {
    const meetings = await create('REU-01');
    const seen = await bring('Code;Période;Valeur\nREU-01;T1 2026;3\n');
    await world.get(ChangeImport).confirm(here.coordinator, seen, null);
    await world.get(RecordMeasure).execute(here.coordinator, { indicatorId: meetings, periodKey: '2026-Q1', value: 9, revision: 0 });
    await world.get(WriteImport).execute(here.id, seen.id, run);
    expect(await page(seen.id)).toMatchObject({ status: 'analysing' });
    expect(await valuesOf(meetings)).toEqual([['2026-Q1', 9, null]]);
    const again = await check(seen.id);
    expect(again).toMatchObject({ status: 'ready', counts: { created: 0, changed: 1 } });
    expect(again.failure).toContain('ont changé');
    // Somebody typed another figure: what the file says instead is written with a word about it.
    expect(again.issues).toMatchObject([{ kind: 'warning', line: 2 }]);
    expect(await refusal(world.get(ChangeImport).confirm(here.coordinator, again, ' '))).toBe('import-comment-missing');
    await write(again, 'Le fichier vient du registre.');
    expect(await world.db.peek(`select reason from measure_change where community_id = $1 and act = 'changed'`, [here.id])).toEqual([{ reason: 'Le fichier vient du registre.' }]);
    expect(await valuesOf(meetings)).toEqual([['2026-Q1', 3, null]]);
  });

  it('is cancelled at any time before it is written, and not after', async () => {
    await create('REU-01');
    const seen = await bring('Code;Période;Valeur\nREU-01;T1 2026;3\n');
    await world.get(ChangeImport).confirm(here.coordinator, seen, null);
    await world.get(ChangeImport).cancel(here.coordinator, seen.id);
    await world.get(WriteImport).execute(here.id, seen.id, run);
    expect(await page(seen.id)).toMatchObject({ status: 'cancelled' });
    expect(await count()).toBe(0);
    const done = await write(await bring('Code;Période;Valeur\nREU-01;T1 2026;3\n'));
    expect(await refusal(world.get(ChangeImport).cancel(here.coordinator, done.id))).toBe('import-transition');
  });

  it('takes a lead’s own indicators only, and shows a lead its own imports', async () => {
    const lead = await makeMember(world, here.id, 'lead');
    await create('REU-01');
    await create('REU-02', { responsiblePersonId: lead.personId });
    const id = await world.get(StartImport).execute(lead, { name: 'v.csv', bytes: Buffer.from('Code;Période;Valeur\nREU-01;T1 2026;3\nREU-02;T1 2026;3\n') });
    const seen = await check(id);
    expect(seen).toMatchObject({ counts: { created: 1, refused: 1 }, issues: [{ line: 2, column: 'Code' }] });
    const other = await bring('Code;Période;Valeur\nREU-01;T1 2026;3\n');
    expect(await refusal(world.get(ImportQueries).page(lead, other.id))).toBe('not-found');
    expect((await world.get(ImportQueries).list(lead)).map((one) => one.id)).toEqual([id]);
    expect(await refusal(world.get(StartImport).execute(await makeMember(world, here.id, 'board'), { name: 'v.csv', bytes: Buffer.from('a;b') }))).toBe('forbidden');
  });

  it('gives a workbook of what is awaited, which is read back as it is', async () => {
    const meetings = await create('REU-01', { name: '=1+1 réunions', trackedFrom: '2026-04-01' } as Partial<IndicatorDefinition>);
    await create('SNP-01', { ...share, trackedFrom: '2026-07-01' } as Partial<IndicatorDefinition>);
    const { bytes } = await world.get(ImportTemplate).make(here.coordinator);
    const empty = await bring(bytes, 'modele.xlsx');
    expect(empty).toMatchObject({ status: 'ready', uses: ['indicator', 'ignore', 'period', 'numerator', 'denominator', 'value', 'comment', 'ignore'], counts: { lines: 3, empty: 3, created: 0 } });
    const book = new Workbook();
    await book.xlsx.load(bytes as never);
    const sheet = book.worksheets[0];
    expect(sheet?.getCell('B2').value).toBe("'=1+1 réunions");
    expect(sheet?.getCell('F2').dataValidation).toMatchObject({ type: 'decimal', operator: 'between' });
    for (let row = 2; row <= 4; row += 1) {
      const code = sheet?.getCell(row, 1).value;
      if (code === 'SNP-01') [sheet?.getCell(row, 4), sheet?.getCell(row, 5)].forEach((cell, index) => cell && (cell.value = index === 0 ? 30 : 40));
      else if (sheet) sheet.getCell(row, 6).value = { formula: 'SUM(1,2)', result: 3 };
    }
    const seen = await bring(Buffer.from(await book.xlsx.writeBuffer()), 'rempli.xlsx');
    expect(seen.issues).toEqual([]);
    expect(seen).toMatchObject({ counts: { created: 3, refused: 0 } });
    await write(seen);
    expect(await valuesOf(meetings)).toEqual(expect.arrayContaining([['2026-Q2', 3, null], ['2026-Q3', 3, null]]));
  });

  it('thousands of values, new ones and corrections together, whatever their comments hold: each history is found as it was written', async () => {
    await create('REU-01', { frequency: 'event', trackedFrom: '1990-01-01' });
    await create('SNP-01', { ...share, frequency: 'event', trackedFrom: '1990-01-01' });
    const day = (index: number): string => new Date(Date.UTC(1995, 0, 1 + index)).toISOString().slice(0, 10);
    const comments = ['', 'C:\\temp\\new', '"une « citation » ""doublée"""', '"deux\nlignes"', '"un\tonglet; un point-virgule"', 'café 𝛼'];
    const table = (days: number, more: number): string =>
      ['Code;Date;Valeur;Numérateur;Dénominateur;Commentaire', ...Array.from({ length: days }, (_, index) => `REU-01;${day(index)};${index + more},5;;;${comments[index % 6]}\nSNP-01;${day(index)};;${index % 90};100;`)].join('\n');
    expect((await write(await bring(table(1_200, 0)), 'Reprise.')).counts).toMatchObject({ created: 2_400, changed: 0 });
    const { counts } = await write(await bring(table(1_500, 7)), 'Reprise corrigée.');
    expect(counts).toMatchObject({ created: 600, changed: 1_200, same: 1_200 });
    const kept = await world.db.peek<{ comment: string; numerator: number | null; revision: number }>(`select comment, numerator, revision from measure where community_id = $1 and period_key in ('E1995-01-04', 'E1995-01-05') order by period_key, value desc`, [here.id]);
    expect(kept.map(({ comment, revision }) => [comment, revision])).toEqual([['deux\nlignes', 2], [null, 1], ['un\tonglet; un point-virgule', 2], [null, 1]]);
    expect(await world.db.peek(`select act, count(*)::int as count from measure_change where community_id = $1 group by act order by act`, [here.id])).toEqual([{ act: 'changed', count: 1_200 }, { act: 'recorded', count: 3_000 }]);
    expect((await world.get(VerifyJournal).execute(here.id)).faults).toEqual([]);
  });

  it('the database refuses a value in the middle: nothing is kept, and the next try writes all of it', async () => {
    await create('REU-01', { frequency: 'event', trackedFrom: '1990-01-01' });
    const day = (index: number): string => new Date(Date.UTC(1995, 0, 1 + index)).toISOString().slice(0, 10);
    const seen = await bring(['Code;Date;Valeur', ...Array.from({ length: 3_000 }, (_, index) => `REU-01;${day(index)};${index}`)].join('\n'));
    await world.get(ChangeImport).confirm(here.coordinator, seen, 'Reprise.');
    await world.db.peek('alter table measure add constraint spec_refuses check (value <> 1500) not valid');
    try {
      await expect(world.get(WriteImport).execute(here.id, seen.id, run)).rejects.toThrow('spec_refuses');
    } finally {
      await world.db.peek('alter table measure drop constraint spec_refuses');
    }
    expect(await count()).toBe(0);
    expect(await world.db.peek('select 1 from measure_change where community_id = $1', [here.id])).toEqual([]);
    expect(await page(seen.id)).toMatchObject({ status: 'writing' });
    await world.get(WriteImport).execute(here.id, seen.id, run);
    expect(await page(seen.id)).toMatchObject({ status: 'done', counts: { created: 3_000 } });
    expect((await world.get(VerifyJournal).execute(here.id)).faults).toEqual([]);
  });

  it('holds the indicators it writes values of from its first line, and those only', async () => {
    const meetings = await create('REU-01');
    const others = await create('REU-02');
    const seen = await bring('Code;Période;Valeur\nREU-01;T1 2026;3\nREU-01;T2 2026;4\n');
    expect(await world.db.peek('select indicator_ids from value_import where id = $1', [seen.id])).toEqual([{ indicator_ids: [meetings] }]);
    await world.get(ChangeImport).confirm(here.coordinator, seen, 'Reprise.');
    const other = new Client({ connectionString: world.db.ownerUrl });
    await other.connect();
    try {
      await other.query('begin');
      await other.query('select 1 from indicator where id = $1 for update', [meetings]);
      let written = false;
      const writing = world.get(WriteImport).execute(here.id, seen.id, run).then(() => (written = true));
      await eventually(async () => (await world.db.peek(`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and query ~ 'from indicator where .*for update'`)).length > 0);
      expect([written, await count()]).toEqual([false, 0]);
      await other.query('commit');
      await writing;
      expect(await count()).toBe(2);
      // Somebody at work on another indicator makes nobody wait.
      await other.query('begin');
      await other.query('select 1 from indicator where id = $1 for update', [others]);
      await write(await bring('Code;Période;Valeur\nREU-01;T1 2026;5\n'), 'Reprise.');
    } finally {
      await other.end();
    }
    expect(await valuesOf(meetings)).toEqual(expect.arrayContaining([['2026-Q1', 5, null], ['2026-Q2', 4, null]]));
  });

  it('of another community: not found, nothing is done', async () => {
    await create('REU-01');
    const seen = await bring('Code;Période;Valeur\nREU-01;T1 2026;3\n');
    const stranger = elsewhere.coordinator;
    expect(await refusal(world.get(ImportQueries).page(stranger, seen.id))).toBe('not-found');
    expect(await refusal(world.get(ChangeImport).map(stranger, seen, ['indicator', 'period', 'value']))).toBe('not-found');
    expect(await refusal(world.get(ChangeImport).confirm(stranger, seen, null))).toBe('not-found');
    expect(await refusal(world.get(ChangeImport).cancel(stranger, seen.id))).toBe('not-found');
    expect(await page(seen.id)).toMatchObject({ status: 'ready', revision: seen.revision });
    // The same file there names no indicator of theirs.
    const id = await world.get(StartImport).execute(stranger, { name: 'v.csv', bytes: Buffer.from('Code;Période;Valeur\nREU-01;T1 2026;3\n') });
    await world.get(CheckImport).execute(elsewhere.id, id, run);
    expect(await world.get(ImportQueries).page(stranger, id)).toMatchObject({ counts: { created: 0, refused: 1 } });
  });
});
