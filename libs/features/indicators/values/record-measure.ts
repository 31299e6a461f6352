import {
  isSettled,
  keptParts,
  measureOriginLabels,
  recordMeasure,
  requireComment,
  warningsOf,
  type ExistingMeasure,
  type MeasureInput,
  type MeasureOrigin,
  type RecordedMeasure,
} from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, parsePeriod } from '@maillage/domain/kernel';
import { requireRevision } from '@maillage/features/community';
import { Clock, Ids, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { indicatorFacts, momentOf, requireMeasureRight, type IndicatorFacts } from './facts';
import { loadIndicator, loadNames, type StoredIndicator } from '../definition/indicator.store';
import { contentOf, MeasureTrace } from './measure-trace';
import { findMeasure, insertMeasure, updateMeasure, type Arrival, type StoredMeasure } from './measure.store';
import { requireOpenPeriod } from '../validation/open-period';
import { loadQualityHistories } from './quality.store';
import { loadValidation } from '../validation/validation.store';

/** A value as given, with the revision of the value on screen (0 where there was none). */
export interface RecordMeasureInput extends MeasureInput {
  indicatorId: string;
  revision: number;
}

/** Records a value, or corrects one that is not validated. The same figures again change nothing: a second click is harmless. */
@Injectable()
export class RecordMeasure {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly trace: MeasureTrace,
  ) {}

  /** The id and the revision of the value. */
  async execute(actor: Actor, input: RecordMeasureInput): Promise<{ id: string; revision: number }> {
    requireRight(actor, 'measures.write');
    return this.db.run(actor.communityId, (tx) => this.within(tx, actor, input, 'typed'));
  }

  /** The same inside the transaction of another use case, for a value that comes from elsewhere. */
  async within(tx: Tx, actor: Actor, input: RecordMeasureInput, origin: MeasureOrigin): Promise<{ id: string; revision: number }> {
    // Values of one indicator are written one after the other: two people at once are seen, not merged by chance.
    const indicator = await loadIndicator(tx, input.indicatorId, true);
    await requireMeasureRight(tx, actor, indicator);
    const facts = await indicatorFacts(tx, actor.communityId, this.clock);
    const period = parsePeriod(input.periodKey, facts.calendar);
    const exceptionId = await requireOpenPeriod(tx, actor, { indicatorId: indicator.id, period }, this.clock.now());
    const existing = await findMeasure(tx, indicator.id, period.key);
    // Under an exception what is locked is corrected as if it were not; it is to be validated again.
    const closed = existing && !(exceptionId && existing.status === 'locked') ? await named(tx, existing) : null;
    const parts = input.parts === undefined ? keptParts(indicator, existing, input) : (input.parts ?? []);
    const recorded = recordMeasure(indicator, closed, { ...input, parts }, momentOf(this.clock, facts));
    const { submitOnSave } = await loadValidation(tx);
    const same = existing && JSON.stringify(contentOf(existing)) === JSON.stringify(contentOf(recorded));
    // What was sent back or opened again is sent by saving it, even unchanged.
    if (same && (isSettled(existing.status) || existing.status === 'submitted' || !submitOnSave)) return { id: existing.id, revision: existing.revision };
    await this.requireSeen(tx, existing, input.revision, facts.timeZone);
    await this.requireExplained(tx, indicator, recorded, existing, origin, period);
    const id = existing?.id ?? this.ids.next();
    const by = this.trace.by(actor);
    const arrival: Arrival = { origin: same ? existing.origin : origin, status: submitOnSave ? 'submitted' : 'draft', exceptionId };
    if (existing) await updateMeasure(tx, id, recorded, arrival, by);
    else await insertMeasure(tx, id, indicator.id, recorded, arrival, by);
    await this.tell(tx, actor, facts, indicator, { act: same ? 'submitted' : existing ? 'changed' : 'recorded', recorded, existing, arrival });
    return { id, revision: (existing?.revision ?? 0) + 1 };
  }

  /** What is unusual in a value is taken with a comment. */
  private async requireExplained(
    tx: Tx,
    indicator: StoredIndicator,
    recorded: RecordedMeasure,
    existing: StoredMeasure | undefined,
    origin: MeasureOrigin,
    period: ReturnType<typeof parsePeriod>,
  ): Promise<void> {
    const history = (await loadQualityHistories(tx, [{ indicatorId: indicator.id, period }])).get(`${indicator.id} ${period.key}`);
    const other = existing && existing.origin !== origin ? { value: existing.value, source: measureOriginLabels[existing.origin] } : null;
    if (history) requireComment(warningsOf(indicator, recorded.value, { ...history, other }), recorded.comment);
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    facts: IndicatorFacts,
    indicator: StoredIndicator,
    { act, recorded, existing, arrival }: { act: 'recorded' | 'changed' | 'submitted'; recorded: RecordedMeasure; existing: StoredMeasure | undefined; arrival: Arrival },
  ): Promise<void> {
    const after = {
      ...contentOf(recorded),
      ...(arrival.origin === 'typed' ? {} : { origin: arrival.origin }),
      ...(arrival.exceptionId ? { underException: true } : {}),
    };
    const before = existing && act !== 'submitted' ? contentOf(existing) : null;
    await this.trace.write(tx, actor, { act, indicator, periodKey: recorded.periodKey, before, after }, facts.calendar.contractStart ?? null);
  }

  private async requireSeen(tx: Tx, existing: StoredMeasure | undefined, seen: number, timeZone: string): Promise<void> {
    if (existing) return requireRevision(tx, existing, seen, { ...contentOf(existing), parts: existing.parts }, timeZone);
    if (seen !== 0) throw new DomainError('not-found');
  }
}

/** What the rule reads of the value there, who validated it by name: the refusal says so. */
async function named(tx: Tx, { status, validatedBy }: StoredMeasure): Promise<ExistingMeasure> {
  return { status, validatedBy: validatedBy && ((await loadNames(tx, [validatedBy])).get(validatedBy) ?? null) };
}
