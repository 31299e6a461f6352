import { Injectable } from '@nestjs/common';
import type { KeyedSchedule } from '@maillage/platform';
import { ErasingSchedules } from '@maillage/features/reports';

/** Files of withdrawn proofs that leave the disk each night, in the zone of each community. */
@Injectable()
export class ErasingScheduleSource {
  readonly prefix = 'erasing.';

  constructor(private readonly erasing: ErasingSchedules) {}

  schedules(): Promise<KeyedSchedule[]> {
    return this.erasing.all();
  }
}
