import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { requireGoodPassword, type PasswordOwner } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';

/** OWASP's argon2id settings: 19 MiB, two passes. `algorithm: 2` is argon2id. */
const SETTINGS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** How hashes made with these settings begin; any other one is made again at the next sign-in. */
const PREFIX = `$argon2id$v=19$m=${SETTINGS.memoryCost},t=${SETTINGS.timeCost},p=${SETTINGS.parallelism}$`;

/** Hashing takes half the cores at most, so that the rest of the product stays quick while many people sign in. */
const LANES = Math.max(1, Math.floor(availableParallelism() / 2));

/** Beyond this many waiting, people are asked to come back rather than left hanging. */
const LONGEST_QUEUE = 300;

let commonPasswords: ReadonlySet<string> | null = null;

/** The list of passwords everyone tries first, read once. */
export function isCommonPassword(word: string): boolean {
  commonPasswords ??= new Set(
    readFileSync(path.join(__dirname, 'common-passwords.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('# ')),
  );
  return commonPasswords.has(word);
}

/** Hashes and checks passwords away from the event loop, a few at a time. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | null = null;

  /** Refuses a password that breaks a rule, then hashes it. */
  async hashNew(password: string, owner: PasswordOwner): Promise<string> {
    requireGoodPassword(password, owner, isCommonPassword);
    return this.hash(password);
  }

  /** Hashes without judging: for what is already known to be good. */
  async hash(password: string): Promise<string> {
    return this.inLane(() => hash(password.normalize('NFC'), SETTINGS));
  }

  /** Whether this is the password; an unknown account costs the same time as a known one. */
  async check(stored: string | null, password: string): Promise<boolean> {
    this.decoy ??= this.hash('personne');
    const against = stored ?? (await this.decoy);
    const right = await this.inLane(() => verify(against, password.normalize('NFC')));
    return right && stored !== null;
  }

  /** Whether a stored hash was made with other settings than today's. */
  isOutdated(stored: string): boolean {
    return !stored.startsWith(PREFIX);
  }

  private async inLane<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= LANES) {
      if (this.waiting.length >= LONGEST_QUEUE) throw new DomainError('sign-in-busy');
      await new Promise<void>((go) => this.waiting.push(go));
    } else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
