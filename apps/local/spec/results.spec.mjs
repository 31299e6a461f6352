import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { closingLine, judged, ofCheck, ofJest, ofNodeTest, ofPlaywright, readReport, sum } from '../results.mjs';
import { chosenSuites, suites } from '../suites.mjs';
import { emptyFolder } from './sandbox.mjs';

const jest = { numPassedTests: 10, numFailedTests: 1, numRuntimeErrorTestSuites: 0, numPendingTests: 2, numTodoTests: 1 };

test('every kind of report is counted', () => {
  assert.deepEqual(ofJest(jest), { passed: 10, failed: 1, skipped: 3 });
  assert.deepEqual(ofPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] }), { passed: 5, failed: 1, skipped: 2 });
  assert.deepEqual(ofNodeTest('ok 1 - a\n# tests 7\n# pass 5\n# fail 1\n# cancelled 0\n# skipped 1\n# todo 0\n'), { passed: 5, failed: 1, skipped: 1 });
  assert.deepEqual([ofCheck(0), ofCheck(2)].map(({ passed, failed }) => [passed, failed]), [[1, 0], [0, 1]]);
});

test('a Jest file that cannot be read and a Playwright error outside of tests are failures', () => {
  assert.equal(ofJest({ ...jest, numRuntimeErrorTestSuites: 2 }).failed, 3);
  assert.equal(ofPlaywright({ stats: { expected: 4 }, errors: [{ message: 'boom' }] }).failed, 1);
});

test('a suite that ran no test has failed, even with exit code 0 and skipped tests', () => {
  assert.equal(judged({ passed: 0, failed: 0, skipped: 9 }, 0).failed, 1);
});

test('a bad end without a failed test is a failure', () => {
  assert.equal(judged({ passed: 3, failed: 0, skipped: 0 }, 1).failed, 1);
  assert.equal(judged({ passed: 3, failed: 2, skipped: 0 }, 1).failed, 2);
});

test('an absent or broken report is a failure', (context) => {
  const path = join(emptyFolder(context), 'report.json');
  assert.equal(readReport(path, ofJest).failed, 1);
  writeFileSync(path, '{"numPassedTests": 3');
  assert.equal(readReport(path, ofJest).failed, 1);
  writeFileSync(path, JSON.stringify(jest));
  assert.equal(readReport(path, ofJest).passed, 10);
});

test('the closing line adds everything up and speaks of skipped tests only when there are', () => {
  assert.equal(closingLine(sum([{ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 1, skipped: 0 }])), '3 passed, 1 failed');
  assert.equal(closingLine(sum([{ passed: 1, failed: 0, skipped: 4 }])), '1 passed, 0 failed, 4 skipped');
});

test('a part is chosen by its name or its group; the journeys bring the build; an unknown part is said', () => {
  const names = (...words) => chosenSuites(words).map(({ name }) => name);
  assert.deepEqual(names(), suites.map(({ name }) => name));
  assert.deepEqual(names('unit'), ['launcher', 'domain', 'web']);
  assert.deepEqual(names('e2e'), ['build', 'e2e']);
  assert.throws(() => names('nonsense'), /Partie inconnue : nonsense/);
});
