import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { ReportQueries } from '@maillage/features/reports';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { CarryingReportDto } from './reports.dto';

/** From a value to the reports it is in. */
@Controller('indicators')
export class CarryingController {
  constructor(private readonly queries: ReportQueries) {}

  /** Every report that carried the value of an indicator in a period, the latest first. */
  @Get(':indicatorId/values/:periodKey/reports')
  @Right('indicators.read')
  carrying(@CurrentActor() actor: Actor, @Param('indicatorId', IdPipe) indicatorId: string, @Param('periodKey') periodKey: string): Promise<CarryingReportDto[]> {
    return this.queries.carrying(actor, indicatorId, periodKey);
  }
}
