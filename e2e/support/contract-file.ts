import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ChosenFile } from './chosen-file';
import { contractSignedOn } from './days';

/** A whole real contract, anonymised, in the format that is imported and exported. */
const example = path.resolve(__dirname, '../../libs/domain/contract/testing/contract-example.json');

/** The example contract, signed so that the year it describes is the one that runs; its number. */
export function contractFile(): { file: ChosenFile; year: number } {
  const { yearStartsOn: _start, yearEndsOn: _end, ...content } = JSON.parse(readFileSync(example, 'utf8')) as Record<string, unknown>;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
  const year = Number(today.slice(0, 4)) - Number(contractSignedOn.slice(0, 4)) + (today.slice(5) >= contractSignedOn.slice(5) ? 1 : 0);
  const text = JSON.stringify({ ...content, signedOn: contractSignedOn, contractYear: year });
  return { file: { name: 'contrat.json', mimeType: 'application/json', buffer: Buffer.from(text) }, year };
}
