import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ContractTabs } from '../../app/contract-tabs';
import { useSession } from '../../app/session';
import { formatContractYear, formatEuros } from '../../lib/format';
import { moneyText } from '../../messages/money';
import { simulationText } from '../../messages/simulation';
import { EmptyState, Page, StatusBadge } from '../../ui';
import { isKnown, type KnownYear, moneyYearQuery, scenariosQuery } from './api';
import { phaseTone } from './euros-words';
import { NoTerms } from './no-terms';
import { ScenarioBar } from './scenario-bar';
import type { SimulationSearch } from './search';
import { SimulationCompare } from './simulation-compare';
import { SimulationFields } from './simulation-fields';
import { Change, SimulationTotals } from './simulation-totals';
import classes from './simulation.module.css';
import { useSimulation } from './use-simulation';
import { YearSwitch } from './year-switch';

const text = simulationText;

/** What the phase of the year changes to a simulation. */
const phaseNotes = { upcoming: text.upcoming, running: null, over: moneyText.phaseWhat.over, closed: text.closed } as const;

interface SimulatorProps {
  page: KnownYear;
  search: SimulationSearch;
  /** Puts another state in the address. */
  go: (change: Partial<SimulationSearch>) => void;
}

function Simulator({ page, search, go }: SimulatorProps) {
  const { communityId } = useSession();
  const { data: scenarios } = useSuspenseQuery(scenariosQuery(communityId, page.year));
  const scenario = scenarios.find(({ id }) => id === search.scenario) ?? null;
  const note = phaseNotes[page.euros.phase];
  return (
    <>
      {note ? <p className={classes.soft}>{note}</p> : null}
      {search.scenario && !scenario ? <p className={classes.soft}>{text.scenarios.gone}</p> : null}
      <Simulated key={scenario?.id ?? 'libre'} {...{ page, search, go, scenarios, scenario }} />
    </>
  );
}

interface SimulatedProps extends SimulatorProps {
  scenarios: Parameters<typeof ScenarioBar>[0]['scenarios'];
  scenario: Parameters<typeof ScenarioBar>[0]['scenario'];
}

function Simulated({ page, search, go, scenarios, scenario }: SimulatedProps) {
  const simulation = useSimulation(page, scenario);
  const { euros } = simulation;
  return (
    <>
      <ScenarioBar page={page} scenarios={scenarios} scenario={scenario} simulation={simulation} onOpen={(id) => go({ scenario: id })} />
      <p className={classes.strip} aria-hidden="true">
        <strong>{formatEuros(euros.earnedCents)}</strong> <Change cents={euros.earnedCents - page.euros.earnedCents} />
      </p>
      <div className={classes.layout}>
        <div className={classes.aside}>
          <SimulationTotals before={page.euros} after={euros} />
        </div>
        <SimulationFields page={page} simulation={simulation} mission={search.mission} onMission={(mission) => go({ mission })} />
      </div>
      {scenarios.length > 0 ? <SimulationCompare page={page} scenarios={scenarios} simulation={simulation} a={search.a} b={search.b} onChoose={go} /> : null}
    </>
  );
}

/** What other values would bring: the euros move at once, nothing is recorded. */
export function SimulationPage() {
  const { communityId } = useSession();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as SimulationSearch;
  const { data: page } = useSuspenseQuery(moneyYearQuery(communityId, search.annee));
  const { year, years, euros } = page;
  const period = years.find(({ number }) => number === year);
  const go = (change: Partial<SimulationSearch>): void =>
    void navigate({ to: '/contrat/simulation', search: { ...search, ...change }, replace: true, resetScroll: false } as never);
  return (
    <Page
      title={text.title}
      lead={
        <>
          <p>{text.lead}</p>
          {period ? (
            <p className={classes.lead}>
              <span>{formatContractYear(period)}</span>
              {euros ? <StatusBadge tone={phaseTone[euros.phase]} label={moneyText.phases[euros.phase]} /> : null}
            </p>
          ) : null}
        </>
      }
    >
      <div className={`${classes.tabs} no-print`}>
        <ContractTabs current="simulation" year={year ?? undefined} />
        {year === null ? null : <YearSwitch years={years} current={year} to="/contrat/simulation" />}
      </div>
      {!isKnown(page) ? (
        <NoTerms year={year} />
      ) : page.euros.maxCents === 0 ? (
        <EmptyState level={2} title={text.nothing} action={{ label: text.toEuros, href: `/contrat/euros?annee=${page.year}` }}>
          {text.nothingWhat}
        </EmptyState>
      ) : (
        <Simulator key={page.year} page={page} search={search} go={go} />
      )}
    </Page>
  );
}
