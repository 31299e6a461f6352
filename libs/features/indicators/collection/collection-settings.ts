import { checkCollectionSettings, ordinaryCollection, type CollectionSettings } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { audit, requireRevision, timeZoneOf } from '@maillage/features/community';
import { Clock, SystemDb, TenantDb, type KeyedSchedule } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadCollectionSettings, saveCollectionSettings } from './collection.store';

/** Early enough to be read at the start of the day. */
const hour = 7;
const minute = 30;

const contentOf = ({ dueDays, remind, beforeDays, weeklyLimit }: CollectionSettings): CollectionSettings => ({ dueDays, remind, beforeDays, weeklyLimit });

/** Says when values fall due, and whether and how long the product reminds people of them. */
@Injectable()
export class ChangeCollectionSettings {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** Refused: `invalid-input`, `edited-meanwhile`. The same settings again change nothing. */
  async execute(actor: Actor, input: CollectionSettings & { revision: number }): Promise<void> {
    requireRight(actor, 'indicators.write');
    const wanted = checkCollectionSettings(input);
    await this.db.run(actor.communityId, async (tx) => {
      const before = await loadCollectionSettings(tx, true);
      if (JSON.stringify(contentOf(before)) === JSON.stringify(contentOf(wanted))) return;
      const timeZone = await timeZoneOf(tx, actor.communityId);
      await requireRevision(tx, before, input.revision, contentOf(before), timeZone);
      const kept = await saveCollectionSettings(tx, wanted, before.revision, { personId: actor.personId, at: this.clock.now() });
      // Somebody set the first ones at the same instant.
      if (!kept) {
        const now = await loadCollectionSettings(tx);
        await requireRevision(tx, now, input.revision, contentOf(now), timeZone);
      }
      await audit(tx, actor, { act: 'collection.settings-changed', subjectType: 'community', subjectId: actor.communityId, before: contentOf(before), after: contentOf(wanted) });
    });
  }
}

/** The daily reminders of every community, for the worker that hangs them. */
@Injectable()
export class CollectionSchedules {
  constructor(private readonly db: SystemDb) {}

  /** One per community that wants reminders, in its own zone; keys start with `collection.`. */
  async all(): Promise<KeyedSchedule[]> {
    const rows: { id: string; timeZone: string; remind: boolean | null }[] = await this.db.run((tx) =>
      tx.query(`select c.id, c.time_zone as "timeZone", s.remind from community c left join collection_settings s on s.community_id = c.id order by c.id`),
    );
    return rows
      .filter(({ remind }) => remind ?? ordinaryCollection.remind)
      .map(({ id, timeZone }) => ({
        key: `collection.${id}`,
        job: 'collection.remind' as const,
        data: {},
        cron: `${minute} ${hour} * * *`,
        timeZone,
        communityId: id,
      }));
  }
}
