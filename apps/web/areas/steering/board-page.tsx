import { writeValue } from '@maillage/domain/charts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useSession } from '../../app/session';
import { formatNumber } from '../../lib/format';
import { steeringText } from '../../messages/steering';
import { HrefLink, Page, Section, StatusBadge, StatusIcon, type StatusTone } from '../../ui';
import { IconPrinter } from '../../ui/icons';
import { ActionCards } from './action-cards';
import { boardQuery, type BoardPage as Board, type IndicatorCard } from './api';
import { DutyList } from './duty-list';
import { toneOf } from './indicator-bars';
import classes from './steering.module.css';
import { missionTone } from './tones';

const text = steeringText.board;

function Figure({ tone, number, word }: { tone: StatusTone; number: number; word: string }) {
  return (
    <div className={classes.figure} data-tone={tone}>
      <dt>{word}</dt>
      <dd>
        <StatusIcon tone={tone} size={20} /> {formatNumber(number)}
      </dd>
    </div>
  );
}

function IndicatorCells({ card }: { card: IndicatorCard }) {
  const { standing, code, name, id, kind, ...format } = card;
  const write = (value: number | null): string => writeValue(value, { ...format, yesNo: kind === 'yes-no' });
  return (
    <>
      <td>
        <HrefLink href={`/indicateurs/${id}`} className="alone">
          {code} {name}
        </HrefLink>
      </td>
      <td className={classes.number}>{write(standing?.compared ?? null)}</td>
      <td className={classes.number}>{write(standing?.target ?? null)}</td>
      <td>
        <StatusBadge plain tone={toneOf(card)} label={steeringText.progress[standing?.progress.state ?? 'no-data']} />
      </td>
    </>
  );
}

function MissionsTable({ missions }: Pick<Board, 'missions'>) {
  return (
    <div className={classes.scroll} role="region" aria-label={text.caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className="only-read-aloud">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.mission}</th>
            <th scope="col">{text.indicator}</th>
            <th scope="col" className={classes.number}>
              {text.value}
            </th>
            <th scope="col" className={classes.number}>
              {text.target}
            </th>
            <th scope="col">{text.stands}</th>
          </tr>
        </thead>
        <tbody>
          {missions.map((mission) => (
            <Fragment key={mission.code}>
              {(mission.keyIndicators.length > 0 ? mission.keyIndicators : [null]).map((card, index) => (
                <tr key={card?.id ?? 'none'} data-first={index === 0 || undefined}>
                  {index === 0 ? (
                    <th scope="rowgroup" rowSpan={Math.max(1, mission.keyIndicators.length)}>
                      <HrefLink href={`/missions/${mission.code}`} className="alone">{mission.shortLabel}</HrefLink>
                      <StatusBadge plain tone={missionTone[mission.state]} label={steeringText.mission.states[mission.state]} />
                    </th>
                  ) : null}
                  {card ? <IndicatorCells card={card} /> : <td colSpan={4}>{text.noIndicator}</td>}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
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
          <p>{text.lead(communityName, board.contractYear)}</p>
          <p>{text.asOf(board.today)}</p>
        </>
      }
      breadcrumbs={[{ label: text.crumb, href: '/' }]}
      action={{ label: text.print, onClick: () => window.print(), icon: <IconPrinter size={18} aria-hidden="true" /> }}
    >
      <div className={classes.board}>
        <section aria-label={text.inShort}>
          <dl className={classes.figures}>
            <Figure tone="on-track" number={actions['on-track']} word={text.onTrack} />
            <Figure tone="at-risk" number={actions['at-risk']} word={text.atRisk} />
            <Figure tone="late" number={actions.late} word={text.slipped} />
            <Figure tone="attained" number={actions.done} word={text.done} />
          </dl>
          <p className={classes.soft}>
            {text.indicators(totals.indicatorsByState.reached, totals.indicators)} · {text.lateThings(board.late.count)}
          </p>
        </section>
        <Section title={text.decide}>{board.toDecide.length > 0 ? <DutyList duties={board.toDecide} /> : <p className={classes.soft}>{text.nothingToDecide}</p>}</Section>
        <Section title={text.alerts}>{board.alerts.length > 0 ? <ActionCards actions={board.alerts} /> : <p className={classes.soft}>{text.noAlerts}</p>}</Section>
        <Section title={text.missions}>
          <MissionsTable missions={board.missions} />
        </Section>
      </div>
    </Page>
  );
}
