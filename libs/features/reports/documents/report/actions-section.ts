import { formatDayShort, formatLateness, formatNumber, french, groupBy, NBSP } from '@maillage/domain/kernel';
import type { ReportSnapshot, SnapshotAction } from '@maillage/domain/reports';
import type { Flow } from '../pdf/flow';
import type { StructureNode } from '../pdf/structure';
import { type Cell, type CellText, Table } from '../pdf/table';
import { cell, heading, paragraph, statusCell } from './blocks';
import { toneOfAction } from './status-mark';
import { colour, letters, tableStyle, tinted } from './style';

/** Every action once, by axis: its status sentence, its steps, what is late. */
export function drawActions(flow: Flow, parent: StructureNode, snapshot: ReportSnapshot): void {
  const section = parent.add('Sect');
  const axes = [...groupBy(snapshot.actions, ({ axis }) => axis)].map(([axis, actions]) => ({ axis, table: actionTable(actions) }));
  heading(flow, section, { text: 'Actions du projet de santé', level: 2, place: 'actions', gap: 28 }, 24 + (axes[0]?.table.startHeight ?? 0));
  if (axes.length === 0) paragraph(flow, section, 'Le projet de santé ne compte encore aucune action.');
  for (const { axis, table } of axes) {
    heading(flow, section, { text: axis, level: 3, place: `axis-${axis}`, gap: 14 }, table.startHeight);
    table.place(flow, section);
  }
}

function actionTable(actions: readonly SnapshotAction[]): Table {
  return new Table({
    columns: [
      { title: 'Action', width: 176 },
      { title: 'État', width: 77 },
      { title: 'Où en est-on', width: 186 },
      { title: 'Étapes faites', width: 54.2, align: 'right' },
    ],
    rows: actions.map((action): Cell[] => [
      { texts: [
        { text: `${formatNumber(action.number)}. ${action.title}`, style: letters.cellStrong },
        { text: french(action.lead ? `Pilote : ${action.lead}` : 'Sans pilote désigné'), style: letters.cellNote, gap: 0.6 },
        ...(action.indicatorCodes.length > 0 ? [{ text: french(`Indicateurs : ${action.indicatorCodes.join(', ')}`), style: letters.cellNote }] : []),
      ] },
      statusCell(toneOfAction[action.status], action.statusLabel),
      { texts: standing(action) },
      cell(action.stepsTotal === 0 ? '—' : `${action.stepsDone}${NBSP}/${NBSP}${action.stepsTotal}`, action.stepsTotal === 0 ? letters.cellFaint : letters.cell),
    ]),
    rowHeader: 0,
    summary: 'Actions : état, phrase d’état, étapes en retard et étapes faites',
    style: tableStyle,
  });
}

function standing(action: SnapshotAction): CellText[] {
  const late = action.lateSteps.map(({ title, dueOn, lateDays }): CellText => ({
    text: french(`En retard : ${title}, attendue le ${formatDayShort(dueOn)} (${formatLateness(lateDays)})`),
    style: tinted(letters.cellNote, colour.status.late),
    gap: 1.5,
  }));
  const sentence = action.statusSentence ?? (late.length === 0 ? '—' : '');
  return [...(sentence ? [{ text: sentence, style: action.statusSentence ? letters.cell : letters.cellFaint }] : []), ...late];
}
