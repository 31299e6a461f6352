import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { uniqueBy } from '@maillage/domain/kernel';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { capitalise, formatDay } from '../../../lib/format';
import { collectionText } from '../../../messages/collection';
import { collectionLinksText } from '../../../messages/collection-links';
import { ActionButton, ConfirmDialog, EmptyState, Page, SelectField, useToast } from '../../../ui';
import { IconDownload, IconLink, IconSettings } from '../../../ui/icons';
import { type CollectionGroup, type CollectionPage as Data, collectionQuery, collectionSettingsQuery, useRemind } from './collection-api';
import { exportCollection } from './collection-csv';
import { CollectionGroups, leftOf, ownerName } from './collection-groups';
import { CollectionLog } from './collection-log';
import { CollectionSettingsDialog } from './collection-settings-dialog';
import { CollectionActions, CollectionFigures, CollectionMissions, CollectionTrend } from './collection-summary';
import classes from './collection.module.css';

const text = collectionText;

/** People who can be reminded: named, not the reader, and who still owe something. */
const remindable = (page: Data): CollectionGroup[] =>
  uniqueBy(
    page.groups.filter((group) => group.owner.personId !== null && !group.owner.mine && leftOf(group) > 0),
    ({ owner }) => owner.personId,
  );

function RemindDialog({ page, asked, onClose }: { page: Data; asked: CollectionGroup | 'all' | null; onClose: () => void }) {
  const toast = useToast();
  const remind = useRemind();
  const people = remindable(page).length;
  const send = async (): Promise<void> => {
    const personId = asked === 'all' || asked === null ? null : asked.owner.personId;
    const { planned, tooSoon } = await remind.mutateAsync({ period: page.period?.key ?? '', personId });
    toast.done(text.remindedToast(planned, tooSoon));
  };
  return (
    <ConfirmDialog opened={asked !== null} title={text.remindAsk} confirmLabel={text.remindIt} onConfirm={send} onCancel={onClose}>
      <p>{asked === 'all' || asked === null ? text.remindEveryone(people) : text.remindOne(ownerName(asked))}</p>
      <p>{text.remindPause}</p>
    </ConfirmDialog>
  );
}

function Lead({ page }: { page: Data }) {
  const { rates, dueOn, period, today } = page;
  if (!period || dueOn === null) return null;
  return (
    <>
      {text.lead(rates.received, rates.expected, formatDay(dueOn), dueOn < today)} {period.locked ? text.locked : ''}
    </>
  );
}

/** Collecte: who owes what by when for a period, what came on time, and the reminders. */
export function CollectionPage() {
  const { communityId, role } = useSession();
  const navigate = useNavigate();
  const { periode } = useSearch({ strict: false }) as { periode?: string };
  const { data: page } = useSuspenseQuery(collectionQuery(communityId, periode));
  const { data: settings } = useQuery(collectionSettingsQuery(communityId));
  const [asked, setAsked] = useState<CollectionGroup | 'all' | null>(null);
  const [setting, setSetting] = useState(false);
  const { period } = page;
  const lead = role === 'lead';
  const mine = page.groups.some((group) => group.owner.mine && leftOf(group) > 0);
  const all = page.may.remind && !period?.locked && remindable(page).length > 0;
  const toEntry = period && mine && !period.locked ? { label: text.enter, href: `/indicateurs/saisie?periode=${period.key}` } : undefined;

  return (
    <Page
      title={lead ? text.titleMine : text.title}
      breadcrumbs={[{ label: text.crumb, href: '/indicateurs' }]}
      lead={<Lead page={page} />}
      action={all ? undefined : toEntry}
      tools={
        page.rounds.length > 0 ? (
          <div className={classes.tools}>
            <SelectField
              required
              label={text.period}
              value={period?.key ?? ''}
              choices={page.rounds.map(({ key, label, left }) => ({ value: key, label: capitalise(text.round(label, left)) }))}
              onChange={(wanted) => void navigate({ to: '/indicateurs/collecte', search: { periode: wanted }, replace: true })}
            />
            {all ? <ActionButton label={text.remindAll} onClick={() => setAsked('all')} /> : null}
            {page.groups.length > 0 && !lead ? (
              <ActionButton variant="default" label={text.export} icon={<IconDownload size={18} aria-hidden="true" />} onClick={() => exportCollection(page)} />
            ) : null}
            {page.may.settings ? <ActionButton variant="default" label={collectionLinksText.page.links} href="/indicateurs/liens" icon={<IconLink size={18} aria-hidden="true" />} /> : null}
            {page.may.settings && settings ? (
              <ActionButton variant="default" label={text.settingsOpen} icon={<IconSettings size={18} aria-hidden="true" />} onClick={() => setSetting(true)} />
            ) : null}
          </div>
        ) : undefined
      }
    >
      {period === null || page.groups.length === 0 ? (
        <EmptyState level={2} title={page.rounds.length === 0 ? text.none : text.noRound} action={{ label: text.toIndicators, href: '/indicateurs' }}>
          {page.rounds.length > 0 ? text.noRoundWhat : lead ? text.noneMine : text.noneWhat}
        </EmptyState>
      ) : (
        <div className={classes.page}>
          {lead ? null : <CollectionFigures rates={page.rates} />}
          <CollectionGroups page={page} lead={lead} onRemind={setAsked} />
          {lead ? null : <CollectionActions groups={page.groups} label={period.label} />}
          {lead ? null : <CollectionMissions missions={page.missions} label={period.label} />}
          {lead ? null : <CollectionTrend trend={page.trend} />}
          <CollectionLog period={period.key} settings={settings} />
        </div>
      )}
      <RemindDialog page={page} asked={asked} onClose={() => setAsked(null)} />
      {settings ? <CollectionSettingsDialog settings={settings} opened={setting} onClose={() => setSetting(false)} /> : null}
    </Page>
  );
}
