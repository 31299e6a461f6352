/** How the command line answers: sentences for people, or one JSON line for programs (`--json`). */
export interface Answer {
  /** What a program reads. */
  data: object;
  /** What a person reads. */
  lines: readonly string[];
  /** 1 when something is wrong though the command worked (a failed check). */
  exitCode?: number;
}

/** Writes the answer on standard output. */
export function say(answer: Answer, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(answer.data)}\n` : `${answer.lines.join('\n')}\n`);
  if (answer.exitCode) process.exitCode = answer.exitCode;
}
