import { formatDay, formatLateness, formatNumber, french } from '@maillage/domain/kernel';
import type { ReportSnapshot, SnapshotIndicator } from '@maillage/domain/reports';
import { shortened } from '../pdf/lines';
import { type Cell, Table } from '../pdf/table';
import { cell, cellWithNote, statusCell } from './blocks';
import { bareText, changesOf, counted } from './facts';
import { type Tone, toneOfAction, toneOfState, trendMark } from './status-mark';
import { colour, compactTable, letters, tinted } from './style';

/** The place of a mission in the document. */
export function missionPlace(code: string): string {
  return `mission-${code}`;
}

/** A table that can be made with fewer rows than it has: the first page keeps what fits. */
export interface Trimmed {
  readonly count: number;
  make(rows: number): Table;
}

/** Missions by line, states by column: where the report's own table of contents starts. */
export function missionsTable(snapshot: ReportSnapshot, pageOf: (place: string) => number | undefined): Table {
  const states: readonly (readonly [SnapshotIndicator['progress']['state'], string])[] = [
    ['reached', 'Atteint'],
    ['on-track', 'En bonne voie'],
    ['at-risk', 'À risque'],
    ['late', 'En retard'],
    ['no-data', 'Sans valeur'],
  ];
  const byCode = new Map(snapshot.indicators.map((indicator) => [indicator.code, indicator]));
  const rows = snapshot.missions.map((mission): Cell[] => {
    const indicators = mission.indicatorCodes.flatMap((code) => byCode.get(code) ?? []);
    const late = mission.state === 'late-start' || mission.state === 'late-deploy';
    return [
      { texts: [{ text: mission.label, style: letters.cell }, ...(late ? [{ text: mission.sentence, style: tinted(letters.cellNote, colour.status.late) }] : [])], link: { target: missionPlace(mission.code), label: `Aller à la mission ${mission.label}` } },
      ...states.map(([state]) => {
        const count = indicators.filter(({ progress }) => progress.state === state).length;
        return cell(formatNumber(count), count === 0 ? letters.cellFaint : letters.cellStrong);
      }),
      { texts: [{ text: '', style: letters.cell, late: () => String(pageOf(missionPlace(mission.code)) ?? '—') }] },
    ];
  });
  return new Table({
    columns: [
      { title: 'Mission', width: 243 },
      ...states.map(([, title]) => ({ title, width: 42, align: 'right' as const })),
      { title: 'Page', width: 40.2, align: 'right' },
    ],
    rows,
    rowHeader: 0,
    summary: 'Nombre d’indicateurs par état, pour chaque mission',
    style: compactTable,
  });
}

/** Values that moved since the period before. */
export function changesTable(snapshot: ReportSnapshot): Trimmed & { since: string } {
  const changes = changesOf(snapshot);
  const [first] = changes;
  return {
    count: changes.length,
    since: first?.before.label ?? 'la période précédente',
    make: (count) =>
      new Table({
        columns: [
          { title: 'Indicateur', width: 243 },
          { title: 'Avant', width: 52, align: 'right' },
          { title: 'Maintenant', width: 58, align: 'right' },
          { title: 'Évolution', width: 140.2 },
        ],
        rows: changes.slice(0, count).map((change): Cell[] => {
          const tint = change.better ? colour.status.attained : colour.status.late;
          return [
            cell(shortened(`${change.indicator.code} ${change.indicator.name}`, letters.cell, 237, 2)),
            cell(change.before.text, letters.cell),
            cell(bareText(change.indicator, change.indicator.value.value, change.indicator.value.text), letters.cellStrong),
            { texts: [{ text: change.text, style: tinted(letters.cell, tint), mark: trendMark(change.direction, tint) }] },
          ];
        }),
        rowHeader: 0,
        summary: 'Valeurs qui ont le plus changé depuis la période précédente',
        style: compactTable,
      }),
  };
}

/** Something that needs attention. */
export interface Watched {
  readonly tone: Tone;
  readonly word: string;
  readonly title: string;
  readonly why: string;
  readonly who: string | null;
}

/** What needs attention, most pressing first; late steps of actions are counted in one line. */
export function watchList(snapshot: ReportSnapshot): Watched[] {
  const late: Watched[] = [];
  const atRisk: Watched[] = [];
  for (const item of snapshot.late.filter(({ what }) => what === 'mission')) {
    late.push({ tone: 'late', word: 'en retard', title: item.title, why: item.detail, who: item.who });
  }
  for (const action of snapshot.actions) {
    if (action.status !== 'late' && action.status !== 'at-risk') continue;
    const one = { tone: toneOfAction[action.status], word: action.statusLabel, title: french(`Action ${action.number} : ${action.title}`), why: action.statusSentence ?? '', who: action.lead };
    (action.status === 'late' ? late : atRisk).push(one);
  }
  for (const indicator of snapshot.indicators) {
    const { state, label } = indicator.progress;
    if (state !== 'late' && state !== 'at-risk') continue;
    const one = { tone: toneOfState[state], word: label, title: `${indicator.code} ${indicator.name}`, why: `${indicator.sentence}.`, who: indicator.responsible };
    (state === 'late' ? late : atRisk).push(one);
  }
  for (const item of snapshot.late.filter(({ what }) => what === 'value')) {
    late.push({ tone: 'late', word: 'non transmise', title: item.title, why: `${item.detail}.`, who: item.who });
  }
  const steps = snapshot.late.filter(({ what }) => what === 'step');
  if (steps.length > 0) {
    const [oldest] = steps;
    const since = oldest ? `, la plus ancienne attendue le ${formatDay(oldest.since)} (${formatLateness(oldest.lateDays).replace('depuis', 'en retard de')})` : '';
    late.push({ tone: 'late', word: 'en retard', title: counted(steps.length, 'étape d’action', 'étapes d’actions'), why: french(`${steps.length === 1 ? 'Non faite' : 'Non faites à la date prévue'}${since}.`), who: null });
  }
  return [...late, ...atRisk];
}

/** The watch list as a table; when it is cut, its last row says how many are left and where they are. */
export function watchTable(snapshot: ReportSnapshot): Trimmed {
  const list = watchList(snapshot);
  const row = ({ tone, word, title, why, who }: Watched): Cell[] => [
    statusCell(tone, word),
    cellWithNote(shortened(title, letters.cell, 316, 2), shortened(why, letters.cellNote, 316, 2), letters.cell),
    cell(shortened(who ?? '—', letters.cell, 84, 2), letters.cell),
  ];
  return {
    count: list.length,
    make: (count) => {
      const cut = list.length > count;
      const shown = list.slice(0, cut ? Math.max(1, count - 1) : count);
      const left = list.length - shown.length;
      return new Table({
        columns: [
          { title: 'État', width: 76 },
          { title: 'Sujet', width: 327 },
          { title: 'Suivi par', width: 90.2 },
        ],
        rows: [...shown.map(row), ...(cut ? [[cell(''), cell(french(`Et ${counted(left, 'autre point', 'autres points')}, dans les pages des missions et des actions.`), letters.cellFaint), cell('')]] : [])],
        rowHeader: 1,
        summary: 'Missions, actions et indicateurs en retard ou à risque',
        style: compactTable,
      });
    },
  };
}
