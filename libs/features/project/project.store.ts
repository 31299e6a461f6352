import { found } from '@maillage/domain/kernel';
import { placementsOf, type ActionNode, type ActionStructure, type AxisNode, type ProjectTree } from '@maillage/domain/project';
import type { Tx } from '@maillage/platform';
import type { FinalTracking, HealthProjectRow } from './project.row';

/** Who writes, and when. */
export interface Writing {
  personId: string | null;
  at: Date;
}

/** What goes with every row that people edit. */
interface Revised {
  revision: number;
  updatedAt: Date;
  updatedBy: string | null;
}

/** A version as it is stored. */
export type StoredVersion = Omit<HealthProjectRow, 'communityId'>;

/** A version with the size of its tree. */
export type CountedVersion = StoredVersion & { axes: number; actions: number };

/** What a version says of an action, with its number. */
export interface StoredAction extends ActionStructure, ActionNode, Revised {
  missionCodes: string[];
  /** null unless the version is past. */
  finalTracking: FinalTracking | null;
}

/** An axis of a version. */
export interface StoredAxis extends AxisNode<StoredAction>, Revised {}

/** Axes and actions of a version. */
export interface StoredTree extends ProjectTree<StoredAction> {
  axes: readonly StoredAxis[];
}

const versionColumns = `v.id, v.number, v.title, v.note, v.status, v.in_force_on as "inForceOn", v.ended_on as "endedOn",
  v.created_at as "createdAt", v.updated_at as "updatedAt", v.updated_by as "updatedBy", v.revision`;
const revised = (of: string): string => `${of}.revision, ${of}.updated_at as "updatedAt", ${of}.updated_by as "updatedBy"`;

/** Every version, the latest first. */
export async function listVersions(tx: Tx): Promise<CountedVersion[]> {
  return tx.query(
    `select ${versionColumns},
            (select count(*) from axis x where x.version_id = v.id) as axes,
            (select count(*) from action_content c where c.version_id = v.id) as actions
       from health_project v order by v.number desc`,
  );
}

/** A version, or `not-found`; `lock` holds it against other writers until the transaction ends. */
export async function loadVersion(tx: Tx, versionId: string, lock = false): Promise<StoredVersion> {
  const rows: StoredVersion[] = await tx.query(`select ${versionColumns} from health_project v where v.id = $1 ${lock ? 'for update' : ''}`, [versionId]);
  return found(rows[0], { what: 'version' });
}

/** The version in that state, or null; there is one draft and one version in force at most. */
export async function versionInState(tx: Tx, status: 'draft' | 'in-force'): Promise<StoredVersion | null> {
  const rows: StoredVersion[] = await tx.query(`select ${versionColumns} from health_project v where v.status = $1`, [status]);
  return rows[0] ?? null;
}

/** The version in force and the draft, where there are any. */
export async function livingVersions(tx: Tx): Promise<{ inForce: StoredVersion | null; draft: StoredVersion | null }> {
  const rows: StoredVersion[] = await tx.query(`select ${versionColumns} from health_project v where v.status in ('in-force', 'draft')`);
  const inState = (status: StoredVersion['status']): StoredVersion | null => rows.find((version) => version.status === status) ?? null;
  return { inForce: inState('in-force'), draft: inState('draft') };
}

/** The version an action is read in: in force, else the draft, else the last one that held it. */
export async function versionHolding(tx: Tx, actionId: string): Promise<StoredVersion> {
  const rows: StoredVersion[] = await tx.query(
    `select ${versionColumns} from health_project v join action_content c on c.version_id = v.id
      where c.action_id = $1
      order by array_position(array['in-force', 'draft', 'past'], v.status), v.number desc limit 1`,
    [actionId],
  );
  return found(rows[0], { what: 'action' });
}

