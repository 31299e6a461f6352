import { groundPart } from '@maillage/features/contract';
import { namedActionPart } from '@maillage/features/project';
import { part, together, type Tx } from '@maillage/platform';
import { absencesPart, collectionPart } from '../collection/collection.store';
import { changesPart, indicatorPart, targetsPart } from '../definition/indicator.store';
import { evidencePart } from '../proofs/evidence.store';
import { actsParts, grantedPart } from '../validation/lock.store';
import { measuresPart } from './measure.store';

const read = together({
  indicator: indicatorPart,
  contract: groundPart,
  collection: collectionPart,
  ...actsParts,
  granted: grantedPart,
  measures: measuresPart,
  evidence: evidencePart,
  targets: targetsPart,
  absences: absencesPart,
  changes: changesPart,
  action: namedActionPart('select action_id from indicator where id = $1'),
  names: part(
    `select coalesce(json_object_agg(person_id, name), '{}') as names from membership`,
    ([row]: { names: Record<string, string> }[]): ReadonlyMap<string, string> => new Map(Object.entries(row?.names ?? {})),
  ),
});

/** Everything the card of an indicator is made from, in one statement; `not-found` without the indicator. */
export function loadCard(tx: Tx, { id, communityId, now }: { id: string; communityId: string; now: Date }): ReturnType<typeof read> {
  const mine = [id];
  return read(tx, {
    indicator: mine, contract: [communityId], collection: [], settings: [], locks: [], exceptions: [now], granted: mine, measures: mine,
    evidence: mine, targets: mine, absences: mine, changes: mine, action: mine, names: [],
  });
}
