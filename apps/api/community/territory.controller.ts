import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { AddToTerritory, RemoveFromTerritory, TerritoryQueries } from '@maillage/features/community';
import { CurrentActor, Right } from '../http/access';
import { AddToTerritoryDto, CommuneSearchDto, CommuneSearchQuery, RemoveFromTerritoryDto, TerritoryDto } from './community.dto';

/** The communes a community covers. */
@Controller()
export class TerritoryController {
  constructor(
    private readonly queries: TerritoryQueries,
    private readonly addToTerritory: AddToTerritory,
    private readonly removeFromTerritory: RemoveFromTerritory,
  ) {}

  /** The communes of the territory and their population. */
  @Get('community/territory')
  @Right('community.read')
  territory(@CurrentActor() actor: Actor): Promise<TerritoryDto> {
    return this.queries.territory(actor);
  }

  /** Communes and intercommunalities of the country, by name, postcode, INSEE code or SIREN. */
  @Get('communes')
  @Right('community.read')
  search(@CurrentActor() actor: Actor, @Query() { q }: CommuneSearchQuery): Promise<CommuneSearchDto> {
    return this.queries.search(actor, q);
  }

  /** Adds communes, one by one or by whole intercommunalities. */
  @Post('community/territory/additions')
  @HttpCode(200)
  @Right('community.write')
  add(@CurrentActor() actor: Actor, @Body() input: AddToTerritoryDto): Promise<TerritoryDto> {
    return this.addToTerritory.execute(actor, input);
  }

  /** Takes communes out. */
  @Post('community/territory/removals')
  @HttpCode(200)
  @Right('community.write')
  remove(@CurrentActor() actor: Actor, @Body() { communes }: RemoveFromTerritoryDto): Promise<TerritoryDto> {
    return this.removeFromTerritory.execute(actor, communes);
  }
}
