import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, minDay, type Day } from '@maillage/domain/kernel';
import { quarterToPrepare } from '@maillage/domain/reports';
import { audit, requireRevision, timeZoneOf } from '@maillage/features/community';
import { loadIndicators } from '@maillage/features/indicators';
import { Clock, Ids, Jobs, SystemDb, TenantDb, type KeyedSchedule, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { startReport } from './preparation';
import { loadReports, lockReports } from './report.store';

/** When reports are prepared by themselves: a day of the month that follows the quarter, in the zone of the community. */
export interface ReportSchedule {
  enabled: boolean;
  /** 1 to 28. */
  day: number;
}

/** The first and the last day that can be chosen: those every month has. */
export const scheduleDays = { min: 1, max: 28 } as const;

/** Until someone says otherwise: as soon as the quarter is over. */
export const ordinarySchedule: ReportSchedule = { enabled: true, day: 1 };

/** Early in the morning, after midnight whatever the season. */
const hour = 5;

type StoredSchedule = ReportSchedule & { updatedAt: Date; updatedBy: string | null; revision: number };

/** The setting of the community at work; `revision` 0 while nobody changed it. */
export async function loadSchedule(tx: Tx): Promise<ReportSchedule & { revision: number }> {
  const stored = await storedSchedule(tx, '');
  return stored ? { enabled: stored.enabled, day: stored.day, revision: stored.revision } : { ...ordinarySchedule, revision: 0 };
}

async function storedSchedule(tx: Tx, lock: '' | 'for update'): Promise<StoredSchedule | undefined> {
  const rows: StoredSchedule[] = await tx.query(
    `select enabled, day, updated_at as "updatedAt", updated_by as "updatedBy", revision from report_schedule ${lock}`,
  );
  return rows[0];
}

/** Turns the automatic preparation on or off, and says its day. */
@Injectable()
export class ChangeReportSchedule {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: ReportSchedule & { revision: number }): Promise<void> {
    requireRight(actor, 'reports.prepare');
    const { enabled, day } = input;
    if (!Number.isInteger(day) || day < scheduleDays.min || day > scheduleDays.max) {
      throw new DomainError('invalid-input', { label: 'Jour', rule: `choisissez un jour de ${scheduleDays.min} à ${scheduleDays.max}` });
    }
    await this.db.run(actor.communityId, async (tx) => {
      await lockReports(tx);
      const stored = await storedSchedule(tx, 'for update');
      const before = stored ? { enabled: stored.enabled, day: stored.day } : ordinarySchedule;
      if (stored) await requireRevision(tx, stored, input.revision, before, await timeZoneOf(tx, actor.communityId));
      if (before.enabled === enabled && before.day === day) return;
      await tx.query(
        `insert into report_schedule (enabled, day, updated_at, updated_by) values ($1, $2, $3, $4)
         on conflict (community_id) do update set enabled = excluded.enabled, day = excluded.day, updated_at = excluded.updated_at,
           updated_by = excluded.updated_by, revision = report_schedule.revision + 1`,
        [enabled, day, this.clock.now(), actor.personId],
      );
      await audit(tx, actor, { act: 'report.schedule-changed', subjectType: 'community', subjectId: actor.communityId, before, after: { enabled, day } });
    });
  }
}

/** Prepares the report of the quarter that has just ended, when it is due and nobody has: once, whoever asks and however often. */
@Injectable()
export class PrepareDueReport {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
  ) {}

  /** The id of the report, or null when there is nothing to prepare. */
  async execute(communityId: string): Promise<string | null> {
    return this.db.run(communityId, async (tx) => {
      await lockReports(tx);
      const { enabled, day } = await loadSchedule(tx);
      const first = firstTracked(await loadIndicators(tx));
      if (!enabled || first === null) return null;
      const timeZone = await timeZoneOf(tx, communityId);
      const now = this.clock.now();
      const options = { delayDays: day - 1, firstQuarterStart: first };
      const period = quarterToPrepare(now, timeZone, await loadReports(tx), options);
      if (!period) return null;
      const wanted = { kind: 'quarter-indicators' as const, periodKey: period.key, correction: false, today: this.clock.today(timeZone) };
      return startReport(tx, { clock: this.clock, ids: this.ids, jobs: this.jobs }, { communityId, personId: null }, wanted);
    });
  }
}

function firstTracked(indicators: readonly { trackedFrom: Day }[]): Day | null {
  return indicators.reduce<Day | null>((first, { trackedFrom }) => (first === null ? trackedFrom : minDay(first, trackedFrom)), null);
}

/** The schedules of every community, for the worker that hangs them. */
@Injectable()
export class ReportSchedules {
  constructor(private readonly db: SystemDb) {}

  /** One per community that wants it, in its own zone; keys start with `reports.`. */
  async all(): Promise<KeyedSchedule[]> {
    const rows: { id: string; timeZone: string; enabled: boolean | null; day: number | null }[] = await this.db.run((tx) =>
      tx.query(
        `select c.id, c.time_zone as "timeZone", s.enabled, s.day from community c left join report_schedule s on s.community_id = c.id order by c.id`,
      ),
    );
    return rows
      .filter(({ enabled }) => enabled ?? ordinarySchedule.enabled)
      .map(({ id, timeZone, day }) => ({
        key: `reports.${id}`,
        job: 'reports.prepare-due' as const,
        data: {},
        cron: `0 ${hour} ${day ?? ordinarySchedule.day} 1,4,7,10 *`,
        timeZone,
        communityId: id,
      }));
  }
}
