import {
  type AciContract,
  type AgreementVersion,
  contractEnd,
  type ContractSettings,
  contractYears,
  type Mission,
  type MissionClock,
  missionClocks,
  type MissionParticipation,
} from '@maillage/domain/contract';
import { absentPlaces, dueDayOf, expectedMeasures, givableFrom, nextExpected } from '@maillage/domain/indicators';
import { addDays, addMonths, addYears, type Cents, type Day, daysBetween, formatDay, formatPeriod, french, groupBy, type Period, plural } from '@maillage/domain/kernel';
import type { PaymentLine } from '@maillage/domain/money';
import { type YearClock, yearClocks, yearFrom } from './calendar-years';
import type { SteeredIndicator, SteeredMeasure, SteeringInput } from './input';

/** What the days of a calendar are about. */
export const calendarKinds = ['mission', 'review', 'payment', 'values', 'year'] as const;
/** Kinds people filter by: deadlines of missions, dialogue de gestion, money, values to enter, years that begin or end. */
export type CalendarKind = (typeof calendarKinds)[number];

/** What a line of the calendar is about: a mission by its code, a review by its year, values to enter by their period. */
export interface CalendarLink {
  to: 'mission' | 'contract' | 'review' | 'payments' | 'entry';
  id: string | null;
}

/** The page of the product it opens, the same from the screen and from people's calendars. */
export function calendarPath({ to, id }: CalendarLink): string {
  const pages: Readonly<Record<CalendarLink['to'], string>> = {
    mission: `/missions/${id ?? ''}`,
    contract: '/reglages/contrat',
    review: `/contrat/dialogue?annee=${id ?? ''}`,
    payments: '/contrat/versements',
    entry: `/indicateurs/saisie?periode=${id ?? ''}`,
  };
  return pages[to];
}

/** Something with a day. */
export interface CalendarEvent {
  /** Stays the same as long as the thing does, whatever its day: the identifier of the event in people's calendars. */
  key: string;
  kind: CalendarKind;
  day: Day;
  title: string;
  detail: string;
  /** 0: not late. */
  lateDays: number;
  /** Its day is past and it is still to be done, though no text calls it late. */
  pending: boolean;
  /** What remains to be paid; null when it is no payment, or not known. */
  cents: Cents | null;
  link: CalendarLink;
}

/** The calendar of a community on a day. */
export interface Calendar {
  today: Day;
  /** Last day looked at. */
  until: Day;
  clocks: YearClock[];
  /** Late first, the latest first; then by day. */
  events: CalendarEvent[];
}

/** Everything the calendar is made from. */
export interface CalendarInput {
  today: Day;
  contract: (AciContract & ContractSettings) | null;
  agreement: AgreementVersion;
  participations: readonly MissionParticipation[];
  /** Empty for who may not read them. */
  payments: readonly Pick<PaymentLine, 'key' | 'date' | 'label' | 'when' | 'status' | 'lateDays' | 'remainingCents'>[];
  indicators: readonly Pick<SteeredIndicator, 'id' | 'frequency' | 'trackedFrom' | 'archivedAt'>[];
  measures: readonly Pick<SteeredMeasure, 'indicatorId' | 'periodKey' | 'status'>[];
  /** Numbers of the contract years that the dialogue de gestion has closed. */
  closedYears: readonly number[];
  /** Periods answered by the reason why they have no value. */
  absences?: SteeringInput['absences'];
  /** Days after the end of a period before a missing value counts as late. */
  dueDays?: number;
}

/** How far the calendar looks: a whole contract year ahead, wherever today stands in it, and the review that follows. */
export const calendarMonths = 15;

/** The review is prepared over several meetings: it is announced this long before the anniversary. No text says so: it is a reminder of ours. */
export const reviewNoticeMonths = 3;

