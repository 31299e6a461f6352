import {
  type AciContract, contractYears, type ContractTerms, type MissionCode, type MissionParticipation, type MissionTerms, type ProrataUnit, type SignedAmount,
} from '@maillage/domain/contract';
import { addMonths, addYears, type Cents, type Day, daysBetween, formatDay, formatEuros, french, type Period } from '@maillage/domain/kernel';

/** The payments a contract year can bring. */
export const paymentKinds = [
  'operating-signature', 'operating-advance', 'operating-balance', 'fixed-advance', 'fixed-balance', 'variable', 'crisis',
] as const;
/** What a line pays. */
export type PaymentKind = (typeof paymentKinds)[number];

/** What the review of a year settled, mission by mission; an absent mission earned nothing. */
export interface SettledYear {
  closedOn: Day;
  variable: Readonly<Record<MissionCode, Cents>>;
  /** The part paid only when the ARS recognises a crisis. */
  crisis: Readonly<Record<MissionCode, Cents>>;
}

/** The terms of a contract year. */
export interface YearTerms {
  year: number;
  /** Those that count for the year. */
  content: ContractTerms;
  /** Every version of them, the first one first; absent: there is no other. An advance is what was signed on its day. */
  versions?: readonly { effectiveOn: Day; content: ContractTerms }[];
}

/** All that decides what the caisse pays, and when. */
export interface PaymentsInput {
  contract: Pick<AciContract, 'signedOn' | 'durationYears'>;
  /** What the first payment of a mission is counted in. The texts do not say (GAP): days by default, whole months when the caisse does so. */
  prorataUnit: ProrataUnit;
  /** Terms in force for each year that has some. Each year is paid on its own: a later amendment moves no other one. */
  terms: readonly YearTerms[];
  participations: readonly Pick<MissionParticipation, 'missionCode' | 'chosen' | 'startedOn'>[];
  /** Years their review has closed, by number. */
  settled: Readonly<Record<number, SettledYear>>;
  /** Numbers of the years that a crisis recognised by the ARS touches. */
  crisisYears: readonly number[];
  /** What a mission is called. */
  nameOf: (code: MissionCode) => string;
  today: Day;
}

/** One payment the contract promises. */
export interface ExpectedPayment {
  /** Stable: `CY2.prevention.fixed.advance`. Amounts received are tied to it. */
  key: string;
  /** Number of the contract year whose money it is; a balance is paid after that year. */
  year: number;
  kind: PaymentKind;
  missionCode: MissionCode | null;
  /** « Prévention : part fixe, avance ». */
  label: string;
  /** null: nobody knows yet (mission not started, review not closed). */
  date: Day | null;
  /** « à l'anniversaire du contrat », « après le dialogue de gestion ». */
  when: string;
  /** null: nothing is computed, `missing` says why. */
  cents: Cents | null;
  /** The most a variable part can still pay, before its review; never due. Else null. */
  atStakeCents: Cents | null;
  /** « 17 500 € × 8/12 × 75 % = 8 750 € ». */
  formula: string | null;
  missing: string | null;
}

/** Half a cent goes up; whole numbers all along (an amount below ten billion euros × 366 × 3 stays exact). */
function share(cents: Cents, part: number, whole: number): Cents {
  return Math.floor((2 * cents * part + whole) / (2 * whole));
}

/** How much of a contract year a mission runs: from its start to the next anniversary. */
export interface Prorata {
  part: number;
  whole: number;
}

/**
 * The part of the year that remains from a start inside it. In days: the day of the start counts, the anniversary does not; over
 * 365 or 366. In months: whole months of the contract not yet begun, over 12. Started by the first day: the whole year.
 */
export function prorataOf(unit: ProrataUnit, signedOn: Day, year: number, startedOn: Day): Prorata {
  const start = addYears(signedOn, year - 1);
  const end = addYears(signedOn, year);
  const whole = unit === 'months' ? 12 : daysBetween(start, end);
  if (startedOn <= start) return { part: whole, whole };
  if (unit === 'days') return { part: Math.max(0, daysBetween(startedOn, end)), whole };
  let begun = 0;
  // Counted from the signature, so that a 29 February or a 31st does not drift.
  while (begun < 12 && addMonths(signedOn, 12 * (year - 1) + begun) < startedOn) begun += 1;
  return { part: 12 - begun, whole };
}

