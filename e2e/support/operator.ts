import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { environment } from './environment';

const run = promisify(execFile);

/** Creates a community as its operator does; its first coordinator is invited by e-mail. Returns its id. */
export async function createCommunity(name: string, coordinator: string): Promise<string> {
  const { program, env } = environment.operator();
  const words = ['create-community', '--name', name, '--coordinator', coordinator, '--json'];
  const { stdout } = await run(process.execPath, [program, ...words], { env });
  const answer = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { communityId?: string };
  if (!answer.communityId) throw new Error(`create-community a répondu : ${stdout}`);
  return answer.communityId;
}
