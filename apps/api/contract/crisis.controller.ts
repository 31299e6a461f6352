import { Body, Controller, Delete, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { KeepCrises } from '@maillage/features/contract';
import { CurrentActor, Right } from '../http/access';
import { IdPipe } from '../http/id.pipe';
import { ChangeCrisisDto, CrisesDto, RecordCrisisDto, RemoveCrisisQueryDto } from './crisis.dto';

/** Crises recognised by the ARS. */
@Controller('contract/crises')
export class CrisisController {
  constructor(private readonly crises: KeepCrises) {}

  /** Records a crisis recognised by the ARS. */
  @Post()
  @HttpCode(200)
  @Right('money.write')
  record(@CurrentActor() actor: Actor, @Body() input: RecordCrisisDto): Promise<CrisesDto> {
    return this.crises.record(actor, input);
  }

  /** Corrects a crisis, or says that it ended. */
  @Put(':crisisId')
  @Right('money.write')
  change(@CurrentActor() actor: Actor, @Param('crisisId', IdPipe) id: string, @Body() input: ChangeCrisisDto): Promise<CrisesDto> {
    return this.crises.correct(actor, id, input);
  }

  /** Removes a crisis recorded by mistake. */
  @Delete(':crisisId')
  @Right('money.write')
  remove(@CurrentActor() actor: Actor, @Param('crisisId', IdPipe) id: string, @Query() { revision }: RemoveCrisisQueryDto): Promise<CrisesDto> {
    return this.crises.remove(actor, id, revision);
  }
}
