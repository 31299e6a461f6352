import { expect } from '@playwright/test';
import PostalMime, { type Email } from 'postal-mime';
import { environment } from './environment';

/** One line of the catcher's list. */
interface Caught {
  id: string;
  subject: string;
  envelope: { from: string; to: string[]; receivedAt: string };
}

const inbox = async (path: string): Promise<Response> => {
  const answer = await fetch(`${environment.inboxUrl}${path}`);
  if (!answer.ok) throw new Error(`La boîte de réception a répondu ${answer.status} pour ${path}.`);
  return answer;
};

/** The messages delivered to an address, the newest first. */
export async function messagesTo(address: string): Promise<Caught[]> {
  const all = (await (await inbox('/messages.json')).json()) as Caught[];
  return all.filter(({ envelope }) => envelope.to.includes(address));
}

/** A message as it was delivered, read with its parts. */
export async function readMessage(id: string): Promise<Email> {
  return PostalMime.parse(await (await inbox(`/messages/${id}.eml`)).arrayBuffer(), { attachmentEncoding: 'arraybuffer' });
}

/** Waits for the newest message to an address whose subject says this. */
export async function messageTo(address: string, subject: RegExp): Promise<Email> {
  let found: Caught | undefined;
  await expect
    .poll(
      async () => {
        found = (await messagesTo(address)).find((message) => subject.test(message.subject.replace(/\s+/g, ' ')));
        return found !== undefined;
      },
      { message: `un message « ${subject.source} » pour ${address}`, timeout: 20_000, intervals: [100, 200, 400] },
    )
    .toBe(true);
  return readMessage((found as Caught).id);
}

/** The link of ours that a message carries. */
export function linkIn(message: Email, path: string): string {
  const link = (message.text ?? '').split(/\s/).find((word) => word.startsWith(`${environment.baseUrl}${path}`));
  if (!link) throw new Error(`Aucun lien ${path} dans : ${message.text}`);
  return link;
}

/** The name a server gave to a message it took, told in its answer. */
export const caughtId = async (address: string): Promise<string> => (await messagesTo(address))[0]?.id ?? '';
