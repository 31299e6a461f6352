import type { ImportIndicator, TakenValue } from '@maillage/domain/indicators';
import { canonicalJson } from '@maillage/domain/kernel';
import { sha256 } from '@maillage/features/identity';
import type { Writing } from '../definition/indicator.store';
import { hashHistoryLine, type MeasureState } from '../values/measure-history';

/** A value of a file, as its row and its history tell it. */
export interface WrittenValue {
  id: string;
  indicatorId: string;
  periodKey: string;
  periodStart: string;
  periodEnd: string;
  numerator: number | null;
  denominator: number | null;
  value: number;
  comment: string | null;
  /** The definition it was given under. */
  version: number;
}

/** Whose act the histories tell. */
export interface HistoryOf {
  communityId: string;
  reason: string | null;
  by: Writing;
}

/** What the history of a new value says, as JSON, and the hash of its line. */
export type Teller = (changeId: string, value: WrittenValue) => { after: string; state: string; hash: string };

/** A value of a file, under the identifier of its row. */
export function writtenOf({ indicator, recorded }: TakenValue, id: string): WrittenValue {
  const { numerator, denominator, value, comment, periodKey, periodStart, periodEnd } = recorded;
  return { id, indicatorId: indicator.id, periodKey, periodStart, periodEnd, numerator, denominator, value, comment, version: versionOf(indicator) };
}

const versionOf = (indicator: ImportIndicator & { version?: number }): number => indicator.version ?? 1;

/** What a history says of a value: before or after. */
export const said = ({ numerator, denominator, value, comment }: Pick<WrittenValue, 'numerator' | 'denominator' | 'value' | 'comment'>): object => ({ numerator, denominator, value, comment });

/** The columns of a value that differ from one line of a file to the next; all the others are the same for a whole import. */
const varying: Readonly<Record<string, (value: WrittenValue) => string | number | null>> = {
  id: ({ id }) => id,
  indicator_id: ({ indicatorId }) => indicatorId,
  period_key: ({ periodKey }) => periodKey,
  period_start: ({ periodStart }) => periodStart,
  period_end: ({ periodEnd }) => periodEnd,
  numerator: ({ numerator }) => numerator,
  denominator: ({ denominator }) => denominator,
  value: ({ value }) => value,
  comment: ({ comment }) => comment,
  definition_version: ({ version }) => version,
};

/**
 * Tells the histories of new values, a hundred thousand of them in a second: what they share is written once, from the state of the
 * first of them as it stood in its table. That one is told both ways, and all of them the slow way should the two differ.
 */
export function tellerOf(state: MeasureState, first: WrittenValue, { communityId, groupId, reason, by }: HistoryOf & { groupId: string }): Teller {
  const shared = Object.fromEntries(Object.entries(state).filter(([key]) => !(key in varying)));
  const slow: Teller = (id, value) => {
    const { indicatorId, periodKey } = value;
    const own = Object.entries(varying).flatMap(([key, read]) => (read(value) === null ? [] : [[key, read(value)]]));
    const whole = { ...Object.fromEntries(own), ...shared };
    const hash = hashHistoryLine({ communityId, id, groupId, indicatorId, periodKey, act: 'recorded', at: by.at, byPersonId: by.personId, before: null, after: said(value), reason, state: whole });
    return { after: canonicalJson(said(value)), state: canonicalJson(whole), hash };
  };
  const constant = `,"at":${canonicalJson(by.at.toISOString())},"before":null,"byPersonId":${canonicalJson(by.personId)},"communityId":"${communityId}","groupId":"${groupId}","id":"`;
  const why = `,"reason":${canonicalJson(reason)},"state":`;
  const parts = partsOf(shared);
  const fast: Teller = (id, value) => {
    const { indicatorId, periodKey, numerator, denominator, value: figure, comment } = value;
    let inside = '';
    for (const { read, start, same } of parts) {
      const own = read?.(value) ?? null;
      if (own !== null) inside += start + (typeof own === 'number' ? own : JSON.stringify(own));
      inside += same;
    }
    const after = `{"comment":${comment === null ? 'null' : JSON.stringify(comment)},"denominator":${denominator},"numerator":${numerator},"value":${figure}}`;
    const whole = `{${inside.slice(1)}}`;
    return { after, state: whole, hash: sha256(`{"act":"recorded","after":${after}${constant}${id}","indicatorId":"${indicatorId}","periodKey":"${periodKey}"${why}${whole}}`) };
  };
  // Both ways give the same hash of the same state, or the ordinary one is taken.
  return canonicalJson(fast(groupId, first)) === canonicalJson(slow(groupId, first)) ? fast : slow;
}

/** The columns of a state in the order of a canonical JSON: each that varies, followed by those after it that do not. */
function partsOf(shared: Readonly<Record<string, unknown>>): { read: ((value: WrittenValue) => string | number | null) | null; start: string; same: string }[] {
  const parts = [{ read: null as ((value: WrittenValue) => string | number | null) | null, start: '', same: '' }];
  for (const key of [...Object.keys(varying), ...Object.keys(shared)].sort()) {
    const start = `,${JSON.stringify(key)}:`;
    const last = parts.at(-1);
    if (key in varying) parts.push({ read: varying[key] ?? null, start, same: '' });
    else if (last) last.same += start + canonicalJson(shared[key]);
  }
  return parts;
}
