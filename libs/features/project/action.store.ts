import { found } from '@maillage/domain/kernel';
import type { ActionStatus, ActionTracking, Step } from '@maillage/domain/project';
import type { Tx } from '@maillage/platform';
import type { ActionRow } from './action.row';
import type { Writing } from './project.store';

/** The tracking of an action as it is stored, with its steps and the name of its lead. */
export type StoredTracking = Omit<ActionRow, 'communityId'> & {
  steps: Step[];
  /** Name of the lead, whether a person of the community or not. */
  lead: string | null;
};

const columns = `a.id, a.number, a.status, a.status_sentence as "statusSentence", a.status_since as "statusSince",
  a.lead_person_id as "leadPersonId", a.lead_name as "leadName", coalesce(m.name, a.lead_name) as lead, a.partners,
  a.budget_cents as "budgetCents", a.starts_on as "startsOn", a.ends_on as "endsOn", a.text,
  a.updated_at as "updatedAt", a.updated_by as "updatedBy", a.revision,
  a.steps_updated_at as "stepsUpdatedAt", a.steps_updated_by as "stepsUpdatedBy", a.steps_revision as "stepsRevision"`;
const withLead = 'action a left join membership m on m.community_id = a.community_id and m.person_id = a.lead_person_id';
const stepColumns = 's.action_id as "actionId", s.id, s.title, s.due_on as "dueOn", s.done_on as "doneOn"';

/** The tracking of every action of a version (`$1`), without steps. */
export const trackingsOfVersion = `select ${columns} from ${withLead} where a.id in (select action_id from action_content where version_id = $1)`;

/** The steps of every action of a version (`$1`), in order. */
export const stepsOfVersion = `
  select ${stepColumns} from action_step s
   where s.action_id in (select action_id from action_content where version_id = $1) order by s.position, s.id`;

/** Steps in their actions, by action. */
export function trackingsOf(rows: readonly StoredTracking[], steps: readonly (Step & { actionId: string })[]): Map<string, StoredTracking> {
  const byAction = new Map(rows.map((row) => [row.id, { ...row, steps: [] as Step[] }]));
  for (const { actionId, ...step } of steps) byAction.get(actionId)?.steps.push(step);
  return byAction;
}

/** The tracking of every action of a version, by action. */
export async function loadTrackings(tx: Tx, versionId: string): Promise<Map<string, StoredTracking>> {
  return trackingsOf(await tx.query(trackingsOfVersion, [versionId]), await tx.query(stepsOfVersion, [versionId]));
}

/** The tracking of an action, or `not-found`; `lock` holds it against other writers until the transaction ends. */
export async function loadTracking(tx: Tx, actionId: string, lock = false): Promise<StoredTracking> {
  const rows: StoredTracking[] = await tx.query(`select ${columns} from ${withLead} where a.id = $1 ${lock ? 'for update of a' : ''}`, [actionId]);
  const row = found(rows[0], { what: 'action' });
  const steps: (Step & { actionId: string })[] = await tx.query(
    `select ${stepColumns} from action_step s where s.action_id = $1 order by s.position, s.id`,
    [actionId],
  );
  return { ...row, steps: steps.map(({ actionId: _, ...step }) => step) };
}

/** Every number an action ever had in the community. */
export async function usedNumbers(tx: Tx): Promise<number[]> {
  const rows: { number: number }[] = await tx.query('select number from action');
  return rows.map(({ number }) => number);
}

/** A new action with its tracking. */
export async function insertAction(tx: Tx, action: { id: string; number: number } & ActionTracking, today: string, by: Writing): Promise<void> {
  await tx.query(
    `insert into action (id, number, status, status_sentence, status_since, lead_person_id, lead_name, partners, budget_cents, starts_on, ends_on,
       text, updated_at, updated_by, steps_updated_at, steps_updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $13, $14)`,
    [
      action.id, action.number, action.status, action.statusSentence, today, action.leadPersonId, action.leadName, action.partners,
      action.budgetCents, action.startsOn, action.endsOn, action.text, by.at, by.personId,
    ],
  );
  await insertSteps(tx, action.id, action.steps);
}

/** Removes actions for good; only those no version holds any more. */
export async function deleteActions(tx: Tx, actionIds: readonly string[]): Promise<void> {
  await tx.query(
    'delete from action a where a.id = any($1) and not exists (select from action_content c where c.community_id = a.community_id and c.action_id = a.id)',
    [actionIds],
  );
}

