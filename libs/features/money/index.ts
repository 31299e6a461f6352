import type { Provider } from '@nestjs/common';
import type { RowClass } from '@maillage/platform';
import { CancelPayment } from './cancel-payment';
import { ChangePayment } from './change-payment';
import { ChangeScenario } from './change-scenario';
import { CreateContractIndicators } from './create-contract-indicators';
import { LinkContractIndicator } from './link-contract-indicator';
import { ContractIndicatorLinkRow } from './link.row';
import { MoneyQueries } from './money.queries';
import { PaymentLedger } from './payment-ledger';
import { PaymentQueries } from './payment.queries';
import { PaymentPartRow, PaymentReceivedRow } from './payment.row';
import { RecordPayment } from './record-payment';
import { RemoveScenario } from './remove-scenario';
import { SaveScenario } from './save-scenario';
import { ScenarioQueries } from './scenario.queries';
import { MoneyScenarioRow } from './scenario.row';
import { NoYearClosing, YearClosing } from './year-closing';

export { CancelPayment } from './cancel-payment';
export { ChangePayment, type PaymentChange } from './change-payment';
export { ChangeScenario, type ScenarioChange } from './change-scenario';
export { CreateContractIndicators, type CreatedIndicators } from './create-contract-indicators';
export { LinkContractIndicator, type LinkInput } from './link-contract-indicator';
export { ContractIndicatorLinkRow } from './link.row';
export { MoneyQueries, type MoneyLink, type MoneyYear, type MoneyYearChoice } from './money.queries';
export { PaymentLedger, type ExpectedLedger } from './payment-ledger';
export { PaymentQueries, type NamedPart, type PaymentsPage, type PaymentView, type PaymentYear } from './payment.queries';
export { PaymentPartRow, PaymentReceivedRow } from './payment.row';
export { RecordPayment, type PaymentInput } from './record-payment';
export { RemoveScenario } from './remove-scenario';
export { SaveScenario, type ScenarioInput } from './save-scenario';
export { ScenarioQueries } from './scenario.queries';
export { MoneyScenarioRow } from './scenario.row';
export type { StoredScenario } from './scenario.store';
export { NoYearClosing, YearClosing, type ClosedYear } from './year-closing';

/** Row classes of this area. */
export const rows: RowClass[] = [ContractIndicatorLinkRow, PaymentReceivedRow, PaymentPartRow, MoneyScenarioRow];

/** What this area offers; the review area says which years are closed. */
export const providers: Provider[] = [
  { provide: YearClosing, useClass: NoYearClosing },
  MoneyQueries,
  LinkContractIndicator,
  CreateContractIndicators,
  PaymentLedger,
  PaymentQueries,
  RecordPayment,
  ChangePayment,
  CancelPayment,
  ScenarioQueries,
  SaveScenario,
  ChangeScenario,
  RemoveScenario,
];
