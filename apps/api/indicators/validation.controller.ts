import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { ChangeMeasureStatus, ChangeValidation, ValidateWaiting, ValidationQueries } from '@maillage/features/indicators';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { ChangeValidationDto, ReturnMeasureDto, SubmitMeasureDto, ValidateWaitingDto, ValidationSettingsDto, WaitingAdvancedDto, WaitingChoiceDto, WaitingCountDto, WaitingPageDto } from './validation.dto';

/** The way of values from who gives them to who validates them. */
@Controller('measures')
export class ValidationController {
  constructor(
    private readonly queries: ValidationQueries,
    private readonly status: ChangeMeasureStatus,
    private readonly settings: ChangeValidation,
    private readonly all: ValidateWaiting,
  ) {}

  /** How values are validated in the community. */
  @Get('validation/settings')
  @Right('indicators.read')
  settingsOf(@CurrentActor() actor: Actor): Promise<ValidationSettingsDto> {
    return this.queries.settings(actor);
  }

  /** Changes how values are validated; what is validated stays so. */
  @Put('validation/settings')
  @Right('community.write')
  change(@CurrentActor() actor: Actor, @Body() input: ChangeValidationDto): Promise<ValidationSettingsDto> {
    return this.settings.execute(actor, input);
  }

  /** Every value that is not validated, with what this reader may do; for a lead, those it gives. */
  @Get('waiting')
  @Right('indicators.read')
  waiting(@CurrentActor() actor: Actor): Promise<WaitingPageDto> {
    return this.queries.waiting(actor);
  }

  /** What validating every value of a choice would do, before it is confirmed. */
  @Get('waiting/validation')
  @Right('measures.validate')
  count(@CurrentActor() actor: Actor, @Query() { period, words }: WaitingChoiceDto): Promise<WaitingCountDto> {
    return this.all.preview(actor, { periodKey: period ?? null, words: words ?? null });
  }

  /** Takes every value of a choice one step further, as counted; some thousands by request. */
  @Post('waiting/validation')
  @HttpCode(200)
  @Right('measures.validate')
  validateAll(@CurrentActor() actor: Actor, @Body() { period, words, asOf }: ValidateWaitingDto): Promise<WaitingAdvancedDto> {
    return this.all.execute(actor, { periodKey: period ?? null, words: words ?? null }, new Date(asOf));
  }

  /** Sends a draft to those who validate. */
  @Post(':measureId/submission')
  @HttpCode(204)
  @Right('measures.write')
  async submit(@CurrentActor() actor: Actor, @Param('measureId', IdPipe) id: string, @Body() { revision }: SubmitMeasureDto): Promise<void> {
    await this.status.submit(actor, { id, revision });
  }

  /** Sends a value back to who gave it, with the remark they read. */
  @Post(':measureId/return')
  @HttpCode(204)
  @Right('measures.validate')
  async sendBack(@CurrentActor() actor: Actor, @Param('measureId', IdPipe) id: string, @Body() { revision, remark }: ReturnMeasureDto): Promise<void> {
    await this.status.sendBack(actor, { id, revision }, remark);
  }
}
