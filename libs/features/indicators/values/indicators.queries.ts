import { hasRight, requireRight, type Actor } from '@maillage/domain/identity';
import { expectedMeasures, givablePeriods, type IndicatorStanding, isToldIn, type Target } from '@maillage/domain/indicators';
import { addYears, found, groupBy, parsePeriod, uniqueBy, type Day } from '@maillage/domain/kernel';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadUnproved } from '../proofs/evidence.store';
import { loadCard } from './card.store';
import { indicatorFactsFrom } from './facts';
import { loadIndicator, type IndicatorChange, type StoredIndicator } from '../definition/indicator.store';
import { loadMeasureChanges, type MeasureChange } from './measure.store';
import { expectedOptions,
  listReach,
  mayGive,
  placesOf,
  readAll,
  standingToday,
  valueLines,
  type IndicatorPlace,
  type Reading,
  type ValueLine,
} from './reading';
import { hasAStep } from '../validation/validation.store';
import { withActs, type ValueActs } from './value-acts';

/** An indicator in the list: what it is and where it stands. */
export interface IndicatorLine {
  indicator: StoredIndicator;
  place: IndicatorPlace;
  /** null: no period is due yet. */
  standing: IndicatorStanding | null;
  /** Values somebody still has to give, or to give again, late ones included; what was given and waits to be validated is not among them. */
  awaited: number;
  late: number;
  /** The value shown has not the proof it should have. */
  proofMissing: boolean;
}

/** What this reader may do on an indicator. */
export interface IndicatorMay {
  define: boolean;
  enter: boolean;
  validate: boolean;
}

/** The card of an indicator: definition, targets, curve, values with their proofs, change log. */
export interface IndicatorCard {
  indicator: StoredIndicator;
  place: IndicatorPlace;
  standing: IndicatorStanding | null;
  targets: (Target & { rationale: string | null })[];
  /** Newest first; a missing value is a line without measure. */
  values: (ValueLine & ValueActs)[];
  changes: IndicatorChange[];
  /** True once a value exists: what the values mean no longer changes. */
  locked: boolean;
  may: IndicatorMay;
  today: Day;
  /** What contract years are counted from; null without a contract. */
  contractStart: Day | null;
}

/** Reads of the indicators, their values and their proofs. */
@Injectable()
export class IndicatorQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** Every indicator with where it stands today; archived ones too when asked. */
  async list(actor: Actor, options: { archived?: boolean } = {}): Promise<IndicatorLine[]> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const reading = await readAll(tx, actor, this.clock, listReach, options);
        const { facts, indicators, measures } = reading;
        const places = await placesOf(tx, actor, reading);
        const awaited = expectedMeasures(indicators, measures, {
          ...expectedOptions(reading),
          since: addYears(facts.today, -1),
        });
        // What was given waits for who validates: nobody has to give it.
        const owedOf = groupBy(awaited.filter(({ need }) => need !== 'to-validate'), ({ indicatorId }) => indicatorId);
        const unprovedOf = groupBy(await loadUnproved(tx, addYears(facts.today, -2)), ({ indicatorId }) => indicatorId);
        return indicators.flatMap((indicator) => {
          const mine = owedOf.get(indicator.id) ?? [];
          const late = mine.filter(({ lateDays }) => lateDays > 0).length;
          const place = places.get(indicator.id);
          const standing = standingToday(reading, indicator);
          const proofMissing = standing !== null && (unprovedOf.get(indicator.id) ?? []).some(({ periodKey }) => isToldIn(periodKey, standing.period));
          return place ? [{ indicator, place, standing, awaited: mine.length, late, proofMissing }] : [];
        });
      },
      { readOnly: true },
    );
  }

  /** The card of one indicator. */
  async card(actor: Actor, id: string): Promise<IndicatorCard> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const now = this.clock.now();
        const card = await loadCard(tx, { id, communityId: actor.communityId, now });
        const { indicator, settings, locks, exceptions, granted, measures, evidence, targets, absences, changes, action, names } = card;
        const facts = indicatorFactsFrom(card, this.clock);
        const reading: Reading = { facts, indicators: [indicator], measures, targets, absences, locks };
        const place = found((await placesOf(tx, actor, reading, names, action)).get(id));
        const due = givablePeriods({ ...indicator, archivedAt: null }, { today: facts.today, calendar: facts.calendar });
        const given = reading.measures.map((measure) => parsePeriod(measure.periodKey, facts.calendar));
        const periods = uniqueBy([...due, ...given], ({ key }) => key).sort((a, b) => (a.end < b.end ? 1 : -1));
        return {
          indicator,
          place,
          standing: standingToday(reading, indicator),
          targets,
          values: await withActs(
            tx,
            actor,
            { settings, ground: { locks, exceptions }, now },
            await valueLines(
              tx,
              { ...reading, names },
              periods.map((period) => ({ indicator, period })),
              { measures, evidence },
            ),
            { places: new Map([[indicator.id, place]]), names, granted },
          ),
          changes,
          locked: reading.measures.length > 0,
          may: {
            define: hasRight(actor, 'indicators.write'),
            enter: mayGive(actor, place),
            validate: hasAStep(settings, actor.role),
          },
          today: facts.today,
          contractStart: facts.calendar.contractStart ?? null,
        };
      },
      { readOnly: true },
    );
  }

  /** What happened to the values of an indicator, newest first; of one period when named. */
  async history(actor: Actor, id: string, periodKey: string | null): Promise<MeasureChange[]> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        await loadIndicator(tx, id);
        return loadMeasureChanges(tx, id, periodKey);
      },
      { readOnly: true },
    );
  }
}
