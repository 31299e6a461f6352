import type { Day } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';

/** A step that was done, with its action: something that can prove a value. */
export interface DoneStep {
  id: string;
  title: string;
  doneOn: Day;
  actionId: string;
  actionNumber: number;
  actionTitle: string;
}

const doneSteps = `select s.id, s.title, s.done_on as "doneOn", a.id as "actionId", a.number as "actionNumber", c.title as "actionTitle"
  from action_step s join action a on a.id = s.action_id
  join lateral (select c.title from action_content c join health_project v on v.id = c.version_id
                 where c.action_id = a.id order by (v.status = 'in-force') desc, v.number desc limit 1) c on true
 where s.done_on is not null`;

/** Steps done whose title, or that of their action, holds a text; the latest first. */
export async function listDoneSteps(tx: Tx, text: string, limit: number): Promise<DoneStep[]> {
  return tx.query(`${doneSteps} and position(lower($1) in lower(s.title || ' ' || c.title)) > 0 order by s.done_on desc, s.id limit $2`, [text, limit]);
}

/** A step done, or undefined: unknown, of another community, not done any more. */
export async function findDoneStep(tx: Tx, id: string): Promise<DoneStep | undefined> {
  const rows: DoneStep[] = await tx.query(`${doneSteps} and s.id = $1`, [id]);
  return rows[0];
}
