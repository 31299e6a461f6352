import { departmentsLabel } from '@maillage/domain/community';
import { formatNumber, french, listInFrench, NBSP } from '@maillage/domain/kernel';
import { frozenSentence, type ReportSnapshot } from '@maillage/domain/reports';
import { baselineIn, type Block, drawLines, textBlock } from '../pdf/block';
import type { Flow } from '../pdf/flow';
import type { StructureNode } from '../pdf/structure';
import { Table } from '../pdf/table';
import { paragraph } from './blocks';
import { counted } from './facts';
import { changesTable, missionsTable, watchTable } from './overview';
import { drawMark, type Tone } from './status-mark';
import { colour, letters } from './style';

/** One figure of the strip: how many indicators stand so. */
interface Tile {
  readonly tone: Tone;
  readonly count: number;
  readonly word: string;
}

/** The page that says it all: where every indicator stands, what changed, what needs attention, what is missing. */
export function drawFirstPage(flow: Flow, parent: StructureNode, snapshot: ReportSnapshot): void {
  const section = parent.add('Sect');
  flow.place(textBlock(snapshot.community.title, letters.community, flow.width), section);
  flow.place(textBlock(snapshot.report.kindLabel, letters.title, flow.width, 'H1'), section);
  flow.document.markPlace('top', flow.page, 0);
  const year = snapshot.contract ? ` · ${snapshot.contract.yearLabel}` : '';
  flow.place(textBlock(`${snapshot.report.periodLabel}${year}`, letters.subtitle, flow.width), section);
  flow.skip(3);
  flow.place(textBlock(aboutSentence(snapshot), letters.note, flow.width), section);
  flow.skip(10);
  flow.place(tileStrip(tilesOf(snapshot), flow.width), section);
  flow.skip(7);
  flow.place(textBlock(leadSentence(snapshot), letters.lead, flow.width), section);

  const changes = changesTable(snapshot);
  const watch = watchTable(snapshot);
  const missing = missingSentence(snapshot);
  const missions = missionsTable(snapshot, (place) => flow.document.pageOf(place));
  const headings = 29.5;
  const missingHeight = missing ? textBlock(missing, letters.body, flow.width).height + headings : 0;
  const budget = flow.room - missions.height - headings - missingHeight;
  const [changeRows, watchRows] = shareRows(changes.make(99), watch.make(99), budget - (changes.count > 0 ? headings : 0) - (watch.count > 0 ? headings : 0));

  subheading(flow, section, 'Les missions', missions.height);
  missions.place(flow, section);
  if (watch.count > 0) {
    const table = watch.make(Math.max(2, watchRows));
    subheading(flow, section, 'À surveiller', table.startHeight);
    table.place(flow, section);
  }
  if (changeRows > 0) {
    const table = changes.make(changeRows);
    subheading(flow, section, `Ce qui a changé depuis ${changes.since}`, table.startHeight);
    table.place(flow, section);
  }
  if (missing) {
    subheading(flow, section, 'Ce qui manque', 26);
    paragraph(flow, section, missing);
  }
}

function subheading(flow: Flow, parent: StructureNode, text: string, keep: number): void {
  const block = textBlock(text, { ...letters.h3, size: 11.5, leading: 15, colour: colour.brand }, flow.width, 'H2');
  flow.skip(12);
  flow.place(block, parent, keep + 2);
  flow.skip(2);
}

/** How many rows of each table fit: what needs attention first, and never fewer than two changes when there is room. */
function shareRows(changes: Table, watch: Table, budget: number): [changes: number, watch: number] {
  const two = changes.headHeight + changes.rows.slice(0, 3).reduce((sum, { height }) => sum + height, 0);
  const watchCount = rowsWithin(watch, budget - (changes.rows.length > 0 ? two : 0));
  const used = watch.headHeight + watch.rows.slice(0, watchCount).reduce((sum, { height }) => sum + height, 0);
  return [rowsWithin(changes, budget - (watch.rows.length > 0 ? used : 0)), watchCount];
}

function rowsWithin(table: Table, height: number): number {
  let used = table.headHeight;
  let count = 0;
  for (const row of table.rows) {
    used += row.height;
    if (used > height) break;
    count += 1;
  }
  return count;
}

function aboutSentence(snapshot: ReportSnapshot): string {
  const { report, community, contract, demo } = snapshot;
  const where = [
    ...(community.departments.length > 0 ? [departmentsLabel(community.departments)] : []),
    ...(community.communes > 0 ? [counted(community.communes, 'commune')] : []),
    ...(community.population !== null ? [`${formatNumber(community.population)}${NBSP}habitants`] : []),
  ];
  return french(
    [
      `Rapport n°${NBSP}${report.number}, version ${report.version}.`,
      frozenSentence(snapshot),
      ...(where.length > 0 ? [`Territoire : ${where.join(', ')}.`] : []),
      ...(contract ? [`Contrat : ${contract.agreement}${contract.size === null ? '' : `, taille ${contract.size}`}.`] : []),
      ...(demo ? ['Les valeurs de ce rapport sont des données de démonstration : elles sont inventées.'] : []),
    ].join(' '),
  );
}

