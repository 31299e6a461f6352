import type { Provider } from '@nestjs/common';
import type { RowClass } from '@maillage/platform';
import { NoYearClosing, YearClosing } from './year-closing';

export { NoYearClosing, YearClosing, type ClosedYear } from './year-closing';

/** Row classes of this area. */
export const rows: RowClass[] = [];

/** What this area offers; the review area says which years are closed. */
export const providers: Provider[] = [{ provide: YearClosing, useClass: NoYearClosing }];
