import {
  collectionLinkState, exceptionFor, formatValue, linkPeriods, lockOver, nextLinkPeriod, shownPrevious, warningsOf,
  type CollectionLinkState, type ContributionState, type Indicator, type LockGround, type MeasureStatus,
} from '@maillage/domain/indicators';
import { communityTitle } from '@maillage/domain/community';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { type Day, formatPeriod, formatPeriodShort, found, parsePeriod, type Period, periodKindOf, without } from '@maillage/domain/kernel';
import { settingsOfCommunity, type OpenedFile } from '@maillage/features/community';
import { Clock, Files, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { findAbsence } from '../collection/collection.store';
import { loadCollectionLink, loadCollectionLinks, type StoredCollectionLink } from './collection-link.store';
import { indicatorFacts, type IndicatorFacts } from '../values/facts';
import { loadIndicators, type StoredIndicator } from '../definition/indicator.store';
import {
  countContributions, loadContribution, loadContributionsOf, loadLastContributions, loadWaitingContributions, type ContributionFile, type StoredContribution,
} from './link-contribution.store';
import { labelOfLock } from '../validation/lock-period';
import { loadLockGround } from '../validation/lock.store';
import { findMeasure, type StoredMeasure } from '../values/measure.store';
import { loadQualityHistories } from '../values/quality.store';

/** What the page of a link needs of an indicator: nothing of its values, targets or people. */
export type CollectedFacts = Pick<
  Indicator,
  'id' | 'name' | 'definition' | 'kind' | 'unit' | 'decimals' | 'bounded' | 'frequency' | 'numeratorLabel' | 'denominatorLabel' | 'limits' | 'evidenceExpected'
>;

/** What was sent through the link, as its page shows it again. */
export interface SentContribution extends Pick<StoredContribution, 'id' | 'numerator' | 'denominator' | 'value' | 'comment' | 'receivedAt' | 'reason'> {
  files: Pick<ContributionFile, 'id' | 'name' | 'size'>[];
}

/** A value asked for through a link: to be given, waiting, taken, refused with a reason, or not yet open. */
export interface CollectionEntry {
  indicator: CollectedFacts;
  period: Period;
  label: string;
  state: 'to-give' | 'upcoming' | Exclude<ContributionState, 'replaced'>;
  /** False once its period is locked: nothing can be sent or corrected any more. */
  open: boolean;
  /** The day it opens. */
  from: Day | null;
  /** The last value before the period; null when the coordination does not show it. */
  previous: { text: string; label: string } | null;
  contribution: SentContribution | null;
}

/** What a link opens. */
export interface LinkPage {
  linkId: string;
  /** « CPTS du Giennois-Berry ». */
  community: string;
  /** Who asks; null when they left. */
  askedBy: string | null;
  recipient: string;
  expiresOn: Day;
  today: Day;
  contractStart: Day | null;
  entries: CollectionEntry[];
  /** Names of what was asked and no longer is: indicators out of use. */
  stopped: string[];
}

/** Whether a lock closes a value to who answers by a link: a person named by an exception can still have it accepted. */
export const closedToLinks = ({ locks, exceptions }: LockGround, indicatorId: string, period: Period, now: Date): boolean =>
  lockOver(locks, period) !== undefined && !exceptions.some((one) => one.closedAt === null && one.until > now && one.indicatorId === indicatorId && one.periodKey === period.key);

/** Reads the page of a link that works. */
export async function readLinkPage(tx: Tx, communityId: string, link: StoredCollectionLink, facts: IndicatorFacts, now: Date): Promise<LinkPage> {
  const { today, calendar } = facts;
  const all = new Map((await loadIndicators(tx, { archived: true })).map((indicator) => [indicator.id, indicator]));
  const asked = link.indicatorIds.flatMap((id) => all.get(id) ?? []);
  const indicators = asked.filter(({ archivedAt }) => archivedAt === null);
  const ground = await loadLockGround(tx, now);
  const answers = new Map((await loadLastContributions(tx, link.id)).map((answer) => [`${answer.indicatorId} ${answer.periodKey}`, answer]));
  const settings = found(await settingsOfCommunity(tx, communityId));
  const open = indicators.flatMap((indicator) => linkPeriods(indicator, link, facts).map((period) => ({ indicator, period })));
  const histories = link.showPrevious ? await loadQualityHistories(tx, open.map(({ indicator, period }) => ({ indicatorId: indicator.id, period }))) : new Map<string, never>();
  const entries = open.map(({ indicator, period }): CollectionEntry => {
    const answer = answers.get(`${indicator.id} ${period.key}`);
    const previous = histories.get(`${indicator.id} ${period.key}`)?.previous;
    const shown = previous ? shownPrevious(indicator, previous.value, settings.maskBelow) : null;
    return {
      indicator: factsOf(indicator),
      period,
      label: formatPeriod(period),
      state: answer && answer.status !== 'replaced' ? answer.status : 'to-give',
      open: !closedToLinks(ground, indicator.id, period, now),
      from: null,
      previous: previous && shown !== null ? { text: shown, label: previous.label } : null,
      contribution: answer ? sentOf(answer) : null,
    };
  });
  const upcoming = indicators.flatMap((indicator): CollectionEntry[] => {
    const next = nextLinkPeriod(indicator, link, { today, calendar });
    return next ? [{ indicator: factsOf(indicator), period: next.period, label: formatPeriod(next.period), state: 'upcoming', open: true, from: next.from, previous: null, contribution: null }] : [];
  });
  return {
    linkId: link.id,
    community: communityTitle(settings),
    askedBy: link.createdBy,
    recipient: link.recipient,
    expiresOn: link.expiresOn,
    today,
    contractStart: calendar.contractStart ?? null,
    entries: [...entries, ...upcoming],
    stopped: asked.filter(({ archivedAt }) => archivedAt !== null).map(({ name }) => name),
  };
}

/** Only what the page needs leaves the community. */
function factsOf({ id, name, definition, kind, unit, decimals, bounded, frequency, numeratorLabel, denominatorLabel, limits, evidenceExpected }: StoredIndicator): CollectedFacts {
  return { id, name, definition, kind, unit, decimals, bounded, frequency, numeratorLabel, denominatorLabel, limits, evidenceExpected };
}

function sentOf({ id, numerator, denominator, value, comment, receivedAt, reason, files }: StoredContribution): SentContribution {
  return { id, numerator, denominator, value, comment, receivedAt, reason, files: files.map((file) => ({ id: file.id, name: file.name, size: file.size })) };
}

/** A link in the coordination's list. */
export interface CollectionLinkLine extends Omit<StoredCollectionLink, 'indicatorIds' | 'uses' | 'updatedAt' | 'updatedBy'> {
  state: CollectionLinkState;
  indicators: Pick<StoredIndicator, 'id' | 'code' | 'name' | 'frequency'>[];
  periodLabels: string[] | null;
  received: number;
  waiting: number;
  accepted: number;
}

/** An answer, as the coordination reads it. */
export interface ContributionLine extends Omit<StoredContribution, 'indicatorId' | 'periodStart' | 'periodEnd' | 'measureId' | 'files'> {
  recipient: string;
  files: Omit<ContributionFile, 'hash'>[];
  indicator: Pick<StoredIndicator, 'id' | 'code' | 'name' | 'kind' | 'unit' | 'decimals' | 'numeratorLabel' | 'denominatorLabel' | 'evidenceExpected'>;
  periodLabel: string;
  text: string;
}

/** An answer that waits, beside the value of today. */
export interface WaitingContribution extends ContributionLine {
  current: { numerator: number | null; denominator: number | null; value: number; comment: string | null; status: MeasureStatus; revision: number; text: string } | null;
  /** Why there is no value today, where that was answered: accepting takes its place. */
  absence: string | null;
  /** What is unusual in it: it is accepted with a comment. */
  warnings: string[];
  /** The period is locked for this reader: it cannot be accepted now. */
  lock: string | null;
}

/** What the coordination reads of its links. */
@Injectable()
export class CollectionLinkQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly files: Files,
  ) {}

  /** The links of the community, the newest first. */
  async links(actor: Actor): Promise<{ links: CollectionLinkLine[]; waiting: number; today: Day; contractStart: Day | null }> {
    requireRight(actor, 'indicators.write');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const facts = await indicatorFacts(tx, actor.communityId, this.clock);
        const counts = await countContributions(tx);
        const indicators = await this.indicators(tx);
        const links = (await loadCollectionLinks(tx)).map((link) => lineOf(link, indicators, facts, counts.get(link.id)));
        return { links, waiting: [...counts.values()].reduce((sum, { waiting }) => sum + waiting, 0), today: facts.today, contractStart: facts.calendar.contractStart ?? null };
      },
      { readOnly: true },
    );
  }

  /** One link with everything that was answered through it, the latest first. */
  async link(actor: Actor, id: string): Promise<{ link: CollectionLinkLine; contributions: ContributionLine[] }> {
    requireRight(actor, 'indicators.write');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const link = found(await loadCollectionLink(tx, id));
        const facts = await indicatorFacts(tx, actor.communityId, this.clock);
        const indicators = await this.indicators(tx);
        const line = lineOf(link, indicators, facts, (await countContributions(tx)).get(id));
        const contributions = (await loadContributionsOf(tx, id)).flatMap((one) => contributionLine(one, link, indicators, facts));
        return { link: line, contributions };
      },
      { readOnly: true },
    );
  }

  /** The answers that wait to be accepted, the oldest first, each beside the value of today. */
  async waiting(actor: Actor): Promise<WaitingContribution[]> {
    requireRight(actor, 'indicators.write');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const facts = await indicatorFacts(tx, actor.communityId, this.clock);
        const now = this.clock.now();
        const indicators = await this.indicators(tx);
        const links = new Map((await loadCollectionLinks(tx)).map((link) => [link.id, link]));
        const lines = (await loadWaitingContributions(tx)).flatMap((one) => contributionLine(one, links.get(one.linkId), indicators, facts));
        const ground = await loadLockGround(tx, now);
        const periods = new Map(lines.map(({ id, periodKey }) => [id, parsePeriod(periodKey, facts.calendar)]));
        const histories = await loadQualityHistories(tx, lines.map(({ id, indicator }) => ({ indicatorId: indicator.id, period: found(periods.get(id)) })));
        const waiting: WaitingContribution[] = [];
        for (const line of lines) {
          const period = found(periods.get(line.id));
          const indicator = found(indicators.get(line.indicator.id));
          const measure = await findMeasure(tx, indicator.id, line.periodKey);
          const history = histories.get(`${indicator.id} ${line.periodKey}`);
          const lock = lockOver(ground.locks, period);
          const open = !lock || exceptionFor(ground, { personId: actor.personId, indicatorId: indicator.id, period }, now) !== undefined;
          waiting.push({
            ...line,
            current: measure ? currentOf(indicator, measure) : null,
            absence: measure ? null : ((await findAbsence(tx, indicator.id, line.periodKey))?.reason ?? null),
            warnings: history ? warningsOf(indicator, line.value, history).map(({ sentence }) => sentence) : [],
            lock: open || !lock ? null : labelOfLock(lock),
          });
        }
        return waiting;
      },
      { readOnly: true },
    );
  }

  /** A file joined to an answer. */
  async file(actor: Actor, contributionId: string, fileId: string): Promise<OpenedFile> {
    requireRight(actor, 'indicators.write');
    const file = await this.db.run(
      actor.communityId,
      async (tx) => {
        const joined = found(await loadContribution(tx, contributionId)).files.find(({ id }) => id === fileId);
        return found(joined && (await this.files.find(tx, joined.id)));
      },
      { readOnly: true },
    );
    return { file, bytes: this.files.open(file.hash) };
  }

  private async indicators(tx: Tx): Promise<Map<string, StoredIndicator>> {
    return new Map((await loadIndicators(tx, { archived: true })).map((indicator) => [indicator.id, indicator]));
  }
}

