import { countConclusions, targetInShort } from '@maillage/domain/review';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useSession } from '../../app/session';
import { formatEuros } from '../../lib/format';
import { reviewText } from '../../messages/review';
import { EuroBar, Page } from '../../ui';
import { IconPrinter } from '../../ui/icons';
import { NoTerms } from '../money/no-terms';
import { hasSheet, type OpenRoom, roomQuery } from './api';
import { Paper, Signatures } from './paper';
import { Conclusion, Euros, MaskNote, nextInShort } from './paper-parts';
import classes from './paper.module.css';
import type { ReviewSearch } from './routes';
import { allIndicators, barOf, indicatorsIn, resultOnPaper } from './words';

const text = reviewText.print;

/** Above this many lines, titles keep to one line each, so that the second page stays one. */
const closeLines = 52;

/** The first page: what is paid, mission by mission. */
function Missions({ room }: { room: OpenRoom }) {
  const { missions, euros, fixedCents, operatingCents } = room.sheet;
  const counts = countConclusions(allIndicators(room.sheet));
  const scale = Math.max(...missions.map(({ maxCents }) => maxCents), 1);
  const fixed = missions.reduce((sum, mission) => sum + (mission.fixedCents ?? 0), 0);
  return (
    <section className={classes.first}>
      <h2>{text.euros}</h2>
      <p className={classes.sentence}>{text.sentence(formatEuros(euros.settledCents), formatEuros(euros.maxCents), formatEuros(euros.lostCents))}</p>
      <EuroBar euros={barOf(allIndicators(room.sheet))} label={reviewText.totals.bar} />
      <p>{text.counted(counts.reached, counts.partly, counts['not-reached'], counts.none)}.</p>
      <p className={classes.soft}>{text.fixedParts(fixedCents, operatingCents)}</p>
      <h2>{text.missions}</h2>
      <table className={classes.table} data-columns="missions">
        <caption className="only-read-aloud">{text.missions}</caption>
        <thead>
          <tr>
            <th scope="col">{text.missions}</th>
            <th scope="col" className={classes.number}>{text.fixed}</th>
            <th scope="col" className={classes.number}>{text.max}</th>
            <th scope="col" className={classes.number}>{text.computed}</th>
            <th scope="col" className={classes.number}>{text.settled}</th>
            <th scope="col" className={classes.number}>{text.lost}</th>
          </tr>
        </thead>
        {missions.map((mission) => {
          const said = countConclusions(indicatorsIn(mission));
          return (
            <tbody key={mission.code} className={classes.together}>
              <tr>
                <th scope="row">
                  {mission.label}
                  <span className={classes.under}>{text.counted(said.reached, said.partly, said['not-reached'], said.none)}</span>
                  {mission.maxCents > 0 ? (
                    <span className={classes.bar}>
                      <EuroBar euros={barOf(indicatorsIn(mission))} label={mission.label} scaleCents={scale} bare />
                    </span>
                  ) : null}
                </th>
                <td className={classes.number}>{mission.fixedCents === null ? '–' : formatEuros(mission.fixedCents)}</td>
                <td className={classes.number}>{formatEuros(mission.maxCents)}</td>
                <td className={classes.number}>{formatEuros(mission.computedCents)}</td>
                <td className={classes.number}>
                  <strong>{formatEuros(mission.settledCents)}</strong>
                </td>
                <td className={classes.number}>{formatEuros(mission.lostCents)}</td>
              </tr>
            </tbody>
          );
        })}
        <tfoot>
          <tr>
            <th scope="row">{text.total}</th>
            <td className={classes.number}>{formatEuros(fixed)}</td>
            <td className={classes.number}>{formatEuros(euros.maxCents)}</td>
            <td className={classes.number}>{formatEuros(euros.computedCents)}</td>
            <td className={classes.number}>{formatEuros(euros.settledCents)}</td>
            <td className={classes.number}>{formatEuros(euros.lostCents)}</td>
          </tr>
        </tfoot>
      </table>
      <Signatures />
    </section>
  );
}

/** The second page: each indicator on a line. */
function Indicators({ room }: { room: OpenRoom }) {
  const { missions, opensNextYear } = room.sheet;
  const columns = opensNextYear ? 6 : 5;
  return (
    <section className={classes.second}>
      <h2>{opensNextYear ? text.indicators : text.indicatorsLast}</h2>
      <table className={classes.table} data-columns={`lines-${columns}`}>
        <caption className="only-read-aloud">{text.indicators}</caption>
        <thead>
          <tr>
            <th scope="col">{text.indicator}</th>
            <th scope="col">{text.target}</th>
            <th scope="col">{text.result}</th>
            <th scope="col">{text.conclusion}</th>
            <th scope="col" className={classes.number}>{text.euros}</th>
            {opensNextYear ? <th scope="col">{text.next(room.year + 1)}</th> : null}
          </tr>
        </thead>
        {missions.map((mission) => (
          <tbody key={mission.code}>
            <tr className={classes.group}>
              <th scope="rowgroup" colSpan={columns}>
                {mission.shortLabel}
                <span>{reviewText.missions.euros(formatEuros(mission.settledCents), formatEuros(mission.maxCents))}</span>
              </th>
            </tr>
            {indicatorsIn(mission).map((indicator) => (
              <tr key={indicator.code}>
                <th scope="row">
                  <span className={classes.clamp}>{indicator.title}</span>
                </th>
                <td>{targetInShort(indicator, indicator.scoring)}</td>
                <td>{resultOnPaper(indicator, room.sheet) ?? <span className={classes.soft}>–</span>}</td>
                <td>
                  <Conclusion indicator={indicator} />
                </td>
                <td className={classes.number}>
                  <Euros indicator={indicator} />
                </td>
                {opensNextYear ? (
                  <td>
                    <span className={classes.clamp}>{nextInShort(indicator, room.sheet)}</span>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <MaskNote sheet={room.sheet} indicators={allIndicators(room.sheet)} />
    </section>
  );
}

/** The dialogue on two pages: euros and missions, then every indicator with its conclusion and next year. */
export function SummaryPrintPage() {
  const { communityId } = useSession();
  const { annee } = useSearch({ strict: false }) as ReviewSearch;
  const { data: room } = useSuspenseQuery(roomQuery(communityId, annee));
  const known = hasSheet(room) ? room : null;
  const lines = known ? known.sheet.missions.length + allIndicators(known.sheet).length : 0;
  return (
    <Page
      title={text.summaryTitle}
      breadcrumbs={[{ label: text.back, href: known ? `/contrat/dialogue?annee=${known.year}` : '/contrat/dialogue' }]}
      action={known ? { label: text.print, onClick: () => window.print(), icon: <IconPrinter size={18} aria-hidden="true" /> } : undefined}
    >
      {known ? (
        <Paper room={known} title={text.summaryTitle} number={text.number(known.year, 'S')} dense={lines > closeLines}>
          <Missions room={known} />
          <Indicators room={known} />
        </Paper>
      ) : (
        <NoTerms year={room.year} />
      )}
    </Page>
  );
}
