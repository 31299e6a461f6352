import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ContractTabs } from '../../app/contract-tabs';
import { useSession } from '../../app/session';
import { formatContractYear, formatInstant } from '../../lib/format';
import { reviewText } from '../../messages/review';
import { ActionButton, HistoryList, LinkTabs, Message, Page, Section, StatusBadge } from '../../ui';
import { IconPrinter } from '../../ui/icons';
import { NoTerms } from '../money/no-terms';
import { YearSwitch } from '../money/year-switch';
import { hasSheet, type OpenRoom, roomQuery } from './api';
import { CloseDialog } from './close-dialog';
import { MissionPanel } from './mission-panel';
import { ReopenDialog } from './reopen-dialog';
import { ReviewTotals } from './review-totals';
import classes from './review.module.css';
import type { ReviewSearch } from './routes';
import { indicatorsIn, progressOf, reviewTone, shortHash } from './words';

const text = reviewText;
const address = '/contrat/dialogue';

function Closing({ room }: { room: OpenRoom }) {
  const { timeZone } = useSession();
  const { closing } = room;
  if (!closing) return null;
  const outcome = room.events.find(({ act }) => act === 'closed')?.nextYear;
  if (!closing.intact) {
    return (
      <Message tone="late" title={text.damaged}>
        {text.damagedWhat}
      </Message>
    );
  }
  return (
    <p className={classes.closing}>
      {text.closedBy(closing.by, formatInstant(new Date(closing.at), timeZone))} {outcome ? text.history.nextYear[outcome](room.year + 1) : null} <code title={closing.hash}>{text.hash(shortHash(closing.hash))}</code>
    </p>
  );
}

function History({ room }: { room: OpenRoom }) {
  const { timeZone } = useSession();
  if (room.events.length === 0) return null;
  return (
    <Section title={text.history.title}>
      <HistoryList
        label={text.history.title}
        timeZone={timeZone}
        items={room.events.map(({ id, act, at, by, reason, hash, nextYear }) => ({
          id,
          when: new Date(at),
          who: by,
          what: text.history[act],
          detail: reason ?? [hash ? text.hash(shortHash(hash)) : null, nextYear ? text.history.nextYear[nextYear](room.year + 1) : null].filter(Boolean).join(' · '),
          tone: act === 'closed' ? 'attained' : 'at-risk',
        }))}
      />
    </Section>
  );
}

/** What is proposed opens nothing: says why. */
function NextYearNote({ room }: { room: OpenRoom }) {
  if (room.closing || room.sheet.opensNextYear) return null;
  return <p className={classes.soft}>{room.nextYear === null ? text.next.last : text.next.already(room.nextYear)}</p>;
}

function Content({ room, search }: { room: OpenRoom; search: ReviewSearch }) {
  const { missions } = room.sheet;
  const hrefOf = (code: string): string => `${address}?annee=${room.year}&mission=${code}`;
  const shown = missions.find(({ code }) => code === search.mission) ?? missions[0];
  const next = shown ? missions[missions.indexOf(shown) + 1] : undefined;
  const write = room.may.write && room.closing === null;
  return (
    <>
      <Closing room={room} />
      {room.may.write ? null : <p className={classes.soft}>{text.readOnly}</p>}
      <ReviewTotals sheet={room.sheet} />
      <NextYearNote room={room} />
      <LinkTabs
        label={text.missions.label}
        tabs={missions.map((mission) => {
          const { done, total } = progressOf(indicatorsIn(mission));
          return { label: mission.shortLabel, href: hrefOf(mission.code), current: mission === shown, count: text.missions.done(done, total) };
        })}
      />
      {shown ? <MissionPanel key={`${room.year} ${shown.code} ${room.status}`} room={room} mission={shown} write={write} nextHref={next ? hrefOf(next.code) : null} /> : null}
      <History room={room} />
    </>
  );
}

/** The room of the dialogue de gestion: filled in during the meetings, closed at the end of the year. */
export function ReviewPage() {
  const { communityId } = useSession();
  const search = useSearch({ strict: false }) as ReviewSearch;
  const { data: room } = useSuspenseQuery(roomQuery(communityId, search.annee));
  const [asking, setAsking] = useState(false);
  const { year, years, status, may } = room;
  const period = years.find(({ number }) => number === year);
  const known = hasSheet(room) ? room : null;
  const asks = { onClick: () => setAsking(true) };
  return (
    <Page
      title={text.title}
      lead={
        period ? (
          <p className={classes.lead}>
            <span>{formatContractYear(period)}</span>
            <StatusBadge tone={reviewTone[status]} label={text.statuses[status]} />
          </p>
        ) : undefined
      }
      action={known && may.write && known.closing === null ? { label: text.closing.close, ...asks } : undefined}
      tools={
        known ? (
          <>
            {known.closing && may.write ? <ActionButton variant="default" label={text.reopening.reopen} {...asks} /> : null}
            <ActionButton variant="default" label={text.summary} href={`${address}/synthese?annee=${known.year}`} icon={<IconPrinter size={18} aria-hidden="true" />} />
          </>
        ) : undefined
      }
    >
      <div className={`${classes.tabs} no-print`}>
        <ContractTabs current="review" year={year ?? undefined} />
        {year === null ? null : <YearSwitch years={years} current={year} to={address} />}
      </div>
      {known ? <Content key={known.year} room={known} search={search} /> : <NoTerms year={year} />}
      {known && known.closing === null ? <CloseDialog room={known} opened={asking} onClose={() => setAsking(false)} /> : null}
      {known?.closing && asking ? <ReopenDialog room={known} onClose={() => setAsking(false)} /> : null}
    </Page>
  );
}
