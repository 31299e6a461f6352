import { capitalise, formatContractYear, formatEuros, listInFrench } from '../../lib/format';
import { paymentsText } from '../../messages/payments';
import { type Column, DataTable, EmptyState, Section } from '../../ui';
import type { PaymentsPage } from './payments-api';
import { lineColumns } from './payments-lines';
import classes from './payments.module.css';

const text = paymentsText;

/** The figures of the whole contract: what is owed first. What is zero and exceptional is left out. */
export function PaymentFigures({ page: { totals, today, payments, years } }: { page: PaymentsPage }) {
  const coming = years.flatMap(({ lines }) => lines).filter(({ date, remainingCents }) => date !== null && date > today && (remainingCents ?? 0) > 0);
  const next = coming.reduce<string | null>((first, { date }) => (first === null || (date ?? '') < first ? date : first), null);
  const nextCents = coming.reduce((sum, { date, remainingCents }) => sum + (date === next ? (remainingCents ?? 0) : 0), 0);
  const count = payments.filter(({ cancelledAt }) => cancelledAt === null).length;
  const all = [
    { key: 'owed', value: totals.owedCents, what: text.figures.owedWhat(today), always: true },
    { key: 'received', value: totals.receivedCents, what: count === 0 ? text.figures.noneWhat : text.figures.receivedWhat(count), always: true },
    { key: 'toCome', value: totals.toComeCents, what: next === null ? text.figures.toComeWhat : text.figures.nextWhat(formatEuros(nextCents), next), always: true },
    { key: 'atStake', value: totals.atStakeCents, what: text.figures.atStakeWhat, always: false },
    { key: 'overpaid', value: totals.overpaidCents, what: text.figures.overpaidWhat, always: false },
    { key: 'unallocated', value: totals.unallocatedCents, what: text.figures.unallocatedWhat, always: false },
  ] as const;
  return (
    <dl className={classes.figures} aria-label={text.figures.label}>
      {all
        .filter(({ value, always }) => always || value > 0)
        .map(({ key, value, what }) => (
          <div key={key} className={classes.figure} data-key={key}>
            <dt>{text.figures[key]}</dt>
            <dd>
              <strong>{formatEuros(value)}</strong>
              <span className={classes.soft}>{what}</span>
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** The lines to claim from the caisse, whatever their year. */
export function OwedSection({ page: { years, today, totals, payments } }: { page: PaymentsPage }) {
  const owed = years
    .flatMap(({ lines }) => lines)
    .filter(({ date, remainingCents }) => date !== null && date <= today && (remainingCents ?? 0) > 0)
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0));
  return (
    <Section title={text.owed.title} hint={owed.length > 0 ? text.owed.hint : undefined} bare>
      <div className={classes.stack}>
        {owed.length > 0 && payments.length === 0 ? <p className={classes.notice}>{text.owed.nothingRecorded}</p> : null}
        <DataTable
          simple
          id="versements-dus"
          urlName="dus"
          caption={text.owed.caption}
          columns={lineColumns({ withYear: true })}
          rows={owed}
          rowKey={({ key }) => key}
          empty={<EmptyState title={text.owed.none}>{text.owed.noneWhat}</EmptyState>}
        />
        {owed.length > 0 ? <p className={classes.total}>{text.owed.total(formatEuros(totals.owedCents))}</p> : null}
      </div>
    </Section>
  );
}

interface YearRow {
  key: string;
  label: string;
  totals: PaymentsPage['years'][number]['totals'];
}

const amount = (key: string, label: string, of: (row: YearRow) => number, card: Column<YearRow>['card'] = 'detail'): Column<YearRow> => ({
  key, label, numeric: true, unsorted: true, card, value: of, render: (row) => formatEuros(of(row)),
});

const yearColumns: Column<YearRow>[] = [
  { key: 'annee', label: text.years.year, unsorted: true, value: ({ label }) => label },
  amount('attendu', text.columns.expected, ({ totals }) => totals.expectedCents, 'main'),
  amount('recu', text.columns.received, ({ totals }) => totals.receivedCents),
  amount('du', text.columns.owed, ({ totals }) => totals.owedCents, 'main'),
  amount('avenir', text.columns.toCome, ({ totals }) => totals.toComeCents),
  amount('entrop', text.columns.overpaid, ({ totals }) => totals.overpaidCents),
  amount('enjeu', text.columns.atStake, ({ totals }) => totals.atStakeCents),
];

/** One line per year of the contract, and the whole. */
export function YearsSection({ page: { years, totals } }: { page: PaymentsPage }) {
  const known = years.filter(({ hasTerms }) => hasTerms);
  const unknown = years.filter(({ hasTerms }) => !hasTerms).map(({ number }) => String(number));
  const rows: YearRow[] = known.map((year) => ({ key: String(year.number), label: capitalise(formatContractYear(year)), totals: year.totals }));
  const whole: YearRow = { key: 'all', label: text.years.all, totals };
  return (
    <Section title={text.years.title} bare>
      <div className={classes.stack}>
        <DataTable simple id="versements-par-annee" urlName="annees" caption={text.years.caption} columns={yearColumns} rows={[...rows, whole]} rowKey={({ key }) => key} empty={null} />
        {unknown.length > 0 ? <p className={classes.soft}>{text.years.noTerms(listInFrench(unknown), unknown.length)}</p> : null}
      </div>
    </Section>
  );
}

/** The rules, in words, with their texts. */
export function PaymentRules({ unit }: { unit: string }) {
  const fixed = unit === 'months' ? text.rules.fixed.months : text.rules.fixed.days;
  return (
    <Section title={text.rules.title}>
      <ul className={classes.rules}>
        {[text.rules.operating, fixed, text.rules.prorata, text.rules.variable, text.rules.fungible].map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </Section>
  );
}
