// `npm test`: makes the clone ready, runs the tests (all, or those named), and ends with one line of figures.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ready, root, run } from './ready.mjs';

await ready();
const result = join(root, '.local', `test-result-${process.pid}.json`);
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${result}`];
const code = await run([
  join(root, 'node_modules/vitest/vitest.mjs'),
  'run',
  ...reporters,
  ...process.argv.slice(2),
]);
const { passed, failed, skipped } = countsIn(result);
rmSync(result, { force: true });
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);

/** A file that could not be loaded has no tests; it and any other trouble count as a failure. */
function countsIn(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const brokenFiles = report.testResults.filter(
    (f) => f.status === 'failed' && !f.assertionResults.some((t) => t.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}
