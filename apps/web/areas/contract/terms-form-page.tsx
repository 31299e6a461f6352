import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../../app/session';
import { formatContractYear } from '../../lib/format';
import { termsText } from '../../messages/terms';
import { termsFormText } from '../../messages/terms-form';
import { EmptyState, Page, useToast } from '../../ui';
import { agreementsQuery } from './api';
import { termsQuery, useAmendTerms, useRecordTerms } from './terms-api';
import { type SentTerms, TermsForm } from './terms-form';

const text = termsFormText;

/** Contrat › Saisie: what the contract says of a year, or an amendment of it, by a guided form. */
export function TermsFormPage() {
  const { communityId } = useSession();
  const { annee, avenant } = useSearch({ strict: false }) as { annee?: number; avenant?: string };
  const navigate = useNavigate();
  const toast = useToast();
  const { data: page } = useSuspenseQuery(termsQuery(communityId, annee));
  const { data: agreements } = useSuspenseQuery(agreementsQuery(communityId));
  const record = useRecordTerms();
  const amend = useAmendTerms();
  const { contract, year } = page;
  const version = agreements.find(({ code }) => code === contract?.agreement);
  const breadcrumbs = [{ label: termsText.title, href: year ? `/contrat?annee=${year.number}` : '/contrat' }];
  if (!contract || !year || !version) {
    return (
      <Page title={text.short} breadcrumbs={breadcrumbs}>
        <EmptyState level={2} title={termsText.noContract} action={{ label: termsText.toSettings, href: '/reglages/contrat' }}>
          {termsText.noContractWhat}
        </EmptyState>
      </Page>
    );
  }
  const amending = avenant === 'oui' && page.version !== null;
  const label = formatContractYear(year);
  const allowed = amending ? page.may.amend : page.may.write;
  const send = async ({ terms, revision, from, amendment }: SentTerms): Promise<void> => {
    const { number } = year;
    if (amendment) await amend.mutateAsync({ year: number, terms, revision, from, ...amendment });
    else await record.mutateAsync({ year: number, terms, revision, amendment: from });
    toast.done(amendment ? termsText.amendments.saved : text.saved(label));
    // A year told for the first time: its indicators are to be followed next, which the page of the euros offers.
    await navigate({ href: page.version ? `/contrat?annee=${number}` : `/contrat/euros?annee=${number}` });
  };
  return (
    <Page title={amending ? text.amendTitle(label) : text.title(label)} lead={amending ? text.amendLead : text.lead} breadcrumbs={breadcrumbs}>
      {allowed ? (
        <TermsForm key={`${year.number}:${amending}`} page={{ ...page, contract, year }} version={version} amending={amending} send={send} />
      ) : (
        <EmptyState level={2} title={text.closed(label)} action={{ label: text.back, href: `/contrat?annee=${year.number}` }}>
          {amending ? text.closedAmend : text.closedWhat}
        </EmptyState>
      )}
    </Page>
  );
}
