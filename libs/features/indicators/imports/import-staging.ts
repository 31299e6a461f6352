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

const table = `create temporary table import_value (
  id uuid, indicator_id uuid, period_key text, period_start date, period_end date, numerator double precision, denominator double precision, value double precision,
  comment text, version integer, change_id uuid, after jsonb, state jsonb, hash text) on commit drop`;

/** New values sent to the database at once: it writes them while the next ones are read and judged. */
const atOnce = 4_000;

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
  private text = '';
  private waiting = 0;
  /** What the database is at. */
  private busy: Promise<void> = Promise.resolve();

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
    await this.tx.query(table);
    this.status = (await loadValidation(this.tx)).submitOnSave ? 'submitted' : 'draft';
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
    if (this.waiting >= atOnce) await this.flush();
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
    await this.copy();
    await this.insertValues();
    const state = (await loadMeasureStates(this.tx, [value])).get(placeKey(value)) ?? {};
    await this.tx.query('rollback to savepoint first_value');
    return tellerOf(state, value, { ...this.of, groupId: this.groupId });
  }

  private line(value: WrittenValue, tell: Teller): void {
    const change = this.ids.next();
    const { after, state, hash } = tell(change, value);
    this.kept.push({ id: change, hash });
    const { id, indicatorId, periodKey, periodStart, periodEnd, numerator, denominator, value: figure, comment, version } = value;
    this.text += `${id}\t${indicatorId}\t${periodKey}\t${periodStart}\t${periodEnd}\t${numerator ?? '\\N'}\t${denominator ?? '\\N'}\t${figure}\t${comment === null ? '\\N' : copied(comment)}\t${version}\t${change}\t${copied(after)}\t${copied(state)}\t${hash}\n`;
    this.waiting += 1;
  }

  /** Hands what waits over to the database, once it is done with what it had. */
  private async flush(): Promise<void> {
    await this.busy;
    if (this.waiting === 0) return;
    this.busy = this.send();
    // Said where it is awaited, a little later.
    this.busy.catch(() => undefined);
  }

  private async send(): Promise<void> {
    await this.copy();
    await this.insertValues();
    const { reason, by } = this.of;
    await this.tx.query(
      `insert into measure_change (id, group_id, indicator_id, period_key, act, at, by_person_id, before, after, reason, state, hash)
       select change_id, $1, indicator_id, period_key, 'recorded', $2, $3, null, after, $4, state, hash from import_value`,
      [this.groupId, by.at, by.personId, reason],
    );
    await this.tx.query('truncate import_value');
  }

  private async copy(): Promise<void> {
    const { text } = this;
    this.text = '';
    this.waiting = 0;
    const client = (await this.tx.queryRunner?.connect()) as PoolClient;
    await pipeline([text], client.query(copyFrom('copy import_value from stdin')));
  }

  /** Sent to those who validate, unless the community wants its saved values kept as drafts. */
  private async insertValues(): Promise<void> {
    const { by } = this.of;
    await this.tx.query(
      `insert into measure (id, indicator_id, period_key, period_start, period_end, numerator, denominator, value, comment, status, origin,
         recorded_at, recorded_by, updated_at, updated_by, submitted_at, submitted_by, definition_version)
       select id, indicator_id, period_key, period_start, period_end, numerator, denominator, value, comment, $3::text, 'import', $1::timestamptz, $2::uuid, $1, $2,
         case when $3 = 'submitted' then $1 end, case when $3 = 'submitted' then $2 end, version
         from import_value`,
      [by.at, by.personId, this.status],
    );
  }
}

const signs: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as COPY reads it. */
const copied = (text: string): string => (/[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => signs[sign] ?? sign) : text);
