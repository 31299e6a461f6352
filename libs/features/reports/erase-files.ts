import { audit } from '@maillage/features/community';
import { Clock, Files, type KeyedSchedule, SystemDb, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';

declare module '@maillage/platform/jobs/job-payloads' {
  interface JobPayloads {
    /** Each night: the bytes of proofs withdrawn long ago, which nothing carries, leave the disk. */
    'reports.erase-files': Record<string, never>;
  }
}

const day = 24 * 3_600_000;
/** How long a withdrawn proof keeps its bytes: a mistake is told by then. Ours: no text gives a delay. */
export const eraseAfterDays = 30;
/** Bytes that came back less than this ago may be on their way to a proof. */
const fresh = day;

interface Erasable {
  id: string;
  hash: string;
  name: string;
}

/**
 * Erases the bytes of proofs withdrawn long ago. What a report, the copy of a closed dialogue, an answer of a link, an import or another
 * proof carries stays. The record of the file stays too: what it was called, and its hash, are told for ever.
 */
@Injectable()
export class EraseFiles {
  constructor(
    private readonly db: TenantDb,
    private readonly system: SystemDb,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** The number of files whose bytes left the disk. Done again, or after a stop half-way, it ends what was begun. */
  async execute(communityId: string): Promise<number> {
    const now = this.clock.now();
    const hashes = await this.db.run(communityId, async (tx) => {
      for (const { id, hash, name } of await loadErasable(tx, new Date(now.getTime() - eraseAfterDays * day))) {
        await tx.query('update file set erased_at = $2 where id = $1', [id, now]);
        await audit(tx, { communityId, personId: null }, { act: 'evidence.erased', subjectType: 'file', subjectId: id, label: name, before: { fileName: name, hash }, at: now });
      }
      const rows: { hash: string }[] = await tx.query('select distinct hash from file where erased_at is not null order by hash');
      return rows.map(({ hash }) => hash);
    });
    let erased = 0;
    for (const hash of hashes) {
      if ((await this.files.has(hash)) && (await this.system.run((tx) => this.files.erase(tx, hash, new Date(now.getTime() - fresh))))) erased += 1;
    }
    return erased;
  }
}

/** Files of withdrawn proofs that nothing of the community carries any more. */
async function loadErasable(tx: Tx, before: Date): Promise<Erasable[]> {
  return tx.query(
    `select f.id, f.hash, f.name from file f
      where f.erased_at is null
        and exists (select from evidence e where e.file_id = f.id)
        and not exists (select from evidence e where e.file_id = f.id and (e.removed_at is null or e.removed_at > $1))
        and not exists (select from measure_evidence l join evidence e on e.id = l.evidence_id where e.file_id = f.id)
        and not exists (select from link_contribution_file l join link_contribution c on c.id = l.contribution_id
                         where l.file_id = f.id and (c.status in ('received', 'accepted') or c.settled_at > $1))
        and not exists (select from value_import i where i.file_id = f.id)
        and not exists (select from report_document d where d.file_id = f.id)
        and not exists (select from community c where c.logo_file_id = f.id)
        and not exists (select from report r where r.status <> 'cancelled' and strpos(r.snapshot::text, f.hash) > 0)
        and not exists (select from review_event e where strpos(e.snapshot::text, f.hash) > 0)
      order by f.id`,
    [before],
  );
}

/** When files are erased, for the worker that hangs the job. */
@Injectable()
export class ErasingSchedules {
  constructor(private readonly db: SystemDb) {}

  /** One per community, at night in its own zone; keys start with `erasing.`. */
  async all(): Promise<KeyedSchedule[]> {
    const rows: { id: string; timeZone: string }[] = await this.db.run((tx) => tx.query('select id, time_zone as "timeZone" from community order by id'));
    return rows.map(({ id, timeZone }) => ({ key: `erasing.${id}`, job: 'reports.erase-files' as const, data: {}, cron: '40 3 * * *', timeZone, communityId: id }));
  }
}
