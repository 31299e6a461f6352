import { read, utils, type WorkBook } from '@e965/xlsx';
import { roundTo } from '@maillage/domain/kernel';
import { renderXlsx } from '..';
import { demoInput, demoSnapshot } from '../testing/demo-report';
import { hostileSnapshot } from '../testing/hostile-report';
import { demoIndicators } from '../testing/demo-indicators';
import { buildSnapshot } from '@maillage/domain/reports';

interface Row {
  'Code': string;
  'Période': string;
  'Période du rapport': 'oui' | 'non';
  'Début': Date;
  'Fin': Date;
  'Valeur'?: number | string;
  'Objectif'?: number | string;
  'Cumul de l’année'?: number;
  'Situation de la valeur': string;
  'Numérateur'?: number | string;
}

function open(bytes: Buffer): WorkBook {
  return read(bytes, { cellDates: true, cellNF: true, cellFormula: true, UTC: true });
}

function rowsOf(book: WorkBook, name = 'Indicateurs'): Row[] {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return utils.sheet_to_json<Row>(sheet, { UTC: true });
}

describe('the report as a spreadsheet', () => {
  const snapshot = demoSnapshot();
  let bytes: Buffer;
  let book: WorkBook;
  let rows: Row[];

  beforeAll(async () => {
    bytes = await renderXlsx(snapshot);
    book = open(bytes);
    rows = rowsOf(book);
  });

  it('has its five sheets, titled and dated by the snapshot', () => {
    expect(book.SheetNames).toEqual(['Synthèse', 'Indicateurs', 'Actions', 'Définitions', 'Lisez-moi']);
    expect(book.Props).toMatchObject({ Author: 'CPTS Giennois-Berry', Title: expect.stringContaining('T3\u00A02026') as string });
    expect(book.Props?.CreatedDate).toEqual(new Date(snapshot.report.frozenAt));
  });

  it('gives back every number of the snapshot, shares as shares', () => {
    for (const indicator of snapshot.indicators) {
      const scale = indicator.unit === '%' ? 100 : 1;
      const own = rows.filter((row) => row.Code === indicator.code);
      expect(own).toHaveLength(indicator.series.length);
      indicator.series.forEach((point, index) => {
        const row = own[index] as Row;
        if (point.value === null) {
          expect(typeof row.Valeur === 'number').toBe(false);
        } else if (indicator.kind === 'yes-no') {
          expect(row.Valeur).toBe(point.value === 1 ? 'oui' : 'non');
        } else {
          expect(typeof row.Valeur).toBe('number');
          expect(roundTo(Number(row.Valeur) * scale, 4)).toBe(point.value);
        }
        if (point.target !== null && indicator.kind !== 'yes-no') expect(roundTo(Number(row.Objectif) * scale, 4)).toBe(point.target);
      });
      expect(own.map((row) => row['Cumul de l’année'] ?? null).filter((value) => value !== null)).toEqual(indicator.yearSoFar ? [indicator.yearSoFar.value] : []);
    }
  });

  it('keeps dates as dates', () => {
    const row = rows.find(({ Code, 'Période du rapport': reported }) => Code === 'AS-02' && reported === 'oui');
    expect(row?.['Début'].toISOString().slice(0, 10)).toBe('2026-07-01');
    expect(row?.Fin.toISOString().slice(0, 10)).toBe('2026-09-30');
  });

  it('shows a share with its sign and its decimals', () => {
    const sheet = book.Sheets['Indicateurs'];
    const index = rows.findIndex(({ Code, 'Période du rapport': reported }) => Code === 'AS-01' && reported === 'oui');
    expect(sheet?.[`I${index + 2}`]).toMatchObject({ t: 'n', v: 0.084, z: '0.0%' });
  });

  it('leaves an absent value empty and hides a small count', () => {
    expect(rows.find(({ Code, 'Période du rapport': reported }) => Code === 'PR-03' && reported === 'oui')).toMatchObject({ 'Situation de la valeur': 'absente' });
    expect(rows.find(({ Code, 'Période du rapport': reported }) => Code === 'PR-03' && reported === 'oui')?.Valeur).toBeUndefined();
    expect(rows.find(({ Code, 'Période du rapport': reported }) => Code === 'AS-05' && reported === 'oui')).toMatchObject({ 'Valeur': '<\u00A06', 'Situation de la valeur': 'masquée' });
  });

  it('is ready to filter, with its titles in sight', () => {
    expect(book.Sheets['Indicateurs']?.['!autofilter']).toEqual({ ref: `A1:T${rows.length + 1}` });
    const xml = sheetText(bytes, 'xl/worksheets/sheet2.xml');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('xSplit="2" ySplit="1"');
  });

  it('holds one row per action', () => {
    expect(utils.sheet_to_json(book.Sheets['Actions'] as never)).toHaveLength(snapshot.actions.length);
  });

  it('gives the same bytes for the same snapshot, and others for another one', async () => {
    expect((await renderXlsx(demoSnapshot())).equals(bytes)).toBe(true);
    const input = demoInput();
    expect((await renderXlsx(buildSnapshot({ ...input, report: { ...input.report, version: 2 } }))).equals(bytes)).toBe(false);
  });
});

