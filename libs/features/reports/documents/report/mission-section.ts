import { bulletRows, type Chart, chartThemes, lineAgainstTarget } from '@maillage/domain/charts';
import { missionStateLabels } from '@maillage/domain/contract';
import { formatNumber, french } from '@maillage/domain/kernel';
import type { ReportSnapshot, SnapshotIndicator, SnapshotMission } from '@maillage/domain/reports';
import { chartFigure } from '../charts/figure';
import { type Block, space, stack, textBlock } from '../pdf/block';
import type { Flow } from '../pdf/flow';
import type { StructureNode } from '../pdf/structure';
import { type Cell, Table } from '../pdf/table';
import { cell, cellWithNote, heading, paragraph, sideBySide, statusCell } from './blocks';
import { counted, pointText, previousOf, proofText, validationText } from './facts';
import { missionPlace } from './overview';
import { toneOfState } from './status-mark';
import { letters, tableStyle } from './style';

/** Curves shown for one mission, the most telling first. */
const curvesPerMission = 4;
const curveHeight = 112;
const barHeight = 27;
const gutter = 18;

/** A mission: where it stands, its bars against targets, its curves, its indicators. */
export function drawMission(flow: Flow, parent: StructureNode, snapshot: ReportSnapshot, mission: SnapshotMission, drawn: Set<string>): void {
  const section = parent.add('Sect');
  const byCode = new Map(snapshot.indicators.map((indicator) => [indicator.code, indicator]));
  const indicators = mission.indicatorCodes.flatMap((code) => byCode.get(code) ?? []);
  const bars = barsFigure(indicators, flow.width);
  const curves = curvePairs(indicators, flow.width, drawn);
  const table = indicatorTable(snapshot, indicators);
  const whole = 60 + (bars ? bars.height + 24 : 0) + curves.reduce((sum, { height }) => sum + height + 8, curves.length > 0 ? 24 : 0) + table.height + 24;
  // A mission that fits on one page is not cut in two.
  if (whole <= flow.pageHeight && whole > flow.room) flow.breakPage();
  heading(flow, section, { text: mission.label, level: 2, place: missionPlace(mission.code), gap: 26 }, 60 + (bars?.height ?? table.startHeight));
  const kind = mission.kind === 'core' ? 'Mission socle' : 'Mission optionnelle';
  const serving = mission.actionNumbers.length === 0 ? 'aucune action ne la sert' : `servie par ${mission.actionNumbers.length === 1 ? 'l’action' : 'les actions'} ${mission.actionNumbers.map(formatNumber).join(', ')}`;
  paragraph(flow, section, french(`${kind}, ${missionStateLabels[mission.state]} ; ${serving}. ${mission.sentence}`), letters.body, 4);
  if (indicators.length === 0) {
    paragraph(flow, section, 'Aucun indicateur ne mesure encore cette mission.');
    return;
  }
  if (bars) {
    heading(flow, section, { text: 'Valeurs rapportées à leur objectif', level: 3 }, bars.height);
    flow.place(bars, section);
  }
  if (curves.length > 0) {
    heading(flow, section, { text: 'Évolution sur huit périodes', level: 3 }, curves[0]?.height ?? 0);
    for (const pair of curves) {
      flow.place(pair, section);
      flow.skip(8);
    }
  }
  heading(flow, section, { text: 'Indicateurs', level: 3 }, table.startHeight);
  table.place(flow, section);
}

function barsFigure(indicators: readonly SnapshotIndicator[], width: number): Block | undefined {
  const rows = indicators.filter(({ target, kind, value }) => target !== null && target.value !== null && target.value !== 0 && kind !== 'yes-no' && value.value !== null);
  if (rows.length < 2) return undefined;
  const chart = bulletRows(
    {
      scale: 'own',
      rows: rows.map(({ code, name, unit, decimals, value, target, direction, progress }) => ({
        label: `${code} ${name}${direction === 'down' ? ' (à réduire)' : ''}`,
        unit,
        decimals,
        value: value.value,
        target: target?.value ?? null,
        tone: toneOfState[progress.state],
        statusLabel: progress.label,
      })),
    },
    chartThemes.print,
  );
  const alt = french(
    `Barres : chaque valeur rapportée à son objectif, marqué d'un trait. ${rows.map(({ code, value, target, progress }) => `${code} : ${value.text}, objectif ${target?.text ?? ''}, ${progress.label}`).join(' ; ')}.`,
  );
  return chartFigure(chart, width, rows.length * barHeight + 8, alt);
}

