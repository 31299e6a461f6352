import type { Actor } from '@maillage/domain/identity';
import type { MeasureContent } from '@maillage/domain/indicators';
import { formatPeriod, parsePeriod, type AuditAct } from '@maillage/domain/kernel';
import { audit } from '@maillage/features/community';
import { Clock, Ids, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { labelOf } from './define-indicator';
import type { StoredIndicator, Writing } from './indicator.store';
import type { MeasureAct } from './measure.row';
import { insertMeasureChange } from './measure.store';

const acts: Readonly<Record<MeasureAct, AuditAct>> = {
  'recorded': 'measure.recorded',
  'changed': 'measure.changed',
  'deleted': 'measure.deleted',
  'validated': 'measure.validated',
  'reopened': 'measure.reopened',
  'evidence-added': 'evidence.added',
  'evidence-removed': 'evidence.removed',
};

/** What happened to the value of an indicator in a period. */
export interface MeasureEvent {
  act: MeasureAct;
  indicator: StoredIndicator;
  periodKey: string;
  before?: object | null;
  after?: object | null;
  reason?: string | null;
}

/** Writes the two traces of a change of value, in its transaction: the history of the value and the journal of the community. */
@Injectable()
export class MeasureTrace {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Who writes, now. */
  by(actor: Actor): Writing {
    return { personId: actor.personId, at: this.clock.now() };
  }

  async write(tx: Tx, actor: Actor, { act, indicator, periodKey, before, after, reason }: MeasureEvent, contractStart: string | null): Promise<void> {
    const change = { id: this.ids.next(), indicatorId: indicator.id, periodKey, act, before, after, reason };
    await insertMeasureChange(tx, change, this.by(actor));
    const period = formatPeriod(parsePeriod(periodKey, { contractStart }));
    await audit(tx, actor, {
      act: acts[act],
      subjectType: 'indicator',
      subjectId: indicator.id,
      label: `${labelOf(indicator)} · ${period}`,
      before: before ?? null,
      after: after || reason ? { ...after, ...(reason ? { reason } : {}) } : null,
    });
  }
}

/** The part of a value that its history keeps. */
export const contentOf = ({ numerator, denominator, value, comment }: MeasureContent): object => ({ numerator, denominator, value, comment });
