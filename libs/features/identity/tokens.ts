import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits, as a session cookie or a link carries it. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: enough to recognise it, not to rebuild it. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
