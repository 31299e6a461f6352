import { setTimeout as wait } from 'node:timers/promises';
import type { SystemDb } from '../database/doors';
import { JobRefused, type AnyJobHandler, type JobContext, type JobNames } from '../jobs/job';

declare module '../jobs/job-payloads' {
  interface JobPayloads {
    /** Leaves a mark per step, slowly. */
    'spec-steps': { steps: number; stepMs: number };
    /** Fails so many times before it succeeds; refuses when told to. */
    'spec-fails': { times: number; refuse?: boolean };
  }
}

/** The jobs of the specs. */
export const specJobs: JobNames = { 'queue-check': true, 'spec-steps': true, 'spec-fails': true };

/** Where the handlers of the specs leave their marks: one per run and step, however often the run is tried. */
export const effectTable = `
  create table if not exists spec_effect (run_id uuid, step integer, pid integer, times integer not null default 1, primary key (run_id, step));
  grant select, insert, update on spec_effect to maillage_system`;

/** Handlers that leave marks in the database. */
export function specHandlers(db: SystemDb): AnyJobHandler[] {
  const mark = (runId: string, step: number) =>
    db.run((tx) =>
      tx.query(
        `insert into spec_effect (run_id, step, pid) values ($1, $2, $3) on conflict (run_id, step) do update set times = spec_effect.times + 1`,
        [runId, step, process.pid],
      ),
    );
  return [
    { job: 'queue-check', handle: async ({ runId }) => void (await mark(runId, 0)) },
    {
      job: 'spec-steps',
      handle: async ({ runId, data, progress, signal }: JobContext<'spec-steps'>) => {
        for (let step = 1; step <= data.steps; step++) {
          await wait(data.stepMs, undefined, { signal });
          await mark(runId, step);
          await progress((100 * step) / data.steps, `étape ${step} sur ${data.steps}`);
        }
      },
    },
    {
      job: 'spec-fails',
      attempts: 3,
      handle: async ({ runId, data, attempt }: JobContext<'spec-fails'>) => {
        await mark(runId, attempt);
        if (data.refuse) throw new JobRefused('Le destinataire n’existe pas.');
        if (attempt <= data.times) throw new Error(`panne ${attempt}`);
      },
    },
  ];
}
