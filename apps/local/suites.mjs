// What `npm test` runs, in order, and how each part is named on the command line.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './places.mjs';
import { Trouble } from './trouble.mjs';

/** Each suite: its name, what it is for people, what it needs. */
export const suites = [
  { name: 'lint', title: 'Règles d’écriture et d’architecture', kind: 'nx', target: 'lint' },
  { name: 'types', title: 'Types', kind: 'nx', target: 'typecheck' },
  { name: 'build', title: 'Construction', kind: 'nx', target: 'build' },
  { name: 'docker', title: 'Images et composition Docker', kind: 'node-test', files: ['docker'] },
  { name: 'launcher', title: 'Lanceur et banc de mesure', kind: 'node-test', files: ['apps/local', 'e2e/bench'] },
  { name: 'domain', title: 'Domaine', kind: 'jest', folder: 'libs/domain' },
  { name: 'platform', title: 'Machinerie', kind: 'jest', folder: 'libs/platform', services: true },
  { name: 'features', title: 'Cas d’usage', kind: 'jest', folder: 'libs/features', services: true },
  { name: 'api', title: 'API', kind: 'jest', folder: 'apps/api', services: true },
  { name: 'worker', title: 'Tâches de fond', kind: 'jest', folder: 'apps/worker', services: true },
  { name: 'cli', title: 'Ligne de commande', kind: 'jest', folder: 'apps/cli', services: true },
  { name: 'web', title: 'Écrans', kind: 'jest', folder: 'apps/web' },
  { name: 'e2e', title: 'Parcours dans le navigateur', kind: 'playwright', folder: 'e2e', services: true },
];

const groups = {
  checks: ['lint', 'types', 'build', 'docker'],
  unit: ['launcher', 'domain', 'web'],
  integration: ['platform', 'features', 'api', 'worker', 'cli'],
};

/** The suites asked for on the command line; all of them when nothing is asked. */
export function chosenSuites(words) {
  if (words.length === 0) return suites;
  const names = new Set(words.flatMap((word) => groups[word] ?? [word]));
  const unknown = [...names].filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new Trouble(`Partie inconnue : ${unknown.join(', ')}. Choisissez parmi ${[...suites.map(({ name }) => name), ...Object.keys(groups)].join(', ')}.`);
  }
  // The journeys run what is built.
  if (names.has('e2e')) names.add('build');
  return suites.filter((suite) => names.has(suite.name));
}

/** The spec files of the plain Node suites under these folders. */
export function nodeSpecs(folders) {
  return folders.flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true })
      .filter((name) => name.endsWith('.spec.mjs'))
      .map((name) => join(folder, name))
      .sort(),
  );
}

/** Is there a Jest configuration here? A project without one fails by itself: it ran no test. */
export const hasJest = (folder) => existsSync(join(projectFolder, folder, 'jest.config.cjs'));
