import type { SystemDb } from '../database/doors';
import type { Log } from '../log';
import type { Bell, Ring } from './job-queue';
import { markRelayed } from './run.store';

/** Rings for committed runs, in the background and in batches; what cannot be rung now is left to the sweeper. */
export class Relay {
  private pending = new Map<string, Ring>();
  private flight: Promise<void> | undefined;

  constructor(
    private readonly db: SystemDb,
    private readonly bell: Bell,
    private readonly log: Log,
  ) {}

  /** Returns at once. */
  ring(rings: readonly Ring[]): void {
    for (const ring of rings) this.pending.set(ring.id, ring);
    this.flight ??= this.flush().finally(() => (this.flight = undefined));
  }

  /** Waits until nothing is on its way (before closing, or in a test). */
  async settled(): Promise<void> {
    await this.flight;
  }

  private async flush(): Promise<void> {
    while (this.pending.size > 0) {
      const batch = [...this.pending.values()];
      this.pending = new Map();
      try {
        await this.bell.ring(batch);
        await this.db.run((tx) => markRelayed(tx, batch.map(({ id }) => id)));
      } catch (error) {
        this.log.warn('a bell was not rung; the sweeper will ring', { err: error, runs: batch.length });
      }
    }
  }
}
