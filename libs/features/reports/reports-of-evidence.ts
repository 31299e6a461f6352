import { formatPeriod, formatPeriodShort, french, parsePeriod, today } from '@maillage/domain/kernel';
import { reportStatusLabels } from '@maillage/domain/reports';
import { EvidenceUse, type ReportOfProof, type SentReport } from '@maillage/features/indicators';
import { closedYearsWithProof } from '@maillage/features/review';
import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { findSentReport, reportsWithProof, searchSentReports, type SentReportRow } from './report-proof.store';

/** Tells the proofs which reports and closed dialogues carry them, and which reports can prove a value. */
@Injectable()
export class ReportsOfEvidence extends EvidenceUse {
  override async carrying(tx: Tx, { hash, timeZone }: { hash: string; timeZone: string }, measureId?: string): Promise<ReportOfProof[]> {
    const rows = await reportsWithProof(tx, hash, measureId ?? null);
    return rows.map(({ id, number, version, status, sentAt, left }) => ({
      id, number, version, statusLabel: reportStatusLabels[status], sent: left, sentOn: sentAt && today(sentAt, timeZone),
    }));
  }

  override async closedDialogues(tx: Tx, hash: string, measureId?: string): Promise<number[]> {
    return closedYearsWithProof(tx, hash, measureId ?? null);
  }

  override async sentReports(tx: Tx, { text, limit, timeZone }: { text: string; limit: number; timeZone: string }): Promise<SentReport[]> {
    const wanted = text.trim().toLocaleLowerCase('fr');
    const rows = (await searchSentReports(tx)).map((row) => named(row, timeZone));
    return rows.filter(({ name }) => name.toLocaleLowerCase('fr').includes(wanted)).slice(0, limit);
  }

  override async sentReport(tx: Tx, id: string, timeZone: string): Promise<SentReport | null> {
    const row = await findSentReport(tx, id);
    return row ? named(row, timeZone) : null;
  }
}

function named({ id, number, version, periodKey, sentAt }: SentReportRow, timeZone: string): SentReport {
  const period = parsePeriod(periodKey);
  const which = version > 1 ? ` version ${version}` : '';
  return { id, name: french(`Rapport ${number}${which}, ${formatPeriodShort(period) || formatPeriod(period)}`), sentOn: today(sentAt, timeZone) };
}
