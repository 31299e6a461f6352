import type { ReportSnapshot, SnapshotDifference } from '@maillage/domain/reports';
import type { Tx } from '@maillage/platform';
import type { DocumentFormat } from './rendered';

/** A document of a publication: its bytes are found by their hash. */
export interface PublishedDocument {
  format: DocumentFormat;
  name: string;
  hash: string;
  size: number;
}

/** The copy of a sent report for the readers of one institution. */
export interface Publication {
  id: string;
  communityId: string;
  reportId: string;
  organisation: string;
  organisationKey: string;
  communityTitle: string;
  number: string;
  version: number;
  snapshot: ReportSnapshot;
  snapshotHash: string;
  sealHash: string;
  documents: PublishedDocument[];
  differences: SnapshotDifference[];
  publishedAt: Date;
}

/** What the list of publications says of one. */
export type PublicationLine = Omit<Publication, 'snapshot' | 'documents' | 'differences' | 'snapshotHash' | 'sealHash'> & {
  kindLabel: string;
  periodKey: string;
  periodLabel: string;
  demo: boolean;
};

/** Opens a sent report to the readers of an institution; nothing when it is open already. True when it was opened. */
export async function insertPublication(tx: Tx, publication: Omit<Publication, 'communityId'>): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into publication (id, report_id, organisation, organisation_key, community_title, number, version, snapshot, snapshot_hash, seal_hash,
       documents, differences, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (community_id, report_id, organisation_key) do nothing returning 1`,
    [
      publication.id,
      publication.reportId,
      publication.organisation,
      publication.organisationKey,
      publication.communityTitle,
      publication.number,
      publication.version,
      JSON.stringify(publication.snapshot),
      publication.snapshotHash,
      publication.sealHash,
      JSON.stringify(publication.documents),
      JSON.stringify(publication.differences),
      publication.publishedAt,
    ],
  );
  return rows.length > 0;
}

const lineColumns = `id, community_id as "communityId", report_id as "reportId", organisation, organisation_key as "organisationKey",
  community_title as "communityTitle", number, version, published_at as "publishedAt", snapshot->'report'->>'kindLabel' as "kindLabel",
  snapshot->'report'->>'periodKey' as "periodKey", snapshot->'report'->>'periodLabel' as "periodLabel", (snapshot->>'demo')::boolean as demo`;

/** The publications this transaction may see, the latest first. */
export async function listPublications(tx: Tx): Promise<PublicationLine[]> {
  return tx.query(`select ${lineColumns} from publication order by published_at desc, id desc limit 2000`);
}

/** One publication this transaction may see. */
export async function findPublication(tx: Tx, id: string): Promise<Publication | undefined> {
  const rows: Publication[] = await tx.query(
    `select id, community_id as "communityId", report_id as "reportId", organisation, organisation_key as "organisationKey",
            community_title as "communityTitle", number, version, snapshot, snapshot_hash as "snapshotHash", seal_hash as "sealHash", documents,
            differences, published_at as "publishedAt"
       from publication where id = $1`,
    [id],
  );
  return rows[0];
}
