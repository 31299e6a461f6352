import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { CreateContractIndicators, LinkContractIndicator, MoneyQueries } from '@maillage/features/money';
import { CurrentActor, Right } from '../http/access';
import { YearPipe } from '../http/year.pipe';
import { CreateContractIndicatorsDto, CreatedIndicatorsDto, ContractLinkDto, LinkRevisionDto } from './link.dto';
import { MoneyYearDto } from './money.dto';

/** Euros of the contract: what is earned, at stake and lost, and why. */
@Controller('money')
export class MoneyController {
  constructor(
    private readonly queries: MoneyQueries,
    private readonly linkIndicator: LinkContractIndicator,
    private readonly createIndicators: CreateContractIndicators,
  ) {}

  /** The contract year that runs with its euros; before the first one or after the last one, the nearest. */
  @Get('years/current')
  @Right('money.read')
  current(@CurrentActor() actor: Actor): Promise<MoneyYearDto> {
    return this.queries.year(actor, null);
  }

  /** A contract year with its euros and all they are made from: enough to compute them again with other values. */
  @Get('years/:year')
  @Right('money.read')
  year(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number): Promise<MoneyYearDto> {
    return this.queries.year(actor, year);
  }

  /** Says which followed indicator gives the value of a contract indicator, for every year that has it. */
  @Put('links/:contractCode')
  @Right('indicators.write')
  link(@CurrentActor() actor: Actor, @Param('contractCode') code: string, @Body() input: ContractLinkDto): Promise<LinkRevisionDto> {
    return this.linkIndicator.execute(actor, code, input);
  }

  /** Creates and links a followed indicator for each contract indicator of a year that has none; a second time creates nothing. */
  @Post('indicators')
  @HttpCode(200)
  @Right('indicators.write')
  create(@CurrentActor() actor: Actor, @Body() { year }: CreateContractIndicatorsDto): Promise<CreatedIndicatorsDto> {
    return this.createIndicators.execute(actor, year);
  }
}