/**
 * The fixed part of a year cut in two: the advance is 75 % of what the prorata gives of `advanceOn` (the amount on the day of the
 * advance, when an amendment changed it since), the balance what remains of the whole. Their sum is exact.
 */
export function advanceAndBalance(cents: Cents, { part, whole }: Prorata, advanceOn = cents): { entitledCents: Cents; advanceCents: Cents; balanceCents: Cents } {
  const entitledCents = share(cents, part, whole);
  const advanceCents = Math.min(entitledCents, share(advanceOn, 3 * part, 4 * whole));
  return { entitledCents, advanceCents, balanceCents: entitledCents - advanceCents };
}

const noAmount = 'Le montant n\'est pas saisi : reportez celui de votre contrat.';
const unconfirmed = 'Montant à confirmer sur votre contrat : rien n\'est calculé d\'ici là.';
const afterReview = 'après le dialogue de gestion';

const known = ({ cents, confirmed }: SignedAmount): Cents | null => (confirmed ? cents : null);
const whyUnknown = ({ cents }: SignedAmount): string => (cents === null ? noAmount : unconfirmed);

/** « Prévention : part fixe, avance »; `name` is the mission's, unused for *fonctionnement*. */
export function paymentLabel(kind: PaymentKind, name: string): string {
  const labels: Readonly<Record<PaymentKind, string>> = {
    'operating-signature': 'Fonctionnement, avant le démarrage des missions',
    'operating-advance': 'Fonctionnement, avance',
    'operating-balance': 'Fonctionnement, solde',
    'fixed-advance': `${name} : part fixe, avance`,
    'fixed-balance': `${name} : part fixe, solde`,
    'variable': `${name} : part variable`,
    'crisis': `${name} : part variable de crise`,
  };
  return french(labels[kind]);
}

const kindByTail: Readonly<Record<string, PaymentKind>> = {
  'operating.signature': 'operating-signature', 'operating.advance': 'operating-advance', 'operating.balance': 'operating-balance',
  'fixed.advance': 'fixed-advance', 'fixed.balance': 'fixed-balance', 'variable': 'variable', 'crisis': 'crisis',
};

/** What a key says of its line, when that line is no longer expected; undefined for what is no key. */
export function readPaymentKey(key: string): { year: number; missionCode: MissionCode | null; kind: PaymentKind } | undefined {
  const [, year, mission, tail] = /^CY([1-9]\d?)\.(?:(?!operating)([a-z0-9-]+)\.)?((?:operating|fixed)\.[a-z]+|variable|crisis)$/.exec(key) ?? [];
  const kind = kindByTail[tail ?? ''];
  return year && kind ? { year: Number(year), missionCode: mission ?? null, kind } : undefined;
}

type Draft = Partial<Omit<ExpectedPayment, 'label'>> & Pick<ExpectedPayment, 'key' | 'kind' | 'when'>;

/** One contract year, while its lines are written. */
interface Year {
  number: number;
  period: Period;
  /** The anniversary that ends it: the day after its last one. */
  next: Day;
  terms: YearTerms;
  input: PaymentsInput;
}

/** What an amount was on a day, under the amendment then in force; as it is now when that day knew none. */
function centsOn({ terms }: Year, day: Day, now: Cents, amountOf: (content: ContractTerms) => SignedAmount | undefined): Cents {
  const versions = terms.versions ?? [];
  const then = versions.findLast(({ effectiveOn }) => effectiveOn <= day) ?? versions[0];
  const amount = then && amountOf(then.content);
  return (amount && known(amount)) ?? now;
}

const line = ({ number, input }: Year, draft: Draft): ExpectedPayment => ({
  missionCode: null,
  date: null,
  cents: null,
  atStakeCents: null,
  ...draft,
  year: number,
  label: paymentLabel(draft.kind, draft.missionCode ? input.nameOf(draft.missionCode) : ''),
  when: french(draft.when),
  formula: draft.formula ? french(draft.formula) : null,
  missing: draft.missing ? french(draft.missing) : null,
});

