import { isAnswer } from '@maillage/domain/indicators';
import { bulletRows, type Chart, chartThemes, lineAgainstTarget } from '@maillage/domain/charts';
import { missionStateLabels } from '@maillage/domain/contract';
import { formatNumber, french, listInFrench } from '@maillage/domain/kernel';
import type { ReportSnapshot, SnapshotIndicator, SnapshotMission } from '@maillage/domain/reports';
import { bulletFigure } from '../charts/bullet-figure';
import { lineFigure } from '../charts/line-figure';
import { type Block, space, stack, textBlock } from '../pdf/block';
import type { Flow } from '../pdf/flow';
import type { StructureNode } from '../pdf/structure';
import { type Cell, Table } from '../pdf/table';
import { cellWithNote, heading, paragraph, sideBySide, statusCell } from './blocks';
import { bareText, comparedOf, counted, pointText, previousOf, proofText, unitNote, validationText } from './facts';
import { missionPlace } from './overview';
import { toneMark, toneOfState } from './status-mark';
import { letters, tableStyle } from './style';

/** Curves shown for one mission, the most telling first: six, or four when it then stays on one page. */
const curvesPerMission = [6, 4] as const;
const curveHeights = { least: 76, usual: 106, alone: 90 } as const;
/** Space above the title of a mission that does not start its page. */
const missionGap = 24;
const gutter = 18;
const barsLegend = french('La barre est la valeur, le trait vertical l’objectif, le signe l’état ; chaque ligne a son échelle.');

/** A mission: where it stands, its bars against targets, its curves, its indicators. */
export function drawMission(flow: Flow, parent: StructureNode, snapshot: ReportSnapshot, mission: SnapshotMission): void {
  const section = parent.add('Sect');
  const byCode = new Map(snapshot.indicators.map((indicator) => [indicator.code, indicator]));
  const indicators = mission.indicatorCodes.flatMap((code) => byCode.get(code) ?? []);
  const bars = barsFigure(indicators, flow.width);
  const table = indicatorTable(snapshot, indicators);
  const { chosen, elsewhere } = curves(snapshot, mission, indicators);
  const legend = bars !== undefined && mission.code === snapshot.missions[0]?.code ? barsLegend : undefined;
  const around = 46 + (bars ? bars.height + 31 : 0) + (legend ? 15 : 0) + (chosen.length > 0 ? 31 : 0) + (elsewhere ? 18 : 0) + table.height + 31;
  const { couples, height } = fitCurves(flow, chosen, around);
  const pairs = couples.map((couple) => curvePair(couple, flow.width, couple.length === 1 ? Math.min(height, curveHeights.alone) : height));
  heading(flow, section, { text: mission.label, level: 2, place: missionPlace(mission.code), gap: missionGap }, 60 + (bars?.height ?? table.startHeight));
  paragraph(flow, section, missionSentence(mission), letters.body, 4);
  if (indicators.length === 0) {
    paragraph(flow, section, 'Aucun indicateur ne mesure encore cette mission.');
    return;
  }
  if (bars) {
    heading(flow, section, { text: 'Valeurs rapportées à leur objectif', level: 3 }, bars.height + 16);
    if (legend) paragraph(flow, section, legend, letters.note, 3);
    flow.place(bars, section);
  }
  if (pairs.length > 0) {
    heading(flow, section, { text: 'Évolution sur huit périodes', level: 3 }, pairs[0]?.height ?? 0);
    for (const pair of pairs) {
      flow.place(pair, section);
      flow.skip(8);
    }
  }
  if (elsewhere) paragraph(flow, section, elsewhere, letters.note, 0);
  heading(flow, section, { text: 'Indicateurs', level: 3 }, table.keepHeight(3));
  table.place(flow, section);
}