/** Makes the calendar. Same input, same calendar. */
export function makeCalendar(input: CalendarInput): Calendar {
  const { today, contract } = input;
  const until = addMonths(today, calendarMonths);
  const events = [...missionEvents(input), ...contractEvents(input), ...paymentEvents(input), ...valueEvents(input), ...yearEvents(input)]
    .filter(({ day, lateDays, pending }) => lateDays > 0 || pending || (day >= today && day <= until))
    .sort((a, b) => b.lateDays - a.lateDays || order(a.day, b.day) || order(a.key, b.key));
  return { today, until, clocks: yearClocks(contract, today), events };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const event = (given: Omit<CalendarEvent, 'lateDays' | 'pending' | 'cents'> & { lateDays?: number; pending?: boolean; cents?: Cents | null }): CalendarEvent => ({
  ...given,
  lateDays: given.lateDays ?? 0,
  pending: given.pending ?? false,
  cents: given.cents ?? null,
  title: french(given.title),
  detail: french(given.detail),
});

function missionEvents({ agreement, participations, contract, today }: CalendarInput): CalendarEvent[] {
  const clocks = missionClocks(agreement, participations, contract, today);
  return agreement.missions.flatMap((mission) => {
    const clock = clocks.find(({ missionCode }) => missionCode === mission.code);
    return clock && clock.state !== 'not-chosen' ? deadlinesOf(mission, clock, today) : [];
  });
}

/** The deadlines a mission has still to meet; those met are past, and shown with the missions. */
function deadlinesOf(mission: Mission, { startDue, deployDue, startedOn, deployedOn }: MissionClock, today: Day): CalendarEvent[] {
  const link = { to: 'mission', id: mission.code } as const;
  const deadline = (step: string, due: Day | null, done: Day | null, verb: string, months: number | undefined): CalendarEvent[] =>
    due === null || done !== null
      ? []
      : [
          event({
            key: `mission.${mission.code}.${step}`,
            kind: 'mission',
            day: due,
            title: `${mission.shortLabel} : ${verb}`,
            detail: `Au plus tard ${months ?? ''} mois après la signature du contrat, le ${formatDay(due)}.`,
            lateDays: Math.max(0, daysBetween(due, today)),
            link,
          }),
        ];
  return [
    ...deadline('start', startDue, startedOn, 'mission à démarrer', mission.startWithinMonths?.value),
    ...deadline('deploy', deployDue, deployedOn, 'mission à déployer', mission.deployWithinMonths?.value),
  ];
}

function contractEvents({ contract, closedYears, today }: CalendarInput): CalendarEvent[] {
  if (!contract) return [];
  const years = contractYears(contract);
  const end = contractEnd(contract);
  return [
    ...years.flatMap((_, index) => {
      const year = index + 1;
      const anniversary = addYears(contract.signedOn, year);
      const isLast = year === years.length;
      const turn = isLast
        ? []
        : [
            event({
              key: `contract.year.${year + 1}`, kind: 'year', day: anniversary, title: `Année ${year + 1} du contrat`,
              detail: `Anniversaire de la signature : l'année ${year} est finie, l'année ${year + 1} commence.`, link: { to: 'contract', id: null },
            }),
          ];
      if (closedYears.includes(year)) return turn;
      const link = { to: 'review', id: String(year) } as const;
      return [
        ...turn,
        event({
          key: `review.${year}.prepare`, kind: 'review', day: addMonths(anniversary, -reviewNoticeMonths), title: `Préparer le dialogue de gestion de l'année ${year}`,
          detail: 'Fixez les réunions de préparation avec la CPAM et l\'ARS, fiche action par fiche action.', link,
        }),
        event({
          key: `review.${year}`, kind: 'review', day: anniversary, title: `Dialogue de gestion de l'année ${year}`,
          detail: anniversary < today
            ? 'L\'année est finie et son dialogue de gestion n\'est pas clos : la part variable en dépend.'
            : 'Il se tient autour de cet anniversaire : la date se convient avec la CPAM et l\'ARS.',
          // The last year ended only: what was settled before the community came here is not asked for.
          pending: anniversary < today && addYears(contract.signedOn, year + 1) > today, link,
        }),
      ];
    }),
    event({ key: 'contract.end', kind: 'year', day: end, title: 'Fin du contrat', detail: 'Dernier jour du contrat : son renouvellement se prépare avant.', link: { to: 'contract', id: null } }),
  ];
}

/** The payments still awaited, those of one day told together: the caisse pays them together. */
function paymentEvents({ payments }: CalendarInput): CalendarEvent[] {
  const awaited = payments.flatMap((line) => {
    const isAwaited = line.status === 'upcoming' || line.status === 'expected' || line.status === 'late' || line.status === 'partly-received';
    return isAwaited && line.date !== null ? [{ ...line, date: line.date }] : [];
  });
  return [...groupBy(awaited, ({ date }) => date)].map(([day, lines]) => {
    const labels = lines.map(({ label }) => label);
    const [first = ''] = labels;
    const known = lines.flatMap(({ remainingCents }) => remainingCents ?? []);
    return event({
      key: `payment.${day}`,
      kind: 'payment',
      day,
      title: lines.length === 1 ? `Versement attendu : ${first}` : `${lines.length} versements attendus de la caisse`,
      detail: lines.length === 1 ? `De la caisse, ${lines[0]?.when ?? ''}.` : `${labels.join(' ; ')}.`,
      lateDays: Math.max(...lines.map(({ lateDays }) => lateDays)),
      cents: known.length === lines.length ? known.reduce((sum, cents) => sum + cents, 0) : null,
      link: { to: 'payments', id: null },
    });
  });
}

/** Values by period and due day (an indicator may have its own delay): what is missing, and the next period to come of each rhythm. */
function valueEvents({ today, contract, indicators, measures, absences, dueDays }: CalendarInput): CalendarEvent[] {
  const calendar = { contractStart: contract?.signedOn ?? null };
  const due = dueDays === undefined ? {} : { dueDays };
  const awaited = expectedMeasures(indicators, measures, { today, calendar, ...due, absent: absentPlaces(absences ?? []), since: addYears(today, -1) }).filter(({ need }) => need === 'to-enter');
  const coming = indicators.flatMap((indicator) => nextExpected(indicator, { today, calendar, ...due }) ?? []).filter(({ period }) => period.end > today);
  const periods = groupBy([...awaited, ...coming], ({ period, dueOn }) => `${period.key} ${dueOn}`);
  return [...periods.values()].flatMap((values) => {
    const [first] = values;
    if (!first) return [];
    const { period, dueOn } = first;
    const key = dueOn === dueDayOf({}, period, dueDays) ? `values.${period.key}` : `values.${period.key}.${dueOn}`;
    return [valueEvent(key, period, values.length, dueOn, Math.max(0, daysBetween(dueOn, today)))];
  });
}

function valueEvent(key: string, period: Period, count: number, dueOn: Day, lateDays: number): CalendarEvent {
  const isEnded = `${count} ${plural(count, 'valeur')} à saisir`;
  return event({
    key, kind: 'values', day: dueOn, title: `${isEnded} : ${formatPeriod(period)}`,
    detail: `La saisie est possible à partir du ${formatDay(givableFrom(period))}, attendue au plus tard le ${formatDay(dueOn)}.`, lateDays, link: { to: 'entry', id: period.key },
  });
}

/** The years of the community that begin: those that begin the same day are told together. */
function yearEvents({ contract, today }: CalendarInput): CalendarEvent[] {
  const starts = [
    { start: '01-01', name: 'année civile' },
    ...(contract ? [{ start: contract.accountingYearStart, name: 'exercice comptable' }, { start: contract.membershipYearStart, name: 'année d\'adhésion' }] : []),
  ];
  return [...groupBy(starts, ({ start }) => start)].flatMap(([start, named]) => {
    const first = addDays(yearFrom(start, today).end, 1);
    const names = named.map(({ name }) => name);
    return [first, addYears(first, 1)].map((day) =>
      event({
        key: `year.${start}.${day.slice(0, 4)}`, kind: 'year', day, title: `Début : ${names.join(', ')}`,
        detail: names.includes('année civile') ? 'Le plafond de ce qui est versé à un professionnel se compte par année civile.' : `Comme vos réglages le disent, le ${formatDay(day)}.`,
        link: { to: 'contract', id: null },
      }),
    );
  });
}
