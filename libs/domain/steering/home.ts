import { absentPlaces, expectedMeasures, formatValue, isSettled, lockOver, nextExpected, nextStep } from '@maillage/domain/indicators';
import { addDays, addYears, type Day, daysBetween, formatDay, formatNumber, formatPeriod, french, groupBy, oncePer, parsePeriod, type Period, plural, type Uuid } from '@maillage/domain/kernel';
import { comingSteps, isOpen, lateSteps } from '@maillage/domain/project';
import type { SteeringInput } from './input';
import { calendarOf, type EurosOfYear, eurosOfYear, indicatorCards, type MissionStanding, missionStandings, nameOf, type Totals, totalsOf } from './standing';

/** Where a line leads. */
export interface Link {
  to: 'mission' | 'action' | 'indicator' | 'report' | 'contract' | 'project' | 'indicators' | 'territory' | 'recipients' | 'review' | 'contributions';
  id: string | null;
  periodKey: string | null;
}

/** Something to do now: late first, with who and since when. */
export interface Duty {
  kind: 'mission-start' | 'mission-deploy' | 'step' | 'action-end' | 'measure' | 'correct' | 'validate' | 'proof' | 'approve' | 'send' | 'report-failed' | 'review' | 'contribution';
  title: string;
  detail: string;
  who: string | null;
  personId: Uuid | null;
  /** The day it fell due. */
  dueOn: Day | null;
  /** 0: to be done, not late. */
  lateDays: number;
  link: Link;
}

/** Something of the next four weeks. */
export interface Coming {
  kind: 'step' | 'measure' | 'mission-start' | 'mission-deploy' | 'action-end' | 'contract-anniversary';
  day: Day;
  title: string;
  detail: string;
  who: string | null;
  personId: Uuid | null;
  link: Link;
}

/** A step of the guided first hour. */
export interface SetupStep {
  code: 'contract' | 'territory' | 'project' | 'indicators' | 'first-value' | 'recipients';
  done: boolean;
  link: Link;
}

/** The coordinator's home: what to do, where we stand, what is coming. */
export interface Home {
  today: Day;
  duties: Duty[];
  missions: MissionStanding[];
  /** Euros of the contract year that runs; null without terms. */
  euros: EurosOfYear | null;
  /** Each action and each indicator once, whatever the number of missions served. */
  totals: Totals;
  coming: Coming[];
  setup: { steps: SetupStep[]; done: number; complete: boolean };
}

/** How far « ce qui vient » looks; values missing for more than a year are no longer asked for on the home. */
export const comingDays = 28;

const link = (to: Link['to'], id: string | null = null, periodKey: string | null = null): Link => ({ to, id, periodKey });

/** Assembles the home. Same input, same home. */
export function assembleHome(input: SteeringInput): Home {
  const cards = indicatorCards(input);
  const steps = setupSteps(input);
  const done = steps.filter((step) => step.done).length;
  return {
    today: input.today,
    duties: grouped(input, dutiesOf(input)),
    missions: missionStandings(input, cards),
    euros: eurosOfYear(input),
    totals: totalsOf(input.actions, cards, input.today),
    coming: comingThings(input),
    setup: { steps, done, complete: done === steps.length },
  };
}

/** Everything to do now: the latest first, then by due day, then by title. */
export const dutiesOf = oncePer((input: SteeringInput): readonly Duty[] => {
  const missions = missionStandings(input, []);
  return [...missions.flatMap(missionDuties), ...actionDuties(input), ...measureDuties(input), ...proofDuties(input), ...reportDuties(input), ...reviewDuties(input), ...contributionDuties(input)].sort(
    (a, b) => b.lateDays - a.lateDays || order(a.dueOn ?? '9999', b.dueOn ?? '9999') || order(a.title, b.title),
  );
});

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function missionDuties({ code, label, clock }: MissionStanding): Duty[] {
  if (clock.lateDays === 0) return [];
  const start = clock.state === 'late-start';
  return [
    {
      kind: start ? 'mission-start' : 'mission-deploy',
      title: label,
      detail: clock.sentence,
      who: null,
      personId: null,
      dueOn: start ? clock.startDue : clock.deployDue,
      lateDays: clock.lateDays,
      link: link('mission', code),
    },
  ];
}

