import { DomainError } from '../kernel';
import {
  actorOf, checkedPlace, delayAfter, hasRight, passwordFaults, requireCoordinatorLeft, requireRight, requireUsable, rightsOf, RIGHTS, ROLES,
  sessionIsOpen, SESSION_ABSOLUTE_MS, SESSION_IDLE_MS, type LinkState, type Role,
} from './index';

const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'accepted';
};

describe('rights of each role', () => {
  const writes = RIGHTS.filter((right) => !right.endsWith('.read') && right !== 'platform.operate');

  it('gives the coordinator everything of the community, and nothing of the host', () => {
    expect(RIGHTS.filter((right) => !rightsOf('coordinator').has(right))).toEqual(['platform.operate']);
  });

  it.each<[Role, string[]]>([
    ['president', ['measures.validate', 'scenarios.write', 'reports.approve']],
    ['treasurer', ['measures.validate', 'money.write', 'scenarios.write']],
    ['board', ['measures.validate']],
    ['lead', ['project.track', 'measures.write']],
    ['member', []],
    ['reader', []],
    ['operator', []],
  ])('%s may only write %j', (role, expected) => {
    expect(writes.filter((right) => rightsOf(role).has(right))).toEqual(expected);
  });

  it('shows no content to the host, and only publications to members and readers', () => {
    expect([...rightsOf('operator')]).toEqual(['platform.operate']);
    expect([...rightsOf('member')]).toEqual(['publications.read']);
    expect([...rightsOf('reader')]).toEqual(['publications.read']);
  });

  it('refuses whoever lacks the right', () => {
    expect(code(() => requireRight({ role: 'lead' }, 'reports.send'))).toBe('forbidden');
    for (const role of ROLES) for (const right of RIGHTS) expect(code(() => requireRight({ role }, right)) === 'accepted').toBe(hasRight({ role }, right));
  });

  it('makes no actor of someone who has not chosen a community', () => {
    expect(code(() => actorOf({ personId: 'p', sessionId: 's', communityId: null, role: null }))).toBe('no-community-chosen');
  });
});

describe('passwords', () => {
  const owner = { email: 'camille.durand@cpts.fr', givenName: 'Camille', familyName: 'Durand' };
  const common = (word: string): boolean => ['motdepasse', 'azerty', 'password', 'bienvenue', 'soleil'].includes(word);

  it.each([
    ['trop court', 'Ab1!efgh', ['too-short', 'too-simple']],
    ['douze caractères sans caractère spécial', 'Xk8Gqt2Mvw9L', ['too-simple']],
    ['sans majuscule', 'xk8gqt2mvw9l-rt', ['too-simple']],
    ['le nom dedans', 'Durand-58-Fgt!x', ['contains-identity']],
    ['l’adresse dedans, accents et casse à part', 'xx-CAMILLE.Dùrand-9k', ['contains-identity']],
    ['un mot usuel habillé', 'M0tDeP@sse2026!', ['too-common']],
    ['un mot usuel répété', 'Azerty2026Azerty!!', ['too-common']],
    ['une seule lettre répétée', 'Aaaaaaaaaaaa1!', ['too-common']],
    ['démesuré', `Aa1!${'xyzw'.repeat(70)}`, ['too-long']],
  ])('refuse %s', (_, password, faults) => {
    expect(passwordFaults(password, owner, common)).toEqual(faults);
  });

  it.each(['Xk8-Gqt2Mvw9', 'Xk8Gqt2Mvw9Lrt', 'sept mots assez longs font une phrase solide', 'Brouette+Lune=57'])('accepte « %s »', (password) => {
    expect(passwordFaults(password, owner, common)).toEqual([]);
  });
});

describe('sessions, links and delays', () => {
  const now = new Date('2026-11-21T10:00:00Z');
  const at = (ms: number): Date => new Date(now.getTime() + ms);

  it('closes a session that is idle or too old, to the millisecond', () => {
    expect(sessionIsOpen({ lastSeenAt: at(-SESSION_IDLE_MS + 1), expiresAt: at(1) }, now)).toBe(true);
    expect(sessionIsOpen({ lastSeenAt: at(-SESSION_IDLE_MS), expiresAt: at(1) }, now)).toBe(false);
    expect(sessionIsOpen({ lastSeenAt: now, expiresAt: now }, now)).toBe(false);
    expect(SESSION_ABSOLUTE_MS).toBeGreaterThan(SESSION_IDLE_MS);
  });

  it('takes a link once, before its end, for its purpose', () => {
    const link: LinkState = { kind: 'invitation', expiresAt: at(1), usedAt: null, revokedAt: null };
    expect(requireUsable(link, 'invitation', now)).toBe(link);
    expect(code(() => requireUsable(null, 'invitation', now))).toBe('link-invalid');
    expect(code(() => requireUsable(link, 'password-reset', now))).toBe('link-invalid');
    expect(code(() => requireUsable({ ...link, usedAt: now }, 'invitation', now))).toBe('link-invalid');
    expect(code(() => requireUsable({ ...link, revokedAt: now }, 'invitation', now))).toBe('link-invalid');
    expect(code(() => requireUsable({ ...link, expiresAt: now }, 'invitation', now))).toBe('link-expired');
  });

  it('lets a few mistakes pass, then makes each one longer to repeat, up to a quarter of an hour', () => {
    expect([1, 4, 5, 6, 7, 50].map((attempts) => delayAfter('account', attempts) / 1000)).toEqual([0, 0, 15, 30, 60, 900]);
    expect(delayAfter('address', 39)).toBe(0);
    expect(delayAfter('address', 40)).toBe(15_000);
  });
});

describe('places in a community', () => {
  it('keeps a coordinator', () => {
    expect(code(() => requireCoordinatorLeft('coordinator', 'board', 1))).toBe('last-coordinator');
    expect(code(() => requireCoordinatorLeft('coordinator', null, 1))).toBe('last-coordinator');
    expect(code(() => requireCoordinatorLeft('coordinator', null, 2))).toBe('accepted');
    expect(code(() => requireCoordinatorLeft('coordinator', 'coordinator', 1))).toBe('accepted');
    expect(code(() => requireCoordinatorLeft('board', null, 1))).toBe('accepted');
  });

  it('asks a reader for whom it reads, and nobody else', () => {
    expect(code(() => checkedPlace('reader', ' '))).toBe('reader-without-organisation');
    expect(checkedPlace('reader', ' ARS Centre-Val de Loire ')).toEqual({ role: 'reader', organisation: 'ARS Centre-Val de Loire' });
    expect(checkedPlace('board', 'ARS')).toEqual({ role: 'board', organisation: null });
  });
});
