import type { Target } from '@maillage/domain/indicators';
import { found } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import { absenceColumns, type StoredAbsence } from '../collection/collection.store';
import { changesSql, targetsSql, type IndicatorChange } from '../definition/indicator.store';

/** What the card of an indicator lists beside its values. */
export interface CardLists {
  targets: (Target & { rationale: string | null })[];
  absences: StoredAbsence[];
  /** Newest first. */
  changes: IndicatorChange[];
  /** Names of all the people of the community, by id. */
  names: ReadonlyMap<string, string>;
}

/** Targets, answers without a value, change log and names, in one statement: short lists that are always read together. */
export async function loadCardLists(tx: Tx, indicatorId: string): Promise<CardLists> {
  const [row]: (Pick<CardLists, 'targets' | 'absences' | 'changes'> & { names: Record<string, string> })[] = await tx.query(
    `select (select coalesce(json_agg(t), '[]') from (${targetsSql}) t) as targets,
            (select coalesce(json_agg(a), '[]') from (select ${absenceColumns} from measure_absence where indicator_id = $1 order by period_end) a) as absences,
            (select coalesce(json_agg(c), '[]') from (${changesSql}) c) as changes,
            (select coalesce(json_object_agg(person_id, name), '{}') from membership) as names`,
    [indicatorId],
  );
  const { targets, absences, changes, names } = found(row);
  return {
    targets,
    absences: absences.map((one) => ({ ...one, statedAt: new Date(one.statedAt), updatedAt: new Date(one.updatedAt) })),
    changes: changes.map((one) => ({ ...one, at: new Date(one.at) })),
    names: new Map(Object.entries(names)),
  };
}
