import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { loadConfig, Files, Ids } from '@maillage/platform';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack, type Pack } from 'tar-stream';
import { fileEntry, manifestEntry, tableEntry, type BackupManifest } from './backup-format';
import { appliedMigrations, BackupError, connectOwner, productTables } from './owner';

/** What a backup holds. */
export interface WrittenBackup {
  path: string;
  /** Bytes of the file. */
  size: number;
  tables: number;
  rows: number;
  files: number;
}

/** Writes everything the product keeps to one file: the database as it is at one instant, and the files people added. Nothing is locked. */
export async function writeBackup(target: string): Promise<WrittenBackup> {
  const config = loadConfig();
  const client = await connectOwner(config.ownerUrl());
  const staging = await mkdtemp(path.join(tmpdir(), 'maillage-backup-'));
  const unfinished = `${target}.part`;
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables = await stageTables(client, staging);
    const { rows } = await client.query<{ hash: string; size: string }>('select hash, max(size)::text as size from file where erased_at is null group by hash order by hash');
    const manifest: BackupManifest = {
      format: 'maillage-backup/1',
      createdAt: (await client.query<{ now: Date }>('select now()')).rows[0]?.now.toISOString() ?? '',
      migrations: await appliedMigrations(client),
      tables,
      files: rows.map(({ hash }) => hash),
    };
    const archive = pack();
    const written = pipeline(archive, createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    await Promise.all([written, fill(archive, manifest, staging, new Files(config, new Ids()), rows)]);
    await rename(unfinished, target);
    const count = tables.reduce((sum, table) => sum + table.rows, 0);
    return { path: path.resolve(target), size: (await stat(target)).size, tables: tables.length, rows: count, files: rows.length };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
    await client.end();
  }
}

async function stageTables(client: Client, staging: string): Promise<BackupManifest['tables']> {
  const tables: BackupManifest['tables'] = [];
  for (const name of await productTables(client)) {
    const { rows } = await client.query<{ column: string }>(
      `select quote_ident(attname) as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [`public."${name}"`],
    );
    const columns = rows.map(({ column }) => column);
    const stream = client.query(copyTo(`copy (select ${columns.join(', ')} from "${name}") to stdout`));
    await pipeline(stream, createWriteStream(path.join(staging, `${name}.copy`)));
    tables.push({ name, columns, rows: stream.rowCount });
  }
  return tables;
}

async function fill(archive: Pack, manifest: BackupManifest, staging: string, files: Files, stored: { hash: string; size: string }[]): Promise<void> {
  archive.entry({ name: manifestEntry }, JSON.stringify(manifest));
  for (const { name } of manifest.tables) {
    const source = path.join(staging, `${name}.copy`);
    await entry(archive, tableEntry(name), (await stat(source)).size, createReadStream(source));
  }
  for (const { hash, size } of stored) {
    if (!(await files.has(hash))) throw new BackupError(`Le fichier ${hash} manque dans FILES_DIR\u00a0: la sauvegarde n’a pas été écrite.`);
    await entry(archive, fileEntry(hash), Number(size), files.open(hash));
  }
  archive.finalize();
}

async function entry(archive: Pack, name: string, size: number, content: Readable): Promise<void> {
  await pipeline(content, archive.entry({ name, size }));
}
