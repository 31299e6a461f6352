import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { ImportIndicator, TakenValue } from '@maillage/domain/indicators';
import type { Ids, Tx } from '@maillage/platform';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { WrittenValue } from './import-history';
import type { Writing } from '../definition/indicator.store';
import { holdLocks, loadLockGround } from '../validation/lock.store';
import { loadValidation } from '../validation/validation.store';

const table = `create temporary table import_value (
  id uuid not null, indicator_id uuid not null, period_key text not null, period_start date not null, period_end date not null,
  numerator double precision, denominator double precision, value double precision not null, comment text, revision integer not null,
  version integer not null, primary key (indicator_id, period_key)) on commit drop`;

const piece = 64 * 1024;

/** The values of a file on their way into their table, inside one transaction: copied beside it, then written in two statements. */
export class ImportStaging {
  /** What was copied, for its history. */
  readonly values: WrittenValue[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
  ) {}

  /** Copies the values as they are read. */
  async fill(values: AsyncIterable<TakenValue>): Promise<void> {
    await this.tx.query(table);
    const client = (await this.tx.queryRunner?.connect()) as PoolClient;
    const into = client.query(copyFrom('copy import_value from stdin'));
    await pipeline(Readable.from(this.lines(values), { objectMode: false }), into);
    await this.tx.query('analyze import_value');
  }

  /** Holds the locks and the indicators against other writers; false when a lock or a value is no longer the one that was read. */
  async hold(communityId: string, locks: readonly { id: string }[], now: Date): Promise<boolean> {
    await holdLocks(this.tx, communityId, 'to-write-values');
    const ids = (some: readonly { id: string }[]): string => some.map(({ id }) => id).sort().join();
    if (ids((await loadLockGround(this.tx, now)).locks) !== ids(locks)) return false;
    await this.tx.query(`select id from indicator where id in (select indicator_id from import_value) order by id for update`);
    const moved: unknown[] = await this.tx.query(
      `select 1 from import_value v left join measure m on m.indicator_id = v.indicator_id and m.period_key = v.period_key
        where v.revision <> coalesce(m.revision, 0) or m.status in ('validated', 'locked') limit 1`,
    );
    return moved.length === 0;
  }

  /** New values, then changed ones: sent to those who validate, unless the community wants its saved values kept as drafts. */
  async write(by: Writing): Promise<void> {
    const status = (await loadValidation(this.tx)).submitOnSave ? 'submitted' : 'draft';
    await this.tx.query(
      `insert into measure (id, indicator_id, period_key, period_start, period_end, numerator, denominator, value, comment, status, origin,
         recorded_at, recorded_by, updated_at, updated_by, submitted_at, submitted_by, definition_version)
       select id, indicator_id, period_key, period_start, period_end, numerator, denominator, value, comment, $3::text, 'import', $1::timestamptz, $2::uuid, $1, $2,
         case when $3 = 'submitted' then $1 end, case when $3 = 'submitted' then $2 end, version
         from import_value where revision = 0`,
      [by.at, by.personId, status],
    );
    if (!this.values.some(({ before }) => before !== null)) return;
    await this.tx.query(`delete from measure_part p using measure m, import_value v where m.indicator_id = v.indicator_id and m.period_key = v.period_key and v.revision > 0 and p.measure_id = m.id`);
    await this.tx.query(
      `update measure m set numerator = v.numerator, denominator = v.denominator, value = v.value, comment = v.comment, recorded_at = $1, recorded_by = $2,
         updated_at = $1, updated_by = $2, revision = m.revision + 1, origin = 'import', status = $3, definition_version = v.version,
         submitted_at = case when $3 = 'submitted' then $1::timestamptz end, submitted_by = case when $3 = 'submitted' then $2::uuid end,
         checked_at = null, checked_by = null, remark = null, returned_at = null, returned_by = null, exception_id = null
        from import_value v where v.revision > 0 and m.indicator_id = v.indicator_id and m.period_key = v.period_key`,
      [by.at, by.personId, status],
    );
  }

  private async *lines(values: AsyncIterable<TakenValue>): AsyncGenerator<string> {
    let text = '';
    for await (const { indicator, recorded, present } of values) {
      const { numerator, denominator, value, comment, periodKey, periodStart, periodEnd } = recorded;
      const id = present?.id ?? this.ids.next();
      const version = versionOf(indicator);
      this.values.push({ id, indicatorId: indicator.id, periodKey, periodStart, periodEnd, numerator, denominator, value, comment, version, before: present && said(present) });
      const cells = [id, indicator.id, periodKey, periodStart, periodEnd, numerator, denominator, value, comment, present?.revision ?? 0, version];
      text += `${cells.map(copied).join('\t')}\n`;
      if (text.length < piece) continue;
      yield text;
      text = '';
    }
    if (text !== '') yield text;
  }
}

/** The definition a value was given under. */
const versionOf = (indicator: ImportIndicator & { version?: number }): number => indicator.version ?? 1;

const said = ({ numerator, denominator, value, comment }: NonNullable<TakenValue['present']>): object => ({ numerator, denominator, value, comment });

/** A cell as COPY reads it. */
function copied(cell: string | number | null): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'number') return String(cell);
  return cell.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? sign);
}
