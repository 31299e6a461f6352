import type { MissionCode } from '@maillage/domain/contract';
import { DomainError, ensure, found, moveItem, requireText, searchable, textLimits, type Uuid } from '@maillage/domain/kernel';

/** An action in the tree. `number` follows the project, not the axis, and never changes. */
export interface ActionNode {
  id: Uuid;
  number: number;
  title: string;
  missionCodes: readonly MissionCode[];
}

/** An axis and its actions, in order. */
export interface AxisNode<A extends ActionNode = ActionNode> {
  id: Uuid;
  title: string;
  why: string | null;
  actions: readonly A[];
}

/** Axes and actions of one version. Every operation gives a new tree and throws when it is refused. */
export interface ProjectTree<A extends ActionNode = ActionNode> {
  axes: readonly AxisNode<A>[];
}

/** Where an action stands. */
export interface Placement {
  actionId: Uuid;
  axisId: Uuid;
  position: number;
}

/** Most axes and most actions of a project. */
export const treeLimits = { axes: 20, actions: 200 } as const;

/** All the actions, each once, in the order of the axes. */
export function actionsOf<A extends ActionNode>(tree: ProjectTree<A>): A[] {
  return tree.axes.flatMap((axis) => axis.actions);
}

/** Every action with its axis and its place in it, from 0. */
export function placementsOf(tree: ProjectTree): Placement[] {
  return tree.axes.flatMap((axis) => axis.actions.map((action, position) => ({ actionId: action.id, axisId: axis.id, position })));
}

/** The axis, or `not-found`. */
export function axisOf<A extends ActionNode>(tree: ProjectTree<A>, axisId: Uuid): AxisNode<A> {
  return found(tree.axes.find(({ id }) => id === axisId), { what: 'axis' });
}

/** The action and its axis, or `not-found`. */
export function actionIn<A extends ActionNode>(tree: ProjectTree<A>, actionId: Uuid): { action: A; axis: AxisNode<A>; position: number } {
  for (const axis of tree.axes) {
    const position = axis.actions.findIndex(({ id }) => id === actionId);
    const action = axis.actions[position];
    if (action) return { action, axis, position };
  }
  throw new DomainError('not-found', { what: 'action' });
}

/** The number of a new action: one more than any number ever used in any version of the project. */
export function nextActionNumber(usedNumbers: readonly number[]): number {
  return usedNumbers.reduce((highest, number) => Math.max(highest, number), 0) + 1;
}

function axisTitle(tree: ProjectTree, title: string, exceptId?: Uuid): string {
  const clean = requireText(title, 'Titre de l’axe', textLimits.title);
  const twin = tree.axes.some((axis) => axis.id !== exceptId && searchable(axis.title) === searchable(clean));
  ensure(!twin, 'axis-duplicate-title', { title: clean });
  return clean;
}

function place(index: number, count: number): number {
  ensure(Number.isInteger(index) && index >= 0 && index <= count, 'tree-position-invalid', { index, count });
  return index;
}

function replaceAxis<A extends ActionNode>(tree: ProjectTree<A>, axisId: Uuid, change: (axis: AxisNode<A>) => AxisNode<A>): ProjectTree<A> {
  axisOf(tree, axisId);
  return { ...tree, axes: tree.axes.map((axis) => (axis.id === axisId ? change(axis) : axis)) };
}

/** A new axis, at the end or at an index. */
export function addAxis<A extends ActionNode>(
  tree: ProjectTree<A>,
  axis: { id: Uuid; title: string; why?: string | null },
  index: number = tree.axes.length,
): ProjectTree<A> {
  ensure(tree.axes.length < treeLimits.axes, 'too-many', { label: 'Axes', max: treeLimits.axes });
  const axes = [...tree.axes];
  axes.splice(place(index, axes.length), 0, { id: axis.id, title: axisTitle(tree, axis.title), why: axis.why ?? null, actions: [] });
  return { ...tree, axes };
}

/** Another title, and another reason when given. */
export function renameAxis<A extends ActionNode>(tree: ProjectTree<A>, axisId: Uuid, title: string, why?: string | null): ProjectTree<A> {
  const clean = axisTitle(tree, title, axisId);
  return replaceAxis(tree, axisId, (axis) => ({ ...axis, title: clean, why: why === undefined ? axis.why : why }));
}

