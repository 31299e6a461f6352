import type { Day } from '@maillage/domain/kernel';

/** What is to happen, each thing on its morning: the clock goes from one to the next, and never back. */
export class Agenda {
  private readonly acts: { day: Day; act: () => Promise<void> }[] = [];

  /** `goTo`: sets the clock on the morning of a day. */
  constructor(private readonly goTo: (day: Day) => void) {}

  /** Writes an act down; on one day, the first written comes first. */
  plan(day: Day, act: () => Promise<void>): void {
    const later = this.acts.findIndex((one) => one.day > day);
    this.acts.splice(later < 0 ? this.acts.length : later, 0, { day, act });
  }

  /** Does what was written down until a day, that day included. */
  async until(day: Day): Promise<void> {
    for (let next = this.acts[0]; next && next.day <= day; next = this.acts[0]) {
      this.acts.shift();
      this.goTo(next.day);
      await next.act();
    }
  }
}
