import type { Provider } from '@nestjs/common';
import type { RowClass } from '@maillage/platform';

/** Row classes of this area. */
export const rows: RowClass[] = [];

/** What this area offers. */
export const providers: Provider[] = [];