describe('a spreadsheet made from hostile texts', () => {
  let bytes: Buffer;
  let book: WorkBook;

  beforeAll(async () => {
    bytes = await renderXlsx(hostileSnapshot());
    book = open(bytes);
  });

  it('has no formula anywhere, and keeps the texts as they were written', () => {
    const cells = book.SheetNames.flatMap((name) => Object.entries(book.Sheets[name] ?? {}).filter(([key]) => !key.startsWith('!')).map(([, cell]) => cell as { f?: string; t: string; v: unknown }));
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    expect(sheetText(bytes, 'xl/worksheets/sheet2.xml')).not.toMatch(/<f[ >]/);
    expect(cells.some(({ t, v }) => t === 's' && v === '=cmd|\'/C calc\'!A0')).toBe(true);
    expect(cells.some(({ v }) => typeof v === 'string' && v.includes('<script>alert(1)</script>'))).toBe(true);
  });

  it('keeps what looks like an escape as it was written', async () => {
    const input = demoInput([{ ...(demoIndicators[0] as (typeof demoIndicators)[number]), comment: 'voir _x0041_ et _x000D_' }]);
    const [row] = rowsOf(open(await renderXlsx(buildSnapshot(input)))).slice(-1) as (Row & { Commentaire: string })[];
    expect(row?.Commentaire).toBe('voir _x0041_ et _x000D_');
  });

  it('stays within what a cell can hold', async () => {
    const long = demoInput([{ ...(demoIndicators[0] as (typeof demoIndicators)[number]), comment: 'x'.repeat(40_000) }]);
    const [row] = rowsOf(open(await renderXlsx(buildSnapshot(long)))).slice(-1) as (Row & { Commentaire: string })[];
    expect(row?.Commentaire).toHaveLength(32_767);
  });

  it('tells a proof that was expected from one that was not, and says nothing more of a snapshot older than that', async () => {
    const snapshot = demoSnapshot();
    const [first, ...others] = snapshot.indicators;
    if (!first) throw new Error('no indicator');
    const said = async (change: { proofExpected?: boolean }): Promise<unknown> => {
      const { proofExpected: _, ...older } = first;
      const one = { ...older, status: 'validated' as const, proofs: [], ...change };
      const read = rowsOf(open(await renderXlsx({ ...snapshot, indicators: [one, ...others] })));
      return (read.find((row) => row.Code === first.code && row['Période du rapport'] === 'oui') as { Preuves?: unknown } | undefined)?.Preuves;
    };
    expect([await said({ proofExpected: true }), await said({ proofExpected: false }), await said({})]).toEqual(['sans preuve (attendue)', 'sans preuve', 'sans preuve']);
  });
});

function sheetText(bytes: Buffer, name: string): string {
  const files = read(bytes, { bookFiles: true }) as WorkBook & { files: Record<string, { content: Uint8Array }> };
  const file = files.files[name];
  if (!file) throw new Error(`no ${name}`);
  return Buffer.from(file.content).toString('utf8');
}