function tilesOf({ summary: { indicatorsByState: states } }: ReportSnapshot): Tile[] {
  const tiles: Tile[] = [
    { tone: 'attained', count: states['reached'], word: states['reached'] < 2 ? 'atteint' : 'atteints' },
    { tone: 'on-track', count: states['on-track'], word: 'en bonne voie' },
    { tone: 'at-risk', count: states['at-risk'], word: 'à risque' },
    { tone: 'late', count: states['late'], word: 'en retard' },
    { tone: 'none', count: states['no-data'], word: 'sans valeur' },
  ];
  return states['no-target'] > 0 ? [...tiles, { tone: 'none', count: states['no-target'], word: 'sans objectif' }] : tiles;
}

/** The strip of figures: each with its shape, its word and a rule of its colour above. */
function tileStrip(tiles: readonly Tile[], width: number): Block {
  const gutter = 12;
  const each = (width - gutter * (tiles.length - 1)) / tiles.length;
  return {
    height: 48,
    draw(page, x, y, parent) {
      const list = parent.add('L');
      tiles.forEach(({ tone, count, word }, index) => {
        const left = x + index * (each + gutter);
        const ink = colour.status[tone];
        page.decoration(() => page.rect(left, y, each, 2.2, { fill: ink }));
        const style = { ...letters.figure, colour: count === 0 ? colour.faint : colour.ink };
        const number = formatNumber(count);
        page.tagged(list.add('LI').add('LBody'), () => {
          drawLines(page, [number], style, left, y + 6);
          drawMark(page, tone, left, y + 39, 7);
          page.text(left + 11, y + 39 + baselineIn({ size: 9, leading: 0 }), word, { face: 'regular', size: 9, colour: colour.ink });
        });
      });
    },
  };
}

/** The whole report in two sentences. */
function leadSentence({ summary, indicators }: ReportSnapshot): string {
  const { indicatorsByState: states } = summary;
  const parts = [
    ...(states['on-track'] > 0 ? [`${formatNumber(states['on-track'])} en bonne voie`] : []),
    ...(states['at-risk'] > 0 ? [`${formatNumber(states['at-risk'])} à risque`] : []),
    ...(states['late'] > 0 ? [`${formatNumber(states['late'])} en retard`] : []),
    ...(states['no-target'] > 0 ? [`${formatNumber(states['no-target'])} sans objectif`] : []),
    ...(states['no-data'] > 0 ? [`${formatNumber(states['no-data'])} sans valeur publiable`] : []),
  ];
  const reached = states['reached'];
  const verb = reached === 0 ? 'aucun n\'atteint son objectif' : reached === 1 ? '1 atteint son objectif' : `${formatNumber(reached)} atteignent leur objectif`;
  const rest = parts.length > 0 ? ` ; ${listInFrench(parts)}` : '';
  const validated = `${counted(summary.valuesValidated, 'valeur')} sur ${formatNumber(indicators.length)} ${summary.valuesValidated < 2 ? 'est validée' : 'sont validées'}, ${formatNumber(summary.valuesWithProof)} ${summary.valuesWithProof < 2 ? 'est accompagnée' : 'sont accompagnées'} d'une preuve.`;
  return french(`Sur ${counted(summary.indicators, 'indicateur')}, ${verb}${rest}. ${validated}`);
}

/** Which values are missing, hidden or not validated, by code. */
function missingSentence({ indicators, maskBelow }: ReportSnapshot): string | undefined {
  const codes = (list: readonly { code: string }[]): string => {
    const shown = list.slice(0, 12).map(({ code }) => code);
    return list.length > 12 ? `${shown.join(', ')} et ${list.length - 12} autres` : listInFrench(shown);
  };
  const missing = indicators.filter(({ status }) => status === 'missing');
  const drafts = indicators.filter(({ status }) => status === 'draft');
  const masked = indicators.filter(({ value }) => value.masked);
  const sentences = [
    ...(missing.length > 0 ? [`${counted(missing.length, 'valeur')} non ${missing.length < 2 ? 'transmise' : 'transmises'} : ${codes(missing)}.`] : []),
    ...(drafts.length > 0 ? [`${counted(drafts.length, 'valeur')} en attente de validation : ${codes(drafts)}.`] : []),
    ...(masked.length > 0 ? [`${counted(masked.length, 'valeur')} ${masked.length < 2 ? 'masquée' : 'masquées'} (effectifs inférieurs à ${maskBelow}) : ${codes(masked)}.`] : []),
  ];
  return sentences.length === 0 ? undefined : french(sentences.join(' '));
}

