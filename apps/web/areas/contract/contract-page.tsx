import { useSuspenseQuery } from '@tanstack/react-query';
import { useCan, useSession } from '../../app/session';
import { SettingsPage } from '../../app/settings-page';
import { formatDay, formatDayShort } from '../../lib/format';
import { contractText } from '../../messages/contract';
import { EmptyState, Facts, HrefLink, Section, StatusBadge } from '../../ui';
import { agreementsQuery, type ContractPage, contractQuery } from './api';
import { ContractForm } from './contract-form';
import { formatYearStart } from './year-start-field';
import classes from './contract.module.css';

const text = contractText.contract;

function ContractFacts({ page }: { page: ContractPage }) {
  const { communityId } = useSession();
  const { data: agreements } = useSuspenseQuery(agreementsQuery(communityId));
  const { contract } = page;
  if (!contract) return <EmptyState title={text.missing}>{text.missingWhat}</EmptyState>;
  return (
    <Section title={text.form} hint={text.readOnly}>
      <Facts
        items={[
          { label: text.signedOn, value: formatDay(contract.signedOn) },
          { label: text.duration, value: `${contract.durationYears} ${text.years}` },
          { label: text.agreement, value: agreements.find(({ code }) => code === contract.agreement)?.label ?? contract.agreement },
          { label: text.size, value: contract.size ? text.sizeName(contract.size) : text.sizeUnknown },
          { label: text.prorata, value: text.prorataUnits[contract.prorataUnit] },
          { label: text.accountingYear, value: formatYearStart(contract.accountingYearStart) },
          { label: text.membershipYear, value: formatYearStart(contract.membershipYearStart) },
        ]}
      />
    </Section>
  );
}

function SizeSection({ page }: { page: ContractPage }) {
  const can = useCan();
  const { size, contract } = page;
  return (
    <Section title={text.sizeTitle}>
      {size.communes === 0 ? (
        <>
          <p className={classes.plain}>{text.noTerritory}</p>
          {can('community.write') ? (
            <p className={classes.plain}>
              <HrefLink href="/reglages/territoire">{text.toTerritory}</HrefLink>
            </p>
          ) : null}
        </>
      ) : (
        <>
          <Facts
            items={[
              { label: text.population, value: text.populationText(size.population, size.communes, size.vintage) },
              { label: text.suggested, value: size.suggested ? text.sizeName(size.suggested) : null },
              { label: text.written, value: contract ? (contract.size ? text.sizeName(contract.size) : text.sizeUnknown) : null },
            ]}
          />
          {size.warning ? (
            <div className={classes.notice}>
              <StatusBadge tone="at-risk" label={text.disagree} />
              <p className={classes.plain}>{size.warning}</p>
            </div>
          ) : contract?.size && size.suggested ? (
            <div className={classes.notice}>
              <StatusBadge tone="attained" label={text.agree} />
            </div>
          ) : null}
          {size.onBoundary ? <p className={classes.plain}>{text.boundary}</p> : null}
        </>
      )}
    </Section>
  );
}

function Years({ page }: { page: ContractPage }) {
  const { years, currentYear, today } = page;
  if (years.length === 0) return null;
  return (
    <Section title={text.yearsTitle} hint={page.currentYearLabel}>
      <ol className={classes.years}>
        {years.map(({ number, start, end }) => {
          const state = number === currentYear?.number ? 'running' : end < today ? 'past' : 'coming';
          return (
            <li key={number} data-state={state} aria-current={state === 'running' ? 'date' : undefined}>
              <strong>{text.year(number)}</strong>
              <span>
                {formatDayShort(start)}–{formatDayShort(end)}
              </span>
              <span className={classes.yearState}>{text[state]}</span>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** Réglages › Contrat. */
export function ContractSettingsPage() {
  const { communityId } = useSession();
  const can = useCan();
  const { data: page } = useSuspenseQuery(contractQuery(communityId));
  return (
    <SettingsPage title={text.title} lead={text.lead}>
      <div className={classes.page}>
        <p className={classes.plain}>
          <HrefLink href="/contrat/bareme" className="alone">{text.toAmounts}</HrefLink>
        </p>
        {can('contract.write') ? <ContractForm page={page} /> : <ContractFacts page={page} />}
        <SizeSection page={page} />
        <Years page={page} />
      </div>
    </SettingsPage>
  );
}
