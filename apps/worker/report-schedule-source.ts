import { Injectable } from '@nestjs/common';
import type { KeyedSchedule } from '@maillage/platform';
import { ReportSchedules } from '@maillage/features/reports';

/** Reports that prepare themselves at the end of the quarter, in the zone of each community. */
@Injectable()
export class ReportScheduleSource {
  readonly prefix = 'reports.';

  constructor(private readonly reports: ReportSchedules) {}

  schedules(): Promise<KeyedSchedule[]> {
    return this.reports.all();
  }
}
