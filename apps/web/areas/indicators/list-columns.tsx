import { isAnswer } from '@maillage/domain/indicators';
import { evidenceText } from '../../messages/evidence';
import { indicatorsText } from '../../messages/indicators';
import { BulletBar, type Column, StatusBadge } from '../../ui';
import type { IndicatorLine } from './api';
import classes from './indicators.module.css';
import { periodShort, progressTone, valueText } from './words';

const text = indicatorsText.list;

const stateOf = ({ standing }: IndicatorLine) => standing?.progress.state ?? 'no-data';

/** What is compared with the target: the value, or the sum of the year so far. */
const shown = ({ standing }: IndicatorLine): number | null => standing?.compared ?? null;

/** Whether the value shown has the proof it should have; null without value. */
const proofOf = ({ proofMissing, standing }: IndicatorLine): string | null =>
  proofMissing ? evidenceText.missing : standing?.value == null ? null : evidenceText.inOrder;

function Awaited({ line }: { line: IndicatorLine }) {
  if (line.late > 0) return <StatusBadge tone="late" label={text.late(line.late)} plain />;
  return line.awaited > 0 ? (
    <StatusBadge tone="none" label={text.awaited(line.awaited)} plain />
  ) : (
    <span className={classes.soft}>{text.upToDate}</span>
  );
}

function Bar({ line }: { line: IndicatorLine }) {
  const { indicator, standing } = line;
  if (isAnswer(indicator.kind) || !standing || standing.compared === null) return <>{valueText(indicator, standing?.value)}</>;
  return (
    <div className={classes.bar}>
      <BulletBar
        hideLabel
        label={indicator.name}
        value={standing.compared}
        target={standing.target}
        tone={progressTone[stateOf(line)]}
        unit={indicator.unit}
        decimals={indicator.decimals}
      />
    </div>
  );
}

/** The period of the value; of a sum since the start of a year, the year too. */
function PeriodShown({ line: { standing } }: { line: IndicatorLine }) {
  if (!standing) return null;
  const { period, targetSetFor, compared, value } = standing;
  const year = targetSetFor !== null && compared !== value ? targetSetFor : null;
  return (
    <span className={classes.period}>
      {periodShort(period.key)}
      {year ? <span className={classes.soft}>{text.sumOf(periodShort(year))}</span> : null}
    </span>
  );
}

/** The columns of the list. */
export const listColumns: readonly Column<IndicatorLine>[] = [
  {
    key: 'nom',
    label: text.columns.name,
    value: ({ indicator }) => indicator.name,
    render: ({ indicator }) => indicator.name,
  },
  { key: 'code', label: text.columns.code, hidden: true, value: ({ indicator }) => indicator.code, card: 'none' },
  {
    key: 'valeur',
    label: text.columns.bar,
    value: shown,
    render: (line) => <Bar line={line} />,
    exported: shown,
    card: 'main',
  },
  {
    key: 'objectif',
    label: text.columns.target,
    numeric: true,
    hidden: true,
    value: ({ standing }) => standing?.target ?? null,
    render: ({ indicator, standing }) => valueText(indicator, standing?.target),
    card: 'none',
  },
  {
    key: 'etat',
    label: text.columns.state,
    filter: true,
    filterAll: text.all.state,
    value: (line) => indicatorsText.states[stateOf(line)],
    filterValues: (line) => [indicatorsText.states[stateOf(line)], ...(line.proofMissing ? [evidenceText.missing] : [])],
    render: (line) => (
      <span className={classes.period}>
        <StatusBadge tone={progressTone[stateOf(line)]} label={indicatorsText.states[stateOf(line)]} />
        {line.proofMissing ? <StatusBadge tone="at-risk" label={evidenceText.missing} plain /> : null}
      </span>
    ),
  },
  { key: 'preuve', label: evidenceText.column, value: proofOf, hidden: true, card: 'none' },
  {
    key: 'periode',
    label: text.columns.period,
    value: ({ standing }) => standing?.period.end ?? null,
    render: (line) => (line.standing ? <PeriodShown line={line} /> : '—'),
    exported: ({ standing }) => (standing ? periodShort(standing.period.key) : ''),
  },
  {
    key: 'saisie',
    label: text.columns.awaited,
    filter: true,
    filterAll: text.all.awaited,
    value: ({ late, awaited }) => -(late * 1000 + awaited),
    filterValues: ({ late, awaited }) => [late > 0 ? text.lateFilter : awaited > 0 ? text.awaitedFilter : text.upToDate],
    render: (line) => <Awaited line={line} />,
    exported: ({ late, awaited }) => (late > 0 ? text.late(late) : awaited > 0 ? text.awaited(awaited) : text.upToDate),
  },
  {
    key: 'mission',
    label: text.columns.mission,
    filter: true,
    filterAll: text.all.mission,
    hidden: true,
    value: ({ place }) => place.missionLabels.join(', '),
    filterValues: ({ place }) => place.missionLabels,
    card: 'none',
  },
  {
    key: 'action',
    label: text.columns.action,
    filter: true,
    filterAll: text.all.action,
    hidden: true,
    value: ({ place: { action } }) => (action ? indicatorsText.card.actionLine(action.number, action.title) : null),
    card: 'none',
  },
  {
    key: 'responsable',
    label: text.columns.responsible,
    filter: true,
    filterAll: text.all.responsible,
    value: ({ place }) => place.responsible ?? text.nobody,
  },
  {
    key: 'frequence',
    label: text.columns.frequency,
    hidden: true,
    value: ({ indicator }) => indicatorsText.frequencies[indicator.frequency],
    card: 'none',
  },
];
