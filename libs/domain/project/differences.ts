import type { MissionCode } from '@maillage/domain/contract';
import type { Uuid } from '@maillage/domain/kernel';
import type { ActionStructure } from './action';

/** An action as a version holds it. */
export interface VersionAction extends ActionStructure {
  id: Uuid;
  number: number;
}

/** One version, as far as versions are compared. */
export interface VersionContent {
  axes: readonly { id: Uuid; title: string; why: string | null; actions: readonly VersionAction[] }[];
}

/** A text that changed. */
export interface FieldChange {
  field: 'title' | 'why' | 'objective' | 'audience';
  before: string | null;
  after: string | null;
}

interface OfAxis {
  axisId: Uuid;
  title: string;
}

interface OfAction {
  actionId: Uuid;
  number: number;
  title: string;
}

/** One thing that differs between two versions of a project, to be read by people. */
export type VersionDifference =
  | ({ kind: 'axis-added' | 'axis-removed' | 'axes-reordered' } & OfAxis)
  | ({ kind: 'axis-changed'; changes: FieldChange[] } & OfAxis)
  | ({ kind: 'action-added' | 'action-removed'; axisTitle: string } & OfAction)
  | ({ kind: 'action-moved'; fromAxis: string; toAxis: string } & OfAction)
  | ({ kind: 'action-changed'; changes: FieldChange[]; missionsAdded: MissionCode[]; missionsRemoved: MissionCode[] } & OfAction)
  | ({ kind: 'actions-reordered' } & OfAxis);

/**
 * What differs from one version to another, in the order of the later one, what left at the end. Moves are said once: an action
 * carried to another axis is not also « re-ordered » there, nor is a list whose only change is an arrival or a departure.
 */
export function versionDifferences(before: VersionContent, after: VersionContent): VersionDifference[] {
  const wasAxis = new Map(before.axes.map((axis) => [axis.id, axis]));
  const isAxis = new Set(after.axes.map(({ id }) => id));
  const wasAction = new Map(before.axes.flatMap((axis) => axis.actions.map((action) => [action.id, { action, axis }] as const)));
  const isAction = new Set(after.axes.flatMap(({ actions }) => actions.map(({ id }) => id)));
  const differences: VersionDifference[] = [];

  const [firstMovedAxis] = outOfOrder(before.axes.map(({ id }) => id), after.axes.map(({ id }) => id));
  for (const axis of after.axes) {
    const former = wasAxis.get(axis.id);
    const ofAxis = { axisId: axis.id, title: axis.title };
    if (!former) differences.push({ kind: 'axis-added', ...ofAxis });
    const changes = former ? changed(former, axis, ['title', 'why']) : [];
    if (changes.length > 0) differences.push({ kind: 'axis-changed', ...ofAxis, changes });
    if (axis.id === firstMovedAxis) differences.push({ kind: 'axes-reordered', ...ofAxis });
    for (const action of axis.actions) differences.push(...actionDifferences(wasAction.get(action.id), action, axis));
    const formerOrder = former?.actions.map(({ id }) => id) ?? [];
    if (outOfOrder(formerOrder, axis.actions.map(({ id }) => id)).length > 0) differences.push({ kind: 'actions-reordered', ...ofAxis });
  }

  for (const axis of before.axes) {
    for (const action of axis.actions) {
      if (!isAction.has(action.id)) {
        differences.push({ kind: 'action-removed', actionId: action.id, number: action.number, title: action.title, axisTitle: axis.title });
      }
    }
    if (!isAxis.has(axis.id)) differences.push({ kind: 'axis-removed', axisId: axis.id, title: axis.title });
  }
  return differences;
}

function actionDifferences(
  was: { action: VersionAction; axis: { id: Uuid; title: string } } | undefined,
  action: VersionAction,
  axis: { id: Uuid; title: string },
): VersionDifference[] {
  const ofAction = { actionId: action.id, number: action.number, title: action.title };
  if (!was) return [{ kind: 'action-added', ...ofAction, axisTitle: axis.title }];
  const differences: VersionDifference[] = [];
  if (was.axis.id !== axis.id) differences.push({ kind: 'action-moved', ...ofAction, fromAxis: was.axis.title, toAxis: axis.title });
  const changes = changed(was.action, action, ['title', 'objective', 'why', 'audience']);
  const missionsAdded = action.missionCodes.filter((code) => !was.action.missionCodes.includes(code));
  const missionsRemoved = was.action.missionCodes.filter((code) => !action.missionCodes.includes(code));
  if (changes.length + missionsAdded.length + missionsRemoved.length > 0) {
    differences.push({ kind: 'action-changed', ...ofAction, changes, missionsAdded, missionsRemoved });
  }
  return differences;
}

function changed<F extends FieldChange['field']>(before: Record<F, string | null>, after: Record<F, string | null>, fields: readonly F[]): FieldChange[] {
  return fields.flatMap((field) => (before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }]));
}

/** What both lists hold, where they do not hold it in the same order. */
function outOfOrder(before: readonly Uuid[], after: readonly Uuid[]): Uuid[] {
  const left = before.filter((id) => after.includes(id));
  const right = after.filter((id) => before.includes(id));
  return right.filter((id, index) => id !== left[index]);
}
