import type { Role } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { mayTrack, requireLeadKept, requireTracking } from './index';

const me = (role: Role): { personId: string; role: Role } => ({ personId: 'me', role });

describe('who tracks an action', () => {
  it.each<[Role, string | null, boolean]>([
    ['coordinator', 'someone', true],
    ['coordinator', null, true],
    ['lead', 'me', true],
    ['lead', 'someone', false],
    ['lead', null, false],
    ['president', 'me', false],
    ['board', 'me', false],
    ['member', 'me', false],
    ['reader', 'me', false],
  ])('%s, action led by %s: %s', (role, leadPersonId, allowed) => {
    expect(mayTrack(me(role), { leadPersonId })).toBe(allowed);
    const attempt = (): void => requireTracking(me(role), { leadPersonId });
    if (allowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(DomainError);
  });

  it('a lead neither gives nor takes an action', () => {
    const mine = { leadPersonId: 'me', leadName: null };
    const other = { leadPersonId: 'other', leadName: null };
    expect(() => requireLeadKept(me('lead'), mine, { ...mine })).not.toThrow();
    expect(() => requireLeadKept(me('lead'), mine, other)).toThrow(DomainError);
    expect(() => requireLeadKept(me('coordinator'), mine, other)).not.toThrow();
  });
});
