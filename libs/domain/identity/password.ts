import { DomainError, french } from '../kernel';

/*
 * CNIL, délibération n° 2022-100 du 21 juillet 2022 (recommandation relative aux mots de passe): a password used alone must carry
 * 80 bits of guessing, which its annex gives as: 12 characters of the four classes (lower case, upper case, digits, special), or
 * 14 characters of lower case, upper case and digits, or a phrase of at least 7 words. The lower bar of 50 bits (with throttling)
 * is not used. No forced renewal, as the same text recommends.
 */

/** Shortest password of four character classes. */
export const PASSWORD_MIN = 12;
/** Shortest password without special characters. */
export const PASSWORD_MIN_WITHOUT_SPECIAL = 14;
/** Fewest words of a passphrase. */
export const PASSPHRASE_MIN_WORDS = 7;
/** Longest password taken, so that hashing cannot be used to exhaust the server. */
export const PASSWORD_MAX = 256;

/** What can be wrong with a new password. */
export type PasswordFault = 'too-short' | 'too-simple' | 'too-long' | 'contains-identity' | 'too-common';

/** What the person's own data is, that a password must not contain. */
export interface PasswordOwner {
  readonly email: string;
  readonly givenName?: string;
  readonly familyName?: string;
}

/** Answers whether a bare word is among the passwords everyone tries first. */
export type IsCommonPassword = (word: string) => boolean;

/** One rule, as shown live beside the field. */
export interface PasswordRule {
  readonly rule: PasswordFault;
  readonly kept: boolean;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const LOOKALIKES: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i', '€': 'e' };
const unmask = (text: string): string => text.replace(/[013457@$!€]/g, (sign) => LOOKALIKES[sign] ?? sign);

/** `abcabcabc` → `abc`. */
function unrepeated(text: string): string {
  for (let size = 1; size <= text.length / 2; size += 1) {
    if (text.length % size === 0 && text.slice(0, size).repeat(text.length / size) === text) return text.slice(0, size);
  }
  return text;
}

const classes = (text: string): { lower: boolean; upper: boolean; digit: boolean; special: boolean } => ({
  lower: /\p{Ll}/u.test(text),
  upper: /\p{Lu}/u.test(text),
  digit: /\d/.test(text),
  special: /[^\p{L}\d]/u.test(text),
});

const isPassphrase = (text: string): boolean => new Set(fold(text).split(/[\s\-_.,;]+/).filter((word) => word.length >= 3)).size >= PASSPHRASE_MIN_WORDS;

function isRichEnough(password: string): boolean {
  const length = [...password].length;
  const has = classes(password);
  if (isPassphrase(password)) return true;
  if (!has.lower || !has.upper || !has.digit) return false;
  return has.special ? length >= PASSWORD_MIN : length >= PASSWORD_MIN_WITHOUT_SPECIAL;
}

/** Pieces of the owner's name and address long enough to be recognised in a password. */
function identityPieces(owner: PasswordOwner): string[] {
  const texts = [owner.email.split('@')[0] ?? '', owner.givenName ?? '', owner.familyName ?? ''];
  const pieces = texts.flatMap((text) => [fold(text), ...fold(text).split(/[^a-z0-9]+/)]);
  return [...new Set(pieces.filter((piece) => piece.length >= 4))];
}

/** A password that is a usual word dressed up: « P@ssword2026! », « azertyazerty12 ». */
function isCommon(password: string, common: IsCommonPassword): boolean {
  const whole = fold(password);
  const bare = whole.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const unmasked = unmask(whole);
  const candidates = [whole, bare, unmasked, unmasked.replace(/[^a-z]+/g, ''), whole.replace(/[^a-z]+/g, ''), unmask(bare), whole.replace(/[^a-z0-9]+/g, '')];
  const core = candidates.flatMap((candidate) => [candidate, unrepeated(candidate)]);
  return core.some((candidate) => candidate.length > 0 && (common(candidate) || new Set(candidate).size <= 3));
}

/** Everything wrong with a new password; an empty list means it can be used. */
export function passwordFaults(password: string, owner: PasswordOwner, common: IsCommonPassword = () => false): PasswordFault[] {
  const faults: PasswordFault[] = [];
  const length = [...password].length;
  const folded = fold(password);
  if (length < PASSWORD_MIN) faults.push('too-short');
  if (length > PASSWORD_MAX) faults.push('too-long');
  if (!isRichEnough(password)) faults.push('too-simple');
  if (identityPieces(owner).some((piece) => folded.includes(piece))) faults.push('contains-identity');
  if (faults.length === 0 && !isPassphrase(password) && isCommon(password, common)) faults.push('too-common');
  return faults;
}

/** Refuses a new password that breaks a rule, naming every broken rule. */
export function requireGoodPassword(password: string, owner: PasswordOwner, common: IsCommonPassword): void {
  const faults = passwordFaults(password, owner, common);
  if (faults.length > 0) throw new DomainError('password-refused', { faults, sentences: faults.map((fault) => PASSWORD_RULE_TEXTS[fault]) });
}

/** The rules of a password being typed, each kept or not. */
export function passwordRules(password: string, owner: PasswordOwner): PasswordRule[] {
  const faults = new Set(passwordFaults(password, owner));
  return (['too-short', 'too-simple', 'contains-identity'] as const).map((rule) => ({ rule, kept: password.length > 0 && !faults.has(rule) }));
}

/** Each rule of a password as a French sentence. */
export const PASSWORD_RULE_TEXTS: Readonly<Record<PasswordFault, string>> = {
  'too-short': french(`Au moins ${PASSWORD_MIN} caractères.`),
  'too-simple': french(
    `Des minuscules, des majuscules, des chiffres et un caractère spécial ; ou ${PASSWORD_MIN_WITHOUT_SPECIAL} caractères sans caractère spécial ; ou une phrase d'au moins ${PASSPHRASE_MIN_WORDS} mots.`,
  ),
  'too-long': french(`Au plus ${PASSWORD_MAX} caractères.`),
  'contains-identity': french("Ni votre nom, ni votre prénom, ni votre adresse électronique."),
  'too-common': french("Ce mot de passe fait partie de ceux que l'on essaie en premier : choisissez-en un autre."),
};