/** The axis at another place among the axes. */
export function moveAxis<A extends ActionNode>(tree: ProjectTree<A>, axisId: Uuid, toIndex: number): ProjectTree<A> {
  const from = tree.axes.indexOf(axisOf(tree, axisId));
  return { ...tree, axes: moveItem(tree.axes, from, place(toIndex, tree.axes.length - 1)) };
}

/** An axis leaves only when empty: its actions are never lost with it. */
export function removeAxis<A extends ActionNode>(tree: ProjectTree<A>, axisId: Uuid): ProjectTree<A> {
  const axis = axisOf(tree, axisId);
  ensure(axis.actions.length === 0, 'axis-has-actions', { title: axis.title, count: axis.actions.length });
  return { ...tree, axes: tree.axes.filter(({ id }) => id !== axisId) };
}

/** A new action in an axis, at the end or at an index. */
export function addAction<A extends ActionNode>(tree: ProjectTree<A>, axisId: Uuid, action: A, index?: number): ProjectTree<A> {
  const actions = actionsOf(tree);
  ensure(actions.length < treeLimits.actions, 'too-many', { label: 'Actions', max: treeLimits.actions });
  ensure(!actions.some(({ id, number }) => id === action.id || number === action.number), 'already-done', { id: action.id });
  const title = requireText(action.title, 'Titre de l’action', textLimits.title);
  ensure(action.missionCodes.length > 0, 'action-mission-missing', { title });
  return replaceAxis(tree, axisId, (axis) => {
    const list = [...axis.actions];
    list.splice(place(index ?? list.length, list.length), 0, { ...action, title });
    return { ...axis, actions: list };
  });
}

/** Another title for an action. */
export function renameAction<A extends ActionNode>(tree: ProjectTree<A>, actionId: Uuid, title: string): ProjectTree<A> {
  const { axis } = actionIn(tree, actionId);
  const clean = requireText(title, 'Titre de l’action', textLimits.title);
  return replaceAxis(tree, axis.id, (found) => ({
    ...found,
    actions: found.actions.map((action) => (action.id === actionId ? { ...action, title: clean } : action)),
  }));
}

/** The action at a place of an axis, its own or another; `toIndex` is the place it will have once moved. */
export function moveAction<A extends ActionNode>(tree: ProjectTree<A>, actionId: Uuid, toAxisId: Uuid, toIndex: number): ProjectTree<A> {
  const { action, axis: from } = actionIn(tree, actionId);
  const to = axisOf(tree, toAxisId);
  const rest = to.actions.filter(({ id }) => id !== actionId);
  rest.splice(place(toIndex, rest.length), 0, action);
  const without = from.actions.filter(({ id }) => id !== actionId);
  return {
    ...tree,
    axes: tree.axes.map((axis) => {
      if (axis.id === to.id) return { ...axis, actions: rest };
      return axis.id === from.id ? { ...axis, actions: without } : axis;
    }),
  };
}

/** What hangs on an action in the whole community. */
export interface ActionCarries {
  measures: number;
  indicators: number;
}

/** An action leaves a draft only when no value and no indicator hang on it; otherwise it is « abandonnée », not erased. */
export function removeAction<A extends ActionNode>(tree: ProjectTree<A>, actionId: Uuid, carries: ActionCarries): ProjectTree<A> {
  const { action, axis } = actionIn(tree, actionId);
  ensure(carries.measures === 0, 'action-has-measures', { title: action.title, count: carries.measures });
  ensure(carries.indicators === 0, 'action-has-indicators', { title: action.title, count: carries.indicators });
  return replaceAxis(tree, axis.id, (found) => ({ ...found, actions: found.actions.filter(({ id }) => id !== actionId) }));
}

/** The actions that serve each mission; an action that serves two appears under both and still counts once in a total. */
export function actionsByMission<A extends Pick<ActionNode, 'missionCodes'>>(actions: readonly A[]): Map<MissionCode, A[]> {
  const byMission = new Map<MissionCode, A[]>();
  for (const action of actions) {
    for (const code of new Set(action.missionCodes)) byMission.set(code, [...(byMission.get(code) ?? []), action]);
  }
  return byMission;
}
