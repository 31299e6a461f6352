import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type JobPlace, loadJobRuns, reportJobs } from './job-api';

/** How a run of a job stands. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A run as screens show it. */
export interface JobRun {
  id: string;
  job: string;
  /** Id of the thing worked on. */
  subject: string | null;
  state: JobState;
  /** 0 to 100. */
  progress: number;
  /** What is being done, in French. */
  label: string | null;
  /** Why it failed or is being tried again, in French. */
  error: string | null;
}

/** What is known of the last run about a thing. */
export interface JobProgress {
  run: JobRun | null;
  /** True while the run waits or works. */
  active: boolean;
  /** False when the live line is cut and the page asks again every few seconds instead. */
  live: boolean;
}

const slow = 3_000;

/** True while there is something to wait for. */
export function isActive(run: JobRun | null | undefined): boolean {
  return run?.state === 'waiting' || run?.state === 'running';
}

/**
 * The last run about a thing, as it moves: heard live, and asked for again when the line is cut.
 * `onSettled` is called once for each run that has ended: read the thing again there. A run can be over before the page hears
 * of it, so give a subject only while the thing is at work, as it was last read. `place`: where runs about such things are read.
 */
export function useJobProgress(subject: string | null, onSettled?: (run: JobRun) => void, place: JobPlace = reportJobs): JobProgress {
  const client = useQueryClient();
  const [live, setLive] = useState(false);
  const told = useRef<string | null>(null);
  const settled = useRef(onSettled);
  useEffect(() => {
    settled.current = onSettled;
  });

  const { data: run = null } = useQuery({
    queryKey: ['job-run', subject],
    enabled: subject !== null,
    queryFn: async ({ signal }): Promise<JobRun | null> => {
      const runs = await loadJobRuns(place.runs(subject ?? ''), signal);
      // The one at work first: a later one may only wait for its hour.
      const found = runs.find(({ state }) => state === 'running') ?? runs[0] ?? null;
      // What was heard while the answer travelled is newer than the answer.
      const heard = client.getQueryData<JobRun | null>(['job-run', subject]);
      return found && heard && found.id === heard.id && found.state === 'running' && heard.state === 'running' && found.progress < heard.progress ? heard : found;
    },
    refetchInterval: ({ state }) => (live || !isActive(state.data) ? false : slow),
    staleTime: 0,
  });

  const active = isActive(run);
  useEffect(() => {
    if (run && isActive(run)) told.current = null;
    else if (run && told.current !== run.id) {
      told.current = run.id;
      settled.current?.(run);
    }
  }, [run]);

  useEffect(() => {
    if (subject === null || typeof EventSource === 'undefined') return undefined;
    const source = new EventSource(place.stream(subject));
    const again = (): void => void client.invalidateQueries({ queryKey: ['job-run', subject] });
    source.onopen = () => {
      setLive(true);
      again();
    };
    source.onerror = () => setLive(false);
    // The line hears from now on, or again: what moved just before was missed.
    source.addEventListener('resumed', again);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const { runId, ...move } = JSON.parse(data) as Omit<JobRun, 'id' | 'error'> & { runId: string };
      const shown = client.getQueryData<JobRun | null>(['job-run', subject]);
      if (move.state === 'waiting' && shown?.state === 'running' && shown.id !== runId) return;
      client.setQueryData<JobRun | null>(['job-run', subject], (before) => ({ error: null, ...(before?.id === runId ? before : {}), ...move, id: runId }));
      // The reason of a failure is in the run, not in its moves.
      if (move.state !== 'running') again();
    };
    return () => source.close();
  }, [client, subject, place]);

  return { run, active, live };
}
