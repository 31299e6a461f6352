import { Clock, Ids, Jobs, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadFed, markDue, whichAreComputed } from './computed.store';
import type { MeasureAct } from '../values/measure.row';

declare module '@maillage/platform/jobs/job-payloads' {
  interface JobPayloads {
    /** Computes again what is to be, for a community. */
    'indicators.recompute': Record<string, never>;
  }
}

/** What happens to a value without moving its figure or its weight. */
const beside: ReadonlySet<MeasureAct> = new Set<MeasureAct>(['evidence-added', 'evidence-removed', 'absence-stated', 'absence-withdrawn', 'checked']);
/** What lets the formula of an indicator give a value of its own again. */
const freed: ReadonlySet<MeasureAct> = new Set<MeasureAct>(['reopened', 'unlocked', 'deleted']);

/** Says, in the transaction of a change, what is to be computed again because of it. A job does it after; several changes make one work of it. */
@Injectable()
export class ComputedDue {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
  ) {}

  /** Values changed: what they feed follows. */
  async follow(tx: Tx, communityId: string, events: readonly { act: MeasureAct; indicator: { id: string } }[]): Promise<void> {
    const moved = [...new Set(events.filter(({ act }) => !beside.has(act)).map(({ indicator }) => indicator.id))];
    if (moved.length === 0) return;
    const own = [...new Set(events.filter(({ act }) => freed.has(act)).map(({ indicator }) => indicator.id))];
    await this.mark(tx, communityId, [...new Set([...(await loadFed(tx, moved)), ...(await whichAreComputed(tx, own))])]);
  }

  /** These indicators are to be computed again. */
  async mark(tx: Tx, communityId: string, indicatorIds: readonly string[]): Promise<void> {
    if (indicatorIds.length === 0) return;
    await markDue(tx, this.ids, indicatorIds, this.clock.now());
    await this.jobs.enqueue(tx, 'indicators.recompute', {}, { subject: communityId });
  }
}