function lineOf(
  link: StoredCollectionLink,
  indicators: ReadonlyMap<string, StoredIndicator>,
  { today }: IndicatorFacts,
  counts = { received: 0, waiting: 0, accepted: 0 },
): CollectionLinkLine {
  return {
    ...without(link, 'indicatorIds', 'uses', 'updatedAt', 'updatedBy'),
    state: collectionLinkState(link, today),
    indicators: link.indicatorIds.flatMap((id) => indicators.get(id) ?? []).map(({ id, code, name, frequency }) => ({ id, code, name, frequency })),
    periodLabels: link.periods?.map(shortLabel) ?? null,
    ...counts,
  };
}

/** The value of today, as it is told beside an answer. */
function currentOf(indicator: StoredIndicator, { numerator, denominator, value, comment, status, revision }: StoredMeasure): NonNullable<WaitingContribution['current']> {
  return { numerator, denominator, value, comment, status, revision, text: formatValue(indicator, value) };
}

function shortLabel(key: string): string {
  const kind = periodKindOf(key);
  return kind ? formatPeriodShort({ key, kind }) : key;
}

function contributionLine(
  one: StoredContribution,
  link: StoredCollectionLink | undefined,
  indicators: ReadonlyMap<string, StoredIndicator>,
  { calendar }: IndicatorFacts,
): ContributionLine[] {
  const indicator = indicators.get(one.indicatorId);
  if (!indicator || !link) return [];
  const { id, code, name, kind, unit, decimals, numeratorLabel, denominatorLabel, evidenceExpected } = indicator;
  return [{
    ...without(one, 'indicatorId', 'periodStart', 'periodEnd', 'measureId'),
    files: one.files.map((file) => without(file, 'hash')),
    recipient: link.recipient,
    indicator: { id, code, name, kind, unit, decimals, numeratorLabel, denominatorLabel, evidenceExpected },
    periodLabel: formatPeriod(parsePeriod(one.periodKey, calendar)),
    text: formatValue(indicator, one.value),
  }];
}