/** How an advance is made; it never exceeds what an amendment leaves of the year. */
function advanceFormula(written: string, signed: Cents, { part, whole }: Prorata, advanceCents: Cents): string {
  const full = share(signed, 3 * part, 4 * whole);
  return `${written} × 75 % = ${formatEuros(full)}${full > advanceCents ? `, ramenés à ${formatEuros(advanceCents)} par l'avenant` : ''}`;
}

const anniversary = (day: Day): string => `à l'anniversaire du ${formatDay(day)}`;

/**
 * *Fonctionnement* (order of 21/08/2019: art. 9 of its annex, `juriblio-9`; art. 6 of the model contract, `juriblio-6`). Year 1: 100 % at signature, before the
 * missions start. Each later year: 75 % at the anniversary, the rest with the balance of that year. GAP: the texts say nothing of a
 * later year that begins with no mission started; then nothing is computed and the line says so.
 */
function operating(year: Year, { operating: amount }: ContractTerms): ExpectedPayment[] {
  const { number, period, next, input } = year;
  const cents = known(amount);
  const missing = cents === null ? whyUnknown(amount) : null;
  const written = formatEuros(cents ?? 0);
  if (number === 1) {
    const formula = cents === null ? null : `${written} × 100 % = ${written}`;
    const when = 'à la signature, une fois le dossier complet';
    return [line(year, { key: 'CY1.operating.signature', kind: 'operating-signature', date: period.start, when, cents, formula, missing })];
  }
  const started = input.participations.some(({ startedOn }) => startedOn !== null && startedOn <= period.start);
  const unsettled = period.start > input.today
    ? 'Aucune mission n\'a encore démarré : l\'avance de 75 % suppose qu\'une mission le soit à cette date.'
    : `Aucune mission n'avait démarré le ${formatDay(period.start)} : l'accord ne dit pas ce qui est versé dans ce cas. Voyez-le avec la caisse.`;
  const signed = cents === null ? 0 : centsOn(year, period.start, cents, (content) => content.operating);
  const amounts = cents !== null && started ? advanceAndBalance(cents, { part: 1, whole: 1 }, signed) : null;
  const why = missing ?? (started ? null : unsettled);
  return [
    line(year, {
      key: `CY${number}.operating.advance`, kind: 'operating-advance', date: period.start, when: anniversary(period.start),
      cents: amounts?.advanceCents ?? null, formula: amounts && advanceFormula(formatEuros(signed), signed, { part: 1, whole: 1 }, amounts.advanceCents), missing: why,
    }),
    line(year, {
      key: `CY${number}.operating.balance`, kind: 'operating-balance', date: next, when: balanceWhen(year),
      cents: amounts?.balanceCents ?? null, formula: amounts && `${written} − ${formatEuros(amounts.advanceCents)} = ${formatEuros(amounts.balanceCents)}`, missing: why,
    }),
  ];
}

function balanceWhen({ number, next, input }: Year): string {
  return number === input.contract.durationYears ? `à la fin du contrat, le ${formatDay(next)}` : anniversary(next);
}

/**
 * Fixed part of a mission (art. 6 of the model contract, `juriblio-6`; Sénat, report 2025-2026 n° 32, `senat-325`). In the year it starts: 75 % at its start,
 * in proportion from that day to the next anniversary; then, at each anniversary, what remains of the year ended and 75 % of the new
 * one. GAP: the unit of the proportion is a setting. A mission not started is owed nothing; the year that runs says what its start will pay.
 */
