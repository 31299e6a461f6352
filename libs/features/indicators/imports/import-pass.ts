import { createHash } from 'node:crypto';
import { ImportJudge, importLimits, noCounts, PatientGuard, type ColumnUse, type ImportColumn, type ImportCounts, type ImportIssue, type TakenValue } from '@maillage/domain/indicators';
import type { StandingGround } from './import-ground';
import type { OpenTable } from './import-table';

const samplesKept = 4;
/** Rows between two breaths: other work of the process goes on meanwhile. */
const breath = 500;

/** What was learned from a table read from end to end. */
export interface PassResult {
  counts: ImportCounts;
  issues: ImportIssue[];
  columns: ImportColumn[];
  /** Of what would be written, in the order of the file. */
  digest: string;
}

/** Someone who follows a pass. */
export interface PassWatch {
  /** Rows read so far. */
  rows(count: number): void;
  signal: AbortSignal;
}

/**
 * Reads a table once: persons are looked for in every cell, each line is judged by the rules, and the values to be written are given
 * as they come. Without a complete mapping (`uses` null) it only counts lines and looks for persons.
 */
export async function* pass(table: OpenTable, uses: readonly ColumnUse[] | null, ground: StandingGround, result: PassResult, { rows: told, signal }: PassWatch): AsyncGenerator<TakenValue> {
  const { headers } = table;
  const judge = uses && new ImportJudge({ headers, uses, ...ground });
  const guard = new PatientGuard(headers, (column) => (uses?.[column] ?? 'ignore') !== 'ignore', ground.facts.today);
  const digest = createHash('sha256');
  result.columns = headers.map((header) => ({ header, samples: [] }));
  result.counts = { ...noCounts };
  result.issues = [];
  const { counts, columns, issues } = result;
  for await (const row of table.rows) {
    counts.lines += 1;
    if (counts.lines % breath === 0) {
      told(counts.lines);
      signal.throwIfAborted();
      await new Promise((resolve) => setImmediate(resolve));
    }
    guard.see(row.line, row.cells);
    columns.forEach(({ samples }, column) => {
      const cell = (row.cells[column] ?? '').trim();
      if (samples.length < samplesKept && cell !== '') samples.push(cell.slice(0, 60));
    });
    if (!judge) continue;
    const judged = judge.judge(row);
    counts.empty += judged.empty;
    for (const issue of judged.issues) {
      counts[issue.kind === 'settled' ? 'settled' : issue.kind === 'warning' ? 'warned' : 'refused'] += 1;
      if (issues.length < importLimits.issues) issues.push(issue);
    }
    for (const value of judged.values) {
      counts[value.kind] += 1;
      if (value.kind === 'same') continue;
      const { numerator, denominator, value: figure, comment, periodKey } = value.recorded;
      digest.update(JSON.stringify([value.kind, value.indicator.id, periodKey, numerator, denominator, figure, comment]));
      yield value;
    }
  }
  guard.end();
  result.digest = digest.digest('hex');
}

/** A result to be filled. */
export const emptyResult = (): PassResult => ({ counts: { ...noCounts }, issues: [], columns: [], digest: '' });

/** How far a reading is, from 0 to 1; where the end is not known, it nears it without reaching it. */
export function shareOf(rows: number, expected: number | null): number {
  return expected === null ? 1 - Math.exp(-rows / 40_000) : Math.min(1, rows / Math.max(1, expected));
}
