// The programs and the pages, built into dist (what did not change is taken from the cache).
import { lastLines, logPath } from './children.mjs';
import { nx } from './nx.mjs';
import { Trouble, diskIsFull } from './trouble.mjs';

const programs = ['api', 'worker', 'cli', 'web'];

/** Builds what `npm start` runs. */
export async function build({ closing } = {}) {
  const built = await nx('build', ['run-many', '-t', 'build', '-p', programs.join(',')], { closing });
  if (built.code === 0) return;
  if (closing?.begun) throw new Error('interrupted');
  if (/ENOSPC|No space left/i.test(built.output)) throw new Trouble(diskIsFull('dist'));
  throw new Trouble(`La construction a échoué (journal complet : ${logPath('build')}). Dernières lignes :\n${lastLines('build', 30)}`);
}
