import type { MissionCode } from '@maillage/domain/contract';
import { addMonths, type Day, french, type Uuid } from '@maillage/domain/kernel';
import { type ActionSheet, emptyTracking } from './action';
import giennoisBerry from './models/giennois-berry.json';
import sixMissions from './models/six-missions.json';
import { nextActionNumber, type ProjectTree } from './tree';

/** An action proposed by a model: everything can be changed afterwards. */
export interface ModelAction {
  /** The number it has in the project it comes from, kept in a project that has no number yet. */
  number?: number;
  title: string;
  objective: string | null;
  why: string | null;
  audience: string | null;
  missionCodes: MissionCode[];
  partners: string | null;
  steps: { title: string; monthsFromStart: number }[];
}

/** A ready project to start from. */
export interface ProjectModel {
  code: string;
  title: string;
  description: string;
  axes: { title: string; why: string | null; actions: ModelAction[] }[];
}

/** The models the product ships: the six missions, and a real project to look at or to start from. */
export const projectModels: readonly ProjectModel[] = [sixMissions, giennoisBerry];

/** What makes a draft from a model. */
export interface ModelChoice {
  /** Missions the community takes part in: an action that serves none of them is left out. */
  missionCodes: readonly MissionCode[];
  /** The steps are dated from this day; null leaves them without a date. */
  startsOn: Day | null;
  /** Numbers already used in the history of the project. */
  usedNumbers: readonly number[];
  /** Makes ids; the domain draws nothing by chance. */
  nextId: () => Uuid;
}

/** The files are written with plain spaces; typography is set once, here. */
const set = (text: string | null): string | null => text && french(text);

/** The tree and the sheets of a draft made from a model. */
export function draftFromModel(model: ProjectModel, choice: ModelChoice): { tree: ProjectTree; sheets: ActionSheet[] } {
  let number = nextActionNumber(choice.usedNumbers);
  const sheets: ActionSheet[] = [];
  const axes = model.axes.map((axis) => {
    const kept = axis.actions
      .map((action) => ({ ...action, missionCodes: action.missionCodes.filter((code) => choice.missionCodes.includes(code)) }))
      .filter(({ missionCodes }) => missionCodes.length > 0);
    const actions = kept.map((action) => {
      const sheet: ActionSheet = {
        ...emptyTracking(),
        id: choice.nextId(),
        number: choice.usedNumbers.length === 0 && action.number !== undefined ? action.number : number++,
        title: action.title,
        objective: set(action.objective),
        why: set(action.why),
        audience: set(action.audience),
        missionCodes: action.missionCodes,
        partners: set(action.partners),
        steps: action.steps.map((step) => ({
          id: choice.nextId(),
          title: step.title,
          dueOn: choice.startsOn === null ? null : addMonths(choice.startsOn, step.monthsFromStart),
          doneOn: null,
        })),
      };
      sheets.push(sheet);
      return { id: sheet.id, number: sheet.number, title: sheet.title, missionCodes: sheet.missionCodes };
    });
    return { id: choice.nextId(), title: axis.title, why: set(axis.why), actions };
  });
  return { tree: { axes: axes.filter(({ actions }) => actions.length > 0) }, sheets };
}
