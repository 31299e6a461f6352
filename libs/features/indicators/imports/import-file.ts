import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Files } from '@maillage/platform';
import { refuseFile } from './import-refusal';

/** What stands before the bytes of a table that is kept. */
export const sealBytes = 16;

/** A table as it is kept: behind bytes of its own, so that no other file shares its place and it can be thrown away when it holds persons. */
export const sealed = (bytes: Uint8Array): Buffer => Buffer.concat([randomBytes(sealBytes), bytes]);

/** The bytes of a kept table: tables are small enough to be held while they are read. `hash`: of the file as it is kept. */
export async function bytesOf(files: Files, hash: string | null): Promise<Buffer> {
  if (hash === null) return refuseFile('il n\'a pas été conservé. Choisissez-le à nouveau');
  const chunks: Buffer[] = [];
  const stream = files.open(hash);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') refuseFile('il n\'est plus dans le dossier des fichiers. Choisissez-le à nouveau');
    throw error;
  } finally {
    if (!stream.closed) {
      stream.destroy();
      await once(stream, 'close').catch(() => undefined);
    }
  }
  return Buffer.concat(chunks).subarray(sealBytes);
}

/** Tells how far a job is from outside its transaction, no more often than that; ends with `stop`. */
export function ticking(tell: () => Promise<void>, everyMs = 700): { stop: () => Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  let idle = true;
  const timer = setInterval(() => {
    if (!idle) return;
    idle = false;
    // A run that is no longer ours has its signal aborted by the telling itself.
    last = tell().catch(() => undefined).finally(() => (idle = true));
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await last;
    },
  };
}
