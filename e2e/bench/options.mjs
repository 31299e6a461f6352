// What is asked of a run: its parts, its size, where the figures go.
import { Trouble } from '../../apps/local/trouble.mjs';

/** The parts of the bench, in the order they run. */
export const partNames = ['dashboard', 'pages', 'sign-in', 'web', 'reports', 'imports', 'growth'];

/** Data and patience of an ordinary run (minutes) and of a whole one (`--full`). */
const sizes = {
  small: { communities: 100, months: 24, readers: 32, rounds: 9, seconds: 0.6, reportsPerRound: 3, reportRounds: 6, writes: 24, visits: 5, signInRounds: 5, importValues: 20_000, importRounds: 3, larger: 0 },
  full: { communities: 800, months: 60, readers: 64, rounds: 15, seconds: 1.5, reportsPerRound: 160, reportRounds: 5, writes: 60, visits: 9, signInRounds: 9, importValues: 100_000, importRounds: 5, larger: 3200 },
};

/** Reads the words after « npm run bench -- »: `{ parts, full, json, size }`. */
export function readOptions(words) {
  const rest = [...words];
  const json = takeValue(rest, '--json');
  const full = takeFlag(rest, '--full');
  const unknown = rest.find((word) => !partNames.includes(word));
  if (unknown) throw new Trouble(`Partie inconnue : ${unknown}. Choisissez parmi ${partNames.join(', ')}, avec --full ou --json=fichier si vous le souhaitez.`);
  // Growth compares two databases, one of 3 200 communities: only when everything is asked for, or by name.
  const ordinary = partNames.filter((name) => name !== 'growth' || full);
  return { parts: rest.length > 0 ? partNames.filter((name) => rest.includes(name)) : ordinary, full, json, size: full ? sizes.full : sizes.small };
}

function takeFlag(words, flag) {
  const index = words.indexOf(flag);
  if (index >= 0) words.splice(index, 1);
  return index >= 0;
}

function takeValue(words, flag) {
  const index = words.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
  if (index < 0) return null;
  const [word] = words.splice(index, 1);
  const value = word.includes('=') ? word.slice(flag.length + 1) : words.splice(index, 1)[0];
  if (!value) throw new Trouble('Donnez un nom de fichier après --json, par exemple --json=mesures.json.');
  return value;
}
