import { periodBars } from '@maillage/domain/charts';
import { collectionRates } from '@maillage/domain/indicators';
import { groupBy } from '@maillage/domain/kernel';
import { useCallback, useMemo } from 'react';
import { collectionText } from '../../../messages/collection';
import { ChartFigure, type Column, DataTable, Section } from '../../../ui';
import type { CollectionPage, CollectionRates } from './collection-api';
import { actionName } from './collection-groups';
import classes from './collection.module.css';

const text = collectionText;

function Figure({ label, value, what, tone }: { label: string; value: string; what?: string; tone?: string }) {
  return (
    <div className={classes.figure} data-tone={tone}>
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
        {what ? <span className={classes.soft}>{what}</span> : null}
      </dd>
    </div>
  );
}

/** The two rates of the community, and the counts they come from. */
export function CollectionFigures({ rates }: { rates: CollectionRates }) {
  return (
    <dl className={classes.figures} aria-label={text.figures}>
      <Figure label={text.completeness} value={text.percent(rates.completeness)} what={text.completenessWhat} />
      <Figure label={text.timeliness} value={text.percent(rates.timeliness)} what={text.timelinessWhat} />
      <Figure label={text.onTime} value={String(rates.onTime)} />
      <Figure label={text.late} value={String(rates.late)} />
      <Figure label={text.missing} value={String(rates.missing)} tone={rates.missing > 0 ? 'late' : undefined} />
      {rates.toCorrect > 0 ? <Figure label={text.toCorrect} value={String(rates.toCorrect)} /> : null}
      {rates.awaited > 0 ? <Figure label={text.awaited} value={String(rates.awaited)} /> : null}
    </dl>
  );
}

type MissionRates = CollectionPage['missions'][number];

const missionColumns: Column<MissionRates>[] = [
  { key: 'mission', label: text.mission, value: ({ label }) => label },
  { key: 'completude', label: text.completeness, numeric: true, value: ({ rates }) => rates.completeness, render: ({ rates }) => text.percent(rates.completeness), card: 'main' },
  { key: 'ponctualite', label: text.timeliness, numeric: true, value: ({ rates }) => rates.timeliness, render: ({ rates }) => text.percent(rates.timeliness), card: 'main' },
  { key: 'attendues', label: text.expected, numeric: true, value: ({ rates }) => rates.expected, card: 'none' },
  { key: 'recues', label: text.received, numeric: true, value: ({ rates }) => rates.received, card: 'none' },
  { key: 'manquantes', label: text.missing, numeric: true, value: ({ rates }) => rates.missing },
];

/** The rates of each mission. */
export function CollectionMissions({ missions, label }: { missions: readonly MissionRates[]; label: string }) {
  if (missions.length < 2) return null;
  return (
    <Section title={text.missions} hint={text.missionsHint} bare>
      <DataTable simple id="collecte-missions" urlName="missions" caption={text.missionsCaption(label)} columns={missionColumns} rows={missions} rowKey={({ code }) => code} empty={null} />
    </Section>
  );
}

interface ActionRates {
  id: string;
  name: string;
  rates: CollectionRates;
}

const actionColumns: Column<ActionRates>[] = [
  { key: 'action', label: text.actionTitle, value: ({ name }) => name },
  { key: 'completude', label: text.completeness, numeric: true, value: ({ rates }) => rates.completeness, render: ({ rates }) => text.percent(rates.completeness), card: 'main' },
  { key: 'ponctualite', label: text.timeliness, numeric: true, value: ({ rates }) => rates.timeliness, render: ({ rates }) => text.percent(rates.timeliness), card: 'main' },
  { key: 'attendues', label: text.expected, numeric: true, value: ({ rates }) => rates.expected, card: 'none' },
  { key: 'recues', label: text.received, numeric: true, value: ({ rates }) => rates.received, card: 'none' },
  { key: 'manquantes', label: text.missing, numeric: true, value: ({ rates }) => rates.missing },
];

/** The rates of each action, whoever owes its values. */
export function CollectionActions({ groups, label }: { groups: CollectionPage['groups']; label: string }) {
  const rows = [...groupBy(groups, ({ action }) => action?.id ?? '')].flatMap(([id, mine]): ActionRates[] => {
    const [first] = mine;
    return first ? [{ id, name: actionName(first), rates: collectionRates(mine.flatMap(({ lines }) => lines)) }] : [];
  });
  if (rows.length < 2) return null;
  return (
    <Section title={text.actions} bare>
      <DataTable simple id="collecte-actions" urlName="actions" caption={text.actionsCaption(label)} columns={actionColumns} rows={rows} rowKey={({ id }) => id} empty={null} />
    </Section>
  );
}

type Trend = CollectionPage['trend'];

function TrendChart({ trend, last }: { trend: Trend; last: Trend[number] }) {
  const chart = useCallback(
    (...[theme, width]: Parameters<Parameters<typeof ChartFigure>[0]['chart']>) =>
      periodBars(
        {
          unit: '%',
          decimals: 0,
          periods: trend.map(({ label }) => label),
          series: [
            { name: text.trendSeries.completeness, values: trend.map(({ rates }) => rates.completeness) },
            { name: text.trendSeries.timeliness, values: trend.map(({ rates }) => rates.timeliness) },
          ],
        },
        theme,
        width,
      ),
    [trend],
  );
  const sentence = text.trendSentence(text.percent(last.rates.completeness), text.percent(last.rates.timeliness), last.label);
  return <ChartFigure title={text.trend} sentence={sentence} chart={chart} />;
}

/** Both rates over the periods of the same kind; nothing while there is only one. */
export function CollectionTrend({ trend }: { trend: Trend }) {
  const known = useMemo(() => trend.filter(({ rates }) => rates.expected > 0), [trend]);
  const last = known.at(-1);
  return known.length > 1 && last ? <TrendChart trend={known} last={last} /> : null;
}
