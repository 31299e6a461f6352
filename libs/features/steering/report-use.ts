import type { SteeredReport } from '@maillage/domain/steering';
import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';

/** Says what reports wait for. Reports come after the dashboards: their area answers. */
export abstract class ReportUse {
  /** Reports that wait for somebody. */
  abstract openReports(tx: Tx, timeZone: string): Promise<SteeredReport[]>;
  /** Whether somebody is there to receive reports. */
  abstract hasRecipients(tx: Tx): Promise<boolean>;
}

/** Where there are no reports, none waits. */
@Injectable()
export class NoReportUse extends ReportUse {
  override async openReports(): Promise<SteeredReport[]> {
    return [];
  }

  override async hasRecipients(): Promise<boolean> {
    return false;
  }
}
