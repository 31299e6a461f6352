import { outgoingInWords, type ReviewSheet, type SheetAction, type SheetIndicator, type SheetMission, targetInWords, valueInWords } from '@maillage/domain/review';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { NotFoundPage } from '../../app/not-found-page';
import { useSession } from '../../app/session';
import { formatEuros } from '../../lib/format';
import { reviewText } from '../../messages/review';
import { Page } from '../../ui';
import { IconPrinter } from '../../ui/icons';
import { hasSheet, type OpenRoom, roomQuery } from './api';
import { Paper, Signatures } from './paper';
import { Conclusion, Euros, MaskNote, Result } from './paper-parts';
import classes from './paper.module.css';
import type { ReviewSearch } from './routes';
import { indicatorsIn } from './words';

const text = reviewText.print;

function Said({ indicator, columns }: { indicator: SheetIndicator; columns: number }) {
  const said = [
    [text.comment, indicator.comment],
    [text.fund, indicator.fundRemark],
    [text.ars, indicator.arsRemark],
  ].filter((each): each is [string, string] => each[1] !== null);
  if (said.length === 0) return null;
  return (
    <tr className={classes.said}>
      <td colSpan={columns}>
        {said.map(([who, words]) => (
          <p key={who}>
            <strong>{`${who} : `}</strong>
            {words}
          </p>
        ))}
      </td>
    </tr>
  );
}

function NextTarget({ indicator, sheet }: { indicator: SheetIndicator; sheet: ReviewSheet }) {
  const { proposal } = indicator;
  if (!proposal.renewed) return <span>{text.given}</span>;
  return (
    <>
      {targetInWords(indicator, proposal.scoring).map((step) => (
        <span key={step} className={classes.step}>
          {step}
        </span>
      ))}
      {proposal.baseline ? <span className={classes.under}>{reviewText.line.baseline(outgoingInWords(indicator, proposal.baseline.value, sheet.community.maskBelow))}</span> : null}
    </>
  );
}

function ActionTable({ action, next, sheet }: { action: SheetAction; next: number | null; sheet: ReviewSheet }) {
  const columns = next === null ? 5 : 6;
  return (
    <section className={classes.action}>
      <h3>{action.title}</h3>
      <table className={classes.table} data-columns={columns}>
        <caption className="only-read-aloud">{action.title}</caption>
        <thead>
          <tr>
            <th scope="col">{text.indicator}</th>
            <th scope="col">{text.target}</th>
            <th scope="col">{text.result}</th>
            <th scope="col">{text.conclusion}</th>
            <th scope="col">{text.euros}</th>
            {next === null ? null : <th scope="col">{text.next(next)}</th>}
          </tr>
        </thead>
        {action.indicators.map((indicator) => (
          <tbody key={indicator.code} className={classes.together}>
            <tr>
              <th scope="row">
                {indicator.title}
                {indicator.evidenceExpected.length > 0 ? <span className={classes.under}>{text.expected(indicator.evidenceExpected.join(', '))}</span> : null}
              </th>
              <td>
                {targetInWords(indicator, indicator.scoring).map((step) => (
                  <span key={step} className={classes.step}>
                    {step}
                  </span>
                ))}
                {indicator.baseline ? <span className={classes.under}>{reviewText.line.baseline(valueInWords(indicator, indicator.baseline.value))}</span> : null}
              </td>
              <td>
                <Result indicator={indicator} sheet={sheet} />
              </td>
              <td>
                <Conclusion indicator={indicator} />
              </td>
              <td>
                <Euros indicator={indicator} whole />
              </td>
              {next === null ? null : (
                <td>
                  <NextTarget indicator={indicator} sheet={sheet} />
                </td>
              )}
            </tr>
            <Said indicator={indicator} columns={columns} />
          </tbody>
        ))}
      </table>
    </section>
  );
}

function MissionPaper({ room, mission }: { room: OpenRoom; mission: SheetMission }) {
  const next = room.sheet.opensNextYear ? room.year + 1 : null;
  const figures = [
    [text.max, mission.maxCents],
    [text.computed, mission.computedCents],
    [text.settled, mission.settledCents],
    [text.lost, mission.lostCents],
    ...(mission.fixedCents === null ? [] : ([[text.fixed, mission.fixedCents]] as const)),
  ] as const;
  const place = room.sheet.missions.indexOf(mission) + 1;
  return (
    <Paper room={room} title={text.missionTitle} number={text.number(room.year, `M${place}`)}>
      <h2 className={classes.mission}>{mission.label}</h2>
      <dl className={classes.figures}>
        {figures.map(([label, cents]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatEuros(cents)}</dd>
          </div>
        ))}
      </dl>
      {mission.actions.length === 0 ? <p>{reviewText.missions.none}</p> : null}
      {mission.actions.map((action) => (
        <ActionTable key={action.code} action={action} next={next} sheet={room.sheet} />
      ))}
      {next === null
        ? null
        : mission.envelopes.flatMap(({ part, sentence }) => (sentence ? [<p key={part} className={classes.note}>{`${text.next(next)} : ${sentence}`}</p>] : []))}
      <MaskNote sheet={room.sheet} indicators={indicatorsIn(mission)} />
      <Signatures />
    </Paper>
  );
}

/** The page of a mission, for the table of the dialogue: what was agreed, reached, said, paid, and proposed. */
export function MissionPrintPage() {
  const { communityId } = useSession();
  const { annee } = useSearch({ strict: false }) as ReviewSearch;
  const { code } = useParams({ strict: false }) as { code: string };
  const { data: room } = useSuspenseQuery(roomQuery(communityId, annee));
  const mission = hasSheet(room) ? room.sheet.missions.find((one) => one.code === code) : undefined;
  if (!hasSheet(room) || !mission) return <NotFoundPage />;
  return (
    <Page
      title={mission.label}
      breadcrumbs={[{ label: text.back, href: `/contrat/dialogue?annee=${room.year}&mission=${mission.code}` }]}
      action={{ label: text.print, onClick: () => window.print(), icon: <IconPrinter size={18} aria-hidden="true" /> }}
    >
      <MissionPaper room={room} mission={mission} />
    </Page>
  );
}
