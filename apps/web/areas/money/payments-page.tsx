import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ContractTabs } from '../../app/contract-tabs';
import { useCan, useSession } from '../../app/session';
import { capitalise, formatContractYear, formatEuros } from '../../lib/format';
import { paymentsText } from '../../messages/payments';
import { ActionButton, DataTable, EmptyState, Facts, Page, Section } from '../../ui';
import { IconDownload, IconPrinter } from '../../ui/icons';
import { PaymentDialog } from './payment-dialog';
import { type PaymentsPage as Data, paymentsQuery, type PaymentYear, type ReceivedPayment } from './payments-api';
import { exportPayments } from './payments-csv';
import { lineColumns } from './payments-lines';
import { ReceivedSection } from './payments-received';
import { OwedSection, PaymentFigures, PaymentRules, YearsSection } from './payments-summary';
import classes from './payments.module.css';
import { YearSwitch } from './year-switch';

const text = paymentsText;

function YearSection({ year }: { year: PaymentYear }) {
  const can = useCan();
  const { totals } = year;
  const fill = can('contract.write') ? { label: text.year.toTerms(year.number), href: `/contrat?annee=${year.number}` } : undefined;
  return (
    <Section title={capitalise(formatContractYear(year))} hint={text.year.hint} bare>
      <div className={classes.stack}>
        <DataTable
          simple
          id={`versements-annee-${year.number}`}
          urlName="annee"
          caption={text.year.caption(year.number)}
          columns={lineColumns()}
          rows={year.lines}
          rowKey={({ key }) => key}
          empty={
            <EmptyState title={text.year.missing(year.number)} action={fill}>
              {text.year.missingWhat}
            </EmptyState>
          }
        />
        {year.lines.length > 0 ? (
          <div className={classes.totals} role="group" aria-label={text.year.total}>
            <Facts
              items={[
                { label: text.columns.expected, value: formatEuros(totals.expectedCents) },
                { label: text.columns.received, value: formatEuros(totals.receivedCents) },
                { label: text.columns.owed, value: formatEuros(totals.owedCents) },
                { label: text.columns.toCome, value: formatEuros(totals.toComeCents) },
                { label: text.columns.overpaid, value: totals.overpaidCents > 0 ? formatEuros(totals.overpaidCents) : null },
                { label: text.columns.atStake, value: totals.atStakeCents > 0 ? formatEuros(totals.atStakeCents) : null },
              ]}
            />
            {totals.notComputed > 0 ? <p className={classes.soft}>{text.year.notComputed(totals.notComputed)}</p> : null}
          </div>
        ) : null}
      </div>
    </Section>
  );
}

function Nothing({ page }: { page: Data }) {
  const can = useCan();
  const fill = can('contract.write') ? { label: text.toTerms, href: '/contrat' } : undefined;
  return (
    <EmptyState level={2} title={page.contract ? text.noTerms : text.noContract} action={fill}>
      {page.contract ? text.noTermsWhat : text.noContractWhat}
      {fill ? null : ` ${text.askCoordination}`}
    </EmptyState>
  );
}

/** Contrat › Versements. */
export function PaymentsPage() {
  const { communityId } = useSession();
  const can = useCan();
  const { annee } = useSearch({ strict: false }) as { annee?: number };
  const { data: page } = useSuspenseQuery(paymentsQuery(communityId));
  const [edited, setEdited] = useState<ReceivedPayment | 'new' | null>(null);
  const editable = can('money.write');
  const known = page.years.some(({ hasTerms }) => hasTerms) || page.payments.length > 0;
  const year = page.years.find(({ number }) => number === (annee ?? page.currentYear)) ?? page.years.at(-1);
  const record = editable && known ? { label: text.record, onClick: () => setEdited('new') } : undefined;

  return (
    <Page
      title={text.title}
      lead={text.lead}
      breadcrumbs={[{ label: text.crumb, href: '/contrat' }]}
      action={record}
      tools={
        known ? (
          <>
            <ActionButton variant="default" label={text.export} onClick={() => exportPayments(page)} icon={<IconDownload size={18} aria-hidden="true" />} />
            <ActionButton variant="default" label={text.print} onClick={() => window.print()} icon={<IconPrinter size={18} aria-hidden="true" />} />
          </>
        ) : undefined
      }
    >
      <ContractTabs current="payments" year={annee} />
      {known && year ? (
        <div className={classes.page}>
          <PaymentFigures page={page} />
          <OwedSection page={page} />
          <div className={classes.stack}>
            <YearSwitch years={page.years} current={year.number} to="/contrat/versements" />
            <YearSection year={year} />
          </div>
          <ReceivedSection page={page} editable={editable} onRecord={() => setEdited('new')} onChange={setEdited} />
          <YearsSection page={page} />
          <PaymentRules unit={page.contract?.prorataUnit ?? 'days'} />
        </div>
      ) : (
        <Nothing page={page} />
      )}
      <PaymentDialog edited={edited} page={page} onClose={() => setEdited(null)} />
    </Page>
  );
}
