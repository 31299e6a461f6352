import { Controller, Get } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { AgreementQueries } from '@maillage/features/contract';
import { CurrentActor, Right } from '../http/access';
import { AgreementsDto } from './agreement.dto';

/** The national agreement: missions, deadlines, sizes and amounts, with their sources. */
@Controller('contract/agreements')
export class AgreementController {
  constructor(private readonly queries: AgreementQueries) {}

  /** Every version known to this installation, oldest first. */
  @Get()
  @Right('contract.read')
  agreements(@CurrentActor() actor: Actor): Promise<AgreementsDto> {
    return this.queries.agreements(actor);
  }
}