/** Another status and its sentence. */
export async function updateStatus(
  tx: Tx,
  actionId: string,
  change: Pick<ActionTracking, 'status' | 'statusSentence'> & { statusSince: string },
  by: Writing,
): Promise<void> {
  await tx.query(
    `update action set status = $2, status_sentence = $3, status_since = $4, updated_at = $5, updated_by = $6, revision = revision + 1 where id = $1`,
    [actionId, change.status, change.statusSentence, change.statusSince, by.at, by.personId],
  );
}

/** Who leads, with whom, with what, from when to when, and the text. */
export async function updateTracking(tx: Tx, actionId: string, tracking: Omit<ActionTracking, 'status' | 'statusSentence' | 'steps'>, by: Writing): Promise<void> {
  await tx.query(
    `update action set lead_person_id = $2, lead_name = $3, partners = $4, budget_cents = $5, starts_on = $6, ends_on = $7, text = $8,
       updated_at = $9, updated_by = $10, revision = revision + 1 where id = $1`,
    [
      actionId, tracking.leadPersonId, tracking.leadName, tracking.partners, tracking.budgetCents, tracking.startsOn, tracking.endsOn,
      tracking.text, by.at, by.personId,
    ],
  );
}

/** The steps of an action, all of them, in their order. */
export async function replaceSteps(tx: Tx, actionId: string, steps: readonly Step[], by: Writing): Promise<void> {
  await tx.query('delete from action_step where action_id = $1', [actionId]);
  await insertSteps(tx, actionId, steps);
  await touchSteps(tx, actionId, by);
}

/** One step done on a day, or not done any more. */
export async function updateStepDone(tx: Tx, actionId: string, step: Pick<Step, 'id' | 'doneOn'>, by: Writing): Promise<void> {
  await tx.query('update action_step set done_on = $2 where id = $1', [step.id, step.doneOn]);
  await touchSteps(tx, actionId, by);
}

async function touchSteps(tx: Tx, actionId: string, by: Writing): Promise<void> {
  await tx.query('update action set steps_revision = steps_revision + 1, steps_updated_at = $2, steps_updated_by = $3 where id = $1', [
    actionId, by.at, by.personId,
  ]);
}

async function insertSteps(tx: Tx, actionId: string, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  await tx.query(
    `insert into action_step (action_id, id, position, title, due_on, done_on)
     select $1, s.id, s.place - 1, s.title, s.due_on, s.done_on
       from unnest($2::uuid[], $3::text[], $4::date[], $5::date[]) with ordinality as s (id, title, due_on, done_on, place)`,
    [actionId, steps.map(({ id }) => id), steps.map(({ title }) => title), steps.map(({ dueOn }) => dueOn), steps.map(({ doneOn }) => doneOn)],
  );
}

/** One change of status. */
export interface StatusChange {
  id: string;
  at: Date;
  /** Who, by name; null when it was the product. */
  who: string | null;
  fromStatus: ActionStatus;
  status: ActionStatus;
  sentence: string | null;
}

/** Writes a line of the history of an action. */
export async function insertStatusChange(
  tx: Tx,
  change: Pick<StatusChange, 'id' | 'fromStatus' | 'status' | 'sentence'> & { actionId: string },
  by: Writing,
): Promise<void> {
  await tx.query('insert into action_status_change (id, action_id, at, by_person_id, from_status, status, sentence) values ($1, $2, $3, $4, $5, $6, $7)', [
    change.id, change.actionId, by.at, by.personId, change.fromStatus, change.status, change.sentence,
  ]);
}

/** The changes of status of an action, the latest first. */
export async function listStatusChanges(tx: Tx, actionId: string): Promise<StatusChange[]> {
  return tx.query(
    `select h.id, h.at, m.name as who, h.from_status as "fromStatus", h.status, h.sentence
       from action_status_change h left join membership m on m.community_id = h.community_id and m.person_id = h.by_person_id
      where h.action_id = $1 order by h.at desc, h.id desc`,
    [actionId],
  );
}

/** The name of someone who may be given an action: a person who still has access, other than an outside reader. */
export async function nameOfMember(tx: Tx, personId: string): Promise<string | null> {
  const rows: { name: string }[] = await tx.query(
    `select name from membership where person_id = $1 and ended_at is null and role <> 'reader'`,
    [personId],
  );
  return rows[0]?.name ?? null;
}

/** Who may be given an action, by name. */
export async function listPossibleLeads(tx: Tx): Promise<{ personId: string; name: string }[]> {
  return tx.query(`select person_id as "personId", name from membership where ended_at is null and role <> 'reader' order by name, person_id`);
}
