import { formatOutgoing, maskCount } from '@maillage/domain/community';
import { addMonths, type Day, dayParts, DomainError, ensure, freeText, parsePeriod, type Period, type PeriodCalendar, type PeriodKey, parseDay, requireText, textLimits, type Uuid } from '@maillage/domain/kernel';
import { givablePeriods, nextExpected } from '../values/expected';
import type { Indicator } from '../definition/indicator';
import { hasParts, isCounted } from '../definition/kinds';
import { formatValue } from '../values/trend';
import { givableFrom, type MeasuredIndicator, type MeasureInput, type Moment, recordMeasure, type RecordedMeasure } from '../values/measure';

/**
 * What a collection link may hold and do: indicators, named periods, months of life; proofs of one answer, their bytes, those of a whole
 * link; uses in a stretch of minutes.
 */
export const collectionLinkLimits = {
  indicators: 20,
  periods: 40,
  months: 13,
  files: 5,
  fileBytes: 10_000_000,
  allBytes: 200_000_000,
  uses: 120,
  usesMinutes: 10,
} as const;

/** Characters of the secret in the address of a link: 256 bits. */
export const collectionTokenPattern = /^[\w-]{43}$/;

/** What a link opens: named periods, or (null) each period that ends from a day on, until the link expires. */
export interface CollectionScope {
  periods: PeriodKey[] | null;
  /** Null when the periods are named. */
  from: Day | null;
}

/** What the coordination decides of a link. */
export interface CollectionLinkInput extends CollectionScope {
  /** Who receives it: « Pharmacie du Marché ». */
  recipient: string;
  /** Where it is sent; null when it is handed over otherwise. */
  email: string | null;
  indicatorIds: Uuid[];
  /** Last local day it works. */
  expiresOn: Day;
  /** The last value of each indicator is shown. */
  showPrevious: boolean;
}

/** The furthest day a link made on a day may last to. */
export const lastExpiry = (today: Day): Day => addMonths(today, collectionLinkLimits.months);

/** The day a link stops, if it can: today at the earliest, thirteen months from now at the latest. */
export function checkExpiry(expiresOn: Day, today: Day): Day {
  const day = parseDay(expiresOn);
  const last = lastExpiry(today);
  ensure(day >= today && day <= last, 'invalid-input', { label: 'Expire le', rule: 'choisissez un jour à partir d\'aujourd\'hui, dans les treize mois', field: 'expiresOn' });
  return day;
}

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A link as it can be kept. Refused: nothing asked, too much asked, an indicator given at each event, a period of no indicator, an end too far away. */
export function checkCollectionLink(
  input: CollectionLinkInput,
  indicators: readonly (Pick<Indicator, 'id' | 'name' | 'frequency' | 'archivedAt'> & Partial<Pick<Indicator, 'formula'>>)[],
  { today, calendar = {} }: { today: Day; calendar?: PeriodCalendar },
): CollectionLinkInput {
  const recipient = requireText(input.recipient, 'Confié à', textLimits.name);
  const email = input.email === null || input.email.trim() === '' ? null : input.email.trim();
  ensure(email === null || (emailForm.test(email) && email.length <= 254), 'invalid-input', { label: 'Adresse électronique', rule: 'écrivez-la comme nom@exemple.fr', field: 'email' });
  const indicatorIds = [...new Set(input.indicatorIds)];
  ensure(indicatorIds.length > 0, 'text-missing', { label: 'Indicateurs' });
  ensure(indicatorIds.length <= collectionLinkLimits.indicators, 'too-many', { label: 'Indicateurs', max: collectionLinkLimits.indicators });
  const asked = indicatorIds.map((id) => {
    const indicator = indicators.find((one) => one.id === id);
    if (!indicator) throw new DomainError('not-found');
    ensure(indicator.archivedAt === null, 'indicator-archived', { name: indicator.name });
    ensure(!indicator.formula, 'measure-computed', { name: indicator.name });
    ensure(indicator.frequency !== 'event', 'link-event', { name: indicator.name });
    return indicator;
  });
  const common = { recipient, email, indicatorIds, expiresOn: checkExpiry(input.expiresOn, today), showPrevious: input.showPrevious };
  if (input.periods === null) return { ...common, periods: null, from: parseDay(input.from) };
  const periods = [...new Set(input.periods)].map((key) => parsePeriod(key, calendar));
  ensure(periods.length > 0, 'text-missing', { label: 'Périodes' });
  ensure(periods.length <= collectionLinkLimits.periods, 'too-many', { label: 'Périodes', max: collectionLinkLimits.periods });
  for (const { kind, key } of periods) {
    ensure(asked.some(({ frequency }) => frequency === kind), 'invalid-input', { label: 'Périodes', rule: `« ${key} » n'est la période d'aucun des indicateurs choisis`, field: 'periods' });
  }
  for (const { frequency, name } of asked) {
    ensure(periods.some(({ kind }) => kind === frequency), 'invalid-input', { label: 'Périodes', rule: `aucune période n'est choisie pour « ${name} »`, field: 'periods' });
  }
  return { ...common, periods: periods.map(({ key }) => key), from: null };
}

