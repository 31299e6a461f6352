import { downloadText, toCsv } from '../../lib/csv';
import { formatDayShort } from '../../lib/format';
import { projectText } from '../../messages/project';
import type { Project } from './api';
import { filteredAxes, type TreeFilter } from './tree-filter';

const day = (value: string | null | undefined): string | null => (value ? formatDayShort(value) : null);

/** The actions on screen as a table for a spreadsheet. */
export function projectCsv(project: Project, filter: TreeFilter): string {
  const missionOf = new Map(project.missions.map(({ code, shortLabel }) => [code, shortLabel]));
  const rows = filteredAxes(project, filter).flatMap((axis) =>
    axis.actions.map((action) => [
      projectText.axis(axis.position, axis.title),
      action.number,
      action.title,
      action.missionCodes.map((code) => missionOf.get(code) ?? code).join(', '),
      projectText.statuses[action.status],
      action.statusSentence,
      action.lead?.name,
      action.stepsDone,
      action.steps,
      action.lateSteps.length,
      action.nextStep?.title,
      day(action.nextStep?.dueOn),
      action.budgetCents === null ? null : action.budgetCents / 100,
      day(action.startsOn),
      day(action.endsOn),
    ]),
  );
  return toCsv(projectText.csv.columns, rows);
}

/** Hands that table to the browser. */
export function exportProject(project: Project, filter: TreeFilter): void {
  downloadText(projectText.csv.file(project.version.number), projectCsv(project, filter));
}
