import { evidenceRecordKinds, type EvidenceRecordKind } from '@maillage/domain/indicators';
import { DomainError, formatDay, french, type Day } from '@maillage/domain/kernel';
import { findDoneStep, listDoneSteps, type DoneStep } from '@maillage/features/project';
import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { EvidenceUse, type SentReport } from './evidence-use';

/** Something of the product that can prove a value. */
export interface EvidenceRecord {
  kind: EvidenceRecordKind;
  id: string;
  /** In French, as the proof will be named for good. */
  name: string;
  on: Day;
  /** What its page is part of: the action of a step. */
  parentId: string | null;
}

/** The records of the product that can prove a value, each kind asked where it lives. */
@Injectable()
export class EvidenceRecords {
  constructor(private readonly use: EvidenceUse) {}

  /** Records of a kind whose words hold a text, the latest first. */
  async search(tx: Tx, kind: EvidenceRecordKind, search: { text: string; limit: number; timeZone: string }): Promise<EvidenceRecord[]> {
    if (kind === 'action-step') return (await listDoneSteps(tx, search.text, search.limit)).map(fromStep);
    return (await this.use.sentReports(tx, search)).map(fromReport);
  }

  /** A record as it is now; null when it is gone, undone, or of another community. */
  async find(tx: Tx, kind: EvidenceRecordKind, id: string, timeZone: string): Promise<EvidenceRecord | null> {
    if (kind === 'action-step') {
      const step = await findDoneStep(tx, id);
      return step ? fromStep(step) : null;
    }
    const report = await this.use.sentReport(tx, id, timeZone);
    return report && fromReport(report);
  }

  /** A record that can prove a value now. Refused: `evidence-record-refused`. */
  async require(tx: Tx, kind: EvidenceRecordKind, id: string, timeZone: string): Promise<EvidenceRecord> {
    const record = evidenceRecordKinds.includes(kind) ? await this.find(tx, kind, id, timeZone) : null;
    if (!record) throw new DomainError('evidence-record-refused');
    return record;
  }
}

const fromStep = ({ id, title, doneOn, actionId, actionNumber }: DoneStep): EvidenceRecord => ({
  kind: 'action-step', id, name: french(`Action ${actionNumber} : ${title}, faite le ${formatDay(doneOn)}`), on: doneOn, parentId: actionId,
});

const fromReport = ({ id, name, sentOn }: SentReport): EvidenceRecord => ({ kind: 'report', id, name, on: sentOn, parentId: null });
