import type { Provider } from '@nestjs/common';
import { NoReportUse, ReportUse } from './report-use';
import { SteeringQueries } from './steering.queries';
import { SteeringMarkRow, SteeringPageRow } from './steering.row';

export { ReportUse } from './report-use';
export { readSteeringInput } from './steering-input';
export { SteeringQueries, type SteeringPage } from './steering.queries';
export { steeringTables } from './tables';

/** Row classes of this area. */
export const rows = [SteeringMarkRow, SteeringPageRow];

/** What this area offers; the reports area says what reports wait for. */
export const providers: Provider[] = [{ provide: ReportUse, useClass: NoReportUse }, SteeringQueries];
