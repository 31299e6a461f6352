import { formatDayShort, formatEuros } from '../../lib/format';
import { paymentsText } from '../../messages/payments';
import { type Column, StatusBadge, type StatusTone } from '../../ui';
import type { PaymentLine } from './payments-api';
import classes from './payments.module.css';

const text = paymentsText;

const tones: Readonly<Record<PaymentLine['status'], StatusTone>> = {
  'received': 'attained',
  'partly-received': 'at-risk',
  'late': 'late',
  'expected': 'on-track',
  'upcoming': 'none',
  'at-stake': 'on-track',
  'not-computed': 'none',
  'nothing-due': 'none',
};

/** « en retard depuis 40 jours », « en partie reçu, en retard depuis 40 jours ». */
export function statusWords({ status, lateDays }: Pick<PaymentLine, 'status' | 'lateDays'>): string {
  if (lateDays === 0) return text.statuses[status];
  const late = text.since(text.statuses.late, lateDays);
  return status === 'late' ? late : `${text.statuses[status]}, ${late}`;
}

function LineName({ line, withYear }: { line: PaymentLine; withYear: boolean }) {
  return (
    <div className={classes.line}>
      <span>{withYear ? text.columns.lineOf(line.label, line.year) : line.label}</span>
      <span className={classes.soft}>{line.formula ?? line.missing}</span>
    </div>
  );
}

const money = (cents: number | null): string => (cents === null ? '—' : formatEuros(cents));

function LineStatus({ line }: { line: PaymentLine }) {
  const { status, lateDays } = line;
  return (
    <span className={classes.status}>
      <StatusBadge tone={lateDays > 0 ? 'late' : tones[status]} label={text.statuses[status]} />{' '}
      {lateDays > 0 ? <span className={classes.soft}>{status === 'late' ? text.sinceDays(lateDays) : text.since(text.statuses.late, lateDays)}</span> : null}
    </span>
  );
}

/** The columns of a table of lines; `withYear` where lines of several years stand together, all of them owed. */
export function lineColumns({ withYear = false }: { withYear?: boolean } = {}): Column<PaymentLine>[] {
  return [
    { key: 'ligne', label: text.columns.line, value: ({ label }) => label, render: (line) => <LineName line={line} withYear={withYear} />, unsorted: true },
    {
      key: 'date', label: text.columns.date, value: ({ date }) => date, unsorted: true, card: withYear ? 'main' : 'detail',
      render: ({ date, when }) => (date ? <span title={when}>{formatDayShort(date)}</span> : <span className={classes.when}>{when}</span>),
    },
    {
      key: 'attendu', label: text.columns.expected, value: ({ cents }) => cents, numeric: true, unsorted: true, card: withYear ? 'none' : 'main',
      render: ({ cents, atStakeCents }) => (cents !== null ? money(cents) : atStakeCents !== null ? text.upTo(money(atStakeCents)) : text.unknown),
    },
    {
      key: 'recu', label: text.columns.received, value: ({ receivedCents }) => receivedCents, numeric: true, unsorted: true, card: withYear ? 'none' : 'detail',
      render: ({ receivedCents }) => money(receivedCents),
    },
    {
      key: 'reste', label: text.columns.remaining, value: ({ remainingCents }) => remainingCents, numeric: true, unsorted: true, card: 'main',
      render: ({ remainingCents, overpaidCents }) => (overpaidCents > 0 ? text.over(money(overpaidCents)) : money(remainingCents)),
    },
    { key: 'etat', label: text.columns.status, value: (line) => statusWords(line), unsorted: true, render: (line) => <LineStatus line={line} /> },
  ];
}
