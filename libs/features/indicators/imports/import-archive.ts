import type { Readable } from 'node:stream';
import { importLimits } from '@maillage/domain/indicators';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { refuseFile } from './import-refusal';

const mostParts = 2_000;
/** Below this size, how many times a part unfolds says nothing. */
const smallPart = 1_000_000;

/** The parts of an archive whose sizes were checked before anything was unfolded. */
export interface Archive {
  has(name: string): boolean;
  /** The text of a part, in pieces; refused as soon as it grows beyond what the archive declared. */
  text(name: string): AsyncGenerator<string>;
}

const bomb = 'il se déplie en un contenu démesuré. Enregistrez à nouveau le tableau depuis votre tableur';
const broken = 'l\'archive du classeur est abîmée. Enregistrez à nouveau le tableau depuis votre tableur';

/** Opens an archive: what it declares must stay within the limits, in all and part by part. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: false }, (error, opened) => (opened ? resolve(opened) : reject(error ?? new Error('no archive'))));
  }).catch(() => refuseFile(broken));
  const parts = await entriesOf(zip);
  let unfolded = 0;
  const from = async (entry: Entry): Promise<Readable> =>
    new Promise<Readable>((resolve, reject) => zip.openReadStream(entry, (error, stream) => (stream ? resolve(stream) : reject(error ?? new Error('no stream')))));
  return {
    has: (name) => parts.has(name),
    async *text(name) {
      const entry = parts.get(name);
      if (!entry) return;
      const decoder = new TextDecoder('utf-8');
      let stream: Readable | undefined;
      try {
        stream = await from(entry);
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          unfolded += chunk.length;
          if (unfolded > importLimits.unfoldedBytes) refuseFile(bomb);
          yield decoder.decode(chunk, { stream: true });
        }
        yield decoder.decode();
      } catch (error) {
        if (error instanceof Error && /too many bytes|not enough bytes|invalid|incorrect|unexpected end|crc/i.test(error.message) && !('meta' in error)) refuseFile(/too many bytes/.test(error.message) ? bomb : broken);
        throw error;
      } finally {
        stream?.destroy();
      }
    },
  };
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  let total = 0;
  await new Promise<void>((resolve, reject) => {
    const refuse = (rule: string): void => {
      zip.close();
      try {
        refuseFile(rule);
      } catch (error) {
        reject(error as Error);
      }
    };
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      const times = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (parts.size >= mostParts || total > importLimits.unfoldedBytes) return refuse(bomb);
      if (entry.uncompressedSize > smallPart && times > importLimits.unfoldedTimes) return refuse(bomb);
      if (entry.isEncrypted()) return refuse('il est protégé par un mot de passe. Enregistrez-le sans protection, puis recommencez');
      parts.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve());
    zip.on('error', () => refuse(broken));
    zip.readEntry();
  });
  return parts;
}
