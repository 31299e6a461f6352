// npm test: every check and every suite, or the parts named after « -- » (npm test -- domain e2e).
import process from 'node:process';
import { onGoodNode } from './node-version.mjs';

onGoodNode(() => import('./test-run.mjs').then(({ testRun }) => testRun(process.argv.slice(2))));
