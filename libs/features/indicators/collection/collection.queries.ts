import { collectionRates, isOwed, lockOver, type CollectionOwner, type CollectionRates, type CollectionSettings, type CollectionState, taskKey } from '@maillage/domain/indicators';
import { hasRight, requireRight, type Actor } from '@maillage/domain/identity';
import { formatPeriod, formatPeriodShort, groupBy, lastPeriods, parsePeriod, type Day, type Period, type PeriodKind } from '@maillage/domain/kernel';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { readCollection, roundsOf, tasksIn, type CollectedTask, type CollectionGround } from './collection-reading';
import { loadLastReminders, loadReminderLog, type ReminderEntry } from './collection-reminder.store';
import { loadAnswered, loadReturned } from './collection-answers.store';
import { loadAbsences, loadCollectionSettings } from './collection.store';

/** Periods of the small chart. */
const periodsShown = 8;

/** A round that can be looked at, and how many values it still misses. */
export interface CollectionRound {
  key: string;
  label: string;
  kind: PeriodKind;
  left: number;
}

/** A value of the round. */
export interface CollectionLine {
  indicatorId: string;
  code: string;
  name: string;
  state: CollectionState;
  lateDays: number;
  /** Last day to answer without being late. */
  dueOn: Day;
  /** The local day of the answer; null without one, or once it was sent back. */
  answeredOn: Day | null;
  /** Why there is no value, when that is the answer. */
  absence: string | null;
  /** Why the value was sent back, while it is. */
  remark: string | null;
  evidenceExpected: string | null;
}

/** What one person owes for one action; `dueOn`: the first due day among what is left, else among all. */
export interface CollectionGroup {
  action: { id: string; number: number; title: string } | null;
  owner: CollectionOwner & { name: string | null; mine: boolean };
  dueOn: Day;
  rates: CollectionRates;
  /** When this person was last written to; null when never, or for the coordination. */
  remindedAt: Date | null;
  lines: CollectionLine[];
}

/** The page « Collecte » of a period. */
export interface CollectionPage {
  today: Day;
  /** Newest first. */
  rounds: CollectionRound[];
  /** `locked`: nothing can be given there any more. */
  period: (Period & { label: string; locked: boolean }) | null;
  dueOn: Day | null;
  rates: CollectionRates;
  missions: { code: string; label: string; rates: CollectionRates }[];
  groups: CollectionGroup[];
  /** The same kind of period, oldest first, the one shown at the end. */
  trend: { key: string; label: string; rates: CollectionRates }[];
  may: { remind: boolean; settings: boolean };
}

