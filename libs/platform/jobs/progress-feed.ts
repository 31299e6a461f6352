import { Injectable } from '@nestjs/common';
import { Notices } from '../database/notices';
import type { JobState } from './job';

/** A run moved. */
export interface JobProgress {
  communityId: string | null;
  runId: string;
  subject: string | null;
  job: string;
  state: JobState;
  progress: number;
  label: string | null;
}

/** Called for each move; who shows it checks that the community is the reader's. */
export type ProgressListener = (event: JobProgress) => void;

/** What the runs do, as it happens. */
@Injectable()
export class JobProgressFeed {
  constructor(private readonly notices: Notices) {}

  /**
   * Listens until the returned function is called. `resumed` is called once moves are heard, and each time the connection is
   * back after a cut: those before may have been missed, read the runs again.
   */
  subscribe(listener: ProgressListener, resumed: () => void = () => undefined): () => void {
    let left = false;
    const leave = this.notices.subscribe('job_progress', { heard: (payload) => listener(JSON.parse(payload) as JobProgress), resumed });
    void this.ready().then(() => left || resumed());
    return () => {
      left = true;
      leave();
    };
  }

  /** Resolves once the first attempt to listen is over. */
  async ready(): Promise<void> {
    await this.notices.ready();
  }
}
