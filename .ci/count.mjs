// Prints "passed failed" of a Jest report; "0 1" when there is none, or when it ran nothing.
import { readFileSync } from 'node:fs';

try {
  const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length;
  const passed = report.numPassedTests;
  console.log(passed, report.numFailedTests + broken + (passed === 0 ? 1 : 0));
} catch {
  console.log('0 1');
}
