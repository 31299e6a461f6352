import { evidenceEndings } from '@maillage/domain/indicators';
import { formatBytes } from '../../../lib/format';
import { measuresText } from '../../../messages/measures';
import { shrinkPicture } from './shrink-picture';

const text = measuresText.evidence;

/** Endings with their dot, for the chooser of files. */
export const evidenceAccept = evidenceEndings.map((ending) => `.${ending}`);

/** Why a file cannot be a proof, in French; null when it can. What is in it is read by the server. */
export function evidenceFault(file: File, maxBytes: number): string | null {
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (ending === undefined || !evidenceEndings.includes(ending)) return text.wrongType(file.name);
  if (file.size === 0) return text.empty(file.name);
  if (file.size > maxBytes) return text.tooBig(file.name, formatBytes(file.size), formatBytes(maxBytes));
  return null;
}

/** The file to send: a picture made lighter, a photo of the phone named after what it proves. */
export async function preparedFile(file: File, photoName: string | null): Promise<File> {
  const light = await shrinkPicture(file);
  const jpeg = light.type === 'image/jpeg';
  return photoName !== null && jpeg ? new File([light], photoName, { type: light.type }) : light;
}

/** Its own name among these, where another file has it already: « photo-2.jpg ». The very same file, by its name and size, keeps its name. */
export function namedApart(file: File, others: readonly { name: string; size: number | null }[]): File {
  const taken = new Set(others.map(({ name }) => name));
  if (!taken.has(file.name) || others.some(({ name, size }) => name === file.name && size === file.size)) return file;
  const dot = file.name.lastIndexOf('.');
  const named = (rank: number): string => `${file.name.slice(0, dot)}-${rank}${file.name.slice(dot)}`;
  let rank = 2;
  while (taken.has(named(rank))) rank += 1;
  return new File([file], named(rank), { type: file.type, lastModified: file.lastModified });
}

/** The period in the name of a photo, as people write it: « T3-2026 », « S1-2026 », « annee-3 », the day of an event. */
export function periodInName(key: string): string {
  return key.replace(/^(\d{4})-Q(\d)$/, 'T$2-$1').replace(/^(\d{4})-H(\d)$/, 'S$2-$1').replace(/^CY(\d+)$/, 'annee-$1').replace(/^E(?=\d)/, '');
}
