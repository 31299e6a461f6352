import { act, screen, waitFor } from '@testing-library/react';
import { renderPart } from '../testing/render';
import { serveApi } from '../testing/serve-api';
import { type JobRun, useJobProgress } from './job-progress';

/** Stands for the live line to the server. */
class Line {
  static last: Line | null = null;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  closed = false;
  readonly told = new Map<string, () => void>();
  constructor(readonly address: string) {
    Line.last = this;
  }
  addEventListener(event: string, told: () => void): void {
    this.told.set(event, told);
  }
  close(): void {
    this.closed = true;
  }
}

const run: JobRun = { id: 'r1', job: 'prepare-report', subject: 's1', state: 'running', progress: 10, label: 'Lecture', error: null };
const settled = jest.fn();

function Watch() {
  const { run: now, active, live } = useJobProgress('s1', settled);
  return <p role="status">{now ? `${now.state} ${now.progress} ${now.label ?? ''} ${active ? 'actif' : 'fini'} ${live ? 'direct' : 'différé'} ${now.error ?? ''}` : 'rien'}</p>;
}

const say = (move: object): void => act(() => Line.last?.onmessage?.({ data: JSON.stringify({ runId: 'r1', job: 'prepare-report', subject: 's1', ...move }) }));

beforeEach(() => {
  settled.mockClear();
  Object.assign(globalThis, { EventSource: Line });
});

afterEach(() => Object.assign(globalThis, { EventSource: undefined }));

describe('a job as it moves', () => {
  it('is heard live, and its end is told once', async () => {
    let answer = run;
    serveApi({ 'GET /api/jobs': () => [answer] });
    const { unmount } = await renderPart(<Watch />);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('running 10 Lecture actif'));
    act(() => Line.last?.onopen?.());
    say({ state: 'running', progress: 60, label: 'Mise en page' });
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('running 60 Mise en page actif direct'));
    answer = { ...run, state: 'done', progress: 100 };
    say({ state: 'done', progress: 100, label: null });
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('done 100'));
    await waitFor(() => expect(settled).toHaveBeenCalledTimes(1));
    unmount();
    expect(Line.last?.closed).toBe(true);
  });

  it('gives the reason of a failure, which only the run knows', async () => {
    let answer: JobRun = run;
    serveApi({ 'GET /api/jobs': () => [answer] });
    await renderPart(<Watch />);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('running'));
    answer = { ...run, state: 'failed', error: 'La messagerie refuse.' };
    say({ state: 'failed', progress: 80, label: null });
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('La messagerie refuse.'));
  });

  it('is asked for again when the line is cut', async () => {
    let progress = 10;
    const asked = serveApi({ 'GET /api/jobs': () => [{ ...run, progress: (progress += 10) }] });
    await renderPart(<Watch />);
    act(() => Line.last?.onerror?.());
    await waitFor(() => expect(asked.length).toBeGreaterThan(1), { timeout: 5_000 });
    expect(screen.getByRole('status')).toHaveTextContent('différé');
    expect(asked.every(({ search }) => search === '?subject=s1')).toBe(true);
  });

  it('reads the run again once the line hears, its end may have come just before', async () => {
    let answer: JobRun = run;
    serveApi({ 'GET /api/jobs': () => [answer] });
    await renderPart(<Watch />);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('running'));
    act(() => Line.last?.onopen?.());
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('direct'));
    answer = { ...run, state: 'done', progress: 100 };
    act(() => Line.last?.told.get('resumed')?.());
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('done 100'));
    expect(settled).toHaveBeenCalledTimes(1);
  });

  it('tells once the end of a run that was over before the page heard of it', async () => {
    serveApi({ 'GET /api/jobs': [{ ...run, state: 'done' }] });
    await renderPart(<Watch />);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('done'));
    act(() => Line.last?.onopen?.());
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('direct'));
    expect(settled).toHaveBeenCalledTimes(1);
  });
});
