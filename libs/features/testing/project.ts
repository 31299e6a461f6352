import type { Actor } from '@maillage/domain/identity';
import { AddAction, AddAxis, OpenDraft, PutInForce, type ProjectView } from '../project/index';
import type { World } from './world';

/** A draft made from nothing, with axes and actions: `{ 'Accès': ['Soins non programmés'] }`. */
export async function makeDraft(world: World, actor: Actor, tree: Readonly<Record<string, readonly string[]>>): Promise<ProjectView> {
  let view = await world.get(OpenDraft).execute(actor, { source: 'nothing' });
  for (const [title, actions] of Object.entries(tree)) {
    view = await world.get(AddAxis).execute(actor, view.version.id, { title, why: null });
    const axisId = view.axes.at(-1)!.id;
    for (const action of actions) {
      const input = { axisId, title: action, objective: null, why: null, audience: null, missionCodes: ['prevention'] };
      ({ project: view } = await world.get(AddAction).execute(actor, view.version.id, input));
    }
  }
  return view;
}

/** A project in force, from nothing. */
export async function makeProject(world: World, actor: Actor, tree: Readonly<Record<string, readonly string[]>> = { 'Axe A': ['Action 1', 'Action 2'], 'Axe B': ['Action 3'] }): Promise<ProjectView> {
  const { version } = await makeDraft(world, actor, tree);
  return world.get(PutInForce).execute(actor, version.id, version.revision);
}

/** « 1 Titre », in the order of the tree, by title of axis. */
export const outline = (view: ProjectView): Record<string, string[]> =>
  Object.fromEntries(view.axes.map(({ title, actions }) => [title, actions.map((action) => `${action.number} ${action.title}`)]));

/** The action of that number. */
export function actionNumbered(view: ProjectView, number: number): ProjectView['axes'][number]['actions'][number] {
  const action = view.axes.flatMap(({ actions }) => actions).find((candidate) => candidate.number === number);
  if (!action) throw new Error(`No action n° ${number} in this project.`);
  return action;
}
