import { Button } from '@mantine/core';
import { type MovableIndicator, movableIndicators, nextStep, type ScenarioValue, type ScoredIndicator, valueRange, type YearEuros } from '@maillage/domain/money';
import { useMemo, useState } from 'react';
import { numberFault } from '../../lib/number-rule';
import { formatEuros, formatNumber } from '../../lib/format';
import { moneyText } from '../../messages/money';
import { simulationText } from '../../messages/simulation';
import { NumberField, Section, SelectField } from '../../ui';
import type { KnownYear } from './api';
import { contractValue } from './euros-words';
import classes from './simulation.module.css';
import type { Simulation } from './use-simulation';

const text = simulationText.fields;

/** Indicators listed before « Voir les 27 autres ». */
const first = 10;

/** The indicators of scored euros by code. */
export function scoredByCode(euros: YearEuros): Map<string, ScoredIndicator> {
  return new Map(euros.missions.flatMap(({ actions }) => actions.flatMap(({ indicators }) => indicators.map((one) => [one.code, one] as const))));
}

/** The next thing to reach from what is supposed, or from what stands; null at the top. */
function nextValue({ indicator, standing }: MovableIndicator, supposed: number | undefined): { value: number; label: string } | null {
  const step = nextStep(indicator, supposed ?? standing.value);
  if (!step) return null;
  return { value: step.value, label: indicator.kind === 'done' ? text.nextDone(formatEuros(step.cents)) : text.next(contractValue(indicator, step.value), formatEuros(step.cents)) };
}

interface FieldProps {
  movable: MovableIndicator;
  mission: string;
  supposed: number | undefined;
  before: ScoredIndicator | undefined;
  after: ScoredIndicator | undefined;
  onSuppose: (value: number | undefined) => void;
}

function SupposedField({ movable, supposed, onSuppose }: Pick<FieldProps, 'movable' | 'supposed' | 'onSuppose'>) {
  const { indicator, standing } = movable;
  if (indicator.kind === 'done') {
    return (
      <SelectField
        unmarked
        label={indicator.title}
        empty={text.asToday}
        value={supposed === undefined ? '' : String(supposed)}
        choices={[
          { value: '1', label: text.yes },
          { value: '0', label: text.no },
        ]}
        onChange={(chosen: string) => onSuppose(chosen === '' ? undefined : Number(chosen))}
      />
    );
  }
  const range = valueRange(indicator);
  return (
    <NumberField
      unmarked
      label={indicator.title}
      {...range}
      unit={indicator.kind === 'rate' ? text.percent : undefined}
      placeholder={standing.value === null ? undefined : formatNumber(standing.value)}
      value={supposed ?? null}
      onChange={(typed) => {
        if (typed === null) onSuppose(undefined);
        else if (numberFault(typed, range) === null) onSuppose(typed);
      }}
    />
  );
}

function Line({ movable, mission, supposed, before, after, onSuppose }: FieldProps) {
  const { indicator, standing } = movable;
  const next = nextValue(movable, supposed);
  const change = (after?.earnedCents ?? 0) - (before?.earnedCents ?? 0);
  return (
    <li className={classes.line} data-supposed={supposed !== undefined || undefined}>
      <div className={classes.field}>
        <SupposedField movable={movable} supposed={supposed} onSuppose={onSuppose} />
      </div>
      <div className={classes.quick}>
        {next ? (
          <Button variant="default" size="compact-md" onClick={() => onSuppose(next.value)}>
            {next.label}
            <span className="only-read-aloud">{text.nextOf(indicator.title)}</span>
          </Button>
        ) : null}
        {standing.status === 'draft' && supposed === undefined && standing.value !== null ? (
          <Button variant="default" size="compact-md" onClick={() => onSuppose(standing.value ?? undefined)}>
            {text.suppose}
            <span className="only-read-aloud">{text.nextOf(indicator.title)}</span>
          </Button>
        ) : null}
        {supposed === undefined ? null : (
          <Button variant="subtle" size="compact-md" onClick={() => onSuppose(undefined)}>
            {text.undo}
            <span className="only-read-aloud">{text.nextOf(indicator.title)}</span>
          </Button>
        )}
      </div>
      <p className={classes.about}>
        {mission} · {standing.value === null ? text.missing : text.today(contractValue(indicator, standing.value), moneyText.statuses[standing.status])}
      </p>
      <p className={classes.result}>
        <strong>{text.earned(formatEuros(after?.earnedCents ?? 0))}</strong>
        {supposed === undefined ? <span className={classes.soft}>{text.movable(formatEuros(movable.movableCents))}</span> : <span data-change={Math.sign(change)}>{simulationText.difference(change)}</span>}
      </p>
    </li>
  );
}