/** How many curves, and how high, so that a mission stays on one page, this one or the next; when none does, all of them over two pages. */
function fitCurves(flow: Flow, chosen: readonly SnapshotIndicator[], around: number): { couples: SnapshotIndicator[][]; height: number } {
  const { least, usual } = curveHeights;
  const here = flow.atTop ? flow.room : flow.room - missionGap;
  const ways = curvesPerMission.filter((count, index) => index === 0 || chosen.length > count).map((count) => {
    const couples = inPairs(chosen.slice(0, count));
    return { couples, texts: couples.reduce((sum, couple) => sum + curvePair(couple, flow.width, 0).height + 8, 0) };
  });
  for (const room of [here, flow.pageHeight]) {
    for (const { couples, texts } of ways) {
      const height = couples.length === 0 ? usual : Math.min(usual, (room - around - texts) / couples.length);
      if (height < least || (couples.length === 0 && around > room)) continue;
      if (room > here) flow.breakPage();
      return { couples, height };
    }
  }
  if (flow.room < flow.pageHeight * 0.6) flow.breakPage();
  return { couples: ways[0]?.couples ?? [], height: usual };
}

function missionSentence({ kind, state, actionNumbers, sentence }: SnapshotMission): string {
  const numbers = listInFrench(actionNumbers.map((number) => formatNumber(number)));
  const serving = actionNumbers.length === 0 ? 'aucune action ne la sert' : `servie par ${actionNumbers.length === 1 ? 'l’action' : 'les actions'} ${numbers}`;
  return french(`${kind === 'core' ? 'Mission socle' : 'Mission optionnelle'}, ${missionStateLabels[state]} ; ${serving}. ${sentence}`);
}

function barsFigure(indicators: readonly SnapshotIndicator[], width: number): Block | undefined {
  const rows = indicators.filter(({ target, kind, value }) => target !== null && target.value !== null && target.value !== 0 && !isAnswer(kind) && value.value !== null);
  if (rows.length < 2) return undefined;
  const chart = bulletRows(
    {
      scale: 'own',
      rows: rows.map((indicator) => ({
        label: `${indicator.code} ${indicator.name}${barNote(indicator)}`,
        unit: indicator.unit,
        decimals: indicator.decimals,
        value: comparedOf(indicator).value,
        target: indicator.target?.value ?? null,
        tone: toneOfState[indicator.progress.state],
        statusLabel: indicator.progress.label,
      })),
    },
    chartThemes.print,
  );
  const alt = french(
    `Barres : chaque valeur rapportée à son objectif, marqué d'un trait. ${rows.map((indicator) => `${indicator.code}${barNote(indicator)} : ${comparedOf(indicator).text}, objectif ${indicator.target?.text ?? ''}, ${indicator.progress.label}`).join(' ; ')}.`,
  );
  return bulletFigure(chart, width, alt, rows.map(({ progress }) => toneMark(toneOfState[progress.state])));
}

/** What the reader of a bar must know beside its name. */
function barNote({ direction, yearSoFar }: SnapshotIndicator): string {
  const notes = [...(direction === 'down' ? ['à réduire'] : []), ...(yearSoFar ? [`cumul de l’${yearSoFar.year}`] : [])];
  return notes.length === 0 ? '' : ` (${notes.join(', ')})`;
}

/** Those to worry about first, then those with the most values. An indicator of several missions is drawn in its first one only. */
function curves(snapshot: ReportSnapshot, mission: SnapshotMission, indicators: readonly SnapshotIndicator[]): { chosen: SnapshotIndicator[]; elsewhere: string | undefined } {
  const order = ['late', 'at-risk', 'on-track', 'reached', 'no-data', 'no-target'];
  const known = ({ series }: SnapshotIndicator): number => series.filter(({ value }) => value !== null).length;
  const curved = indicators.filter((indicator) => !isAnswer(indicator.kind) && known(indicator) >= 3);
  const home = (code: string): SnapshotMission | undefined => {
    const carrying = snapshot.missions.filter(({ indicatorCodes }) => indicatorCodes.includes(code));
    const [first] = snapshot.indicators.find((one) => one.code === code)?.missionCodes ?? [];
    return carrying.find((one) => one.code === first) ?? carrying[0];
  };
  const chosen = curved
    .filter(({ code }) => home(code)?.code === mission.code)
    .sort((a, b) => order.indexOf(a.progress.state) - order.indexOf(b.progress.state) || known(b) - known(a) || (a.code < b.code ? -1 : 1));
  const others = curved.filter(({ code }) => home(code)?.code !== mission.code).map(({ code }) => `${code} (${home(code)?.label ?? ''})`);
  return { chosen, elsewhere: others.length === 0 ? undefined : french(`Courbes dans une autre mission : ${others.join(' ; ')}.`) };
}

