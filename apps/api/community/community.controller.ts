import { Body, Controller, Get, Put } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { ChangeSettings, CommunityQueries } from '@maillage/features/community';
import { CurrentActor, Right } from '../http/access';
import { ChangeSettingsDto, SettingsDto } from './community.dto';

/** The community of the session. */
@Controller('community')
export class CommunityController {
  constructor(
    private readonly queries: CommunityQueries,
    private readonly changeSettings: ChangeSettings,
  ) {}

  /** Its settings. */
  @Get()
  @Right('community.read')
  settings(@CurrentActor() actor: Actor): Promise<SettingsDto> {
    return this.queries.settings(actor);
  }

  /** Changes its settings; 409 with the current ones when they were changed meanwhile. */
  @Put()
  @Right('community.write')
  change(@CurrentActor() actor: Actor, @Body() input: ChangeSettingsDto): Promise<SettingsDto> {
    return this.changeSettings.execute(actor, input);
  }
}
