import { hasRight, requireRight, type Actor } from '@maillage/domain/identity';
import { found } from '@maillage/domain/kernel';
import type { SnapshotDifference } from '@maillage/domain/reports';
import { IdentityQueries } from '@maillage/features/identity';
import { Files, ReaderDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { findPublication, listPublications, type Publication, type PublicationLine } from './publication.store';
import { organisationKey } from './recipients';
import { formatLabels, type DocumentFormat } from './rendered';
import { contentOf, type ReportContent } from './report-content';
import { openDocument } from './reports.queries';
import type { CheckedDocument } from './sealed-documents';

/** A received report in the list. */
export interface ReceivedLine extends Omit<PublicationLine, 'organisationKey' | 'reportId'> {
  /** A later version was received: this one is kept, and replaced. */
  replacedBy: number | null;
}

/** A received report. */
export interface ReceivedReport {
  id: string;
  communityId: string;
  communityTitle: string;
  organisation: string;
  number: string;
  version: number;
  kindLabel: string;
  periodLabel: string;
  publishedAt: Date;
  sealHash: string;
  content: ReportContent;
  differences: SnapshotDifference[];
  documents: { format: DocumentFormat; label: string; name: string; size: number; hash: string }[];
  /** Other versions of the same report received, the first one first. */
  versions: { id: string; version: number }[];
}

/** One community whose publications may be seen: those sent to one institution, or all (null: the community's own people). */
interface Sight {
  communityId: string;
  key: string | null;
}

/** Reads of readers, over all the communities that sent them something. Only published copies are within reach of these. */
@Injectable()
export class PublicationQueries {
  constructor(
    private readonly db: ReaderDb,
    private readonly identity: IdentityQueries,
    private readonly files: Files,
  ) {}

  /** Every report received, the latest first. */
  async list(actor: Actor): Promise<ReceivedLine[]> {
    const sights = await this.sights(actor);
    const lines = (await this.db.run(sights, listPublications)).filter((line) => isSeen(line, sights));
    return lines.map(({ organisationKey: key, reportId: _, ...line }) => {
      const later = lines.filter((other) => other.organisationKey === key && isSameReport(other, line) && other.version > line.version);
      return { ...line, replacedBy: later.length > 0 ? Math.max(...later.map(({ version }) => version)) : null };
    });
  }

  /** One received report. */
  async page(actor: Actor, id: string): Promise<ReceivedReport> {
    const sights = await this.sights(actor);
    return this.db.run(sights, async (tx) => {
      const publication = seen(await findPublication(tx, id), sights);
      const { communityId, communityTitle, organisation, number, version, publishedAt, sealHash, snapshot, differences, documents } = publication;
      const versions = (await listPublications(tx)).filter((line) => line.organisationKey === publication.organisationKey && isSameReport(line, publication));
      return {
        id, communityId, communityTitle, organisation, number, version, publishedAt, sealHash, differences,
        kindLabel: snapshot.report.kindLabel,
        periodLabel: snapshot.report.periodLabel,
        content: contentOf(snapshot),
        documents: documents.map(({ format, name, size, hash }) => ({ format, label: formatLabels[format], name, size, hash })),
        versions: versions.map((line) => ({ id: line.id, version: line.version })).sort((a, b) => a.version - b.version),
      };
    });
  }

  /** A document of a received report, its bytes checked. */
  async document(actor: Actor, id: string, format: string): Promise<CheckedDocument> {
    const sights = await this.sights(actor);
    const { documents } = seen(await this.db.run(sights, (tx) => findPublication(tx, id)), sights);
    return openDocument(this.files, found(documents.find((document) => document.format === format)));
  }

  private async sights(actor: Actor): Promise<Sight[]> {
    requireRight(actor, 'publications.read');
    const reads = await this.identity.readerOf(actor.personId);
    const own = hasRight(actor, 'reports.read') ? [{ communityId: actor.communityId, key: null }] : [];
    return [...own, ...reads.map(({ communityId, organisation }) => ({ communityId, key: organisationKey(organisation) }))];
  }
}

const isSameReport = (a: Pick<Publication, 'communityId' | 'number'>, b: Pick<Publication, 'communityId' | 'number'>): boolean =>
  a.communityId === b.communityId && a.number === b.number;

function isSeen(publication: Pick<Publication, 'communityId' | 'organisationKey'>, sights: readonly Sight[]): boolean {
  return sights.some(({ communityId, key }) => communityId === publication.communityId && (key === null || key === publication.organisationKey));
}

function seen(publication: Publication | undefined, sights: readonly Sight[]): Publication {
  return found(publication && isSeen(publication, sights) ? publication : null);
}
