import { calendarKinds, calendarPath } from '@maillage/domain/steering';
import { daysBetween, groupBy } from '@maillage/domain/kernel';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useCan, useSession } from '../../app/session';
import { capitalise, formatDay, formatEuros, formatNumber, formatPeriod } from '../../lib/format';
import { choiceParam } from '../../lib/search-params';
import { calendarText as text } from '../../messages/calendar';
import { ActionButton, EmptyState, HrefLink, LinkTabs, Page, Section, StatusBadge } from '../../ui';
import { IconPrinter } from '../../ui/icons';
import { type Calendar, type CalendarEvent, calendarQuery } from './calendar-api';
import { CalendarClocks } from './calendar-clocks';
import { CalendarFeedSection } from './calendar-feed-section';
import classes from './calendar.module.css';

/** Days before which a thing to come is shown as near. */
const soonDays = 28;

function Events({ events, today }: { events: readonly CalendarEvent[]; today: string }) {
  return (
    <ul className={classes.events}>
      {events.map(({ key, kind, day, title, detail, lateDays, cents, link }) => {
        const inDays = daysBetween(today, day);
        return (
          <li key={key}>
            <time dateTime={day} className={classes.when}>
              {formatDay(day)}
            </time>
            <div>
              <p className={classes.kind}>{text.kind[kind]}</p>
              <HrefLink href={calendarPath(link)} className={classes.title}>
                {title}
              </HrefLink>
              <p className={classes.soft}>{detail}</p>
            </div>
            <div className={classes.state}>
              {cents === null ? null : <strong>{formatEuros(cents)}</strong>}
              {lateDays > 0 ? (
                <StatusBadge tone="late" label={text.lateSince(lateDays)} />
              ) : inDays < 0 ? (
                <StatusBadge tone="at-risk" label={text.since(-inDays)} />
              ) : inDays <= soonDays ? (
                <StatusBadge tone="at-risk" label={inDays === 0 ? text.today : text.inDays(inDays)} />
              ) : (
                <span className={classes.soft}>{text.inDays(inDays)}</span>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Agenda({ calendar: { today, events }, isFiltered }: { calendar: Calendar; isFiltered: boolean }) {
  const can = useCan();
  const late = events.filter(({ lateDays }) => lateDays > 0);
  const pending = events.filter((event) => event.pending);
  const months = groupBy(events.filter((event) => event.lateDays === 0 && !event.pending), ({ day }) => day.slice(0, 7));
  if (events.length === 0) {
    return isFiltered ? (
      <EmptyState title={text.nothing} action={{ label: text.showAll, href: '/calendrier' }}>
        {text.nothingWhat}
      </EmptyState>
    ) : (
      <EmptyState title={text.empty} action={can('contract.write') ? { label: text.toContract, href: '/reglages/contrat' } : undefined}>
        {can('contract.write') ? text.emptyWhat : text.emptyRead}
      </EmptyState>
    );
  }
  return (
    <>
      {late.length > 0 ? (
        <Section title={text.late}>
          <Events events={late} today={today} />
        </Section>
      ) : null}
      {pending.length > 0 ? (
        <Section title={text.pending}>
          <Events events={pending} today={today} />
        </Section>
      ) : null}
      {[...months].map(([month, inMonth]) => (
        <Section key={month} title={monthName(month)}>
          <Events events={inMonth} today={today} />
        </Section>
      ))}
    </>
  );
}

const monthName = (month: string): string => capitalise(formatPeriod({ kind: 'month', key: month, start: `${month}-01`, end: `${month}-01` }));

/** The calendar: the years that run side by side, then the agenda, late first. */
export function CalendarPage() {
  const { communityId } = useSession();
  const { nature } = useSearch({ strict: false }) as { nature?: string };
  const kind = choiceParam(nature, calendarKinds);
  const { data: calendar } = useSuspenseQuery(calendarQuery(communityId));
  const { today, until, clocks, events } = calendar;
  const shown = kind ? events.filter((event) => event.kind === kind) : events;
  const present = calendarKinds.filter((one) => one === kind || events.some((event) => event.kind === one));
  const tab = (one: (typeof calendarKinds)[number] | undefined, count: number) => ({
    label: one ? text.kinds[one] : text.all,
    href: one ? `/calendrier?nature=${one}` : '/calendrier',
    current: one === kind,
    count: formatNumber(count),
  });

  return (
    <Page
      title={text.title}
      lead={text.lead(today, until)}
      tools={<ActionButton variant="default" label={text.print} onClick={() => window.print()} icon={<IconPrinter size={18} aria-hidden="true" />} />}
    >
      <CalendarClocks clocks={clocks} />
      {events.length > 0 ? (
        <LinkTabs label={text.filter} tabs={[tab(undefined, events.length), ...present.map((one) => tab(one, events.filter((event) => event.kind === one).length))]} />
      ) : null}
      <Agenda calendar={{ ...calendar, events: shown }} isFiltered={kind !== undefined} />
      <CalendarFeedSection />
    </Page>
  );
}
