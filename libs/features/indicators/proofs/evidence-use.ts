import type { ReportWithProof } from '@maillage/domain/indicators';
import type { Day } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';

/** A report that carries a proof. */
export interface ReportOfProof extends ReportWithProof {
  id: string;
  statusLabel: string;
  /** It left, to one recipient at least: what it carries stays. */
  sent: boolean;
  sentOn: Day | null;
}

/** A report that can prove a value: it was sent. */
export interface SentReport {
  id: string;
  name: string;
  sentOn: Day;
}

/** Says which reports carry proofs, and which were sent. Reports come after the indicators: their area answers. */
export abstract class EvidenceUse {
  /** Reports made with these bytes (or this address, this record) as a proof, the latest first; of one value when named. */
  abstract carrying(tx: Tx, proof: { hash: string; timeZone: string }, measureId?: string): Promise<ReportOfProof[]>;
  /** Contract years whose dialogue is closed on a copy that names these bytes (or this address, this record) as a proof; of one value when named. */
  abstract closedDialogues(tx: Tx, hash: string, measureId?: string): Promise<number[]>;
  /** Reports sent to everyone whose number or period holds a text, the latest first. */
  abstract sentReports(tx: Tx, search: { text: string; limit: number; timeZone: string }): Promise<SentReport[]>;
  /** A sent report, if it is the community's. */
  abstract sentReport(tx: Tx, id: string, timeZone: string): Promise<SentReport | null>;
}

/** Where there are no reports, none carries anything. */
@Injectable()
export class NoEvidenceUse extends EvidenceUse {
  override async carrying(): Promise<ReportOfProof[]> {
    return [];
  }

  override async closedDialogues(): Promise<number[]> {
    return [];
  }

  override async sentReports(): Promise<SentReport[]> {
    return [];
  }

  override async sentReport(): Promise<SentReport | null> {
    return null;
  }
}