function actionDuties(input: SteeringInput): Duty[] {
  return input.actions.flatMap((action) => {
    const person = { who: nameOf(input, action.leadPersonId), personId: action.leadPersonId, link: link('action', action.id) };
    const name = `Action ${action.number} : ${action.title}`;
    const steps = lateSteps(action, input.today).map(
      ({ step, dueOn, lateDays }): Duty => ({ kind: 'step', title: step.title, detail: french(`${name}, étape attendue le ${formatDay(dueOn)}`), dueOn, lateDays, ...person }),
    );
    const overdue = isOpen(action) && action.endsOn !== null && action.endsOn < input.today && steps.length === 0;
    if (!overdue || action.endsOn === null) return steps;
    const detail = french(`L'action devait se terminer le ${formatDay(action.endsOn)} : terminez-la ou changez sa date`);
    return [{ kind: 'action-end' as const, title: french(name), detail, dueOn: action.endsOn, lateDays: daysBetween(action.endsOn, input.today), ...person }];
  });
}

function measureDuties(input: SteeringInput): Duty[] {
  const byId = new Map(input.indicators.map((indicator) => [indicator.id, indicator]));
  const drafts = new Map(input.measures.flatMap((measure) => (!isSettled(measure.status) ? [[`${measure.indicatorId} ${measure.periodKey}`, measure]] : [])));
  const options = { today: input.today, since: addYears(input.today, -1), calendar: calendarOf(input), ...(input.dueDays === undefined ? {} : { dueDays: input.dueDays }), absent: absentPlaces(input.absences ?? []), locks: input.locks ?? [] };
  return expectedMeasures(input.indicators, input.measures, options).flatMap((expected): Duty[] => {
    const indicator = byId.get(expected.indicatorId);
    if (!indicator) return [];
    const enter = expected.need === 'to-enter';
    const period = named(expected.period);
    const draft = drafts.get(`${indicator.id} ${expected.period.key}`);
    const correct = expected.need === 'to-correct';
    const detail = enter
      ? `Valeur à saisir pour ${period}, au plus tard le ${formatDay(expected.dueOn)}`
      : correct
        ? `Valeur renvoyée pour ${period}, à corriger : ${draft?.remark ?? ''}`
        : `Valeur à valider pour ${period} : ${formatValue(indicator, draft?.value ?? null)}`;
    const giver = enter || correct;
    return [
      {
        kind: enter ? 'measure' : correct ? 'correct' : 'validate',
        title: `${indicator.code} ${indicator.name}`,
        detail: french(detail),
        who: giver ? nameOf(input, indicator.responsiblePersonId) : draft ? validatorOf(draft, input) : null,
        personId: giver ? indicator.responsiblePersonId : null,
        dueOn: expected.dueOn,
        lateDays: expected.lateDays,
        link: link('indicator', indicator.id, expected.period.key),
      },
    ];
  });
}

/** The same, the values of one period to give by one day, or to validate, by one person told together when they are many. */
function grouped(input: SteeringInput, duties: readonly Duty[]): Duty[] {
  const alike = (duty: Duty): string => (duty.kind === 'measure' || duty.kind === 'validate' ? [duty.kind, duty.personId, duty.who, duty.link.periodKey, duty.kind === 'measure' ? duty.dueOn : null].join(' ') : `${duty.kind} ${duties.indexOf(duty)}`);
  return together(duties, alike, (duty, values) => {
    const what = duty.kind === 'correct' ? 'corriger' : duty.kind === 'measure' ? `saisir, au plus tard le ${formatDay(duty.dueOn ?? input.today)}` : 'valider';
    return { ...duty, title: french(`${values} valeurs ${labelOfPeriod(input, duty)}`), detail: french(`${values} valeurs à ${what}`), link: link('indicator', null, duty.link.periodKey) };
  });
}

/** Who a value waits for, where the community asks somebody else than the coordination alone. */
function validatorOf(draft: SteeringInput['measures'][number], { validation }: SteeringInput): string | null {
  if (!validation || (validation.by === 'coordinator' && validation.steps === 1)) return null;
  return nextStep(draft, validation)?.who === 'board' ? 'Bureau' : 'Coordination';
}