function fixedPart(year: Year, mission: MissionTerms, startedOn: Day | null): ExpectedPayment[] {
  const { number, period, next, input } = year;
  const prefix = `CY${number}.${mission.code}.fixed`;
  const advance = { key: `${prefix}.advance`, kind: 'fixed-advance' as const, missionCode: mission.code };
  const balance = { key: `${prefix}.balance`, kind: 'fixed-balance' as const, missionCode: mission.code };
  const cents = known(mission.fixed);
  if (startedOn === null) {
    if (period.end < input.today) return [];
    const running = period.start <= input.today;
    const missing = running
      ? 'Mission pas encore démarrée : 75 % de la part fixe sont versés à son démarrage, au prorata jusqu\'à l\'anniversaire.'
      : 'Mission pas encore démarrée : l\'avance de 75 % suppose qu\'elle le soit à cette date.';
    return [line(year, { ...advance, date: running ? null : period.start, when: running ? 'au démarrage de la mission' : anniversary(period.start), missing })];
  }
  if (startedOn > period.end) return [];
  const midway = startedOn > period.start;
  const date = midway ? startedOn : period.start;
  const when = midway ? `au démarrage de la mission, le ${formatDay(date)}` : number === 1 ? 'au démarrage de la mission, à la signature' : anniversary(date);
  if (cents === null) {
    const missing = whyUnknown(mission.fixed);
    return [line(year, { ...advance, date, when, missing }), line(year, { ...balance, date: next, when: balanceWhen(year), missing })];
  }
  const prorata = prorataOf(input.prorataUnit, input.contract.signedOn, number, startedOn);
  const signed = centsOn(year, date, cents, ({ missions }) => missions.find(({ code }) => code === mission.code)?.fixed);
  const { advanceCents, balanceCents } = advanceAndBalance(cents, prorata, signed);
  const entitled = (amount: Cents): string => (midway ? `${formatEuros(amount)} × ${prorata.part}/${prorata.whole}` : formatEuros(amount));
  return [
    line(year, { ...advance, date, when, cents: advanceCents, formula: advanceFormula(entitled(signed), signed, prorata, advanceCents) }),
    line(year, { ...balance, date: next, when: balanceWhen(year), cents: balanceCents, formula: `${entitled(cents)} − ${formatEuros(advanceCents)} = ${formatEuros(balanceCents)}` }),
  ];
}

/**
 * Variable part (`senat-325`): no advance; paid on what the *dialogue de gestion* agrees, so its amount is known when the
 * review is closed and is at stake before. The crisis part follows the same way, and is there only in a year touched by a crisis
 * the ARS recognised. GAP: no delay of payment after the review was found; the line bears the day of the closing.
 */
function variablePart(year: Year, mission: MissionTerms, what: 'variable' | 'crisis', amount: SignedAmount): ExpectedPayment[] {
  const { number, input } = year;
  const settled = input.settled[number];
  const earned = settled && (settled[what][mission.code] ?? 0);
  if (amount.cents === 0 && !earned) return [];
  const draft = {
    key: `CY${number}.${mission.code}.${what}`,
    kind: what,
    missionCode: mission.code,
    when: afterReview,
  };
  if (!settled || earned === undefined) {
    const atStakeCents = known(amount);
    const missing = atStakeCents === null ? whyUnknown(amount) : 'Le montant sera celui que le dialogue de gestion de l\'année aura convenu.';
    return [line(year, { ...draft, atStakeCents, missing })];
  }
  const formula = `${formatEuros(earned)}, convenus au dialogue de gestion clos le ${formatDay(settled.closedOn)}`;
  return [line(year, { ...draft, date: settled.closedOn, cents: earned, formula })];
}

/**
 * Every payment the contract promises over its whole duration, by contract year, *fonctionnement* first, then the missions in the
 * order of the contract. Envelopes are not fungible: a line pays one mission and nothing is moved from one to another. Years without
 * terms give no line. Amounts are in cents; nothing is computed from a missing or unconfirmed one.
 */
export function expectedPayments(input: PaymentsInput): ExpectedPayment[] {
  return contractYears(input.contract).flatMap((period, index) => {
    const number = index + 1;
    const terms = input.terms.find(({ year }) => year === number);
    if (!terms) return [];
    const { content } = terms;
    const year: Year = { number, period, next: addYears(input.contract.signedOn, number), terms, input };
    return [...operating(year, content), ...content.missions.flatMap((mission) => missionPayments(year, mission))];
  });
}

function missionPayments(year: Year, mission: MissionTerms): ExpectedPayment[] {
  const { participations, crisisYears } = year.input;
  const participation = participations.find(({ missionCode }) => missionCode === mission.code);
  if (mission.kind === 'optional' && !participation?.chosen) return [];
  return [
    ...fixedPart(year, mission, participation?.startedOn ?? null),
    ...variablePart(year, mission, 'variable', mission.variable),
    ...(mission.variableIfCrisis && crisisYears.includes(year.number) ? variablePart(year, mission, 'crisis', mission.variableIfCrisis) : []),
  ];
}
