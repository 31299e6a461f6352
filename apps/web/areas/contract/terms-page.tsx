import type { ContractTerms } from '@maillage/domain/contract';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { ContractTabs } from '../../app/contract-tabs';
import { useCan, useSession } from '../../app/session';
import { downloadText } from '../../lib/csv';
import { formatContractYear, formatDay } from '../../lib/format';
import { termsText } from '../../messages/terms';
import { EmptyState, Facts, HrefLink, Page, Section, SelectField, StatusBadge, useToast } from '../../ui';
import { IconDownload, IconUpload } from '../../ui/icons';
import { missionsQuery } from './api';
import { CrisesSection } from './crises-section';
import { exportFile } from './import-api';
import { AmendmentsSection } from './terms-amendments';
import { type TermsPage as TermsData, termsQuery, type TermsYear } from './terms-api';
import { Envelopes } from './terms-envelopes';
import { TermsMissions } from './terms-missions';
import { YearChecks } from './terms-year-checks';
import classes from './terms.module.css';

const text = termsText;

/** « année 5 (15/04/2026–14/04/2027), en cours ». */
function yearChoice(year: TermsYear): string {
  const label = formatContractYear(year);
  if (!year.hasTerms) return text.yearEmpty(label);
  return year.state === 'current' ? text.yearNow(label) : label;
}

/** The year on screen, and what can be done with it. */
function YearBar({ page, year }: { page: TermsData; year: TermsYear }) {
  const navigate = useNavigate();
  const toast = useToast();
  const download = async (): Promise<void> => {
    try {
      downloadText(text.exportName(year.number), await exportFile(year.number), 'application/json');
      toast.done(text.exported);
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <div className={`${classes.bar} no-print`}>
      <SelectField
        required
        label={text.year}
        choices={page.years.map((one) => ({ value: String(one.number), label: yearChoice(one) }))}
        value={String(year.number)}
        onChange={(chosen) => void navigate({ href: `/contrat?annee=${chosen}` })}
      />
      <div className={classes.buttons}>
        {page.may.import ? (
          <Button component={HrefLink} href="/contrat/importer" variant="default" leftSection={<IconUpload size={18} aria-hidden="true" />}>
            {text.import}
          </Button>
        ) : null}
        {page.terms ? (
          <Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />} onClick={() => void download()}>
            {text.export}
          </Button>
        ) : null}
        {page.terms && page.may.amend ? (
          <Button component={HrefLink} href={`/contrat/saisir?annee=${year.number}&avenant=oui`} variant="default">
            {text.amend}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** What was signed, in four facts. */
function Signed({ page, contract }: { page: TermsData; contract: NonNullable<TermsData['contract']> }) {
  const can = useCan();
  return (
    <Section title={text.signed} hint={text.lead(formatDay(contract.signedOn), contract.durationYears, formatDay(contract.endsOn))}>
      <Facts
        items={[
          { label: text.agreement, value: contract.agreementLabel },
          { label: text.size, value: contract.size === null ? text.sizeUnknown : text.sizeName(contract.size) },
          { label: text.inForce, value: page.version ? text.amendments.line(page.version.label, formatDay(page.version.effectiveOn)) : null },
        ]}
      />
      <p className={`${classes.links} no-print`}>
        {can('contract.write') ? <HrefLink href="/reglages/contrat" className="alone">{text.settings}</HrefLink> : null}
        <HrefLink href="/contrat/bareme" className="alone">{text.scale}</HrefLink>
      </p>
    </Section>
  );
}

function EmptyYear({ page, year }: { page: TermsData; year: TermsYear }) {
  const label = formatContractYear(year);
  if (!page.may.write) return <EmptyState level={2} title={text.empty(label)}>{text.emptyRead}</EmptyState>;
  return (
    <EmptyState
      level={2}
      title={text.empty(label)}
      action={{ label: text.import, href: '/contrat/importer' }}
      secondary={{ label: text.fill, href: `/contrat/saisir?annee=${year.number}` }}
    >
      <p>{text.emptyWhat}</p>
      <ul className={classes.plainList}>
        <li>{text.emptyImport}</li>
        <li>{text.emptyForm}</li>
      </ul>
    </EmptyState>
  );
}

function Terms({ page, year, terms }: { page: TermsData; year: TermsYear; terms: ContractTerms }) {
  const { communityId } = useSession();
  const { data: missions } = useQuery(missionsQuery(communityId));
  const labels = new Map(page.missions.map(({ code, label }) => [code, label]));
  const nameOf = (code: string): string => labels.get(code) ?? code;
  const version = page.version?.current === false ? `&avenant=${page.version.amendment}` : '';
  const here = `/contrat?annee=${year.number}${version}`;
  const late = (missions?.missions ?? []).filter(({ chosen, clock }) => chosen && clock.lateDays > 0);
  return (
    <>
      {page.version?.current === false ? (
        <p className={classes.warning}>
          {text.older(page.version.label)} <HrefLink href={`/contrat?annee=${year.number}`}>{text.toCurrent}</HrefLink>
        </p>
      ) : (
        <YearChecks page={page} year={year} terms={terms} late={late} nameOf={nameOf} />
      )}
      <Section title={text.envelopes.title} hint={text.envelopes.hint}>
        <Envelopes terms={terms} nameOf={nameOf} hrefOf={(code) => `${here}#mission-${code}`} />
      </Section>
      <TermsMissions key={here} terms={terms} nameOf={nameOf} />
      <AmendmentsSection page={page} year={year} />
      <CrisesSection page={page} />
    </>
  );
}

/** Contrat: what is signed for a year, mission by mission, as the contract writes it. */
export function TermsPage() {
  const { communityId } = useSession();
  const can = useCan();
  const { annee, avenant } = useSearch({ strict: false }) as { annee?: number; avenant?: number };
  const { data: page } = useSuspenseQuery(termsQuery(communityId, annee, avenant));
  const { contract, year, terms } = page;
  if (!contract || !year) {
    return (
      <Page title={text.title}>
        <ContractTabs current="terms" />
        <EmptyState
          level={2}
          title={text.noContract}
          action={can('contract.write') ? { label: text.toSettings, href: '/reglages/contrat' } : undefined}
          secondary={page.may.import ? { label: text.import, href: '/contrat/importer' } : undefined}
        >
          {can('contract.write') ? text.noContractWhat : text.noContractRead}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={text.title}
      lead={
        <>
          {formatContractYear(year)} {year.closed ? <StatusBadge tone="none" label={text.closed} /> : null}
        </>
      }
      action={terms && page.may.write && page.version?.current !== false ? { label: text.edit, href: `/contrat/saisir?annee=${year.number}` } : undefined}
    >
      <ContractTabs current="terms" year={year.number} />
      <YearBar page={page} year={year} />
      <Signed page={page} contract={contract} />
      {terms ? <Terms page={page} year={year} terms={terms} /> : <EmptyYear page={page} year={year} />}
    </Page>
  );
}
