import type { PresentValue, TakenValue } from '@maillage/domain/indicators';
import type { Ids, Tx } from '@maillage/platform';
import { hashHistoryLine } from '../values/measure-history';
import { loadMeasureStates, placeKey } from '../values/measure-state.store';
import { insertHistory } from '../values/measure.store';
import { said, writtenOf, type HistoryOf, type WrittenValue } from './import-history';

const atOnce = 1_000;

type Correction = WrittenValue & { revision: number; before: object };

/** Values already there that a file says otherwise, written by the thousand with their histories. */
export class ImportCorrections {
  /** Lines of history written, for the journal to answer for. */
  readonly kept: { id: string; hash: string }[] = [];
  private waiting: Correction[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
    private readonly of: HistoryOf & { groupId: string },
  ) {}

  /** Whether those that wait should be written before others are taken. */
  get full(): boolean {
    return this.waiting.length >= atOnce;
  }

  add(taken: TakenValue, present: PresentValue): void {
    this.waiting.push({ ...writtenOf(taken, present.id), revision: present.revision, before: said(present) });
  }

  /** Writes those that wait; false when one is no longer the value that was read. */
  async end(status: 'submitted' | 'draft'): Promise<boolean> {
    const some = this.waiting;
    this.waiting = [];
    if (some.length === 0) return true;
    const { communityId, groupId, reason, by } = this.of;
    await this.tx.query('delete from measure_part where measure_id = any ($1::uuid[])', [some.map(({ id }) => id)]);
    const [written] = (await this.tx.query(
      `with changed as (
         update measure m set numerator = v.numerator, denominator = v.denominator, value = v.value, comment = v.comment, recorded_at = $1, recorded_by = $2,
           updated_at = $1, updated_by = $2, revision = m.revision + 1, origin = 'import', status = $3, definition_version = v.version,
           submitted_at = case when $3 = 'submitted' then $1::timestamptz end, submitted_by = case when $3 = 'submitted' then $2::uuid end,
           checked_at = null, checked_by = null, remark = null, returned_at = null, returned_by = null, exception_id = null
          from json_to_recordset($4::json) as v (id uuid, numerator double precision, denominator double precision, value double precision, comment text, version integer, revision integer)
         where m.id = v.id and m.revision = v.revision and m.status not in ('validated', 'locked') returning 1)
       select count(*)::integer as count from changed`,
      [by.at, by.personId, status, JSON.stringify(some)],
    )) as { count: number }[];
    if (written?.count !== some.length) return false;
    const states = await loadMeasureStates(this.tx, some);
    const lines = some.map((value) => {
      const { indicatorId, periodKey, before } = value;
      const line = { communityId, id: this.ids.next(), groupId, indicatorId, periodKey, act: 'changed' as const, at: by.at, byPersonId: by.personId, before, after: said(value), reason, state: states.get(placeKey(value)) ?? null };
      return { ...line, hash: hashHistoryLine(line) };
    });
    await insertHistory(this.tx, lines);
    this.kept.push(...lines.map(({ id, hash }) => ({ id, hash })));
    return true;
  }
}
