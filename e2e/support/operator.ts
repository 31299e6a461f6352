import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { environment } from './environment';

const run = promisify(execFile);

interface Fault {
  subject: string;
  sentence: string;
}

async function operator(words: string[]): Promise<string> {
  const { program, env } = environment.operator();
  const { stdout } = await run(process.execPath, [program, ...words, '--json'], { env, maxBuffer: 64 * 1024 * 1024 });
  return stdout.trim().split('\n').at(-1) ?? '';
}

/** Creates a community as its operator does; its first coordinator is invited by e-mail. Returns its id. */
export async function createCommunity(name: string, coordinator: string): Promise<string> {
  const said = await operator(['create-community', '--name', name, '--coordinator', coordinator]);
  const answer = JSON.parse(said) as { communityId?: string };
  if (!answer.communityId) throw new Error(`create-community a répondu : ${said}`);
  return answer.communityId;
}

/** Checks what every community holds against its journal, as its operator does: whether it is sound, and each thing found otherwise. */
export async function verify(): Promise<{ sound: boolean; lines: string[] }> {
  // a fault found ends the program with a code, and its answer is still the last line
  const said = await operator(['verify']).catch((failure: { stdout?: string }) => failure.stdout?.trim().split('\n').at(-1) ?? '');
  const { sound, communities } = JSON.parse(said) as { sound: boolean; communities: { community: string; faults: Fault[]; journal: { faults: Fault[] }; reviews: { faults: Fault[] } }[] };
  const lines = communities.flatMap(({ community, faults, journal, reviews }) => [...faults, ...journal.faults, ...reviews.faults].map(({ subject, sentence }) => `${community} · ${subject} : ${sentence}`));
  return { sound, lines };
}
