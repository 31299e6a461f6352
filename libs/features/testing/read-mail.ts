/** One part of a message: its headers in lower case, its content decoded. */
export interface MailPart {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

function headersOf(text: string): Record<string, string> {
  const unfolded = text.replace(/\r\n[ \t]+/g, ' ');
  return Object.fromEntries(
    unfolded.split('\r\n').flatMap((line) => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name.toLowerCase(), value ?? '']];
    }),
  );
}

function decoded(content: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(content, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(content, 'utf8');
  const joined = content.replace(/=\r\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
}

/** The parts of a message as it travelled, containers opened. */
export function mailParts(raw: string): MailPart[] {
  const end = raw.indexOf('\r\n\r\n');
  const headers = headersOf(raw.slice(0, end));
  const content = raw.slice(end + 4);
  const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return [{ headers, bytes: decoded(content, (headers['content-transfer-encoding'] ?? '').toLowerCase()) }];
  return content
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => mailParts(part.replace(/^\r\n/, '')));
}

/** The plain text of a message. */
export function mailText(raw: string): string {
  const part = mailParts(raw).find(({ headers }) => (headers['content-type'] ?? 'text/plain').startsWith('text/plain'));
  return part?.bytes.toString('utf8') ?? '';
}
