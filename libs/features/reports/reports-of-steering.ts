import { formatPeriod, parsePeriod, today } from '@maillage/domain/kernel';
import type { SteeredReport } from '@maillage/domain/steering';
import { ReportUse } from '@maillage/features/steering';
import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadRecipients } from './delivery.store';
import { isOpen, loadReports } from './report.store';

/** Tells the dashboards which reports wait for somebody. */
@Injectable()
export class ReportsOfSteering extends ReportUse {
  override async openReports(tx: Tx, timeZone: string): Promise<SteeredReport[]> {
    const reports = (await loadReports(tx)).filter(isOpen);
    return reports.map(({ id, number, version, status, periodKey, statusSince }) => ({
      id, number, version, status, periodLabel: formatPeriod(parsePeriod(periodKey)), since: today(statusSince, timeZone),
    }));
  }

  override async hasRecipients(tx: Tx): Promise<boolean> {
    return (await loadRecipients(tx)).length > 0;
  }
}
