// npm run bench: the product against its references, as ratios; « npm run bench -- dashboard » for one part, « --full » for
// the whole size, « --json=fichier » for the figures.
import process from 'node:process';
import { onGoodNode } from './node-version.mjs';

onGoodNode(() => import('../../e2e/bench/run.mjs').then(({ benchRun }) => benchRun(process.argv.slice(2))));
