import { fateOf, holdsWords, lockOver, type WaitingFate, type WaitingFilter } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { formatNumber, NBSP, plural } from '@maillage/domain/kernel';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadAllNames, loadIndicators, type StoredIndicator } from '../definition/indicator.store';
import { holdIndicators } from '../imports/import.store';
import { indicatorFacts } from '../values/facts';
import { contentOf, MeasureTrace, type MeasureEvent } from '../values/measure-trace';
import { loadMeasuresAt, loadWaiting, setMeasureStages, type WaitingPlace } from '../values/measure.store';
import { placesOf } from '../values/reading';
import { actsGround, movesNow, type ActsGround } from '../values/value-acts';
import { holdLocks } from './lock.store';

/** What validating everything of a choice would do, as it stands now. */
export interface WaitingCount {
  /** Said back with the act: what changes afterwards is not validated by it. */
  asOf: Date;
  advance: number;
  /** To be delivered, without proof: they stay. */
  proofless: number;
  /** In a locked period: they stay. */
  locked: number;
}

/** What one request did. */
export interface WaitingAdvanced {
  advanced: number;
  /** As many wait still, for the next request. */
  more: number;
}

/** Values taken further in one transaction: nobody waits long behind it. */
const together = 500;
/** Values taken further by one request. */
const mostAtOnce = 5_000;

type Judged = WaitingPlace & { indicator: StoredIndicator; fate: NonNullable<WaitingFate> };

/** Takes every value of a choice one step further: those of the list « À valider », however many they are, by the rules of one alone. */
@Injectable()
export class ValidateWaiting {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly trace: MeasureTrace,
  ) {}

  /** What it would do, to be confirmed. */
  async preview(actor: Actor, filter: WaitingFilter): Promise<WaitingCount> {
    requireRight(actor, 'measures.validate');
    const asOf = this.clock.now();
    const judged = await this.judged(actor, filter, asOf);
    const count = (fate: Judged['fate']['fate']): number => judged.filter((one) => one.fate.fate === fate).length;
    return { asOf, advance: count('advances'), proofless: count('proofless'), locked: count('locked') };
  }

  /** Does it, some at a time, for what has not changed since the count. Done again, it finds nothing more. */
  async execute(actor: Actor, filter: WaitingFilter, asOf: Date): Promise<WaitingAdvanced> {
    requireRight(actor, 'measures.validate');
    const chosen = (await this.judged(actor, filter, asOf)).filter(({ fate }) => fate.fate === 'advances');
    const now = chosen.slice(0, mostAtOnce);
    let advanced = 0;
    for (let start = 0; start < now.length; start += together) advanced += await this.advance(actor, now.slice(start, start + together), asOf);
    return { advanced, more: chosen.length - now.length };
  }

  private async judged(actor: Actor, { periodKey, words }: WaitingFilter, asOf: Date): Promise<Judged[]> {
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const facts = await indicatorFacts(tx, actor.communityId, this.clock);
        const indicators = await loadIndicators(tx);
        const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
        const places = await placesOf(tx, actor, { facts, indicators });
        const names = words === null ? new Map<string, string>() : await loadAllNames(tx);
        const wanted = (one: WaitingPlace, { id, name, code }: StoredIndicator): boolean => {
          if (words === null) return true;
          const place = places.get(id);
          return holdsWords(words, [name, code, place?.action?.title ?? null, place?.responsible ?? null, (one.recordedBy && names.get(one.recordedBy)) ?? null]);
        };
        const acts = await actsGround(tx, this.clock.now());
        return (await loadWaiting(tx, asOf, { periodKey, ids: null })).flatMap((one) => {
          const indicator = byId.get(one.indicatorId);
          return indicator && wanted(one, indicator) ? judge(actor, one, indicator, acts) : [];
        });
      },
      { readOnly: true },
    );
  }

  /** Some of them, judged again once nobody else can write them. */
  private async advance(actor: Actor, some: readonly Judged[], asOf: Date): Promise<number> {
    return this.db.run(actor.communityId, async (tx: Tx) => {
      await holdIndicators(tx, [...new Set(some.map(({ indicatorId }) => indicatorId))]);
      await holdLocks(tx, actor.communityId, 'to-write-values');
      const acts = await actsGround(tx, this.clock.now());
      const byId = new Map((await loadIndicators(tx)).map((indicator) => [indicator.id, indicator]));
      const held = (await loadWaiting(tx, asOf, { periodKey: null, ids: some.map(({ id }) => id) })).flatMap((one) => {
        const indicator = byId.get(one.indicatorId);
        return indicator ? judge(actor, one, indicator, acts) : [];
      });
      const contents = new Map((await loadMeasuresAt(tx, held)).map((measure) => [measure.id, contentOf(measure)]));
      let advanced = 0;
      for (const step of ['check', 'validate'] as const) {
        const moved = held.filter(({ fate }) => fate.fate === 'advances' && fate.move === step);
        if (moved.length === 0) continue;
        const act = step === 'check' ? 'checked' : 'validated';
        // What an exception let be changed in a locked period is locked again at once.
        const isLocked = ({ periodStart, periodEnd }: Judged): boolean => lockOver(acts.ground.locks, { start: periodStart, end: periodEnd }) !== undefined;
        const [back, free] = [moved.filter(isLocked), moved.filter((one) => !isLocked(one))];
        for (const [values, stage] of [[free, act], [back, step === 'validate' ? 'locked' : act]] as const)
          if (values.length > 0) await setMeasureStages(tx, values.map(({ id }) => id), stage, { remark: null, exceptionId: null }, this.trace.by(actor));
        const events = moved.map(({ id, indicator, periodKey }): MeasureEvent => ({ act, indicator, periodKey, after: contents.get(id) ?? null }));
        const label = `${formatNumber(moved.length)}${NBSP}${plural(moved.length, 'valeur')}`;
        await this.trace.writeMany(tx, actor, events, { act: `measure.${act}`, subjectType: 'community', subjectId: actor.communityId, label });
        advanced += moved.length;
      }
      return advanced;
    });
  }
}

function judge(actor: Actor, one: WaitingPlace, indicator: StoredIndicator, acts: ActsGround): Judged[] {
  const period = { key: one.periodKey, start: one.periodStart, end: one.periodEnd };
  const fate = fateOf({ ...one, kind: indicator.kind }, actor.role, acts.settings, movesNow(actor, one, period, false, acts));
  return fate ? [{ ...one, indicator, fate }] : [];
}
