import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { useSession } from '../../../app/session';
import { indicatorsText } from '../../../messages/indicators';
import { Page, useToast } from '../../../ui';
import { indicatorQuery, useChangeIndicator } from '../api';
import { valuesOf } from './form-values';
import { IndicatorForm } from './indicator-form';
import { cardHref } from '../words';

const text = indicatorsText.form;

/** Changes the definition of an indicator; each change stays in its log. */
export function EditIndicatorPage() {
  const { communityId } = useSession();
  const { indicatorId = '' } = useParams({ strict: false });
  const { data: card } = useSuspenseQuery(indicatorQuery(communityId, indicatorId));
  const change = useChangeIndicator(indicatorId);
  const router = useRouter();
  const toast = useToast();
  const { indicator, locked } = card;
  return (
    <Page
      title={text.editTitle}
      breadcrumbs={[
        { label: indicatorsText.title, href: '/indicateurs' },
        { label: indicator.name, href: cardHref(indicator.id) },
      ]}
    >
      <IndicatorForm
        draftKey={`indicator:${indicator.id}`}
        initial={valuesOf(indicator)}
        existing={{ id: indicator.id, revision: indicator.revision, locked }}
        submitLabel={text.save}
        send={async (input, revision, reason) => {
          await change.mutateAsync({ ...input, revision, reason });
          toast.done(text.saved);
          await router.navigate({ href: cardHref(indicator.id) });
        }}
      />
    </Page>
  );
}
