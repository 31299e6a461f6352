import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useSession } from '../../../app/session';
import { todayIn } from '../../../lib/format';
import { indicatorsText } from '../../../messages/indicators';
import { ActionButton, Page, useToast } from '../../../ui';
import { missionsQuery } from '../../contract/api';
import { indicatorModelsQuery, indicatorsQuery, useCreateIndicator } from '../api';
import { blankValues, valuesOfModel } from './form-values';
import { IndicatorForm } from './indicator-form';
import { type LibrarySearch, ModelChoice } from './model-choice';
import { cardHref } from '../words';

const text = indicatorsText.form;
const blank = 'vide';

/** The first day of the quarter a day belongs to: values are asked for from there on. */
const quarterStart = (day: string): string =>
  `${day.slice(0, 5)}${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;

/** A new indicator: from a ready card or from nothing, then in steps. */
export function NewIndicatorPage() {
  const { communityId, timeZone } = useSession();
  const { modele, action, ...search } = useSearch({ strict: false }) as { modele?: string; action?: string } & LibrarySearch;
  const { data: models } = useSuspenseQuery(indicatorModelsQuery);
  const { data: missions } = useSuspenseQuery(missionsQuery(communityId));
  const { data: list } = useSuspenseQuery(indicatorsQuery(communityId, true));
  const create = useCreateIndicator();
  const router = useRouter();
  const toast = useToast();
  const model = models.find(({ code }) => code === modele);
  const chosen = model !== undefined || modele === blank;
  const from = quarterStart(todayIn(timeZone));
  const taken = list.map(({ indicator }) => indicator.code);
  const followed = missions.missions.filter((mission) => mission.chosen).map(({ code }) => code);
  const initial = model ? valuesOfModel(model, taken, followed, from) : blankValues(from);
  const forAction = action ? `&action=${action}` : '';

  return (
    <Page
      title={text.newTitle}
      breadcrumbs={[{ label: indicatorsText.title, href: '/indicateurs' }]}
      tools={
        chosen ? (
          <ActionButton
            variant="default"
            label={text.otherModel}
            href={`/indicateurs/nouveau${action ? `?action=${action}` : ''}`}
          />
        ) : undefined
      }
    >
      {chosen ? (
        <IndicatorForm
          key={modele}
          draftKey={`indicator:new:${modele}`}
          initial={action ? { ...initial, actionId: action } : initial}
          existing={null}
          submitLabel={text.create}
          advice={model?.advice}
          send={async (input) => {
            const { id } = await create.mutateAsync(input);
            toast.done(text.created(input.name));
            await router.navigate({ href: cardHref(id) });
          }}
        />
      ) : (
        <ModelChoice
          models={models}
          missions={missions.missions}
          search={search}
          onSearch={(next) => void router.navigate({ to: '/indicateurs/nouveau', search: { action, ...next }, replace: true })}
          hrefOf={(code) => `/indicateurs/nouveau?modele=${code ?? blank}${forAction}`}
        />
      )}
    </Page>
  );
}
