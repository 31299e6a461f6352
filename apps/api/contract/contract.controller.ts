import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { Actor } from '@maillage/domain/identity';
import { ContractQueries, RecordContract } from '@maillage/features/contract';
import { CurrentActor, Right } from '../http/access';
import { ContractPageDto, ContractYearDto, RecordContractDto } from './contract.dto';

/** What the community signed. */
@Controller('contract')
export class ContractController {
  constructor(
    private readonly queries: ContractQueries,
    private readonly recordContract: RecordContract,
  ) {}

  /** The contract, its years, and the size beside the population. */
  @Get()
  @Right('contract.read')
  contract(@CurrentActor() actor: Actor): Promise<ContractPageDto> {
    return this.queries.contract(actor);
  }

  /** The contract year of today; null when none runs. */
  @Get('current-year')
  @Right('contract.read')
  @ApiExtraModels(ContractYearDto)
  @ApiOkResponse({ schema: { anyOf: [{ $ref: getSchemaPath(ContractYearDto) }, { type: 'null' }] } })
  currentYear(@CurrentActor() actor: Actor): Promise<ContractYearDto | null> {
    return this.queries.currentYear(actor);
  }

  /** Records the contract or corrects it; 409 with the current one when it was changed meanwhile. */
  @Put()
  @Right('contract.write')
  record(@CurrentActor() actor: Actor, @Body() input: RecordContractDto): Promise<ContractPageDto> {
    return this.recordContract.execute(actor, input);
  }
}
