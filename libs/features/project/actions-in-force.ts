import type { Day } from '@maillage/domain/kernel';
import { lateSteps, type ActionTracking, type LateStep } from '@maillage/domain/project';
import { part, type Part, type Tx } from '@maillage/platform';
import { versionInState } from './project.store';
import { loadVersionPage } from './version-page.store';

/** An action of the version in force, for the areas that build on the project: indicators, dashboards, reports. */
export interface ActionInForce extends ActionTracking {
  id: string;
  number: number;
  title: string;
  objective: string | null;
  axisId: string;
  axisTitle: string;
  missionCodes: string[];
  statusSince: Day;
  /** Name of the lead, whether a person of the community or not. */
  lead: string | null;
  lateSteps: LateStep[];
}

/** The version in force and its actions, each once, in the order of the tree; null when there is none. */
export async function projectInForce(tx: Tx, today: Day): Promise<{ versionId: string; number: number; title: string; inForceOn: Day; actions: ActionInForce[] } | null> {
  const version = await versionInState(tx, 'in-force');
  if (!version || version.inForceOn === null) return null;
  const { tree, trackings } = await loadVersionPage(tx, version.id);
  const actions = tree.axes.flatMap((axis) =>
    axis.actions.flatMap((action): ActionInForce[] => {
      const live = trackings.get(action.id);
      if (!live) return [];
      const { status, statusSentence, statusSince, leadPersonId, leadName, lead, partners, steps, budgetCents, startsOn, endsOn, text } = live;
      return [
        {
          id: action.id, number: action.number, title: action.title, objective: action.objective, axisId: axis.id, axisTitle: axis.title,
          missionCodes: action.missionCodes, status, statusSentence, statusSince, leadPersonId, leadName, lead, partners, steps, budgetCents,
          startsOn, endsOn, text, lateSteps: lateSteps(live, today),
        },
      ];
    }),
  );
  return { versionId: version.id, number: version.number, title: version.title, inForceOn: version.inForceOn, actions };
}

/** The actions in force, each once, in the order of the tree. */
export async function actionsInForce(tx: Tx, today: Day): Promise<ActionInForce[]> {
  return (await projectInForce(tx, today))?.actions ?? [];
}

/** An action that other areas name: number, latest title, lead. */
export interface NamedAction {
  id: string;
  number: number;
  title: string;
  leadPersonId: string | null;
  inForce: boolean;
}

const naming = (which: string): string => `select distinct on (a.id) a.id, a.number, c.title, a.lead_person_id as "leadPersonId", v.status = 'in-force' as "inForce"
   from action a join action_content c on c.action_id = a.id join health_project v on v.id = c.version_id
  where a.id = any(${which})
  order by a.id, (v.status = 'in-force') desc, v.number desc`;

/** Actions by id, with the title of the version in force or of the latest that holds them; unknown ids are absent. */
export async function namedActions(tx: Tx, actionIds: readonly string[]): Promise<Map<string, NamedAction>> {
  const rows: NamedAction[] = await tx.query(naming('$1'), [actionIds]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same for the actions whose ids a select gives, to be read with other things. */
export const namedActionPart = (ids: string): Part<NamedAction[]> => part(naming(`array(${ids})`), (rows: NamedAction[]) => rows);

/** Whether an action exists in the community at work, in whatever version. */
export async function actionExists(tx: Tx, actionId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from action where id = $1', [actionId]);
  return rows.length > 0;
}

/** The people who lead an action in force, each once. */
export async function leadPersonIds(tx: Tx): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select distinct a.lead_person_id as id
       from action a join action_content c on c.action_id = a.id join health_project v on v.id = c.version_id
      where v.status = 'in-force' and a.lead_person_id is not null order by 1`,
  );
  return rows.map(({ id }) => id);
}

/** Whether this person leads this action. */
export async function leadsAction(tx: Tx, personId: string, actionId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from action where id = $1 and lead_person_id = $2', [actionId, personId]);
  return rows.length > 0;
}
