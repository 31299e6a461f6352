import { french } from '@maillage/domain/kernel';
import { requireRight, type Actor } from '@maillage/domain/identity';
import type { LinkFault } from '@maillage/features/identity';
import { Files, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadReports } from './report.store';
import { type Seal, sealLinkFaults } from './seal';
import { loadSeals } from './seal.store';
import { checkedDocument, loadSealed, sealFaults, type SealedReport } from './sealed-documents';

/** Something that does not match what was sealed. */
export interface VerificationFault {
  /** Null: the chain itself. */
  reportId: string | null;
  /** « 2026-T3-001, version 1 », « Chaîne, maillon 3 ». */
  subject: string;
  sentence: string;
}

/** What was checked, and what is wrong; no content of any report. */
export interface Verification {
  seals: number;
  reports: number;
  documents: number;
  /** Hash of the last link: written down elsewhere, it proves that nothing before it was rewritten. */
  head: string | null;
  faults: VerificationFault[];
}

/** Recomputes every hash of a community's reports: snapshots, documents, chain. */
@Injectable()
export class VerifyReports {
  constructor(
    private readonly db: TenantDb,
    private readonly files: Files,
  ) {}

  /** For a person of the community. */
  async forActor(actor: Actor): Promise<Verification> {
    requireRight(actor, 'reports.read');
    return this.execute(actor.communityId);
  }

  /** For the host, by the command line: after a restore, or on a doubt. */
  async execute(communityId: string): Promise<Verification> {
    const { seals, sealed } = await this.db.run(communityId, readEverything, { isolation: 'REPEATABLE READ', readOnly: true });
    const faults = chainFaults(seals);
    let documents = 0;
    for (const one of sealed) {
      const subject = `${one.report.number}, version ${one.report.version}`;
      const wrong = sealFaults(one);
      for (const document of one.documents) {
        documents += 1;
        const checked = await checkedDocument(this.files, document);
        if (typeof checked === 'string') wrong.push(checked);
      }
      faults.push(...wrong.map((sentence) => ({ reportId: one.report.id, subject, sentence })));
    }
    return { seals: seals.length, reports: sealed.length, documents, head: seals.at(-1)?.hash ?? null, faults };
  }
}

async function readEverything(tx: Tx): Promise<{ seals: Seal[]; sealed: SealedReport[] }> {
  const sealed: SealedReport[] = [];
  for (const report of await loadReports(tx)) if (report.sealSequence !== null) sealed.push(await loadSealed(tx, report));
  return { seals: await loadSeals(tx), sealed };
}

const linkSentences: Readonly<Record<LinkFault, string>> = {
  altered: 'Le maillon a été modifié.',
  gap: 'Un maillon manque avant celui-ci.',
  unhooked: 'Le maillon ne tient plus au précédent.',
};

function chainFaults(seals: readonly Seal[]): VerificationFault[] {
  return seals.flatMap((seal, index) =>
    sealLinkFaults(seal, seals[index - 1] ?? null).map((fault) => ({
      reportId: seal.reportId,
      subject: `Chaîne, maillon ${seal.sequence}`,
      sentence: french(linkSentences[fault]),
    })),
  );
}
