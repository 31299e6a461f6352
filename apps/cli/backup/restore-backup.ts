import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { migrations, tableRules } from '@maillage/features';
import { Files, Ids, loadConfig, migrate } from '@maillage/platform';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract, type Header } from 'tar-stream';
import { fileEntry, manifestEntry, tableEntry, type BackupManifest } from './backup-format';
import { appliedMigrations, BackupError, connectOwner } from './owner';

/** What was put back. */
export interface RestoredBackup {
  createdAt: string;
  tables: number;
  rows: number;
  files: number;
}

/** Puts a backup back into an empty database, all or nothing. Refused when the database has communities, or when the backup is of another version. */
export async function restoreBackup(source: string): Promise<RestoredBackup> {
  const config = loadConfig();
  const ownerUrl = config.ownerUrl();
  const probe = await connectOwner(ownerUrl);
  await requireEmpty(probe).finally(() => probe.end());
  await migrate({ ownerUrl, appUrl: config.DATABASE_APP_URL, migrations, rules: tableRules });
  const client = await connectOwner(ownerUrl);
  try {
    await client.query('begin');
    // Keys, triggers and references come back as they were: they were true when they were saved.
    await client.query(`set local session_replication_role = 'replica'`);
    const manifest = await readArchive(client, source, new Files(config, new Ids()));
    await continueIdentities(client);
    await client.query('commit');
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { createdAt: manifest.createdAt, tables: manifest.tables.length, rows, files: manifest.files.length };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function requireEmpty(client: Client): Promise<void> {
  const { rows: tables } = await client.query<{ there: boolean }>(`select to_regclass('public.community') is not null as there`);
  if (!tables[0]?.there) return;
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from community');
  if (rows[0]?.count) throw new BackupError('Cette base contient déjà des communautés\u00a0: restaurez dans une base vide. Rien n’a été changé.');
}

async function readArchive(client: Client, source: string, files: Files): Promise<BackupManifest> {
  const archive = extract();
  const reading = pipeline(createReadStream(source), createGunzip(), archive);
  // A fault of the file reaches the loop below too; here it is only kept from being unhandled.
  reading.catch(() => undefined);
  let manifest: BackupManifest | undefined;
  const seen = new Set<string>();
  try {
    for await (const entry of archive) {
      const { name } = entry.header as Header;
      const content = Readable.from(entry);
      seen.add(name);
      if (name === manifestEntry) {
        manifest = await readManifest(client, content);
        continue;
      }
      if (!manifest) throw new BackupError('Ce fichier n’est pas une sauvegarde de Maillage. Rien n’a été changé.');
      await restoreEntry(client, name, content, manifest, files);
    }
    await reading;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`La sauvegarde ne se lit pas en entier\u00a0: ${(error as Error).message}. Rien n’a été changé.`, { cause: error });
  }
  if (!manifest) throw new BackupError('Ce fichier n’est pas une sauvegarde de Maillage. Rien n’a été changé.');
  const expected = [...manifest.tables.map(({ name }) => tableEntry(name)), ...manifest.files.map(fileEntry)];
  const missing = expected.filter((name) => !seen.has(name));
  if (missing.length > 0) throw new BackupError(`La sauvegarde est incomplète\u00a0: ${missing.slice(0, 3).join(', ')}. Rien n’a été changé.`);
  return manifest;
}

async function readManifest(client: Client, content: Readable): Promise<BackupManifest> {
  const manifest = JSON.parse(await text(content)) as BackupManifest;
  if (manifest.format !== 'maillage-backup/1') throw new BackupError('Ce fichier n’est pas une sauvegarde de Maillage. Rien n’a été changé.');
  const here = await appliedMigrations(client);
  if (here.join() !== manifest.migrations.join()) {
    throw new BackupError(
      'Cette sauvegarde vient d’une autre version de Maillage\u00a0: restaurez-la avec la version qui l’a écrite, puis mettez à jour. Rien n’a été changé.',
    );
  }
  await client.query(`truncate ${manifest.tables.map(({ name }) => `"${name}"`).join(', ')} cascade`);
  return manifest;
}

async function restoreEntry(client: Client, name: string, content: Readable, manifest: BackupManifest, files: Files): Promise<void> {
  const table = manifest.tables.find((one) => tableEntry(one.name) === name);
  if (table) {
    const stream = client.query(copyFrom(`copy "${table.name}" (${table.columns.join(', ')}) from stdin`));
    await pipeline(content, stream);
    if (stream.rowCount !== table.rows) throw new BackupError(`La table ${table.name} n’a pas toutes ses lignes. Rien n’a été changé.`);
    return;
  }
  const hash = manifest.files.find((one) => fileEntry(one) === name);
  if (!hash) throw new BackupError(`La sauvegarde contient un élément inconnu\u00a0: ${name}. Rien n’a été changé.`);
  const stored = await files.put(content, { maxBytes: Number.MAX_SAFE_INTEGER });
  if (stored.hash !== hash) throw new BackupError(`Le fichier ${hash} a été altéré. La base n’a pas été changée.`);
}

/** Numbers given by the database go on after the highest one restored. */
async function continueIdentities(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select quote_ident(c.relname) as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' and not a.attisdropped`,
  );
  for (const { table, column } of rows) {
    await client.query(`select setval(pg_get_serial_sequence($1, $2), greatest((select coalesce(max("${column}"), 0) from ${table}), 1))`, [table, column]);
  }
}