/** Whether a link still works. */
export const collectionLinkStates = ['open', 'expired', 'revoked'] as const;
export type CollectionLinkState = (typeof collectionLinkStates)[number];
/** Where a collection link stands, in French. */
export const collectionLinkStateLabels: Readonly<Record<CollectionLinkState, string>> = { open: 'ouvert', expired: 'expiré', revoked: 'révoqué' };

/** The state of a link on a local day. */
export const collectionLinkState = ({ expiresOn, revokedAt }: { expiresOn: Day; revokedAt: Date | null }, today: Day): CollectionLinkState =>
  revokedAt !== null ? 'revoked' : today > expiresOn ? 'expired' : 'open';

type Followed = Pick<Indicator, 'id' | 'frequency' | 'trackedFrom' | 'archivedAt'>;

/** The periods of an indicator that a link opens on a day, oldest first. */
export function linkPeriods(indicator: Followed, { periods, from }: CollectionScope, { today, calendar = {} }: { today: Day; calendar?: PeriodCalendar }): Period[] {
  const givable = givablePeriods(indicator, { today, calendar, ...(from === null ? {} : { since: from }) });
  return periods === null ? givable : givable.filter(({ key }) => periods.includes(key));
}

/** The next period of an indicator that a link will open, and the day it will; undefined when there is none before it expires. */
export function nextLinkPeriod(
  indicator: Followed,
  { periods, expiresOn }: CollectionScope & { expiresOn: Day },
  { today, calendar = {} }: { today: Day; calendar?: PeriodCalendar },
): { period: Period; from: Day } | undefined {
  if (indicator.archivedAt !== null) return undefined;
  const running = nextExpected(indicator, { today, calendar })?.period;
  const named = periods?.map((key) => parsePeriod(key, calendar)).filter(({ kind }) => kind === indicator.frequency);
  const [next] = (named ?? (running ? [running] : [])).filter((period) => givableFrom(period) > today).sort((a, b) => (a.start < b.start ? -1 : 1));
  return next && givableFrom(next) <= expiresOn ? { period: next, from: givableFrom(next) } : undefined;
}

/** The life of what comes through a link: waiting, taken as the value, refused with a reason, or replaced by a later one. */
export const contributionStates = ['received', 'accepted', 'refused', 'replaced'] as const;
export type ContributionState = (typeof contributionStates)[number];
/** Where an answer that came by a link stands, in French. */
export const contributionStateLabels: Readonly<Record<ContributionState, string>> = { received: 'à accepter', accepted: 'acceptée', refused: 'refusée', replaced: 'remplacée' };

/** Only what waits is accepted, refused or replaced. Refused: `contribution-settled`, saying what became of it. */
export function requireWaiting({ status }: { status: ContributionState }): void {
  ensure(status === 'received', 'contribution-settled', { state: contributionStateLabels[status] });
}

/** What was sent by a link, checked like any value: it is written down, and becomes the value only once accepted. */
export function checkContribution(indicator: MeasuredIndicator, input: Omit<MeasureInput, 'parts'>, moment: Moment): RecordedMeasure {
  return recordMeasure(indicator, null, { ...input, parts: null }, moment);
}

/** A new answer takes the place of the one that waits or was refused, never of one that was accepted. */
export function checkReplacement(before: { id: Uuid; status: ContributionState } | null, seen: Uuid | null): void {
  if (before?.status === 'accepted') requireWaiting(before);
  ensure((before?.id ?? null) === seen, 'edited-meanwhile', { who: 'Une autre personne qui a ce lien' });
}

/**
 * The last value as the page of a link shows it, outside of the community: a small number of patients is hidden, and so is a rate of
 * patients, whose parts may be small (null).
 */
export function shownPrevious(indicator: Pick<Indicator, 'kind' | 'unit' | 'decimals' | 'countsPatients'>, value: number, maskBelow: number): string | null {
  if (!indicator.countsPatients) return formatValue(indicator, value);
  if (hasParts(indicator.kind)) return null;
  const outgoing = maskCount(value, maskBelow);
  return isCounted(indicator.kind) && outgoing.masked ? formatOutgoing(outgoing) : formatValue(indicator, value);
}

/** Why an answer is refused: shown to whoever sent it. */
export function refusalReason(reason: string): string {
  const text = freeText(reason, 'Raison', textLimits.sentence);
  if (text === null) throw new DomainError('text-missing', { label: 'Raison' });
  return text;
}

/** The comment a value takes from its answer and from who accepts it. */
export function acceptedComment(said: string | null, added: string | null): string | null {
  const more = freeText(added, 'Commentaire', textLimits.sentence);
  return said === null || more === null ? (said ?? more) : `${said}\n${more}`;
}

/** The day a form proposes for « chaque période à partir de »: the first day of the quarter before. */
export function ordinaryFrom(today: Day): Day {
  const { year, month } = dayParts(addMonths(today, -3));
  const first = Math.floor((month - 1) / 3) * 3 + 1;
  return `${year}-${String(first).padStart(2, '0')}-01`;
}
