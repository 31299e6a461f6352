import type { Provider } from '@nestjs/common';
import { CalendarFeed } from './calendar-feed';
import { CalendarFeedRow } from './calendar-feed.row';
import { CalendarQueries } from './calendar.queries';
import { NoReportUse, ReportUse } from './report-use';
import { SteeringQueries } from './steering.queries';
import { SteeringMarkRow, SteeringPageRow } from './steering.row';

export { CalendarFeed, type FeedFile, type FeedView, type NewFeed } from './calendar-feed';
export { CalendarFeedRow } from './calendar-feed.row';
export { CalendarQueries } from './calendar.queries';
export { ReportUse } from './report-use';
export { readSteeringInput } from './steering-input';
export { SteeringQueries, type SteeringPage } from './steering.queries';
export { steeringTables } from './tables';

/** Row classes of this area. */
export const rows = [SteeringMarkRow, SteeringPageRow, CalendarFeedRow];

/** What this area offers; the reports area says what reports wait for. */
export const providers: Provider[] = [{ provide: ReportUse, useClass: NoReportUse }, SteeringQueries, CalendarQueries, CalendarFeed];
