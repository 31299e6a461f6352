import { readFile } from 'node:fs/promises';
import { formatInstant } from '@maillage/domain/kernel';
import { FeaturesModule } from '@maillage/features';
import { CommunityRegister, VerifyJournal, type JournalFault, type JournalVerification } from '@maillage/features/community';
import type { ChainHead } from '@maillage/features/identity';
import { VerifyReports, type Verification } from '@maillage/features/reports';
import { VerifyReviews, type ReviewVerification } from '@maillage/features/review';
import { NestFactory } from '@nestjs/core';
import type { Answer } from '../answer';

/** What the check may be given. */
export interface VerifyOptions {
  /** A file that holds what `verify --json` answered earlier. */
  against?: string;
}

/** What was checked of one community; no content. */
interface Checked extends Verification {
  community: string;
  /** The chain of its journal, and its values against their history. */
  journal: JournalVerification;
  /** What closing a dialogue de gestion froze. */
  reviews: ReviewVerification;
}

/**
 * Recomputes every hash of every community: reports with their snapshots, documents and chain, what closing a dialogue de gestion
 * froze, journal with its chain, values with their history. Tells what was altered, taken away or slipped in, never content; exit
 * code 1 when something was.
 */
export async function verifyCommand({ against }: VerifyOptions = {}): Promise<Answer> {
  const noted = against === undefined ? new Map<string, ChainHead>() : await notedHeads(against);
  const app = await NestFactory.createApplicationContext(FeaturesModule, { logger: ['error', 'warn'], abortOnError: false });
  try {
    const communities: Checked[] = [];
    const faults: string[] = [];
    for (const { id, name, timeZone } of await app.get(CommunityRegister).all()) {
      const checked = {
        community: id,
        ...(await app.get(VerifyReports).execute(id)),
        journal: await app.get(VerifyJournal).execute(id, noted.get(id)),
        reviews: await app.get(VerifyReviews).execute(id),
      };
      communities.push(checked);
      faults.push(...faultsOf(checked, `${name} (${id})`, timeZone));
    }
    const sum = (count: (one: Checked) => number): number => communities.reduce((total, one) => total + count(one), 0);
    const counts = `${sum(({ reports }) => reports)} rapport(s), ${sum(({ reviews }) => reviews.closings)} dialogue(s) clos, ${sum(({ journal }) => journal.lines)} ligne(s) de journal et ${sum(({ journal }) => journal.values)} valeur(s)`;
    const lines = faults.length > 0 ? faults : [`✔ ${counts} de ${communities.length} communauté(s)\u00a0: tout est tel qu’il a été scellé.`];
    return { data: { sound: faults.length === 0, communities }, lines, exitCode: faults.length === 0 ? 0 : 1 };
  } finally {
    await app.close();
  }
}

/** The last line of each journal at an earlier check: whoever rewrites a whole chain does not have that file. */
async function notedHeads(file: string): Promise<Map<string, ChainHead>> {
  try {
    const { communities } = JSON.parse(await readFile(file, 'utf8')) as { communities: Pick<Checked, 'community' | 'journal'>[] };
    return new Map(communities.flatMap(({ community, journal: { sequence, head: hash } }) => (hash === null ? [] : [[community, { sequence, hash }] as const])));
  } catch (error) {
    throw new Error(`« ${file} » n’est pas la réponse d’un « verify --json ».`, { cause: error });
  }
}

function faultsOf({ faults, journal, reviews }: Checked, community: string, timeZone: string): string[] {
  const when = ({ at }: JournalFault): string => (at ? ` (${formatInstant(at, timeZone)})` : '');
  const unnamed = journal.found - journal.faults.length;
  return [
    ...[...faults, ...reviews.faults].map(({ subject, sentence }) => `✖ ${community} · ${subject}\u00a0: ${sentence}`),
    ...journal.faults.map((fault) => `✖ ${community} · ${fault.subject}${when(fault)}\u00a0: ${fault.sentence}`),
    ...(unnamed > 0 ? [`✖ ${community}\u00a0: ${unnamed} autre(s) écart(s) dans le journal et les valeurs.`] : []),
  ];
}
