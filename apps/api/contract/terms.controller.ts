import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { AmendTerms, RecordTerms, TermsQueries } from '@maillage/features/contract';
import { CurrentActor, Right } from '../http/access';
import { YearPipe } from '../http/year.pipe';
import { AddAmendmentDto, RecordTermsDto, TermsPageDto, TermsQueryDto } from './terms-page.dto';

/** What the contract says of each of its years. */
@Controller('contract/terms')
export class TermsController {
  constructor(
    private readonly queries: TermsQueries,
    private readonly recordTerms: RecordTerms,
    private readonly amendTerms: AmendTerms,
  ) {}

  /** The terms of a contract year, its versions, what the agreement suggests, and the crises. */
  @Get()
  @Right('contract.read')
  terms(@CurrentActor() actor: Actor, @Query() query: TermsQueryDto): Promise<TermsPageDto> {
    return this.queries.terms(actor, query);
  }

  /** Records the terms of a year or corrects its latest version, as a whole; every fault is told with its path. */
  @Put(':year')
  @Right('contract.write')
  record(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number, @Body() input: RecordTermsDto): Promise<TermsPageDto> {
    return this.recordTerms.execute(actor, year, input);
  }

  /** Adds a dated version; refused for a year that is over or closed. */
  @Post(':year/amendments')
  @HttpCode(200)
  @Right('contract.write')
  amend(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number, @Body() input: AddAmendmentDto): Promise<TermsPageDto> {
    return this.amendTerms.execute(actor, year, input);
  }
}
