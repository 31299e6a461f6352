import { CalendarController } from './calendar.controller';
import { CalendarFeedController } from './calendar-feed.controller';
import { SteeringController } from './steering.controller';

/** The routes of this area. */
export const steeringControllers = [SteeringController, CalendarController, CalendarFeedController];
