import { requireRight, type Actor } from '@maillage/domain/identity';
import { checkException, isOpenException } from '@maillage/domain/indicators';
import { DomainError, formatPeriod, found, isDomainError, parsePeriod, type Day } from '@maillage/domain/kernel';
import { audit, startOfDay } from '@maillage/features/community';
import { Clock, Ids, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { labelOf } from '../definition/define-indicator';
import { indicatorFacts, requireMeasureRight } from '../values/facts';
import { findMember, loadIndicator } from '../definition/indicator.store';
import { closeException, holdLocks, insertException, loadException, loadExceptions, loadLockGround } from './lock.store';
import { MeasureTrace } from '../values/measure-trace';

/** What an exception is asked for with: to whom, for what, until when, why. */
export interface ExceptionInput {
  personId: string;
  indicatorId: string;
  periodKey: string;
  /** Local day and time of the community from which it opens nothing. */
  untilOn: Day;
  untilTime: string;
  reason: string | null;
}

/** Opens one value of a locked period to one person for a time, or takes that back. */
@Injectable()
export class GrantException {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trace: MeasureTrace,
  ) {}

  /** The id of the exception; asked for twice, the same. */
  async grant(actor: Actor, input: ExceptionInput): Promise<string> {
    requireRight(actor, 'measures.lock');
    return this.db.run(actor.communityId, async (tx) => {
      await holdLocks(tx, actor.communityId, 'to-change-locks');
      const now = this.clock.now();
      const facts = await indicatorFacts(tx, actor.communityId, this.clock);
      const indicator = await loadIndicator(tx, input.indicatorId);
      const period = parsePeriod(input.periodKey, facts.calendar);
      const person = found(await findMember(tx, input.personId));
      const [hours = 0, minutes = 0] = input.untilTime.split(':').map(Number);
      const until = new Date(startOfDay(input.untilOn, facts.timeZone).getTime() + (hours * 60 + minutes) * 60_000);
      const { locks } = await loadLockGround(tx, now);
      const reason = checkException({ until, reason: input.reason }, locks, period, now);
      try {
        await requireMeasureRight(tx, { ...actor, personId: input.personId, role: person.role }, indicator);
      } catch (error) {
        throw isDomainError(error, 'forbidden') ? new DomainError('exception-person', { who: person.name, field: 'personId' }) : error;
      }
      const already = (await loadExceptions(tx, { indicatorId: indicator.id, periodKey: period.key })).find(
        (one) => one.personId === input.personId && isOpenException(one, now) && one.until.getTime() === until.getTime() && one.reason === reason,
      );
      if (already) return already.id;
      const id = this.ids.next();
      await insertException(tx, { id, personId: input.personId, indicatorId: indicator.id, periodKey: period.key, until, reason }, this.trace.by(actor));
      await audit(tx, actor, {
        act: 'exception.granted',
        subjectType: 'indicator',
        subjectId: indicator.id,
        label: `${labelOf(indicator)} · ${formatPeriod(period)}`,
        after: { person: person.name, until: input.untilOn, reason },
      });
      return id;
    });
  }

  /** Takes an exception back before its end; already over, nothing. */
  async close(actor: Actor, exceptionId: string): Promise<void> {
    requireRight(actor, 'measures.lock');
    await this.db.run(actor.communityId, async (tx) => {
      await holdLocks(tx, actor.communityId, 'to-change-locks');
      const one = await loadException(tx, exceptionId);
      if (!isOpenException(one, this.clock.now())) return;
      await closeException(tx, one.id, this.trace.by(actor));
      const indicator = await loadIndicator(tx, one.indicatorId);
      const { calendar } = await indicatorFacts(tx, actor.communityId, this.clock);
      const person = await findMember(tx, one.personId);
      await audit(tx, actor, {
        act: 'exception.closed',
        subjectType: 'indicator',
        subjectId: indicator.id,
        label: `${labelOf(indicator)} · ${formatPeriod(parsePeriod(one.periodKey, calendar))}`,
        before: { person: person?.name ?? null },
      });
    });
  }
}