/** Those to worry about first, then those with the most values; each curve is drawn once in the report. */
function curvePairs(indicators: readonly SnapshotIndicator[], width: number, drawn: Set<string>): Block[] {
  const order = ['late', 'at-risk', 'on-track', 'reached', 'no-data', 'no-target'];
  const known = ({ series }: SnapshotIndicator): number => series.filter(({ value }) => value !== null).length;
  const chosen = indicators
    .filter((indicator) => indicator.kind !== 'yes-no' && known(indicator) >= 3 && !drawn.has(indicator.id))
    .sort((a, b) => order.indexOf(a.progress.state) - order.indexOf(b.progress.state) || known(b) - known(a) || (a.code < b.code ? -1 : 1))
    .slice(0, curvesPerMission);
  for (const { id } of chosen) drawn.add(id);
  const each = (width - gutter) / 2;
  const pairs: Block[] = [];
  for (let at = 0; at < chosen.length; at += 2) {
    const pair = chosen.slice(at, at + 2);
    const titles = pair.map((indicator) => textBlock(`${indicator.code} ${indicator.name}`, letters.cellStrong, each));
    const titleHeight = Math.max(...titles.map(({ height }) => height));
    const blocks = pair.map((indicator, index) => {
      const title = titles[index] as Block;
      return stack([
        title,
        space(titleHeight - title.height + 2),
        chartFigure(curveOf(indicator), each, curveHeight, curveAlt(indicator)),
        space(2),
        textBlock(french(`${indicator.sentence}.`), letters.note, each),
      ]);
    });
    pairs.push(sideBySide(blocks, each, gutter));
  }
  return pairs;
}

function curveOf({ series, unit, decimals, name, status, periodKey }: SnapshotIndicator): Chart {
  return lineAgainstTarget(
    {
      periods: series.map(({ label }) => label),
      series: [{ name, values: series.map(({ value }) => value), drafts: series.map((point) => point.periodKey === periodKey && status === 'draft') }],
      targets: series.map(({ target }) => target),
      unit: unit === '%' || unit === '‰' ? unit : null,
      decimals,
    },
    chartThemes.print,
  );
}

function curveAlt(indicator: SnapshotIndicator): string {
  const points = indicator.series.map((point) => `${point.label} ${point.value === null && !point.masked ? 'sans valeur' : pointText(indicator, point)}`);
  const target = indicator.target ? ` Objectif : ${indicator.target.text}.` : '';
  return french(`Courbe : ${indicator.name}. ${indicator.sentence}. ${points.join(', ')}.${target}`);
}

/** One row per indicator: value, target, status, value before, proof, comment. */
export function indicatorTable(snapshot: ReportSnapshot, indicators: readonly SnapshotIndicator[]): Table {
  const rows = indicators.map((indicator): Cell[] => {
    const before = previousOf(indicator);
    const otherPeriod = indicator.periodKey === snapshot.report.periodKey ? undefined : indicator.series.find(({ periodKey }) => periodKey === indicator.periodKey)?.label;
    const missing = indicator.status === 'missing';
    const note = [otherPeriod, validationText(indicator)].filter(Boolean).join(', ');
    const share = !missing && !indicator.value.masked && indicator.numerator && indicator.denominator ? `${indicator.numerator.text} sur ${indicator.denominator.text}` : '';
    return [
      { texts: [
        { text: `${indicator.code} ${indicator.name}`, style: letters.cell },
        ...(indicator.comment ? [{ text: indicator.comment, style: letters.cellNote, gap: 0.6 }] : []),
      ] },
      cellWithNote(missing ? '—' : indicator.value.text, [note, share].filter(Boolean).join('\n'), missing ? letters.cellFaint : letters.cellStrong),
      cell(indicator.target?.text ?? '—', indicator.target ? letters.cell : letters.cellFaint),
      statusCell(toneOfState[indicator.progress.state], indicator.progress.label),
      cellWithNote(before?.text ?? '—', otherPeriod && before ? before.label : undefined, before?.value == null ? letters.cellFaint : letters.cell),
      cell(proofText(indicator), indicator.proofs.length > 0 ? letters.cell : letters.cellFaint),
    ];
  });
  const period = indicators.find(({ periodKey }) => periodKey === snapshot.report.periodKey);
  const [now, before] = [period?.series.find(({ periodKey }) => periodKey === period.periodKey)?.label, period && previousOf(period)?.label];
  return new Table({
    columns: [
      { title: 'Indicateur', width: 167 },
      { title: now ?? 'Valeur', width: 81, align: 'right' },
      { title: 'Objectif', width: 72, align: 'right' },
      { title: 'État', width: 75 },
      { title: before ?? 'Avant', width: 57, align: 'right' },
      { title: 'Preuve', width: 41.2, align: 'right' },
    ],
    rows,
    rowHeader: 0,
    summary: `${counted(indicators.length, 'indicateur')} : valeur, objectif, état, valeur précédente et preuve`,
    style: tableStyle,
  });
}