/** A new draft. */
export async function insertDraft(tx: Tx, draft: Pick<StoredVersion, 'id' | 'title' | 'note'>, by: Writing): Promise<void> {
  await tx.query(
    `insert into health_project (id, number, title, note, status, created_at, updated_at, updated_by)
     select $1, coalesce(max(number), 0) + 1, $2, $3, 'draft', $4, $4, $5 from health_project`,
    [draft.id, draft.title, draft.note, by.at, by.personId],
  );
}

/** The tree of a version copied into a draft; axes and actions keep their ids. */
export async function copyTree(tx: Tx, fromVersionId: string, toVersionId: string, by: Writing): Promise<void> {
  const values = [fromVersionId, toVersionId, by.at, by.personId];
  await tx.query(
    `insert into axis (version_id, id, position, title, why, updated_at, updated_by)
     select $2, id, position, title, why, $3, $4 from axis where version_id = $1`,
    values,
  );
  await tx.query(
    `insert into action_content (version_id, action_id, axis_id, position, title, objective, why, audience, mission_codes, updated_at, updated_by)
     select $2, action_id, axis_id, position, title, objective, why, audience, mission_codes, $3, $4 from action_content where version_id = $1`,
    values,
  );
}

/** Changes a version and goes to its next revision. */
export async function updateVersion(
  tx: Tx,
  version: StoredVersion,
  change: Partial<Pick<StoredVersion, 'title' | 'note' | 'status' | 'inForceOn' | 'endedOn'>>,
  by: Writing,
): Promise<void> {
  const next = { ...version, ...change };
  await tx.query(
    `update health_project set title = $2, note = $3, status = $4, in_force_on = $5, ended_on = $6, updated_at = $7, updated_by = $8,
       revision = revision + 1 where id = $1`,
    [version.id, next.title, next.note, next.status, next.inForceOn, next.endedOn, by.at, by.personId],
  );
}

/** Removes a version with its tree. */
export async function deleteVersion(tx: Tx, versionId: string): Promise<void> {
  await tx.query('delete from health_project where id = $1', [versionId]);
}

/** The axes of a version (`$1`), in order. */
export const axesOfVersion = `select x.id, x.title, x.why, ${revised('x')} from axis x where x.version_id = $1 order by x.position, x.id`;

/** The actions of a version (`$1`), in the order of their axis. */
export const actionsOfVersion = `
  select a.id, a.number, c.axis_id as "axisId", c.title, c.objective, c.why, c.audience, c.mission_codes as "missionCodes",
         c.final_tracking as "finalTracking", ${revised('c')}
    from action_content c join action a on a.community_id = c.community_id and a.id = c.action_id
   where c.version_id = $1 order by c.position, a.number`;

/** Actions in their axes. */
export function treeOf(axes: readonly Omit<StoredAxis, 'actions'>[], actions: readonly (StoredAction & { axisId: string })[]): StoredTree {
  return { axes: axes.map((axis) => ({ ...axis, actions: actions.filter(({ axisId }) => axisId === axis.id) })) };
}

/** Axes and actions of a version, in order. */
export async function loadTree(tx: Tx, versionId: string): Promise<StoredTree> {
  const axes: Omit<StoredAxis, 'actions'>[] = await tx.query(axesOfVersion, [versionId]);
  return treeOf(axes, await tx.query(actionsOfVersion, [versionId]));
}

/** Writes the places of a tree where they are no longer those of the database. */
export async function savePlaces(tx: Tx, versionId: string, tree: ProjectTree): Promise<void> {
  await tx.query(
    `update axis x set position = p.position
       from unnest($2::uuid[], $3::integer[]) as p (id, position)
      where x.version_id = $1 and x.id = p.id and x.position <> p.position`,
    [versionId, tree.axes.map(({ id }) => id), tree.axes.map((_, index) => index)],
  );
  const places = placementsOf(tree);
  await tx.query(
    `update action_content c set axis_id = p.axis_id, position = p.position
       from unnest($2::uuid[], $3::uuid[], $4::integer[]) as p (action_id, axis_id, position)
      where c.version_id = $1 and c.action_id = p.action_id and (c.axis_id, c.position) is distinct from (p.axis_id, p.position)`,
    [versionId, places.map((place) => place.actionId), places.map((place) => place.axisId), places.map((place) => place.position)],
  );
}

