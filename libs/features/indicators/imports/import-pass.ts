import { createHash } from 'node:crypto';
import { ImportJudge, importLimits, noCounts, PatientGuard, type ColumnUse, type ImportColumn, type ImportCounts, type ImportIssue, type JudgedRow, type TakenValue } from '@maillage/domain/indicators';
import type { StandingGround } from './import-ground';
import type { OpenTable } from './import-table';

const samplesKept = 4;
/** Cells looked at between two breaths: other work of the process goes on meanwhile. A few milliseconds. */
const breath = 1_000;

/** What was learned from a table read from end to end. */
export interface PassResult {
  counts: ImportCounts;
  issues: ImportIssue[];
  columns: ImportColumn[];
  /** Of what would be written, in the order of the file. */
  digest: string;
  /** Whose values would be written. */
  indicatorIds: Set<string>;
}

/** Someone who follows a pass. */
export interface PassWatch {
  /** Rows read so far. */
  rows(count: number): void;
  signal: AbortSignal;
}

/**
 * Reads a table once: persons are looked for in every cell, each line is judged by the rules, and the values to be written are given
 * as they come, some at a time. Without a complete mapping (`uses` null) it only counts lines and looks for persons.
 */
export async function* pass(table: OpenTable, uses: readonly ColumnUse[] | null, ground: StandingGround, result: PassResult, { rows: told, signal }: PassWatch): AsyncGenerator<readonly TakenValue[]> {
  const { headers } = table;
  const judge = uses && new ImportJudge({ headers, uses, ...ground });
  const guard = new PatientGuard(headers, (column) => (uses?.[column] ?? 'ignore') !== 'ignore', ground.facts.today);
  const digest = createHash('sha256');
  Object.assign(result, emptyResult(), { columns: headers.map((header): ImportColumn => ({ header, samples: [] })) });
  const { counts } = result;
  let taken: TakenValue[] = [];
  let said = '';
  let looked = 0;
  for await (const rows of table.rows) {
    for (const row of rows) {
      counts.lines += 1;
      guard.see(row.line, row.cells);
      keepSamples(result.columns, row.cells);
      for (const value of judge ? settle(judge.judge(row), result) : []) {
        said += digested(value);
        taken.push(value);
      }
      looked += row.cells.length;
      if (looked < breath) continue;
      looked = 0;
      told(counts.lines);
      signal.throwIfAborted();
      digest.update(said);
      said = '';
      yield taken;
      taken = [];
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  guard.end();
  result.digest = digest.update(said).digest('hex');
  yield taken;
}

/** Counts what a line gave; the values to be written. */
function settle({ values, issues, empty }: JudgedRow, result: PassResult): TakenValue[] {
  const { counts } = result;
  counts.empty += empty;
  for (const issue of issues) {
    counts[issue.kind === 'settled' ? 'settled' : issue.kind === 'warning' ? 'warned' : 'refused'] += 1;
    if (result.issues.length < importLimits.issues) result.issues.push(issue);
  }
  return values.filter(({ kind, indicator }) => {
    counts[kind] += 1;
    if (kind !== 'same') result.indicatorIds.add(indicator.id);
    return kind !== 'same';
  });
}

const digested = ({ kind, indicator, recorded: { numerator, denominator, value, comment, periodKey } }: TakenValue): string =>
  JSON.stringify([kind, indicator.id, periodKey, numerator, denominator, value, comment]);

function keepSamples(columns: readonly ImportColumn[], cells: readonly string[]): void {
  for (const [column, { samples }] of columns.entries()) {
    if (samples.length >= samplesKept) continue;
    const cell = (cells[column] ?? '').trim();
    if (cell !== '') samples.push(cell.slice(0, 60));
  }
}

/** A result to be filled. */
export const emptyResult = (): PassResult => ({ counts: { ...noCounts }, issues: [], columns: [], digest: '', indicatorIds: new Set() });

/** How far a reading is, from 0 to 1; where the end is not known, it nears it without reaching it. */
export function shareOf(rows: number, expected: number | null): number {
  return expected === null ? 1 - Math.exp(-rows / 40_000) : Math.min(1, rows / Math.max(1, expected));
}
