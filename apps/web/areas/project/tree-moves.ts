import { moveAction, moveAxis } from '@maillage/domain/project';
import { projectText } from '../../messages/project';
import type { ActionSummary, Axis, Project } from './api';

/** The axes of a version, as far as they are put in order. */
export interface Tree {
  axes: Axis[];
}

/** « n° 3, Prévention ». */
export const actionLabel = ({ number, title }: Pick<ActionSummary, 'number' | 'title'>): string => projectText.numbered(number, title);

/** Where an action stands; undefined when the tree does not hold it. */
export function placeOf(tree: Tree, actionId: string): { action: ActionSummary; axis: Axis; axisIndex: number; index: number } | undefined {
  for (const [axisIndex, axis] of tree.axes.entries()) {
    const index = axis.actions.findIndex(({ id }) => id === actionId);
    const action = axis.actions[index];
    if (action) return { action, axis, axisIndex, index };
  }
  return undefined;
}

/** The tree with an action at its new place; the rule of the domain keeps its number. */
export const withActionAt = (tree: Tree, actionId: string, axisId: string, index: number): Tree => moveAction<ActionSummary>(tree, actionId, axisId, index) as Tree;

/** The tree with an axis at its new place. */
export const withAxisAt = (tree: Tree, axisId: string, index: number): Tree => moveAxis<ActionSummary>(tree, axisId, index) as Tree;

/** « L’action n° 3, Prévention est en place 2 sur 4 de l’axe « Accès ». » */
export function sayActionPlace(tree: Tree, actionId: string): string {
  const place = placeOf(tree, actionId);
  return place ? projectText.drag.actionPlace(actionLabel(place.action), place.index + 1, place.axis.actions.length, place.axis.title) : '';
}

/** « L’axe « Accès » est en place 2 sur 3. » */
export function sayAxisPlace(tree: Tree, axisId: string): string {
  const index = tree.axes.findIndex(({ id }) => id === axisId);
  const axis = tree.axes[index];
  return axis ? projectText.drag.axisPlace(axis.title, index + 1, tree.axes.length) : '';
}

/** The tree of a version. */
export const treeOf = ({ axes }: Pick<Project, 'axes'>): Tree => ({ axes });