function inPairs<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / 2) }, (_, row) => list.slice(row * 2, row * 2 + 2));
}

/** Two curves side by side, or one over the whole width. */
function curvePair(pair: readonly SnapshotIndicator[], width: number, curveHeight: number): Block {
  const each = pair.length === 1 ? width : (width - gutter) / 2;
  const titles = pair.map((indicator) => textBlock([`${indicator.code} ${indicator.name}`, unitNote(indicator)].filter(Boolean).join(', en\u00A0'), letters.cellStrong, each));
  const titleHeight = Math.max(...titles.map(({ height }) => height));
  const blocks = pair.map((indicator, index) => {
    const title = titles[index] as Block;
    return stack([
      title,
      space(titleHeight - title.height + 2),
      lineFigure(curveOf(indicator), each, curveHeight, curveAlt(indicator)),
      space(2),
      textBlock(french(`${indicator.sentence}.`), letters.note, each),
    ]);
  });
  return sideBySide(blocks, each, gutter);
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
  const ofQuarter = indicators.find(({ periodKey }) => periodKey === snapshot.report.periodKey);
  return new Table({
    columns: [
      { title: 'Indicateur', width: 183 },
      { title: ofQuarter ? labelOf(ofQuarter) : 'Valeur', width: 82, align: 'right' },
      { title: 'Objectif', width: 50, align: 'right' },
      { title: 'État', width: 85 },
      { title: (ofQuarter && previousOf(ofQuarter)?.label) ?? 'Avant', width: 52, align: 'right' },
      { title: 'Preuve', width: 41.2, align: 'right' },
    ],
    rows: indicators.map((indicator) => indicatorRow(snapshot, indicator)),
    rowHeader: 0,
    summary: `${counted(indicators.length, 'indicateur')} : valeur, objectif, état, valeur précédente et preuve`,
    style: tableStyle,
  });
}

function labelOf({ series, periodKey }: SnapshotIndicator): string {
  return series.find((point) => point.periodKey === periodKey)?.label ?? '';
}

function indicatorRow(snapshot: ReportSnapshot, indicator: SnapshotIndicator): Cell[] {
  const { code, name, comment, value, numerator, denominator, target, yearSoFar, progress, proofs, status, periodKey } = indicator;
  const before = previousOf(indicator);
  const otherPeriod = periodKey === snapshot.report.periodKey ? undefined : labelOf(indicator);
  const missing = status === 'missing';
  const proof = proofText(indicator);
  const share = !missing && !value.masked && numerator && denominator ? `${numerator.text} sur ${denominator.text}` : undefined;
  const soFar = yearSoFar ? french(`${yearSoFar.year} : ${bareText(indicator, yearSoFar.value, yearSoFar.text)}`) : undefined;
  const under = [share, missing || status === 'none' ? undefined : unitNote(indicator), soFar, otherPeriod, validationText(indicator)].filter(Boolean).join('\n');
  return [
    { texts: [{ text: `${code} ${name}`, style: letters.cell }, ...(comment ? [{ text: comment, style: letters.cellNote, gap: 0.6 }] : [])] },
    cellWithNote(bareText(indicator, value.value, missing ? '—' : value.text), under, missing ? letters.cellFaint : letters.cellStrong),
    cellWithNote(target ? bareText(indicator, target.value, target.text) : '—', yearSoFar?.year, target ? letters.cell : letters.cellFaint),
    statusCell(toneOfState[progress.state], progress.label),
    cellWithNote(before?.text ?? '—', otherPeriod && before ? before.label : undefined, before?.value == null ? letters.cellFaint : letters.cell),
    cellWithNote(proof.text, proof.note, proofs.length > 0 ? letters.cell : letters.cellFaint),
  ];
}
