// Is there room on the disk? Better said before than halfway.
import { statfsSync } from 'node:fs';
import { Trouble } from './trouble.mjs';

const megabyte = 1024 * 1024;

/** Free megabytes, for us, on the disk of this folder. */
export function freeMegabytes(path) {
  const { bavail, bsize } = statfsSync(path);
  return Math.floor((bavail * bsize) / megabyte);
}

/** Refuses to go on when a folder's disk has less than `needed` megabytes left. */
export function requireRoom(path, needed, what, measure = freeMegabytes) {
  const free = measure(path);
  if (free >= needed) return;
  throw new Trouble(
    `Le disque de « ${path} » est presque plein : ${what} demande ${size(needed)} et il reste ${size(free)}. ` +
      'Rien n’a été touché. Libérez de la place, puis relancez la même commande.',
  );
}

function size(megabytes) {
  return megabytes >= 1024 ? `${(megabytes / 1024).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Go` : `${megabytes} Mo`;
}