interface SimulationFieldsProps {
  page: KnownYear;
  simulation: Simulation;
  /** Only the indicators of this mission. */
  mission: string | undefined;
  onMission: (code: string | undefined) => void;
}

/** The values that can be supposed, those with the most euros first; what already pays everything is folded. */
export function SimulationFields({ page, simulation, mission, onMission }: SimulationFieldsProps) {
  const [whole, setWhole] = useState(false);
  const all = useMemo(() => movableIndicators(page), [page]);
  const before = useMemo(() => scoredByCode(page.euros), [page]);
  const after = scoredByCode(simulation.euros);
  const { missions } = page.euros;
  const nameOf = (code: string): string => missions.find((each) => each.code === code)?.shortLabel ?? code;
  const listed = mission === undefined ? all : all.filter(({ missionCode }) => missionCode === mission);
  const movable = listed.filter(({ movableCents }) => movableCents > 0);
  const atMost = listed.filter(({ movableCents }) => movableCents === 0);
  const drafts = movable.filter(({ indicator, standing }) => standing.status === 'draft' && simulation.valueOf(indicator.code) === undefined);
  const nextOfAll = movable.flatMap((each): ScenarioValue[] => {
    const next = nextValue(each, simulation.valueOf(each.indicator.code));
    return next ? [{ code: each.indicator.code, value: next.value }] : [];
  });
  // What is supposed stays in sight, wherever it is in the list.
  const shown = whole ? movable : movable.filter(({ indicator }, index) => index < first || simulation.valueOf(indicator.code) !== undefined);
  const hidden = movable.length - shown.length;
  const line = (each: MovableIndicator) => (
    <Line
      key={each.indicator.code}
      movable={each}
      mission={nameOf(each.missionCode)}
      supposed={simulation.valueOf(each.indicator.code)}
      before={before.get(each.indicator.code)}
      after={after.get(each.indicator.code)}
      onSuppose={(value) => simulation.suppose(each.indicator.code, value)}
    />
  );
  return (
    <Section title={text.title} hint={text.hint}>
      <div className={classes.tools}>
        <SelectField
          unmarked
          label={text.mission}
          empty={text.allMissions}
          value={mission ?? ''}
          choices={missions.filter(({ code }) => all.some(({ missionCode }) => missionCode === code)).map(({ code, shortLabel }) => ({ value: code as string, label: shortLabel }))}
          onChange={(chosen) => onMission(chosen === '' ? undefined : chosen)}
        />
        <div className={classes.quick}>
          {nextOfAll.length > 0 ? (
            <Button variant="default" onClick={() => simulation.supposeAll(nextOfAll)}>
              {text.allNext}
            </Button>
          ) : null}
          {drafts.length > 0 ? (
            <Button variant="default" onClick={() => simulation.supposeAll(drafts.map(({ indicator, standing }) => ({ code: indicator.code, value: standing.value ?? 0 })))}>
              {text.allDrafts(drafts.length)}
            </Button>
          ) : null}
          {simulation.values.length > 0 ? (
            <Button variant="subtle" onClick={simulation.reset}>
              {text.reset}
            </Button>
          ) : null}
        </div>
      </div>
      {movable.length === 0 ? <p className={classes.soft}>{text.none}</p> : <ul className={classes.lines}>{shown.map(line)}</ul>}
      {hidden > 0 || whole ? (
        <Button variant="subtle" aria-expanded={whole} onClick={() => setWhole((was) => !was)}>
          {whole ? text.fewer : text.more(hidden)}
        </Button>
      ) : null}
      {atMost.length > 0 ? (
        <details className={classes.fold}>
          <summary>{text.atMost(atMost.length)}</summary>
          <ul className={classes.lines}>{atMost.map(line)}</ul>
        </details>
      ) : null}
    </Section>
  );
}
