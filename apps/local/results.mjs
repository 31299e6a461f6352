// What each suite counted, read from its own report, and the sum. A suite that ran nothing has failed.
import { existsSync, readFileSync } from 'node:fs';

const nothing = { passed: 0, failed: 0, skipped: 0 };

/** A check that passes or fails as a whole (lint, types, build). */
export function ofCheck(code) {
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

/** `jest --json`. A file that could not even be read counts as one failure. */
export function ofJest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright's JSON reporter. A flaky test passed in the end; an error outside of tests is a failure. */
export function ofPlaywright(report) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats ?? {};
  return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped };
}

/** The last lines of the TAP report of `node --test`. */
export function ofNodeTest(tap) {
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  return { passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') + count('todo') };
}

/** Reads a report file with one of the readers above; an absent or broken report is a failure. */
export function readReport(path, reader) {
  if (!existsSync(path)) return { ...nothing, failed: 1, note: 'aucun compte rendu' };
  try {
    const text = readFileSync(path, 'utf8');
    return reader(path.endsWith('.json') ? JSON.parse(text) : text);
  } catch {
    return { ...nothing, failed: 1, note: 'compte rendu illisible' };
  }
}

/** The count of a suite, given how its program ended: no test run, or a bad end without a failed test, is a failure. */
export function judged(counts, code) {
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, note: 'aucun test exécuté' };
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1, note: `fin anormale (code ${code})` };
  return counts;
}

/** Adds up the counts of every suite. */
export function sum(list) {
  return list.reduce(
    (total, one) => ({ passed: total.passed + one.passed, failed: total.failed + one.failed, skipped: total.skipped + one.skipped }),
    nothing,
  );
}

/** The closing line. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
