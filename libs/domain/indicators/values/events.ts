import { type Day, formatDay, french, groupBy, holds, lastOverQuarter, parsePeriod, type Period, type PeriodCalendar, type PeriodKey, periodKindOf, type PeriodKind, periodOn } from '@maillage/domain/kernel';
import type { Indicator } from '../definition/indicator';
import { hasParts, isAdded, isAnswer } from '../definition/kinds';
import { aggregate, inOrder } from './aggregate';
import { isSettled, type Measure } from './measure';
import { formatParts, formatValue } from './trend';

/** True for what is given each time something happens: no period of it is ever awaited, late or missing. */
export const isEventDriven = ({ frequency }: Pick<Indicator, 'frequency'>): boolean => frequency === 'event';

/** The periods an indicator is told by in curves, pages and reports: events are brought together by quarter. */
export const toldBy = (frequency: PeriodKind): PeriodKind => (frequency === 'event' ? 'quarter' : frequency);

type Told = Pick<Indicator, 'kind' | 'unit' | 'decimals' | 'aggregation' | 'frequency'>;
type Given = Pick<Measure, 'periodKey' | 'periodStart' | 'periodEnd' | 'numerator' | 'denominator' | 'value' | 'status' | 'comment'>;

/** What the events of one quarter make together. */
export interface QuarterOfEvents<M> extends Given {
  /** The events, in their order. */
  events: readonly M[];
}

/** The quarters that hold events, oldest first, with what these make together: validated when every one of them is. */
export function eventsByQuarter<M extends Given>(indicator: Told, measures: readonly M[], today: Day, calendar: PeriodCalendar = {}): QuarterOfEvents<M>[] {
  const quarterOf = ({ periodEnd }: Given): string => periodOn('quarter', periodEnd)?.key ?? '';
  return [...groupBy(measures, quarterOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, given]): QuarterOfEvents<M>[] => {
      const quarter = parsePeriod(key);
      const events = [...given].sort(inOrder);
      const { value, numerator, denominator } = aggregate(indicator, events, quarter, today, calendar);
      if (value === null) return [];
      const status = events.every((one) => isSettled(one.status)) ? 'validated' : 'draft';
      const comment = events.flatMap((one) => (one.comment === null ? [] : [`${formatDay(one.periodEnd)} : ${one.comment}`])).join('\n');
      return [{ periodKey: quarter.key, periodStart: quarter.start, periodEnd: quarter.end, numerator, denominator, value, status, comment: comment === '' ? null : french(comment), events }];
    });
}

/** Days told one by one in a report; the others are counted. */
const mostTold = 12;

/** « 3 novembre 2026 : 25 participants (Salle des fêtes) »: the events of a quarter, one a line. Their figures stay out where small ones are masked. */
export function tellEvents(indicator: Told & { countsPatients: boolean }, events: readonly Pick<Given, 'periodEnd' | 'numerator' | 'denominator' | 'value' | 'comment'>[]): string | null {
  const lines = events.slice(0, mostTold).map((event) => {
    const figure = indicator.countsPatients && !isAnswer(indicator.kind) ? null : hasParts(indicator.kind) ? `${formatValue(indicator, event.value)} (${formatParts(event.numerator, event.denominator)})` : formatValue(indicator, event.value);
    const said = [figure, event.comment].filter((one) => one !== null).join(', ');
    return said === '' ? formatDay(event.periodEnd) : `${formatDay(event.periodEnd)} : ${said}`;
  });
  const more = events.length - lines.length;
  const all = more > 0 ? [...lines, more === 1 ? 'et un autre événement' : `et ${more} autres événements`] : lines;
  return all.length === 0 ? null : french(all.join('\n'));
}

/**
 * The quarter a dashboard shows of events on a day: the one that runs or the one before when something happened in it; of what is not
 * added, the last one of the year that has a figure; else the one that runs, where nothing happened yet.
 */
export function quarterOfEventsToShow(indicator: Pick<Indicator, 'kind' | 'aggregation'>, measures: readonly Pick<Measure, 'periodKey'>[], today: Day): Period {
  const days = measures.flatMap(({ periodKey }) => (periodKindOf(periodKey) === 'event' ? [periodKey.slice(1, 11)] : [])).filter((day) => day <= today);
  const running = parsePeriod(periodOn('quarter', today)?.key);
  const before = lastOverQuarter(today);
  const last = days.sort().at(-1);
  if (last === undefined || last >= running.start) return running;
  if (holds(before, last)) return before;
  const quarter = periodOn('quarter', last);
  return !isAdded(indicator) && quarter && last.slice(0, 4) >= String(Number(today.slice(0, 4)) - 1) ? quarter : running;
}

/** Whether a value belongs to a period that is shown: its own, or the quarter that holds its event. */
export const isToldIn = (periodKey: PeriodKey, shown: Period): boolean => periodKey === shown.key || (periodKindOf(periodKey) === 'event' && holds(shown, periodKey.slice(1, 11)));
