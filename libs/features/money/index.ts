import type { Provider } from '@nestjs/common';
import type { RowClass } from '@maillage/platform';
import { ChangeScenario } from './change-scenario';
import { RemoveScenario } from './remove-scenario';
import { SaveScenario } from './save-scenario';
import { ScenarioQueries } from './scenario.queries';
import { MoneyScenarioRow } from './scenario.row';
import { NoYearClosing, YearClosing } from './year-closing';

export { ChangeScenario, type ScenarioChange } from './change-scenario';
export { RemoveScenario } from './remove-scenario';
export { SaveScenario, type ScenarioInput } from './save-scenario';
export { ScenarioQueries } from './scenario.queries';
export { MoneyScenarioRow } from './scenario.row';
export type { StoredScenario } from './scenario.store';
export { NoYearClosing, YearClosing, type ClosedYear } from './year-closing';

/** Row classes of this area. */
export const rows: RowClass[] = [MoneyScenarioRow];

/** What this area offers; the review area says which years are closed. */
export const providers: Provider[] = [
  { provide: YearClosing, useClass: NoYearClosing },
  ScenarioQueries,
  SaveScenario,
  ChangeScenario,
  RemoveScenario,
];
