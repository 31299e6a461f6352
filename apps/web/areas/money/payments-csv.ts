import { downloadText, toCsv } from '../../lib/csv';
import { formatDayShort } from '../../lib/format';
import { paymentsText } from '../../messages/payments';
import type { PaymentsPage } from './payments-api';

const euros = (cents: number | null): number | null => (cents === null ? null : cents / 100);

/** Every line of the contract as a table for a spreadsheet. */
export function paymentsCsv({ years }: PaymentsPage): string {
  const rows = years.flatMap(({ lines }) =>
    lines.map((line) => [
      line.year,
      line.label,
      line.date && formatDayShort(line.date),
      line.when,
      euros(line.cents),
      line.formula,
      euros(line.receivedCents),
      euros(line.remainingCents),
      euros(line.overpaidCents),
      euros(line.atStakeCents),
      paymentsText.statuses[line.status],
      line.missing,
    ]),
  );
  return toCsv(paymentsText.csv.columns, rows);
}

/** Hands that table to the browser. */
export function exportPayments(page: PaymentsPage): void {
  downloadText(`${paymentsText.csv.file}.csv`, paymentsCsv(page));
}
