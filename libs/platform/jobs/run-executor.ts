import { randomUUID } from 'node:crypto';
import type { SystemDb } from '../database/doors';
import { withLogFields, type Log } from '../log';
import { JobRefused, type AnyJobHandler, type JobContext, type JobName } from './job';
import { claimRun, finishRun, postponeRun, renewLease, writeProgress, type ClaimedRun } from './run.store';

/** The clockwork of runs, in milliseconds. */
export interface RunTiming {
  /** How long a run is a silent worker's before another may take it. */
  leaseMs: number;
  /** Wait before the second try; doubled at each further try, with a random part. */
  backoffMs: number;
  /** Longest wait between two tries. */
  backoffLimitMs: number;
}

/** The timing of production, in milliseconds. */
export const ordinaryTiming: RunTiming = { leaseMs: 60_000, backoffMs: 5_000, backoffLimitMs: 30 * 60_000 };

const ordinaryAttempts = 5;

/** Turns what a handler threw into a sentence for people; undefined when it is not one of its errors. */
export type DescribeError = (error: unknown) => string | undefined;

/** Carries out one run: takes it in the database, calls its handler, writes how it ended. */
export class RunExecutor {
  private readonly active = new Map<AbortController, Promise<unknown>>();
  private stopping = false;

  constructor(
    private readonly db: SystemDb,
    private readonly handlers: ReadonlyMap<string, AnyJobHandler>,
    private readonly log: Log,
    private readonly timing: RunTiming = ordinaryTiming,
    private readonly describe: DescribeError = () => undefined,
  ) {}

  /** Answers a bell. The instant to ring again comes back, or null when there is nothing more to do. */
  async carryOut(runId: string): Promise<Date | null> {
    if (this.stopping) return new Date();
    const token = randomUUID();
    const claimed = await this.db.run((tx) => claimRun(tx, runId, token, this.timing.leaseMs));
    if ('again' in claimed) return claimed.again;
    const fields = { runId, job: claimed.job, communityId: claimed.communityId ?? undefined };
    return withLogFields(fields, () => this.handle(claimed, token));
  }

  /** Asks the handlers at work to stop and waits for them, no longer than that; false when some did not stop. */
  async stop(limitMs: number): Promise<boolean> {
    this.stopping = true;
    if (this.active.size === 0) return true;
    const finished = Promise.all([...this.active.values()]).then(() => true);
    // Half of the time to finish what is begun, the other half to obey.
    const patience = (ms: number) => new Promise<false>((resolve) => setTimeout(() => resolve(false), ms).unref());
    if (await Promise.race([finished, patience(limitMs / 2)])) return true;
    for (const controller of this.active.keys()) controller.abort(new Error('The worker stops.'));
    return Promise.race([finished, patience(limitMs / 2)]);
  }

  private async handle(run: ClaimedRun, token: string): Promise<Date | null> {
    const handler = this.handlers.get(run.job);
    if (!handler) {
      await this.finish(run, token, `Aucun traitement ne correspond à la tâche «\u00a0${run.job}\u00a0».`);
      return null;
    }
    const attempts = handler.attempts ?? ordinaryAttempts;
    if (run.attempts > attempts) {
      await this.finish(run, token, `La tâche a été interrompue ${attempts} fois avant sa fin.`);
      return null;
    }
    const controller = new AbortController();
    const work = this.call(handler, run, token, controller);
    const settled = work.catch(() => undefined);
    this.active.set(controller, settled);
    const heartbeat = this.keepLease(run.id, token, controller);
    const started = performance.now();
    try {
      await work;
      if (await this.finish(run, token, null)) this.log.info('job done', { milliseconds: Math.round(performance.now() - started) });
      return null;
    } catch (error) {
      return await this.afterFailure(run, token, attempts, error);
    } finally {
      clearInterval(heartbeat);
      this.active.delete(controller);
    }
  }

