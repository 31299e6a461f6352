import { Button } from '@mantine/core';
import type { ActionStatus } from '@maillage/domain/project';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../app/session';
import { formatNumber } from '../../lib/format';
import { steeringText } from '../../messages/steering';
import { HrefLink, Page, Section, StatusIcon, type StatusTone } from '../../ui';
import { IconPrinter } from '../../ui/icons';
import { ActionCards } from './action-cards';
import { type ActionCard, boardQuery } from './api';
import { BoardMissions } from './board-missions';
import classes from './board.module.css';
import { DutyList } from './duty-list';
import { EurosSummary } from './euros-summary';

const text = steeringText.board;

/** Actions shown before « Voir les 14 autres »; on paper fewer, so that the page stays one (board.module.css). */
const firstAlerts = 6;
const alertsOnPaper = 4;

/** A count that opens the actions it counts. */
function Figure({ tone, number, word, status }: { tone: StatusTone; number: number; word: string; status: ActionStatus }) {
  return (
    <div className={classes.figure} data-tone={tone}>
      <dt>{word}</dt>
      <dd>
        <StatusIcon tone={tone} size={20} />
        <HrefLink href={`/projet?etat=${status}`} aria-label={text.opens(number, word)}>
          {formatNumber(number)}
        </HrefLink>
      </dd>
    </div>
  );
}

/** The actions late or at risk, the late ones first; on paper the first of them, and how many others. */
function Alerts({ alerts }: { alerts: readonly ActionCard[] }) {
  const [whole, setWhole] = useState(false);
  if (alerts.length === 0) return <p className={classes.soft}>{text.noAlerts}</p>;
  const hidden = alerts.length - firstAlerts;
  const notOnPaper = alerts.length - alertsOnPaper;
  return (
    <div className={classes.alerts}>
      <ActionCards actions={whole ? alerts : alerts.slice(0, firstAlerts)} />
      {hidden > 0 ? (
        <Button variant="subtle" className="no-print" onClick={() => setWhole((was) => !was)} aria-expanded={whole}>
          {whole ? steeringText.home.fewer : steeringText.home.more(hidden)}
        </Button>
      ) : null}
      {notOnPaper > 0 ? <p className="only-print">{text.notOnPaper(notOnPaper)}</p> : null}
    </div>
  );
}

/** One A4 that a board member reads ten minutes before the meeting, on a phone or printed. */
export function BoardPage() {
  const { communityId, communityName } = useSession();
  const { data: board } = useSuspenseQuery(boardQuery(communityId));
  const { totals } = board;
  const actions = totals.actionsByStatus;
  return (
    <Page
      title={text.title}
      lead={
        <>
          <p className={classes.lead}>{text.lead(communityName, board.contractYear)}</p>
          <p>{text.asOf(board.today)}</p>
        </>
      }
      breadcrumbs={[{ label: text.crumb, href: '/' }]}
      action={{ label: text.print, onClick: () => window.print(), icon: <IconPrinter size={18} aria-hidden="true" /> }}
    >
      <div className={classes.board}>
        <section aria-label={text.inShort}>
          <dl className={classes.figures}>
            <Figure tone="on-track" status="on-track" number={actions['on-track']} word={text.onTrack(actions['on-track'])} />
            <Figure tone="at-risk" status="at-risk" number={actions['at-risk']} word={text.atRisk(actions['at-risk'])} />
            <Figure tone="late" status="late" number={actions.late} word={text.slipped(actions.late)} />
            <Figure tone="attained" status="done" number={actions.done} word={text.done(actions.done)} />
          </dl>
          <p className={classes.soft}>
            <HrefLink href="/indicateurs">{text.indicators(totals.indicatorsByState.reached, totals.indicators)}</HrefLink> ·{' '}
            <HrefLink href="/">{text.lateThings(board.late.count)}</HrefLink>
          </p>
        </section>
        {board.euros ? <EurosSummary euros={board.euros} /> : null}
        <Section title={text.decide}>
          <div className={classes.decisions}>
            {board.toDecide.length > 0 ? <DutyList duties={board.toDecide} /> : <p className={classes.soft}>{text.nothingToDecide}</p>}
          </div>
        </Section>
        <Section title={text.alerts}>
          <Alerts alerts={board.alerts} />
        </Section>
        <Section title={text.missions}>
          <BoardMissions missions={board.missions} />
        </Section>
      </div>
    </Page>
  );
}
