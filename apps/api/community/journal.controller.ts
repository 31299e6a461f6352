import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { JournalQueries } from '@maillage/features/community';
import { CurrentActor, Right } from '../http/access';
import { JournalPageDto, JournalQuery } from './community.dto';

/** Who did what in the community. */
@Controller('journal')
export class JournalController {
  constructor(private readonly queries: JournalQueries) {}

  /** Lines of the journal, newest first. */
  @Get()
  @Right('audit.read')
  page(@CurrentActor() actor: Actor, @Query() filter: JournalQuery): Promise<JournalPageDto> {
    return this.queries.page(actor, filter);
  }
}
