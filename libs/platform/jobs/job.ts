import type { JobPayloads } from './job-payloads';

/** Name of a job. */
export type JobName = keyof JobPayloads & string;

/** The runtime list of jobs, complete by type: a name without an entry does not compile. */
export type JobNames = Record<JobName, true>;

/** waiting → running → done | failed | cancelled; back to waiting between two tries. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A run as screens show it. */
export interface JobRun {
  id: string;
  communityId: string | null;
  job: string;
  /** Id of the thing worked on. */
  subject: string | null;
  state: JobState;
  attempts: number;
  /** 0 to 100. */
  progress: number;
  /** What is being done, in French. */
  label: string | null;
  /** Why it failed or is being tried again, in French. */
  error: string | null;
  runAt: Date;
  createdAt: Date;
  finishedAt: Date | null;
}

/** What a handler is given. Its data is what was enqueued: re-read the rows it names before acting, they may have moved. */
export interface JobContext<J extends JobName = JobName> {
  runId: string;
  /** Null for a job enqueued through DirectoryDb or SystemDb without a community. */
  communityId: string | null;
  subject: string | null;
  data: JobPayloads[J];
  /** 1 for the first try. */
  attempt: number;
  /** Shows how far the run is; call it outside any transaction. */
  progress(percent: number, label: string): Promise<void>;
  /** Aborted when the run is cancelled, lost to another worker, or the worker must stop. */
  signal: AbortSignal;
}

/** Carries a job out. May run twice for one run (a worker killed at the wrong moment): it must be idempotent. */
export interface JobHandler<J extends JobName = JobName> {
  readonly job: J;
  /** Tries before the run is failed; 5 when absent. */
  readonly attempts?: number;
  handle(context: JobContext<J>): Promise<void>;
}

/** A handler of any job, as lists hold them. */
export type AnyJobHandler = { [J in JobName]: JobHandler<J> }[JobName];

/** Thrown by a handler when trying again is useless: the run fails at once with this French sentence. */
export class JobRefused extends Error {
  override readonly name = 'JobRefused';
}
