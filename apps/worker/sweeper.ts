import type { Log, Schedules, Sweeper } from '@maillage/platform';

/** How often each task of the broom comes back, in milliseconds. */
export interface SweepingHours {
  sweepMs: number;
  hangMs: number;
  pruneMs: number;
}

/** How often each round is made, in milliseconds. */
export const ordinaryHours: SweepingHours = { sweepMs: 10_000, hangMs: 10 * 60_000, pruneMs: 3_600_000 };

/** Comes back all day: rings lost bells, fires overdue schedules, hangs the bells of schedules, forgets old runs. */
export class Sweeping {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly atWork = new Set<Promise<void>>();
  private failing = false;

  constructor(
    private readonly sweeper: Sweeper,
    private readonly schedules: Schedules,
    private readonly hang: () => Promise<void>,
    private readonly log: Log,
    private readonly hours: SweepingHours = ordinaryHours,
  ) {}

  start(): void {
    this.every(this.hours.sweepMs, () => this.pass());
    this.every(this.hours.hangMs, this.hang);
    this.every(this.hours.pruneMs, async () => {
      const count = await this.sweeper.prune();
      if (count > 0) this.log.info('old runs forgotten', { count });
    });
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.atWork);
  }

  private async pass(): Promise<void> {
    try {
      await this.schedules.fireOverdue();
      const count = await this.sweeper.sweep();
      if (count > 0) this.log.info('bells rung again', { count });
      if (this.failing) this.log.info('the queue is swept again');
      this.failing = false;
    } catch (error) {
      // Said once: it comes back every few seconds while a server is away.
      if (!this.failing) this.log.warn('the queue could not be swept; it will be tried again', { err: error });
      this.failing = true;
    }
  }

  /** At once, then regularly; a pass longer than the interval is not doubled. */
  private every(ms: number, work: () => Promise<void>): void {
    let busy = false;
    const turn = () => {
      if (busy) return;
      busy = true;
      const done: Promise<void> = work()
        .catch((error: unknown) => this.log.error('sweeping failed', error))
        .finally(() => {
          busy = false;
          this.atWork.delete(done);
        });
      this.atWork.add(done);
    };
    this.timers.push(setInterval(turn, ms));
    turn();
  }
}
