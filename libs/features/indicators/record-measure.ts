import { recordMeasure, type ExistingMeasure, type MeasureInput } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { requireRevision } from '@maillage/features/community';
import { Clock, Ids, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { indicatorFacts, momentOf, requireMeasureRight } from './facts';
import { loadIndicator, loadNames } from './indicator.store';
import { contentOf, MeasureTrace } from './measure-trace';
import { findMeasure, insertMeasure, updateMeasure, type StoredMeasure } from './measure.store';

/** A value as given, with the revision of the value on screen (0 where there was none). */
export interface RecordMeasureInput extends MeasureInput {
  indicatorId: string;
  revision: number;
}

/** Records a value, or corrects a draft. The same figures again change nothing: a second click is harmless. */
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
    return this.db.run(actor.communityId, async (tx) => {
      // Values of one indicator are written one after the other: two people at once are seen, not merged by chance.
      const indicator = await loadIndicator(tx, input.indicatorId, true);
      await requireMeasureRight(tx, actor, indicator);
      const facts = await indicatorFacts(tx, actor.communityId, this.clock);
      const existing = await findMeasure(tx, indicator.id, input.periodKey);
      const recorded = recordMeasure(indicator, existing ? await named(tx, existing) : null, input, momentOf(this.clock, facts));
      if (existing && JSON.stringify(contentOf(existing)) === JSON.stringify(contentOf(recorded))) {
        return { id: existing.id, revision: existing.revision };
      }
      await this.requireSeen(tx, existing, input.revision, facts.timeZone);
      const id = existing?.id ?? this.ids.next();
      const by = this.trace.by(actor);
      if (existing) await updateMeasure(tx, id, recorded, by);
      else await insertMeasure(tx, id, indicator.id, recorded, by);
      await this.trace.write(
        tx,
        actor,
        {
          act: existing ? 'changed' : 'recorded',
          indicator,
          periodKey: recorded.periodKey,
          before: existing ? contentOf(existing) : null,
          after: contentOf(recorded),
        },
        facts.calendar.contractStart ?? null,
      );
      return { id, revision: (existing?.revision ?? 0) + 1 };
    });
  }

  private async requireSeen(tx: Tx, existing: StoredMeasure | undefined, seen: number, timeZone: string): Promise<void> {
    if (existing) return requireRevision(tx, existing, seen, contentOf(existing), timeZone);
    if (seen !== 0) throw new DomainError('not-found');
  }
}

/** What the rule reads of the value there, who validated it by name: the refusal says so. */
async function named(tx: Tx, { status, validatedBy }: StoredMeasure): Promise<ExistingMeasure> {
  return { status, validatedBy: validatedBy && ((await loadNames(tx, [validatedBy])).get(validatedBy) ?? null) };
}
