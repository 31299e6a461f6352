import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { apiDocument } from './document';

const client = path.resolve(__dirname, '../../../libs/api-client');

/** Writes the OpenAPI document and the types of the client; with `--check`, only says whether they are up to date. */
async function main(): Promise<void> {
  const document = await apiDocument();
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const types = astToString(await openapiTS(JSON.parse(JSON.stringify(document)) as never, { alphabetize: true, emptyObjectsUnknown: true }));
  const files = {
    'openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'schema.d.ts': `/* Generated from openapi.json by \`nx run api-client:generate\`: do not edit. */\n\n${types}`,
  };
  const stale: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(client, name);
    const written = await readFile(file, 'utf8').catch(() => null);
    if (written === text) continue;
    stale.push(name);
    if (!process.argv.includes('--check')) await writeFile(file, text);
  }
  if (stale.length === 0) process.stdout.write('Le client de l’API est à jour.\n');
  else if (!process.argv.includes('--check')) process.stdout.write(`Écrit\u00a0: ${stale.join(', ')}.\n`);
  else {
    process.stderr.write(`Le client de l’API n’est plus à jour (${stale.join(', ')}). Lancez\u00a0: npx nx run api-client:generate\n`);
    process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