  private async call(handler: AnyJobHandler, run: ClaimedRun, token: string, controller: AbortController): Promise<void> {
    const context: JobContext = {
      runId: run.id,
      communityId: run.communityId,
      subject: run.subject,
      data: run.data as JobContext['data'],
      attempt: run.attempts,
      signal: controller.signal,
      progress: async (percent, label) => {
        const shown = Math.max(0, Math.min(100, Math.round(percent)));
        const ours = await this.db.run((tx) => writeProgress(tx, run.id, token, shown, label));
        if (!ours) controller.abort(new Error('The run was cancelled or taken by another worker.'));
        controller.signal.throwIfAborted();
      },
    };
    await (handler as { handle(context: JobContext): Promise<void> }).handle(context);
  }

  private keepLease(id: string, token: string, controller: AbortController): NodeJS.Timeout {
    let keptUntil = performance.now() + this.timing.leaseMs;
    return setInterval(async () => {
      const asked = performance.now();
      const ours = await this.db.run((tx) => renewLease(tx, id, token, this.timing.leaseMs)).catch(() => undefined);
      if (ours) keptUntil = asked + this.timing.leaseMs;
      if (ours === false || performance.now() > keptUntil) {
        controller.abort(new Error('The run was cancelled or taken by another worker.'));
      }
    }, this.timing.leaseMs / 3);
  }

  private async afterFailure(run: ClaimedRun, token: string, attempts: number, error: unknown): Promise<Date | null> {
    if (this.stopping) {
      await this.db.run((tx) => postponeRun(tx, run.id, token, { delayMs: 0, error: null, uncounted: true }));
      return new Date();
    }
    const sentence = this.sentence(error);
    if (error instanceof JobRefused || run.attempts >= attempts) {
      if (await this.finish(run, token, sentence)) this.log.error('job failed', error, { attempt: run.attempts });
      return null;
    }
    const delayMs = backoff(run.attempts, this.timing);
    const runAt = await this.db.run((tx) => postponeRun(tx, run.id, token, { delayMs, error: sentence }));
    if (runAt) this.log.warn('job will be tried again', { err: error, attempt: run.attempts, delayMs: Math.round(delayMs) });
    return runAt;
  }

  private async finish(run: ClaimedRun, token: string, error: string | null): Promise<boolean> {
    return this.db.run((tx) => finishRun(tx, run.id, token, error));
  }

  private sentence(error: unknown): string {
    if (error instanceof JobRefused) return error.message;
    return this.describe(error) ?? `Erreur inattendue\u00a0: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Doubles at each try, with a random half so that failures do not come back together. */
export function backoff(attempt: number, timing: RunTiming): number {
  const full = Math.min(timing.backoffMs * 2 ** (attempt - 1), timing.backoffLimitMs);
  return full / 2 + (Math.random() * full) / 2;
}

/** Handlers by job; throws when a job has none, or two, or when one is for a job nobody declared. */
export function handlersByJob(jobs: Readonly<Record<string, true>>, handlers: readonly AnyJobHandler[]): Map<string, AnyJobHandler> {
  const byJob = new Map<string, AnyJobHandler>();
  const faults: string[] = [];
  for (const handler of handlers) {
    if (byJob.has(handler.job)) faults.push(`deux traitements pour la tâche «\u00a0${handler.job}\u00a0»`);
    if (!(handler.job in jobs)) faults.push(`un traitement pour une tâche inconnue, «\u00a0${handler.job}\u00a0»`);
    byJob.set(handler.job, handler);
  }
  for (const job of Object.keys(jobs) as JobName[]) {
    if (!byJob.has(job)) faults.push(`aucun traitement pour la tâche «\u00a0${job}\u00a0»`);
  }
  if (faults.length > 0) throw new Error(`Le service des tâches ne démarre pas\u00a0: ${faults.join('\u00a0; ')}.`);
  return byJob;
}
