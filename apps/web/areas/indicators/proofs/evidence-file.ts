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
