import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { collectionText } from '../../../messages/collection';
import { Fold, type HistoryItem, HistoryList, LoadError, Section, type StatusTone, TextSkeleton } from '../../../ui';
import { type CollectionSettings, type Reminder, remindersQuery } from './collection-api';
import classes from './collection.module.css';

const text = collectionText;
const most = 3;
/** Reminders in sight; the older ones are folded. */
const latest = 3;

const tones: Readonly<Record<Reminder['status'], StatusTone>> = { pending: 'on-track', sent: 'attained', failed: 'late', uncertain: 'at-risk', unneeded: 'none' };

function namesOf({ values }: Reminder): string {
  const shown = values.slice(0, most).map(({ name }) => name).join(', ');
  return values.length > most ? `${shown} ${text.logMore(values.length - most)}` : shown;
}

const itemOf = (one: Reminder): HistoryItem => ({
  id: one.id,
  when: new Date(one.at),
  who: one.person,
  what: `${text.logWhat(one.values.length)}, ${text.logStates[one.status]}`,
  tone: tones[one.status],
  detail: (
    <>
      {namesOf(one)} · {one.askedBy ? text.logBy(one.askedBy) : text.logAuto}
      {one.explanation ? <span className={classes.explained}>{one.explanation}</span> : null}
    </>
  ),
});

/** The reminders of the period: to whom, when, for what, and what became of them. */
export function CollectionLog({ period, settings }: { period: string; settings: CollectionSettings | undefined }) {
  const { communityId, timeZone } = useSession();
  const { data, error, refetch } = useQuery(remindersQuery(communityId, period));
  const sum = settings ? text.settingsSum(settings.dueDays, settings.remind, settings.beforeDays, settings.weeklyLimit) : undefined;
  return (
    <Section title={text.log} hint={sum}>
      {error ? (
        <LoadError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <TextSkeleton />
      ) : data.length === 0 ? (
        <p className={classes.soft}>{text.logNone}</p>
      ) : (
        <>
          <HistoryList label={text.log} timeZone={timeZone} items={data.slice(0, latest).map(itemOf)} />
          {data.length > latest ? (
            <Fold summary={text.logOlder(data.length - latest)}>
              <HistoryList label={text.logOlder(data.length - latest)} timeZone={timeZone} items={data.slice(latest).map(itemOf)} />
            </Fold>
          ) : null}
        </>
      )}
    </Section>
  );
}