/** Above this number, the values of a period are one line: forty-three of them hide everything else. */
const mostOfOnePeriod = 3;

/** « T3 2026 (juil.–sept.) », « le 3 novembre 2026 »: after « pour ». */
const named = (period: Period): string => (period.kind === 'event' ? `le ${formatPeriod(period)}` : formatPeriod(period));

/** « de T3 2026 (juil.–sept.) », « du 3 novembre 2026 » */
function labelOfPeriod(input: SteeringInput, { link: { periodKey } }: { link: Link }): string {
  const period = parsePeriod(periodKey, calendarOf(input));
  return period.kind === 'contract-year' ? `de l'${formatPeriod(period)}` : `${period.kind === 'event' ? 'du' : 'de'} ${formatPeriod(period)}`;
}

/** Lines alike become one where they are too many; the order of the first ones is kept. */
function together<T>(lines: readonly T[], alike: (line: T) => string, join: (first: T, count: number) => T): T[] {
  const groups = groupBy(lines, alike);
  return [...groups.values()].flatMap((group) => (group.length > mostOfOnePeriod && group[0] !== undefined ? [join(group[0], group.length)] : group));
}

/** One line for an indicator, whatever the number of its values without proof: no text gives a deadline to a proof, and none is joined under a lock. */
function proofDuties(input: SteeringInput): Duty[] {
  const open = (input.unproved ?? []).filter(({ periodKey }) => !lockOver(input.locks ?? [], parsePeriod(periodKey, calendarOf(input))));
  const byIndicator = groupBy(open, ({ indicatorId }) => indicatorId);
  return input.indicators.flatMap((indicator): Duty[] => {
    const [latest, ...others] = byIndicator.get(indicator.id) ?? [];
    if (!latest || indicator.archivedAt !== null) return [];
    const last = parsePeriod(latest.periodKey, calendarOf(input));
    const [one, many] = last.kind === 'event' ? ['un autre événement', 'autres événements'] : ['une autre période', 'autres périodes'];
    const more = others.length === 0 ? '' : others.length === 1 ? `, et pour ${one}` : `, et pour ${others.length} ${many}`;
    return [
      {
        kind: 'proof',
        title: `${indicator.code} ${indicator.name}`,
        detail: french(`Preuve manquante pour ${named(last)}${more}`),
        who: nameOf(input, indicator.responsiblePersonId),
        personId: indicator.responsiblePersonId,
        dueOn: null,
        lateDays: 0,
        link: link('indicator', indicator.id, latest.periodKey),
      },
    ];
  });
}

const reportDuty: Readonly<Record<string, { kind: Duty['kind']; detail: string }>> = {
  'awaiting-approval': { kind: 'approve', detail: 'Rapport prêt, à lire et à approuver' },
  'approved': { kind: 'send', detail: 'Rapport approuvé, à envoyer' },
  'partly-sent': { kind: 'report-failed', detail: 'Rapport envoyé en partie : voyez quel destinataire ne l\'a pas reçu' },
  'failed': { kind: 'report-failed', detail: 'Rapport en échec : voyez pourquoi et relancez' },
};

function reportDuties(input: SteeringInput): Duty[] {
  return input.reports.flatMap((report): Duty[] => {
    const duty = reportDuty[report.status];
    if (!duty) return [];
    const version = report.version === 1 ? '' : ` version ${report.version}`;
    return [
      {
        kind: duty.kind,
        title: `Rapport ${report.number}${version}, ${report.periodLabel}`,
        detail: french(`${duty.detail} (depuis le ${formatDay(report.since)})`),
        who: null,
        personId: null,
        dueOn: report.since,
        lateDays: 0,
        link: link('report', report.id),
      },
    ];
  });
}

/** No text gives a deadline to the dialogue: it is to be held, never late. */
function reviewDuties({ reviewToHold }: SteeringInput): Duty[] {
  if (!reviewToHold) return [];
  const { year, end } = reviewToHold;
  return [
    {
      kind: 'review',
      title: `Dialogue de gestion de l’année ${year}`,
      detail: french(`L'année du contrat s'est terminée le ${formatDay(end)} : préparez le dialogue avec la CPAM et l'ARS, puis clôturez-le`),
      who: null,
      personId: null,
      dueOn: end,
      lateDays: 0,
      link: link('review', String(year)),
    },
  ];
}

