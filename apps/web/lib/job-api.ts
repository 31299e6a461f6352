import { errorFromAnswer, networkError } from './api-error';
import type { JobRun } from './job-progress';

/** Where the last runs about a thing are read, the latest first, and where their moves are heard. */
export interface JobPlace {
  runs: (subject: string) => string;
  stream: (subject: string) => string;
}

/** The jobs about a report. */
export const reportJobs: JobPlace = {
  runs: (subject) => `/api/jobs?subject=${encodeURIComponent(subject)}`,
  stream: (subject) => `/api/jobs/stream?subject=${encodeURIComponent(subject)}`,
};

/** The jobs about an import of values. */
export const importJobs: JobPlace = {
  runs: (subject) => `/api/value-imports/runs?subject=${encodeURIComponent(subject)}`,
  stream: (subject) => `/api/value-imports/stream?subject=${encodeURIComponent(subject)}`,
};

/** The runs about a thing. */
export async function loadJobRuns(path: string, signal?: AbortSignal): Promise<JobRun[]> {
  const response = await globalThis.fetch(new URL(path, window.location.origin), { signal, credentials: 'same-origin', headers: { accept: 'application/json' } }).catch(() => {
    throw networkError();
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw errorFromAnswer(response, answer);
  return answer as JobRun[];
}
