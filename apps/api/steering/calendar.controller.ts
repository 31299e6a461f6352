import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { CalendarFeed, CalendarQueries } from '@maillage/features/steering';
import { CurrentActor, Right } from '../http/access';
import { CalendarDto, CalendarFeedDto, NewCalendarFeedDto, OpenCalendarFeedDto } from './calendar.dto';

/** The calendar of the community, and the private address at which a person's own programs read it. */
@Controller('steering/calendar')
@Right('steering.read')
export class CalendarController {
  constructor(
    private readonly queries: CalendarQueries,
    private readonly feed: CalendarFeed,
  ) {}

  /** The years that run side by side, and what has a day, late first. */
  @Get()
  calendar(@CurrentActor() actor: Actor): Promise<CalendarDto> {
    return this.queries.calendar(actor);
  }

  /** Whether the person has a private address open, and since when. */
  @Get('feed')
  feedView(@CurrentActor() actor: Actor): Promise<CalendarFeedDto> {
    return this.feed.view(actor);
  }

  /** Opens a private address, in place of the one before; 409 when it was opened or renewed meanwhile. */
  @Post('feed')
  open(@CurrentActor() actor: Actor, @Body() input: OpenCalendarFeedDto): Promise<NewCalendarFeedDto> {
    return this.feed.open(actor, input.revision);
  }

  /** Closes the person's private address. */
  @Delete('feed')
  close(@CurrentActor() actor: Actor): Promise<CalendarFeedDto> {
    return this.feed.close(actor);
  }
}
