import { setTimeout as wait } from 'node:timers/promises';

/** Asks again until the answer is true (or anything but false, null, undefined); throws after the limit. */
export async function eventually<T>(ask: () => Promise<T | false | null | undefined> | T | false | null | undefined, limitMs = 15_000): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`It did not happen within ${limitMs} ms.`);
    await wait(40);
  }
}
