import { requireRight, hasRight, type Actor } from '@maillage/domain/identity';
import { formatValue, isOpenException, isSettled, lockOver, nextStep, stageOf, type MeasureMove, type MeasureOrigin, type MeasureStage, type Validator } from '@maillage/domain/indicators';
import { formatPeriod, isOver, parsePeriod, periodKinds, periodOn, shiftPeriod, type Day, type Period, type PeriodCalendar } from '@maillage/domain/kernel';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { validationView, type ValidationView } from './change-validation';
import { loadEvidence } from '../proofs/evidence.store';
import { indicatorFacts } from '../values/facts';
import { loadIndicators, loadNames, type StoredIndicator } from '../definition/indicator.store';
import { leftOpen, readGroundwork } from './lock-preview';
import { labelOfLock } from './lock-period';
import { loadExceptions, loadLockGround, loadLocks } from './lock.store';
import { loadUnsettled, type StoredMeasure } from '../values/measure.store';
import { mayGive, placesOf } from '../values/reading';
import { actsGround, movesNow } from '../values/value-acts';
import { loadValidation } from './validation.store';

/** A value that waits for somebody, as the list « À valider » shows it. */
export interface WaitingValue {
  id: string;
  revision: number;
  indicatorId: string;
  code: string;
  name: string;
  periodKey: string;
  periodLabel: string;
  /** In French. */
  value: string;
  comment: string | null;
  origin: MeasureOrigin;
  stage: MeasureStage;
  /** Who is waited for; null for a draft that was sent back or not yet sent. */
  waitsFor: Validator | null;
  remark: string | null;
  givenBy: string | null;
  since: Date;
  proofs: number;
  evidenceExpected: string | null;
  action: string | null;
  missions: string[];
  responsible: string | null;
  moves: MeasureMove[];
}

/** The list « À valider », with how values are validated here. */
export interface WaitingPage {
  settings: ValidationView;
  values: WaitingValue[];
  /** Values that wait too, after those. */
  beyond: number;
}

/** A lock in the list, its people by name. */
export interface LockLine {
  id: string;
  periodKey: string;
  label: string;
  lockedAt: Date;
  lockedBy: string | null;
  valuesLocked: number;
  valuesLeft: number;
  unlockedAt: Date | null;
  unlockedBy: string | null;
  unlockReason: string | null;
}

/** An exception in the list, its people by name. */
export interface ExceptionLine {
  id: string;
  person: string;
  indicatorId: string;
  indicator: string;
  periodKey: string;
  periodLabel: string;
  until: Date;
  reason: string;
  grantedAt: Date;
  grantedBy: string | null;
  closedAt: Date | null;
  open: boolean;
}

/** The page of locks. */
export interface LocksPage {
  locks: LockLine[];
  exceptions: ExceptionLine[];
  /** Periods that can be locked, newest first. */
  lockable: { key: string; label: string }[];
  may: boolean;
  today: Day;
}

/** What locking a period would do. */
export interface LockPreview {
  periodKey: string;
  label: string;
  /** Values validated, that would be locked. */
  settled: number;
  left: { indicatorId: string; code: string; name: string; periodKey: string; periodLabel: string; status: 'missing' | 'draft' | 'submitted' }[];
}

