import { errorFromAnswer, networkError } from './api-error';
import type { JobRun } from './job-progress';

/** Where the last runs about a thing are read, the latest first. */
export const jobRunsPath = (subject: string): string => `/api/jobs?subject=${encodeURIComponent(subject)}`;

/** Where their moves are heard. */
export const jobStreamPath = (subject: string): string => `/api/jobs/stream?subject=${encodeURIComponent(subject)}`;

/** The runs about a thing. */
export async function loadJobRuns(path: string, signal?: AbortSignal): Promise<JobRun[]> {
  const response = await globalThis.fetch(new URL(path, window.location.origin), { signal, credentials: 'same-origin', headers: { accept: 'application/json' } }).catch(() => {
    throw networkError();
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw errorFromAnswer(response, answer);
  return answer as JobRun[];
}
