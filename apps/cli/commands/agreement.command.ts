import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { agreementFaults, agreements, agreementSeries, type AgreementVersion, readAgreement, seriesFaults } from '@maillage/domain/contract';
import { canonicalJson, formatDay, formatDayShort } from '@maillage/domain/kernel';
import { loadConfig } from '@maillage/platform';
import { Client } from 'pg';
import type { Answer } from '../answer';
import { connectOwner } from '../backup/owner';

/** Larger than any agreement will be: a file given by mistake is not read whole. */
const maxBytes = 2_000_000;

interface Added {
  content: AgreementVersion;
  hash: string;
  addedAt: Date;
}

const hashOf = (version: AgreementVersion): string => createHash('sha256').update(canonicalJson(version)).digest('hex');

/** Only the owner of the database writes the agreements: the product's own roles read them. */
async function asOwner<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: loadConfig().ownerUrl(), application_name: 'maillage agreements' });
  await client.connect();
  return inTransaction(client, work);
}

async function inTransaction<T>(client: Client, work: (client: Client) => Promise<T>): Promise<T> {
  try {
    await client.query('begin');
    const done = await work(client);
    await client.query('commit');
    return done;
  } finally {
    await client.end();
  }
}

async function addedVersions(client: Client): Promise<Added[]> {
  const { rows } = await client.query<Added>('select content, hash, added_at as "addedAt" from agreement_version order by added_at, code');
  return rows;
}

/** The versions of the agreement this installation works with. */
export async function listAgreementsCommand(): Promise<Answer> {
  const added = await asOwner(addedVersions);
  const list = agreementSeries(added.map(({ content }) => content)).map(({ code, label, validFrom, validTo }) => ({
    code,
    label,
    validFrom,
    validTo,
    addedAt: added.find(({ content }) => content.code === code)?.addedAt ?? null,
  }));
  return {
    data: { agreements: list },
    lines: list.map(({ code, label, validFrom, validTo, addedAt }) =>
      `${code}  ${label}, ${validTo ? `du ${formatDayShort(validFrom)} au ${formatDayShort(validTo)}` : `depuis le ${formatDayShort(validFrom)}`} (${addedAt ? 'ajoutée' : 'livrée'})`),
  };
}

/** Adds a version of the agreement from a file: all its faults are told at once and nothing is written; the same file again changes nothing. */
export async function addAgreementCommand(file: string): Promise<Answer> {
  const read = await readVersion(file);
  if ('faults' in read) return refused(read.faults);
  const { version } = read;
  const hash = hashOf(version);
  return asOwner(async (client) => {
    // Two operators at once: the second sees what the first wrote.
    await client.query('lock table agreement_version in share row exclusive mode');
    const existing = await addedVersions(client);
    const same = [...existing, ...agreements.map((content) => ({ content, hash: hashOf(content) }))].some((one) => one.content.code === version.code && one.hash === hash);
    if (same) return { data: { added: false, code: version.code, faults: [] }, lines: [`${version.code} est déjà là, avec le même contenu\u00a0: rien n’a changé.`] };
    const faults = seriesFaults(version, agreementSeries(existing.map(({ content }) => content)));
    if (faults.length > 0) return refused(faults);
    await client.query('insert into agreement_version (code, content, hash, added_at) values ($1, $2, $3, now())', [version.code, JSON.stringify(version), hash]);
    return {
      data: { added: true, code: version.code, faults: [] },
      lines: [
        `Version ajoutée\u00a0: ${version.label}, en vigueur à partir du ${formatDay(version.validFrom)}.`,
        ...(version.replaces ? [`Elle met fin à ${version.replaces} la veille. Les contrats signés avant gardent leur version.`] : []),
      ],
    };
  });
}

/** Takes an added version back, as long as no contract is under it and no later version replaces it: a wrong file is removed, then added again. */
export async function removeAgreementCommand(code: string): Promise<Answer> {
  // Counting the contracts of every community wants an owner who sees them all.
  return inTransaction(await connectOwner(loadConfig().ownerUrl()), async (client) => {
    await client.query('lock table agreement_version in share row exclusive mode');
    const added = await addedVersions(client);
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from aci_contract where agreement = $1', [code]);
    const contracts = rows[0]?.count ?? 0;
    const later = added.find(({ content }) => content.replaces === code);
    const faults = [
      ...(added.some(({ content }) => content.code === code) ? [] : [`${code}\u00a0: aucune version ajoutée n’a ce code`]),
      ...(contracts > 0 ? [`${code}\u00a0: ${contracts} contrat(s) sont sous cette version`] : []),
      ...(later ? [`${code}\u00a0: ${later.content.code} lui succède`] : []),
    ];
    if (faults.length > 0) return { data: { removed: false, faults }, lines: ['Rien n’a été retiré.', ...faults.map((fault) => `✖ ${fault}`)], exitCode: 1 };
    await client.query('delete from agreement_version where code = $1', [code]);
    return { data: { removed: true, faults }, lines: [`Version retirée\u00a0: ${code}.`] };
  });
}

const refused = (faults: string[]): Answer => ({
  data: { added: false, code: null, faults },
  lines: [`Fichier refusé, rien n’a été écrit. ${faults.length} défaut(s)\u00a0:`, ...faults.map((fault) => `✖ ${fault}`)],
  exitCode: 1,
});

async function readVersion(file: string): Promise<{ version: AgreementVersion } | { faults: string[] }> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return { faults: [`${file}\u00a0: ce fichier ne se lit pas`] };
  if (bytes.length > maxBytes) return { faults: [`${file}\u00a0: ce fichier est trop grand pour un accord`] };
  try {
    const data: unknown = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    const faults = agreementFaults(data);
    return faults.length > 0 ? { faults } : { version: readAgreement(data) };
  } catch (error) {
    return { faults: [`${file}\u00a0: ce n’est pas du JSON (${(error as Error).message})`] };
  }
}