/** A new axis of a version; its place is written with the tree. */
export async function insertAxis(tx: Tx, versionId: string, axis: Pick<AxisNode, 'id' | 'title' | 'why'>, position: number, by: Writing): Promise<void> {
  await tx.query('insert into axis (version_id, id, position, title, why, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6, $7)', [
    versionId, axis.id, position, axis.title, axis.why, by.at, by.personId,
  ]);
}

/** Another title and reason for an axis of a version. */
export async function updateAxis(tx: Tx, versionId: string, axis: Pick<AxisNode, 'id' | 'title' | 'why'>, by: Writing): Promise<void> {
  await tx.query('update axis set title = $3, why = $4, updated_at = $5, updated_by = $6, revision = revision + 1 where version_id = $1 and id = $2', [
    versionId, axis.id, axis.title, axis.why, by.at, by.personId,
  ]);
}

/** Removes an axis from a version. */
export async function deleteAxis(tx: Tx, versionId: string, axisId: string): Promise<void> {
  await tx.query('delete from axis where version_id = $1 and id = $2', [versionId, axisId]);
}

/** What a version says of an action, for the first time. */
export async function insertContent(
  tx: Tx,
  versionId: string,
  place: { actionId: string; axisId: string; position: number },
  content: ActionStructure,
  by: Writing,
): Promise<void> {
  await tx.query(
    `insert into action_content (version_id, action_id, axis_id, position, title, objective, why, audience, mission_codes, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [versionId, place.actionId, place.axisId, place.position, content.title, content.objective, content.why, content.audience, content.missionCodes, by.at, by.personId],
  );
}

/** What a version says of an action, changed. */
export async function updateContent(tx: Tx, versionId: string, actionId: string, content: ActionStructure, by: Writing): Promise<void> {
  await tx.query(
    `update action_content set title = $3, objective = $4, why = $5, audience = $6, mission_codes = $7, updated_at = $8, updated_by = $9,
       revision = revision + 1 where version_id = $1 and action_id = $2`,
    [versionId, actionId, content.title, content.objective, content.why, content.audience, content.missionCodes, by.at, by.personId],
  );
}

/** Takes an action out of a version. */
export async function deleteContent(tx: Tx, versionId: string, actionId: string): Promise<void> {
  await tx.query('delete from action_content where version_id = $1 and action_id = $2', [versionId, actionId]);
}

/** Keeps, in a version that becomes past, the tracking its actions have on that day. */
export async function freezeTracking(tx: Tx, versionId: string, tracking: ReadonlyMap<string, FinalTracking>): Promise<void> {
  await tx.query(
    `update action_content c set final_tracking = t.tracking
       from unnest($2::uuid[], $3::jsonb[]) as t (action_id, tracking) where c.version_id = $1 and c.action_id = t.action_id`,
    [versionId, [...tracking.keys()], [...tracking.values()].map((value) => JSON.stringify(value))],
  );
}

/** The actions a version holds and no other does. */
export async function actionsOnlyIn(tx: Tx, versionId: string): Promise<{ id: string; title: string }[]> {
  return tx.query(
    `select c.action_id as id, c.title from action_content c
      where c.version_id = $1 and not exists (select from action_content o where o.action_id = c.action_id and o.version_id <> c.version_id)`,
    [versionId],
  );
}

/** How many actions in force serve each mission. */
export async function countByMission(tx: Tx): Promise<Record<string, number>> {
  const rows: { code: string; count: number }[] = await tx.query(
    `select m.code, count(*) as count
       from action_content c join health_project v on v.id = c.version_id cross join lateral unnest(c.mission_codes) as m (code)
      where v.status = 'in-force' group by m.code`,
  );
  return Object.fromEntries(rows.map(({ code, count }) => [code, count]));
}
