import type { Actor } from '@maillage/domain/identity';
import { tellParts, type MeasureContent } from '@maillage/domain/indicators';
import { formatPeriod, parsePeriod, type AuditAct } from '@maillage/domain/kernel';
import { audit, type AuditRecord, type Author } from '@maillage/features/community';
import type { Vouched } from '@maillage/features/identity';
import { Clock, Ids, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { ComputedDue } from '../computed/computed-due';
import { labelOf } from '../definition/define-indicator';
import type { StoredIndicator, Writing } from '../definition/indicator.store';
import { hashHistoryLine, vouchFor, type HistoryLine } from './measure-history';
import type { MeasureAct } from './measure.row';
import { loadMeasureStates, placeKey } from './measure-state.store';
import { insertHistory } from './measure.store';

const acts: Readonly<Record<MeasureAct, AuditAct>> = {
  'recorded': 'measure.recorded',
  'changed': 'measure.changed',
  'deleted': 'measure.deleted',
  'submitted': 'measure.submitted',
  'checked': 'measure.checked',
  'validated': 'measure.validated',
  'returned': 'measure.returned',
  'locked': 'period.locked',
  'unlocked': 'period.unlocked',
  'reopened': 'measure.reopened',
  'evidence-added': 'evidence.added',
  'evidence-removed': 'evidence.removed',
  'absence-stated': 'absence.stated',
  'absence-withdrawn': 'absence.withdrawn',
};

/** Values whose histories are written together. */
const atOnce = 1_000;

/** What happened to the value of an indicator in a period. */
export interface MeasureEvent {
  act: MeasureAct;
  indicator: Pick<StoredIndicator, 'id' | 'code' | 'name'>;
  periodKey: string;
  before?: object | null;
  after?: object | null;
  reason?: string | null;
}

/** The one line of the journal that tells of many values at once. */
export type ManyValues = Pick<AuditRecord, 'act' | 'subjectType' | 'subjectId' | 'label' | 'before' | 'after'>;

/**
 * Writes the two traces of a change of value, in its transaction and after it: the history of the value, with the value as it now
 * stands, and the journal of the community, whose line holds the hash of that history.
 */
@Injectable()
export class MeasureTrace {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly due: ComputedDue,
  ) {}

  /** Who writes, now. */
  by(actor: Pick<Actor, 'personId'>): Writing {
    return { personId: actor.personId, at: this.clock.now() };
  }

  async write(tx: Tx, actor: Actor, event: MeasureEvent, contractStart: string | null): Promise<void> {
    const { act, indicator, periodKey, before, after, reason } = event;
    const by = this.by(actor);
    const vouched = await this.keep(tx, actor.communityId, [event], by);
    const period = formatPeriod(parsePeriod(periodKey, { contractStart }));
    await audit(tx, actor, {
      act: acts[act],
      subjectType: 'indicator',
      subjectId: indicator.id,
      label: `${labelOf(indicator)} · ${period}`,
      before: before ?? null,
      after: after || reason ? { ...after, ...(reason ? { reason } : {}) } : null,
      at: by.at,
      vouched,
    });
  }

  /** Many values at once (an import), told by one line of the journal; each keeps a history of its own. */
  async writeMany(tx: Tx, author: Author, events: readonly MeasureEvent[], line: ManyValues): Promise<void> {
    const by = { personId: author.personId, at: this.clock.now() };
    await audit(tx, author, { ...line, at: by.at, vouched: await this.keep(tx, author.communityId, events, by) });
  }

  /** The histories of these values, tied to the line of the journal that will answer for them; some at a time, for nobody to wait long. */
  private async keep(tx: Tx, communityId: string, events: readonly MeasureEvent[], by: { personId: string | null; at: Date }): Promise<Vouched> {
    const groupId = this.ids.next();
    const kept: { id: string; hash: string }[] = [];
    for (let start = 0; start < events.length; start += atOnce) {
      const some = events.slice(start, start + atOnce);
      const states = await loadMeasureStates(tx, some.map(({ indicator, periodKey }) => ({ indicatorId: indicator.id, periodKey })));
      const lines = some.map(({ act, indicator, periodKey, before, after, reason }) => {
        const place = { indicatorId: indicator.id, periodKey };
        const said = { before: json(before), after: json(after), reason: reason ?? null, state: states.get(placeKey(place)) ?? null };
        const line: HistoryLine = { communityId, id: this.ids.next(), groupId, ...place, act, at: by.at, byPersonId: by.personId, ...said };
        return { ...line, hash: hashHistoryLine(line) };
      });
      await insertHistory(tx, lines);
      kept.push(...lines.map(({ id, hash }) => ({ id, hash })));
    }
    await this.due.follow(tx, communityId, events);
    return vouchFor(groupId, kept);
  }
}

/** What the database will give back. */
const json = (state: object | null | undefined): unknown => (state ? JSON.parse(JSON.stringify(state)) : null);

/** The part of a value that its history keeps. */
export const contentOf = ({ numerator, denominator, value, comment, parts = [] }: MeasureContent): object => ({
  numerator,
  denominator,
  value,
  comment,
  ...(parts.length > 0 ? { parts: tellParts(parts) } : {}),
});
