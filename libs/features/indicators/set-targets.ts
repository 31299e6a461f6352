import { checkTarget, type Target } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, formatPeriod, parsePeriod } from '@maillage/domain/kernel';
import { audit, requireRevision } from '@maillage/features/community';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { labelOf } from './define-indicator';
import { indicatorFacts } from './facts';
import { loadIndicator, loadTargets, replaceTargets, touchIndicator } from './indicator.store';

/** The targets of an indicator, all periods at once, with the revision of the indicator on screen. */
export interface TargetsInput {
  revision: number;
  targets: Pick<Target, 'periodKey' | 'value'>[];
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
      const before = (await loadTargets(tx, id)).map(({ periodKey, value }) => ({ periodKey, value }));
      await requireRevision(tx, stored, input.revision, { targets: before }, timeZone);
      const after = input.targets.map((target) => checkTarget(stored, target, calendar)).sort((a, b) => (a.periodKey < b.periodKey ? -1 : 1));
      const keys = new Set(after.map(({ periodKey }) => periodKey));
      if (keys.size !== after.length) throw new DomainError('target-invalid', { rule: 'un seul objectif par période' });
      if (JSON.stringify(before) === JSON.stringify(after)) return;
      await replaceTargets(tx, id, after);
      await touchIndicator(tx, id, { personId: actor.personId, at: this.clock.now() });
      const shown = (targets: readonly Pick<Target, 'periodKey' | 'value'>[]): object => ({
        targets: targets.map(({ periodKey, value }) => `${formatPeriod(parsePeriod(periodKey, calendar))} : ${value}`).join(', '),
      });
      await audit(tx, actor, {
        act: 'target.changed',
        subjectType: 'indicator',
        subjectId: id,
        label: labelOf(stored),
        before: shown(before),
        after: shown(after),
      });
    });
  }
}
