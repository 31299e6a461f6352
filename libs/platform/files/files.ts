import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Config } from '../config';
import type { Tx } from '../database/database';
import { Ids } from '../ids';

/** What is in the folder: the SHA-256 of the bytes, in hexadecimal, and their number. */
export interface StoredBytes {
  hash: string;
  size: number;
}

/** A file of a community. */
export interface StoredFile extends StoredBytes {
  id: string;
  name: string;
  mediaType: string;
  createdAt: Date;
}

/** The bytes went over the limit; nothing was kept. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';

  constructor(readonly maxBytes: number) {
    super(`more than ${maxBytes} bytes`);
  }
}

const ordinaryLimit = 25 * 1024 * 1024;

/** Files outside the database, under the name of their own hash; the table `file` says whose they are. */
@Injectable()
export class Files {
  private readonly folder: string;

  constructor(
    config: Config,
    private readonly ids: Ids,
  ) {
    this.folder = path.resolve(config.FILES_DIR);
  }

  /**
   * Keeps bytes, streamed to a temporary file that takes its name once complete. Called before the transaction that
   * records the file: a failure leaves nothing, an unrecorded file belongs to nobody. `examine` reads the complete file where it waits,
   * and throws to have nothing kept.
   */
  async put(
    source: Readable | Uint8Array | string,
    options: { maxBytes?: number; examine?: (path: string, stored: StoredBytes) => Promise<void> } = {},
  ): Promise<StoredBytes> {
    const maxBytes = options.maxBytes ?? ordinaryLimit;
    const incoming = path.join(this.folder, 'incoming', randomUUID());
    await mkdir(path.dirname(incoming), { recursive: true });
    try {
      const stored = await this.write(incoming, source, maxBytes);
      await options.examine?.(incoming, stored);
      const target = this.pathOf(stored.hash);
      await mkdir(path.dirname(target), { recursive: true });
      await rename(incoming, target);
      return stored;
    } catch (error) {
      await rm(incoming, { force: true });
      throw error;
    }
  }

  private async write(target: string, source: Readable | Uint8Array | string, maxBytes: number): Promise<StoredBytes> {
    const digest = createHash('sha256');
    let size = 0;
    const file = await open(target, 'wx', 0o640);
    try {
      const chunks: AsyncIterable<Buffer | string> | Iterable<Uint8Array> = source instanceof Readable ? source : [Buffer.from(source)];
      for await (const chunk of chunks) {
        const bytes = Buffer.from(chunk);
        size += bytes.length;
        if (size > maxBytes) throw new FileTooLarge(maxBytes);
        digest.update(bytes);
        await file.writeFile(bytes);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { hash: digest.digest('hex'), size };
  }

  /** Writes whose file it is, in the transaction of the community; the id of the file comes back. Whoever erases these bytes waits, or was before: then it fails. */
  async record(tx: Tx, stored: StoredBytes, about: { name: string; mediaType: string }): Promise<string> {
    const id = this.ids.next();
    await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended('file ' || $1, 0))`, [stored.hash]);
    if (!(await this.has(stored.hash))) throw new Error('The bytes of a file were taken away before it was recorded.');
    await tx.query('insert into file (id, hash, name, media_type, size) values ($1, $2, $3, $4, $5)', [
      id,
      stored.hash,
      about.name,
      about.mediaType,
      stored.size,
    ]);
    return id;
  }

  /** The file of this id, if it is the community's. */
  async find(tx: Tx, id: string): Promise<StoredFile | undefined> {
    const rows: StoredFile[] = await tx.query(
      'select id, hash, name, media_type as "mediaType", size, created_at as "createdAt" from file where id = $1',
      [id],
    );
    return rows[0];
  }

  /** The bytes of that hash, as a stream; it emits ENOENT when they are not there. */
  open(hash: string): Readable {
    return createReadStream(this.pathOf(hash));
  }

  /** True when the bytes of that hash are in the folder. */
  async has(hash: string): Promise<boolean> {
    return stat(this.pathOf(hash)).then(
      (found) => found.isFile(),
      () => false,
    );
  }

  /**
   * Takes bytes away that no community keeps, in a transaction that sees them all; false when one does, or when they came after
   * `olderThan`: they may wait to be recorded (null: erased all the same, and who waits is refused).
   */
  async erase(tx: Tx, hash: string, olderThan: Date | null): Promise<boolean> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('file ' || $1, 0))`, [hash]);
    const kept: unknown[] = await tx.query('select 1 from file where hash = $1 and erased_at is null limit 1', [hash]);
    const found = await stat(this.pathOf(hash)).catch(() => null);
    if (kept.length > 0 || found === null || (olderThan !== null && found.mtime > olderThan)) return false;
    await this.discard(hash);
    return true;
  }

  /** Takes the bytes of that hash away; the caller knows that nothing names them any more. */
  async discard(hash: string): Promise<void> {
    await rm(this.pathOf(hash), { force: true });
  }

  private pathOf(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('A file is asked for by its SHA-256.');
    return path.join(this.folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  }
}