/** Reads of the validation of values and of the locks. */
@Injectable()
export class ValidationQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** How values are validated. */
  async settings(actor: Actor): Promise<ValidationView> {
    requireRight(actor, 'indicators.read');
    return this.db.run(actor.communityId, async (tx) => validationView(await loadValidation(tx)), { readOnly: true });
  }

  /** Every value that is not validated; for a lead, those it gives. */
  async waiting(actor: Actor): Promise<WaitingPage> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const facts = await indicatorFacts(tx, actor.communityId, this.clock);
        const indicators = await loadIndicators(tx);
        const places = await placesOf(tx, actor, { facts, indicators });
        const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
        const acts = await actsGround(tx, this.clock.now());
        const mine = actor.role === 'lead' ? [...places].flatMap(([id, place]) => (place.mine ? [id] : [])) : null;
        const { measures, beyond } = await loadUnsettled(tx, mine);
        const proofs = await loadEvidence(tx, measures.map(({ id }) => id));
        const names = await loadNames(tx, [...new Set(measures.flatMap(({ recordedBy }) => recordedBy ?? []))]);
        const values = measures.flatMap((measure): WaitingValue[] => {
          const indicator = byId.get(measure.indicatorId);
          const place = places.get(measure.indicatorId);
          if (!indicator || !place) return [];
          const period = parsePeriod(measure.periodKey, facts.calendar);
          return [
            {
              ...waitingValue(measure, indicator, period),
              waitsFor: measure.status === 'draft' ? null : (nextStep(measure, acts.settings)?.who ?? null),
              givenBy: (measure.recordedBy && names.get(measure.recordedBy)) ?? null,
              proofs: proofs.filter(({ measureId }) => measureId === measure.id).length,
              action: place.action ? place.action.title : null,
              missions: place.missionLabels,
              responsible: place.responsible,
              moves: movesNow(actor, measure, period, mayGive(actor, place), acts),
            },
          ];
        });
        return { settings: validationView(acts.settings), values, beyond };
      },
      { readOnly: true },
    );
  }

  /** The locks and exceptions there are and were, and the periods that can be locked. */
  async locks(actor: Actor): Promise<LocksPage> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const now = this.clock.now();
        const facts = await indicatorFacts(tx, actor.communityId, this.clock);
        const locks = await loadLocks(tx);
        const exceptions = await loadExceptions(tx);
        const ids = [...locks.flatMap(({ lockedBy, unlockedBy }) => [lockedBy, unlockedBy]), ...exceptions.flatMap(({ personId, grantedBy }) => [personId, grantedBy])];
        const names = await loadNames(tx, [...new Set(ids.filter((id) => id !== null))]);
        const nameOf = (id: string | null): string | null => (id ? (names.get(id) ?? null) : null);
        const indicators = new Map((await loadIndicators(tx, { archived: true })).map((indicator) => [indicator.id, indicator]));
        const standing = locks.filter(({ unlockedAt }) => unlockedAt === null);
        return {
          locks: locks.map((lock): LockLine => ({
            id: lock.id, periodKey: lock.periodKey, label: labelOfLock(lock), lockedAt: lock.lockedAt, lockedBy: nameOf(lock.lockedBy),
            valuesLocked: lock.valuesLocked, valuesLeft: lock.valuesLeft,
            unlockedAt: lock.unlockedAt, unlockedBy: nameOf(lock.unlockedBy), unlockReason: lock.unlockReason,
          })),
          exceptions: exceptions.map((one): ExceptionLine => {
            const indicator = indicators.get(one.indicatorId);
            return {
              id: one.id, person: nameOf(one.personId) ?? 'Une personne partie', indicatorId: one.indicatorId, indicator: indicator ? `${indicator.code} ${indicator.name}` : '',
              periodKey: one.periodKey, periodLabel: formatPeriod(parsePeriod(one.periodKey, facts.calendar)), until: one.until, reason: one.reason,
              grantedAt: one.grantedAt, grantedBy: nameOf(one.grantedBy), closedAt: one.closedAt, open: isOpenException(one, now),
            };
          }),
          lockable: lockablePeriods(facts.today, facts.calendar).filter((period) => !lockOver(standing, period)).map((period) => ({ key: period.key, label: formatPeriod(period) })),
          may: hasRight(actor, 'measures.lock'),
          today: facts.today,
        };
      },
      { readOnly: true },
    );
  }

  /** What locking a period would do, before it is confirmed. */
  async preview(actor: Actor, periodKey: string): Promise<LockPreview> {
    requireRight(actor, 'measures.lock');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const facts = await indicatorFacts(tx, actor.communityId, this.clock);
        const period = parsePeriod(periodKey, facts.calendar);
        const groundwork = await readGroundwork(tx, period);
        const left = leftOpen(groundwork, period, facts);
        return {
          periodKey: period.key,
          label: formatPeriod(period),
          settled: groundwork.inside.filter(({ status }) => isSettled(status)).length,
          left: left.map(({ indicator, periodKey: key, status }) => ({
            indicatorId: indicator.id, code: indicator.code, name: indicator.name, periodKey: key, periodLabel: formatPeriod(parsePeriod(key, facts.calendar)), status,
          })),
        };
      },
      { readOnly: true },
    );
  }
}

/** The lock that stands over a period, as a report tells it; null without one. */
export async function lockOfPeriod(tx: Tx, period: Period, now: Date): Promise<{ label: string; lockedAt: Date } | null> {
  const { locks } = await loadLockGround(tx, now);
  const lock = lockOver(locks, period);
  return lock ? { label: labelOfLock(lock), lockedAt: lock.lockedAt } : null;
}

function waitingValue(measure: StoredMeasure, indicator: StoredIndicator, period: Period) {
  return {
    id: measure.id, revision: measure.revision, indicatorId: indicator.id, code: indicator.code, name: indicator.name, periodKey: period.key,
    periodLabel: formatPeriod(period), value: formatValue(indicator, measure.value), comment: measure.comment, origin: measure.origin, stage: stageOf(measure),
    remark: measure.remark, since: measure.submittedAt ?? measure.returnedAt ?? measure.recordedAt, evidenceExpected: indicator.evidenceExpected,
  };
}

/** Periods of each kind that ended in the last two years, newest first. */
function lockablePeriods(today: Day, calendar: PeriodCalendar): Period[] {
  const back: Readonly<Record<Period['kind'], number>> = { 'month': 24, 'quarter': 8, 'half-year': 4, 'civil-year': 2, 'contract-year': 2, 'event': 0 };
  return periodKinds
    .filter((kind) => kind !== 'event')
    .flatMap((kind) => {
      const running = periodOn(kind, today, calendar);
      if (!running) return [];
      return Array.from({ length: back[kind] + 1 }, (_, steps) => shiftPeriod(running, -steps, calendar)).flatMap((period) => (period && isOver(period, today) ? [period] : []));
    })
    .sort((a, b) => (a.end === b.end ? (a.start < b.start ? 1 : -1) : a.end < b.end ? 1 : -1));
}
