import { pipeline } from 'node:stream/promises';
import type { TakenValue } from '@maillage/domain/indicators';
import type { Vouched } from '@maillage/features/identity';
import type { Ids, Tx } from '@maillage/platform';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { loadValidation } from '../validation/validation.store';
import { vouchFor } from '../values/measure-history';
import { loadMeasureStates, placeKey } from '../values/measure-state.store';
import { ImportCorrections } from './import-corrections';
import { tellerOf, writtenOf, type HistoryOf, type Teller, type WrittenValue } from './import-history';

/** Values on their way, with the line of their history; and what all of them share. */
const tables = `
  create temporary table import_value (
    id uuid, indicator_id uuid, period_key text, period_start date, period_end date, numerator double precision, denominator double precision, value double precision,
    comment text, version integer, change_id uuid, after jsonb, state jsonb, hash text) on commit drop;
  create temporary table import_act (at timestamptz, by uuid, status text, reason text, group_id uuid) on commit drop`;

/** Sent to those who validate, unless the community wants its saved values kept as drafts. */
const insertValues = `
  insert into measure (id, indicator_id, period_key, period_start, period_end, numerator, denominator, value, comment, status, origin,
     recorded_at, recorded_by, updated_at, updated_by, submitted_at, submitted_by, definition_version)
   select v.id, v.indicator_id, v.period_key, v.period_start, v.period_end, v.numerator, v.denominator, v.value, v.comment, a.status, 'import', a.at, a.by, a.at, a.by,
     case when a.status = 'submitted' then a.at end, case when a.status = 'submitted' then a.by end, v.version
     from import_value v, import_act a`;

const insertHistory = `
  insert into measure_change (id, group_id, indicator_id, period_key, act, at, by_person_id, before, after, reason, state, hash)
   select v.change_id, a.group_id, v.indicator_id, v.period_key, 'recorded', a.at, a.by, null, v.after, a.reason, v.state, v.hash
     from import_value v, import_act a`;

/** New values handed over at once: as soon as the database is free when there are as many as the first, and no more than the second wait for it. */
const [fewest, most] = [500, 5_000];
const piece = 128 * 1024;

/**
 * The values of a file on their way into their table, inside one transaction whose indicators are held. New ones are copied beside it
 * by thousands with the line of their history, already hashed, then written from there; corrections go through the rules of any other.
 */
export class ImportStaging {
  private readonly groupId: string;
  private readonly corrections: ImportCorrections;
  private readonly kept: { id: string; hash: string }[] = [];
  private status: 'submitted' | 'draft' = 'draft';
  /** Says the history of a new value; known once the first one stands in its table. */
  private tell: Teller | null = null;
  /** Lines that wait, as bytes: texts of that many would be walked through at each collection of memory. */
  private pieces: Buffer[] = [];
  private piece = Buffer.allocUnsafe(piece);
  private filled = 0;
  private waiting = 0;
  /** What the database is at, while the next values are read and judged. */
  private busy: Promise<void> = Promise.resolve();
  private free = true;

  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
    private readonly of: HistoryOf,
  ) {
    this.groupId = ids.next();
    this.corrections = new ImportCorrections(tx, ids, { ...of, groupId: this.groupId });
  }

  /** Writes the values as they are read, with their histories: what the journal answers for. `null` when a value is no longer the one that was read. */
  async write(values: AsyncIterable<readonly TakenValue[]>): Promise<Vouched | null> {
    this.status = (await loadValidation(this.tx)).submitOnSave ? 'submitted' : 'draft';
    await this.tx.query(tables);
    const { by, reason } = this.of;
    await this.tx.query('insert into import_act (at, by, status, reason, group_id) values ($1, $2, $3, $4, $5)', [by.at, by.personId, this.status, reason, this.groupId]);
    try {
      for await (const some of values) if (!(await this.take(some))) return null;
      await this.flush();
      await this.busy;
      return (await this.corrections.end(this.status)) ? vouchFor(this.groupId, [...this.kept, ...this.corrections.kept]) : null;
    } finally {
      // The transaction is not given back while it is at work.
      await this.busy.catch(() => undefined);
    }
  }

  private async take(values: readonly TakenValue[]): Promise<boolean> {
    for (const taken of values) {
      const { present } = taken;
      if (present) this.corrections.add(taken, present);
      else {
        const value = writtenOf(taken, this.ids.next());
        const tell = (this.tell ??= await this.first(value));
        this.line(value, tell);
      }
    }
    if (this.waiting >= most || (this.free && this.waiting >= fewest)) await this.flush();
    if (!this.corrections.full) return true;
    await this.busy;
    return this.corrections.end(this.status);
  }

  /** The first new value is written, read and taken out again: what its row holds beside what a file gives is what all those of the import hold. */
  private async first(value: WrittenValue): Promise<Teller> {
    const empty: Teller = () => ({ after: '{}', state: '{}', hash: '' });
    await this.busy;
    await this.tx.query('savepoint first_value');
    this.line(value, empty);
    this.kept.length = 0;
    await this.send(insertValues);
    const state = (await loadMeasureStates(this.tx, [value])).get(placeKey(value)) ?? {};
    await this.tx.query('rollback to savepoint first_value');
    return tellerOf(state, value, { ...this.of, groupId: this.groupId });
  }

  private line(value: WrittenValue, tell: Teller): void {
    const change = this.ids.next();
    const { after, state, hash } = tell(change, value);
    this.kept.push({ id: change, hash });
    const { id, indicatorId, periodKey, periodStart, periodEnd, numerator, denominator, value: figure, comment, version } = value;
    this.append(
      `${id}\t${indicatorId}\t${periodKey}\t${periodStart}\t${periodEnd}\t${numerator ?? '\\N'}\t${denominator ?? '\\N'}\t${figure}\t${comment === null ? '\\N' : copied(comment)}\t${version}\t${change}\t${copiedJson(after)}\t${copiedJson(state)}\t${hash}\n`,
    );
    this.waiting += 1;
  }

  /** Hands what waits over to the database, once it is done with what it had. */
  private async flush(): Promise<void> {
    await this.busy;
    if (this.waiting === 0) return;
    this.free = false;
    this.busy = this.send(insertValues, insertHistory).finally(() => (this.free = true));
    // Said where it is awaited, a little later.
    this.busy.catch(() => undefined);
  }

  /** Copies what waits, does this with it and empties the table, all of it asked at once: the database never waits for us in between. */
  private async send(...acts: readonly string[]): Promise<void> {
    const pieces = [...this.pieces, this.piece.subarray(0, this.filled)];
    [this.pieces, this.piece, this.filled, this.waiting] = [[], Buffer.allocUnsafe(piece), 0, 0];
    const client = (await this.tx.queryRunner?.connect()) as PoolClient;
    await pipeline(pieces, client.query(copyFrom(['copy import_value from stdin', ...acts, 'truncate import_value'].join(';'))));
  }

  private append(text: string): void {
    const most = text.length * 3;
    if (this.filled + most > this.piece.length) {
      if (this.filled > 0) this.pieces.push(this.piece.subarray(0, this.filled));
      [this.piece, this.filled] = [Buffer.allocUnsafe(Math.max(piece, most)), 0];
    }
    this.filled += this.piece.write(text, this.filled);
  }
}

const signs: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as COPY reads it. */
const copied = (text: string): string => text.replace(/[\\\t\n\r]/g, (sign) => signs[sign] ?? sign);

/** The same of a JSON, which holds no tab and no line break. */
const copiedJson = (json: string): string => (json.includes('\\') ? json.replaceAll('\\', '\\\\') : json);
