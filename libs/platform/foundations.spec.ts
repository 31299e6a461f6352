import { Writable } from 'node:stream';
import { FixedClock, Ids, isUuid, Log, withLogFields } from './index';

describe('clock, ids, log', () => {
  it('knows which day it is in a time zone, on both sides of midnight and of summer time', () => {
    const clock = new FixedClock('2026-03-29T00:30:00Z');
    expect(clock.today('Europe/Paris')).toBe('2026-03-29');
    expect(clock.today('America/Guadeloupe')).toBe('2026-03-28');
    clock.set('2026-12-31T23:30:00Z');
    expect(clock.today('Europe/Paris')).toBe('2027-01-01');
    expect(clock.today('Indian/Reunion')).toBe('2027-01-01');
    clock.advance(-3_600_000);
    expect(clock.today('Europe/Paris')).toBe('2026-12-31');
  });

  it('gives identifiers that sort in the order they were made', () => {
    const ids = new Ids();
    const made = Array.from({ length: 1000 }, () => ids.next());
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(1000);
    expect(made.every(isUuid)).toBe(true);
  });

  it('writes JSON lines that carry the request at work, and hides secrets', async () => {
    const lines: string[] = [];
    const to = new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) });
    const log = new Log({ level: 'info', to });
    await withLogFields({ requestId: 'r1' }, async () => {
      await Promise.resolve();
      log.info('signed in', { password: 'secret', nested: { token: 'secret' } });
    });
    log.debug('not written');
    log.error('failed', new Error('why'));
    const [first, second] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(2);
    expect(first).toMatchObject({ level: 'info', msg: 'signed in', requestId: 'r1' });
    expect(lines[0]).not.toContain('secret');
    expect(second).toMatchObject({ level: 'error', err: { message: 'why' } });
    expect(second).not.toHaveProperty('requestId');
  });
});
