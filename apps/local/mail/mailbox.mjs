// The messages caught, one .eml file each, read back with their parts.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

const mostKept = 500;

/** A mailbox kept in a folder. */
export function openMailbox(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const names = () => readdirSync(folder).filter((name) => name.endsWith('.eml')).sort().reverse();
  const path = (id) => join(folder, `${id}.eml`);

  return {
    /** Keeps a message with its envelope; returns its id. */
    keep(raw, envelope) {
      const id = `${String(Date.now()).padStart(14, '0')}-${randomBytes(4).toString('hex')}`;
      writeFileSync(join(folder, `${id}.json`), JSON.stringify(envelope), { mode: 0o600 });
      writeFileSync(`${path(id)}.draft`, raw, { mode: 0o600 });
      renameSync(`${path(id)}.draft`, path(id));
      for (const name of names().slice(mostKept)) remove(name.slice(0, -4));
      return id;
    },
    /** Every message, the newest first, without its body. */
    async list() {
      return Promise.all(names().map(async (name) => summary(await this.read(name.slice(0, -4)))));
    },
    /** One message with its text, its HTML and its attachments (bytes included); null when there is none. */
    async read(id) {
      if (!/^[\w-]+$/.test(id) || !existsSync(path(id))) return null;
      const raw = readFileSync(path(id));
      return { id, raw, envelope: envelopeOf(id), ...(await parsed(raw)) };
    },
    clear() {
      for (const name of names()) remove(name.slice(0, -4));
    },
  };

  function remove(id) {
    rmSync(path(id), { force: true });
    rmSync(join(folder, `${id}.json`), { force: true });
  }

  function envelopeOf(id) {
    try {
      return JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'));
    } catch {
      return { from: '', to: [], receivedAt: '' };
    }
  }
}

async function parsed(raw) {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  return {
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    from: people([mail.from]),
    to: people(mail.to),
    date: mail.date ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    attachments: (mail.attachments ?? []).map((part, index) => ({
      index,
      name: part.filename || `piece-${index + 1}`,
      mediaType: part.mimeType,
      bytes: Buffer.from(part.content),
    })),
  };
}

function people(list) {
  return (list ?? []).filter(Boolean).map((person) => (person.name ? `${person.name} <${person.address}>` : person.address)).join(', ');
}

/** What may be listed or sent as JSON: everything but the bytes. */
export function summary(message) {
  const { id, envelope, messageId, subject, from, to, date } = message;
  const attachments = message.attachments.map(({ bytes, ...part }) => ({ ...part, size: bytes.length }));
  return { id, envelope, messageId, subject, from, to, date, size: message.raw.length, attachments };
}
