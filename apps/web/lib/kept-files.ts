import { del, get, update } from 'idb-keyval';

/** A file as the device keeps it. */
interface KeptFile {
  name: string;
  type: string;
  bytes: ArrayBuffer;
}

interface Kept {
  savedAt: number;
  files: KeptFile[];
}

const longest = 30 * 24 * 3_600_000;
const name = (key: string): string => `maillage:files:${key}`;

/** The files kept under a key; none when they are too old, or when the device keeps nothing (private window, storage refused). */
export async function readKeptFiles(key: string): Promise<File[]> {
  try {
    const kept = await get<Kept>(name(key));
    if (!kept) return [];
    if (Date.now() - kept.savedAt > longest) {
      await del(name(key));
      return [];
    }
    return kept.files.map((file) => new File([file.bytes], file.name, { type: file.type }));
  } catch {
    return [];
  }
}

/** Keeps these files under a key in place of those there; false when the device refuses: the page still holds them. */
export async function keepFiles(key: string, files: readonly File[]): Promise<boolean> {
  try {
    if (files.length === 0) await del(name(key));
    else {
      const kept = await Promise.all(files.map(async (file): Promise<KeptFile> => ({ name: file.name, type: file.type, bytes: await file.arrayBuffer() })));
      await update<Kept>(name(key), () => ({ savedAt: Date.now(), files: kept }));
    }
    return true;
  } catch {
    return false;
  }
}