/** What came through collection links is told as one thing to do, since the oldest answer. */
function contributionDuties({ contributions }: SteeringInput): Duty[] {
  if (!contributions || contributions.count === 0) return [];
  const { count, since } = contributions;
  return [
    {
      kind: 'contribution',
      title: `${formatNumber(count)} ${plural(count, 'réponse')} à accepter`,
      detail: french(count < 2 ? `Reçue par un lien de collecte le ${formatDay(since)} : acceptez-la ou refusez-la` : `Reçues par des liens de collecte depuis le ${formatDay(since)} : acceptez-les ou refusez-les`),
      who: null,
      personId: null,
      dueOn: since,
      lateDays: 0,
      link: link('contributions'),
    },
  ];
}

/** What falls in the next four weeks, today included, the nearest first. */
export function comingThings(input: SteeringInput): Coming[] {
  const { today } = input;
  const until = addDays(today, comingDays);
  const inside = (day: Day | null): day is Day => day !== null && day >= today && day <= until;
  const coming: Coming[] = [];
  for (const { code, label, clock } of missionStandings(input, [])) {
    const start = clock.state === 'not-started';
    const day = start ? clock.startDue : clock.state === 'started' ? clock.deployDue : null;
    if (inside(day)) coming.push({ kind: start ? 'mission-start' : 'mission-deploy', day, title: label, detail: start ? 'Échéance de démarrage de la mission' : 'Échéance de déploiement de la mission', who: null, personId: null, link: link('mission', code) });
  }
  for (const action of input.actions) {
    const name = french(`Action ${action.number} : ${action.title}`);
    const person = { who: nameOf(input, action.leadPersonId), personId: action.leadPersonId, link: link('action', action.id) };
    for (const step of comingSteps(action, today, until)) coming.push({ kind: 'step', day: step.dueOn, title: step.title, detail: name, ...person });
    if (isOpen(action) && inside(action.endsOn)) coming.push({ kind: 'action-end', day: action.endsOn, title: name, detail: 'Fin prévue de l’action', ...person });
  }
  const options = { today, calendar: calendarOf(input), ...(input.dueDays === undefined ? {} : { dueDays: input.dueDays }) };
  const values: Coming[] = [];
  for (const indicator of input.indicators) {
    const next = nextExpected(indicator, options);
    if (!next || next.from === today || !inside(next.from)) continue;
    const title = `${indicator.code} ${indicator.name}`;
    const detail = french(`Valeur de ${formatPeriod(next.period)} ${next.period.kind === 'contract-year' ? 'attendue' : 'à saisir'} à partir de ce jour`);
    values.push({ kind: 'measure', day: next.from, title, detail, who: nameOf(input, indicator.responsiblePersonId), personId: indicator.responsiblePersonId, link: link('indicator', indicator.id, next.period.key) });
  }
  coming.push(
    ...together(values, ({ personId, link: { periodKey } }) => `${personId ?? ''} ${periodKey ?? ''}`, (first, count) => ({
      ...first, title: french(`${count} valeurs ${labelOfPeriod(input, first)}`), link: link('indicator', null, first.link.periodKey),
    })),
  );
  const { contract } = input;
  if (contract) {
    for (let number = 1; number <= contract.durationYears; number += 1) {
      const day = addYears(contract.signedOn, number);
      if (inside(day)) coming.push({ kind: 'contract-anniversary', day, title: 'Anniversaire du contrat', detail: 'Dialogue de gestion avec la CPAM et l’ARS autour de cette date', who: null, personId: null, link: link('contract') });
    }
  }
  return coming.sort((a, b) => order(a.day, b.day) || order(a.title, b.title));
}

function setupSteps(input: SteeringInput): SetupStep[] {
  return [
    { code: 'contract', done: input.contract !== null, link: link('contract') },
    { code: 'territory', done: input.setup.territory, link: link('territory') },
    { code: 'project', done: input.setup.project, link: link('project') },
    { code: 'indicators', done: input.indicators.length > 0, link: link('indicators') },
    { code: 'first-value', done: input.measures.length > 0, link: link('indicators') },
    { code: 'recipients', done: input.setup.recipients, link: link('recipients') },
  ];
}
