import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { canonicalJson } from '@maillage/domain/kernel';
import { sha256, type Vouched } from '@maillage/features/identity';
import type { Ids, Tx } from '@maillage/platform';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Writing } from '../definition/indicator.store';
import { hashHistoryLine, vouchFor, type HistoryLine } from '../values/measure-history';
import { loadMeasureStates, placeKey } from '../values/measure-state.store';
import { insertHistory } from '../values/measure.store';

/** A value just written, as its history tells it. */
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
  version: number;
  /** What it was; null when there was none. */
  before: object | null;
}

/** Whose act the histories tell. */
export interface HistoryOf {
  communityId: string;
  reason: string | null;
  by: Writing;
}

/** The columns of a value that differ from one line of a file to the next; all the others are the same for a whole import. */
const varying = ({ id, indicatorId, periodKey, periodStart, periodEnd, numerator, denominator, value, comment, version }: WrittenValue): Record<string, unknown> => ({
  id, indicator_id: indicatorId, period_key: periodKey, period_start: periodStart, period_end: periodEnd, numerator, denominator, value, comment, definition_version: version,
});
const varyingSql = `jsonb_build_object('id', v.id, 'indicator_id', v.indicator_id, 'period_key', v.period_key, 'period_start', v.period_start, 'period_end', v.period_end,
  'numerator', v.numerator, 'denominator', v.denominator, 'value', v.value, 'comment', v.comment, 'definition_version', v.version)`;

const atOnce = 1_000;
const piece = 64 * 1024;
const breath = 2_000;

/**
 * Writes the histories of an import, tied to one line of the journal. New values are told by the database itself, from what was
 * copied: only their hashes travel. The columns they share are read from the first of them, as it stands in its table.
 */
export async function writeImportHistory(tx: Tx, ids: Ids, values: readonly WrittenValue[], of: HistoryOf, signal: AbortSignal): Promise<Vouched> {
  const groupId = ids.next();
  const created = values.filter(({ before }) => before === null);
  const changed = values.filter(({ before }) => before !== null);
  const kept = [...(await tellCreated(tx, ids, groupId, created, of, signal)), ...(await tellChanged(tx, ids, groupId, changed, of))];
  return vouchFor(groupId, kept);
}

type Kept = { id: string; hash: string };

const said = ({ numerator, denominator, value, comment }: WrittenValue): object => ({ numerator, denominator, value, comment });

async function tellCreated(tx: Tx, ids: Ids, groupId: string, values: readonly WrittenValue[], of: HistoryOf, signal: AbortSignal): Promise<Kept[]> {
  const [first] = values;
  if (!first) return [];
  const state = (await loadMeasureStates(tx, [first])).get(placeKey(first)) ?? {};
  const shared = Object.fromEntries(Object.entries(state).filter(([key]) => !(key in varying(first))));
  const hash = hasherOf(groupId, shared, first, of);
  const kept: Kept[] = [];
  await tx.query('create temporary table import_change (value_id uuid not null, id uuid not null, hash text not null) on commit drop');
  async function* lines(): AsyncGenerator<string> {
    let text = '';
    for (const [index, value] of values.entries()) {
      const one = { id: ids.next(), hash: '' };
      one.hash = hash(one.id, value);
      kept.push(one);
      text += `${value.id}\t${one.id}\t${one.hash}\n`;
      if (text.length >= piece) {
        yield text;
        text = '';
      }
      if (index % breath === 0) {
        signal.throwIfAborted();
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    yield text;
  }
  const client = (await tx.queryRunner?.connect()) as PoolClient;
  await pipeline(Readable.from(lines(), { objectMode: false }), client.query(copyFrom('copy import_change from stdin')));
  await tx.query(
    `insert into measure_change (id, group_id, indicator_id, period_key, act, at, by_person_id, before, after, reason, state, hash)
     select c.id, $1, v.indicator_id, v.period_key, 'recorded', $2, $3, null,
       jsonb_build_object('numerator', v.numerator, 'denominator', v.denominator, 'value', v.value, 'comment', v.comment), $4,
       jsonb_strip_nulls(${varyingSql}) || $5::jsonb, c.hash
       from import_change c join import_value v on v.id = c.value_id`,
    [groupId, of.by.at, of.by.personId, of.reason, JSON.stringify(shared)],
  );
  return kept;
}

async function tellChanged(tx: Tx, ids: Ids, groupId: string, values: readonly WrittenValue[], { communityId, reason, by }: HistoryOf): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (let start = 0; start < values.length; start += atOnce) {
    const some = values.slice(start, start + atOnce);
    const states = await loadMeasureStates(tx, some);
    const lines = some.map((value) => {
      const { indicatorId, periodKey, before } = value;
      const line: HistoryLine = { communityId, id: ids.next(), groupId, indicatorId, periodKey, act: 'changed', at: by.at, byPersonId: by.personId, before, after: said(value), reason, state: states.get(placeKey(value)) ?? null };
      return { ...line, hash: hashHistoryLine(line) };
    });
    await insertHistory(tx, lines);
    kept.push(...lines.map(({ id, hash }) => ({ id, hash })));
  }
  return kept;
}

/**
 * Hashes the lines of new values as `hashHistoryLine` does, a hundred thousand of them in a second: what they share is written once.
 * The first one is hashed both ways, and all of them the slow way should the two differ.
 */
function hasherOf(groupId: string, shared: Record<string, unknown>, first: WrittenValue, { communityId, reason, by }: HistoryOf): (id: string, value: WrittenValue) => string {
  const slow = (id: string, value: WrittenValue): string => {
    const own = Object.fromEntries(Object.entries(varying(value)).filter(([, item]) => item !== null));
    return hashHistoryLine({ communityId, id, groupId, indicatorId: value.indicatorId, periodKey: value.periodKey, act: 'recorded', at: by.at, byPersonId: by.personId, before: null, after: said(value), reason, state: { ...own, ...shared } });
  };
  const constant = `,"at":${canonicalJson(by.at.toISOString())},"before":null,"byPersonId":${canonicalJson(by.personId)},"communityId":"${communityId}","groupId":"${groupId}","id":"`;
  const told = `,"reason":${canonicalJson(reason)},"state":{`;
  const parts = [...new Set([...Object.keys(varying(first)), ...Object.keys(shared)])].sort().map((key) => ({ key, start: `${JSON.stringify(key)}:`, whole: key in shared ? `${JSON.stringify(key)}:${canonicalJson(shared[key])}` : null }));
  const fast = (id: string, value: WrittenValue): string => {
    const { indicatorId, periodKey, numerator, denominator, value: figure, comment } = value;
    const own = varying(value);
    let state = '';
    for (const { key, start, whole } of parts) {
      const item = own[key];
      if (whole === null && item === null) continue;
      state += `${state === '' ? '' : ','}${whole ?? start + JSON.stringify(item)}`;
    }
    const after = `{"comment":${comment === null ? 'null' : JSON.stringify(comment)},"denominator":${denominator},"numerator":${numerator},"value":${figure}}`;
    return sha256(`{"act":"recorded","after":${after}${constant}${id}","indicatorId":"${indicatorId}","periodKey":"${periodKey}"${told}${state}}}`);
  };
  return fast(groupId, first) === slow(groupId, first) ? fast : slow;
}