/** Reads of the rounds, their reminders and their settings. */
@Injectable()
export class CollectionQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** A round: the one named, else the newest that misses an answer. A lead sees what it owes. */
  async page(actor: Actor, periodKey: string | null): Promise<CollectionPage> {
    requireRight(actor, 'indicators.read');
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const ground = await readCollection(tx, actor.communityId, this.clock);
        const mine = (task: Pick<CollectedTask, 'owner'>): boolean => actor.role !== 'lead' || task.owner.personId === actor.personId;
        const periods = roundsOf(ground);
        const rounds = await this.rounds(tx, ground, periods, mine);
        const wanted = periodKey === null ? rounds.find(({ left }) => left > 0)?.key ?? rounds[0]?.key : periodKey;
        const period = wanted === undefined ? null : parsePeriod(wanted, ground.facts.calendar);
        const before = period ? lastPeriods(period, periodsShown, ground.facts.calendar) : [];
        const tasks = (await tasksIn(tx, ground, before)).filter(mine);
        const now = tasks.filter((task) => task.period.key === period?.key);
        return {
          today: ground.facts.today,
          rounds,
          period: period && { ...period, label: formatPeriod(period), locked: lockOver(ground.locks, period) !== undefined },
          dueOn: firstDue(now),
          rates: collectionRates(now),
          missions: missionsOf(ground, now),
          groups: await this.groups(tx, actor, ground, now),
          trend: before.map((one) => ({ key: one.key, label: formatPeriodShort(one), rates: collectionRates(tasks.filter((task) => task.period.key === one.key)) })),
          may: { remind: hasRight(actor, 'measures.validate'), settings: hasRight(actor, 'indicators.write') },
        };
      },
      { readOnly: true },
    );
  }

  /** The reminders that named values of a period, newest first; a lead sees its own. */
  async reminders(actor: Actor, periodKey: string): Promise<ReminderEntry[]> {
    requireRight(actor, 'indicators.read');
    const log = await this.db.run(actor.communityId, (tx) => loadReminderLog(tx, periodKey), { readOnly: true });
    return actor.role === 'lead' ? log.filter(({ personId }) => personId === actor.personId) : log;
  }

  /** How the community collects. */
  async settings(actor: Actor): Promise<CollectionSettings & { revision: number }> {
    requireRight(actor, 'indicators.read');
    const { dueDays, remind, beforeDays, weeklyLimit, revision } = await this.db.run(actor.communityId, (tx) => loadCollectionSettings(tx), { readOnly: true });
    return { dueDays, remind, beforeDays, weeklyLimit, revision };
  }

  /** What is left in each round, from the answers alone. */
  private async rounds(tx: Tx, ground: CollectionGround, periods: readonly Period[], mine: (task: CollectedTask) => boolean): Promise<CollectionRound[]> {
    const oldest = periods.at(-1);
    if (!oldest) return [];
    const answered = await loadAnswered(tx, ground.since);
    const tasks = (await tasksIn(tx, ground, periods, await loadReturned(tx, ground.facts.timeZone))).filter(mine);
    const byPeriod = groupBy(tasks, ({ period }) => period.key);
    return periods.flatMap(({ key, kind, start, end }): CollectionRound[] => {
      const owed = byPeriod.get(key);
      if (!owed) return [];
      return [{ key, kind, label: formatPeriod({ key, kind, start, end }), left: owed.filter((task) => !answered.has(taskKey(task.indicator.id, key))).length }];
    });
  }

  private async groups(tx: Tx, actor: Actor, ground: CollectionGround, tasks: readonly CollectedTask[]): Promise<CollectionGroup[]> {
    const reminded = await loadLastReminders(tx);
    const first = tasks[0];
    const reasons = new Map(first ? (await loadAbsences(tx, first.period.end)).map(({ indicatorId, periodKey, reason }) => [taskKey(indicatorId, periodKey), reason]) : []);
    const groups = groupBy(tasks, ({ action, owner }) => `${action?.id ?? ''} ${owner.personId ?? ''}`);
    return [...groups.values()]
      .flatMap((mine): CollectionGroup[] => {
        const [head] = mine;
        if (!head) return [];
        const { action, owner } = head;
        const name = owner.personId === null ? null : (ground.collectors.get(owner.personId)?.name ?? null);
        return [
          {
            action: action && { id: action.id, number: action.number, title: action.title },
            owner: { ...owner, name, mine: owner.personId === null ? actor.role === 'coordinator' : owner.personId === actor.personId },
            dueOn: firstDue(mine) ?? head.dueOn,
            rates: collectionRates(mine),
            remindedAt: (owner.personId !== null && reminded.get(owner.personId)) || null,
            lines: [...mine].sort((a, b) => Number(isOwed(b)) - Number(isOwed(a))).map(({ indicator, period, dueOn, state, lateDays, answer }) => ({
              indicatorId: indicator.id,
              code: indicator.code,
              name: indicator.name,
              state,
              lateDays,
              dueOn,
              answeredOn: answer && !answer.returned ? answer.on : null,
              absence: reasons.get(taskKey(indicator.id, period.key)) ?? null,
              remark: answer?.returned?.remark ?? null,
              evidenceExpected: indicator.evidenceExpected,
            })),
          },
        ];
      })
      // What misses something first: it is what the page is opened for.
      .sort((a, b) => Number(isWhole(a)) - Number(isWhole(b)) || (a.action?.number ?? 999) - (b.action?.number ?? 999) || (a.owner.name ?? '').localeCompare(b.owner.name ?? '', 'fr'));
  }
}

/** The first day something left is due; of everything when nothing is left, null of nothing. */
function firstDue(tasks: readonly CollectedTask[]): Day | null {
  const left = tasks.filter(isOwed);
  return (left.length > 0 ? left : tasks).reduce<Day | null>((first, { dueOn }) => (first === null || dueOn < first ? dueOn : first), null);
}

/** True when nothing is left to answer. */
const isWhole = ({ rates }: Pick<CollectionGroup, 'rates'>): boolean => rates.received === rates.expected;

/** The rates of each mission of the agreement that an indicator of the round serves; one serving two counts in both. */
function missionsOf({ facts }: CollectionGround, tasks: readonly CollectedTask[]): CollectionPage['missions'] {
  return facts.agreement.missions.flatMap(({ code, shortLabel }) => {
    const mine = tasks.filter(({ indicator }) => indicator.missions.includes(code));
    return mine.length > 0 ? [{ code, label: shortLabel, rates: collectionRates(mine) }] : [];
  });
}
