import { checkTarget, type Target } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { decimalsOf, DomainError, formatPeriod, parsePeriod, type PeriodCalendar } from '@maillage/domain/kernel';
import { audit, requireRevision } from '@maillage/features/community';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { labelOf } from './define-indicator';
import { indicatorFacts } from '../values/facts';
import { loadIndicator, loadTargets, replaceTargets, touchIndicator, type StoredIndicator } from './indicator.store';

type PlainTarget = Pick<Target, 'periodKey' | 'value' | 'rationale'>;

/** The targets of an indicator, all periods at once, with the revision of the indicator on screen. */
export interface TargetsInput {
  revision: number;
  targets: PlainTarget[];
}

const mostTargets = 120;

/** Sets the targets of an indicator. */
@Injectable()
export class SetTargets {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, id: string, input: TargetsInput): Promise<void> {
    requireRight(actor, 'indicators.write');
    if (input.targets.length > mostTargets) throw new DomainError('too-many', { label: 'Objectifs', max: mostTargets });
    await this.db.run(actor.communityId, async (tx) => {
      const stored = await loadIndicator(tx, id, true);
      const { timeZone, calendar } = await indicatorFacts(tx, actor.communityId, this.clock);
      const before = await targetsOf(tx, id);
      await requireRevision(tx, stored, input.revision, { targets: before }, timeZone);
      const after = input.targets.map((target) => checkTarget(stored, target, calendar)).sort((a, b) => (a.periodKey < b.periodKey ? -1 : 1));
      const keys = new Set(after.map(({ periodKey }) => periodKey));
      if (keys.size !== after.length) throw new DomainError('target-invalid', { rule: 'un seul objectif par période' });
      if (JSON.stringify(before) === JSON.stringify(after)) return;
      await this.write(tx, actor, stored, { before, after, calendar });
    });
  }

  /**
   * Gives an indicator a target for a period that has none, inside a transaction. False when there is one already, when the
   * indicator is archived, or when it is not written with as many decimals.
   */
  async setMissing(tx: Tx, actor: Actor, id: string, target: PlainTarget): Promise<boolean> {
    requireRight(actor, 'indicators.write');
    const stored = await loadIndicator(tx, id, true);
    const before = await targetsOf(tx, id);
    const there = before.some(({ periodKey }) => periodKey === target.periodKey);
    if (there || stored.archivedAt !== null || decimalsOf(target.value) > stored.decimals || before.length >= mostTargets) return false;
    const { calendar } = await indicatorFacts(tx, actor.communityId, this.clock);
    const after = [...before, checkTarget(stored, target, calendar)].sort((a, b) => (a.periodKey < b.periodKey ? -1 : 1));
    await this.write(tx, actor, stored, { before, after, calendar });
    return true;
  }

  private async write(
    tx: Tx,
    actor: Actor,
    stored: StoredIndicator,
    { before, after, calendar }: { before: PlainTarget[]; after: PlainTarget[]; calendar: PeriodCalendar },
  ): Promise<void> {
    await replaceTargets(tx, stored.id, after);
    await touchIndicator(tx, stored.id, { personId: actor.personId, at: this.clock.now() });
    const shown = (targets: readonly PlainTarget[]): object => ({
      targets: targets.map(({ periodKey, value, rationale }) => `${formatPeriod(parsePeriod(periodKey, calendar))} : ${value}${rationale ? ` (${rationale})` : ''}`).join(', '),
    });
    await audit(tx, actor, {
      act: 'target.changed',
      subjectType: 'indicator',
      subjectId: stored.id,
      label: labelOf(stored),
      before: shown(before),
      after: shown(after),
    });
  }
}

const targetsOf = async (tx: Tx, id: string): Promise<PlainTarget[]> => (await loadTargets(tx, id)).map(({ periodKey, value, rationale }) => ({ periodKey, value, rationale }));
