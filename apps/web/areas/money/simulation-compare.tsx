import { simulateYear, type YearEuros } from '@maillage/domain/money';
import { useMediaQuery } from '@mantine/hooks';
import { Fragment } from 'react';
import { formatEuros } from '../../lib/format';
import { simulationText } from '../../messages/simulation';
import { Section, SelectField } from '../../ui';
import type { KnownYear, Scenario } from './api';
import { contractValue, indicatorsByCode, wholeMission } from './euros-words';
import { scoredByCode } from './simulation-fields';
import { Change } from './simulation-totals';
import classes from './simulation.module.css';
import type { Simulation } from './use-simulation';

const text = simulationText.compare;

/** What the address says for what is on screen, and for what stands. */
export const onScreen = 'en-cours';
export const asToday = 'aujourd-hui';

interface Side {
  name: string;
  euros: YearEuros;
}

interface Row {
  key: string;
  label: string;
  mission: boolean;
  /** Values written, one per column; null for a mission. */
  values: (string | null)[];
  cents: number[];
}

/** The missions where the three differ, each with its indicators that do. */
function rowsOf(page: KnownYear, sides: readonly Side[]): Row[] {
  const indicators = indicatorsByCode(page.terms);
  const scored = sides.map(({ euros }) => scoredByCode(euros));
  const differ = (cells: readonly unknown[]): boolean => cells.some((cell) => cell !== cells[0]);
  return page.euros.missions.flatMap((mission) => {
    const lines = mission.actions.flatMap(({ indicators: all }) =>
      all.flatMap(({ code, title }): Row[] => {
        const columns = scored.map((map) => map.get(code));
        const indicator = indicators.get(code);
        const values = columns.map((one) => (one?.standing.value == null || !indicator ? text.noValue : contractValue(indicator, one.standing.value)));
        const cents = columns.map((one) => one?.earnedCents ?? 0);
        return differ(values) || differ(cents) ? [{ key: code, label: title, mission: false, values, cents }] : [];
      }),
    );
    const cents = sides.map(({ euros }) => {
      const own = euros.missions.find(({ code }) => code === mission.code);
      return own ? wholeMission(own).earnedCents : 0;
    });
    return lines.length > 0 ? [{ key: mission.code, label: mission.shortLabel, mission: true, values: [null, null, null], cents }, ...lines] : [];
  });
}

function ComparedTable({ rows, sides, totals }: { rows: readonly Row[]; sides: readonly Side[]; totals: readonly number[] }) {
  const gap = (cents: readonly number[]): number => (cents[2] ?? 0) - (cents[1] ?? 0);
  return (
    <div className={classes.scroll} role="region" aria-label={text.caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className="only-read-aloud">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.line}</th>
            {sides.map(({ name }, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{text.gap}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-mission={row.mission || undefined}>
              <th scope="row">{row.label}</th>
              {row.cents.map((cents, index) => (
                <td key={index}>
                  {formatEuros(cents)}
                  {row.values[index] === null ? null : <span className={classes.under}>{row.values[index]}</span>}
                </td>
              ))}
              <td>
                <Change cents={gap(row.cents)} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.total}</th>
            {totals.map((cents, index) => (
              <td key={index}>{formatEuros(cents)}</td>
            ))}
            <td>
              <Change cents={gap(totals)} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function ComparedCards({ rows, sides, totals }: { rows: readonly Row[]; sides: readonly Side[]; totals: readonly number[] }) {
  const all: Row[] = [{ key: 'total', label: text.total, mission: true, values: [null, null, null], cents: [...totals] }, ...rows];
  return (
    <ul className={classes.cards} aria-label={text.caption}>
      {all.map((row) => (
        <li key={row.key} data-mission={row.mission || undefined}>
          <p className={classes.cardTitle}>
            <span>{row.label}</span>
            <Change cents={(row.cents[2] ?? 0) - (row.cents[1] ?? 0)} />
          </p>
          <dl>
            {sides.map(({ name }, index) => (
              <Fragment key={index}>
                <dt>{name}</dt>
                <dd>
                  {formatEuros(row.cents[index] ?? 0)}
                  {row.values[index] === null ? null : <span className={classes.under}>{row.values[index]}</span>}
                </dd>
              </Fragment>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

interface CompareProps {
  page: KnownYear;
  scenarios: readonly Scenario[];
  simulation: Simulation;
  a: string | undefined;
  b: string | undefined;
  onChoose: (change: { a?: string; b?: string }) => void;
}

/** Two scenarios and today side by side, with the difference of each mission and indicator. */
export function SimulationCompare({ page, scenarios, simulation, a, b, onChoose }: CompareProps) {
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const sideOf = (key: string | undefined): Side | null => {
    if (key === asToday) return { name: text.today, euros: page.euros };
    if (key === onScreen) return { name: text.onScreen, euros: simulation.euros };
    const scenario = scenarios.find(({ id }) => id === key);
    return scenario ? { name: scenario.name, euros: simulateYear(page, scenario.values) } : null;
  };
  const [first, second] = [sideOf(a), sideOf(b)];
  const sides = [{ name: text.today, euros: page.euros }, first, second].filter((side) => side !== null);
  const choices = [
    { value: asToday, label: text.today },
    ...(simulation.values.length > 0 ? [{ value: onScreen, label: text.onScreen }] : []),
    ...scenarios.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const gap = (second?.euros.earnedCents ?? 0) - (first?.euros.earnedCents ?? 0);
  const rows = rowsOf(page, sides);
  const totals = sides.map(({ euros }) => euros.earnedCents);
  const field = (label: string, value: string | undefined, choose: (key: string | undefined) => void) => (
    <SelectField unmarked label={label} empty={text.choose} value={choices.some((choice) => choice.value === value) ? (value ?? '') : ''} choices={choices} onChange={(chosen: string) => choose(chosen || undefined)} />
  );
  return (
    <Section title={text.title} hint={text.hint}>
      <div className={classes.totals}>
        <div className={classes.pair}>
          {field(text.a, a, (key) => onChoose({ a: key }))}
          {field(text.b, b, (key) => onChoose({ b: key }))}
        </div>
        {first && second ? (
          <>
            <p className={classes.plain}>
              {gap === 0 && rows.length === 0 ? text.same : text.sentence(first.name, second.name, gap)}
            </p>
            {phone ? <ComparedCards rows={rows} sides={sides} totals={totals} /> : <ComparedTable rows={rows} sides={sides} totals={totals} />}
          </>
        ) : (
          <p className={classes.soft}>{text.nothing}</p>
        )}
      </div>
    </Section>
  );
}
