import { addDays, today } from '@maillage/domain/kernel';
import { hashLink, type ChainHead, type Link } from '@maillage/features/identity';
import {
  audit,
  ChangeSettings,
  ExportJournal,
  JournalQueries,
  startOfDay,
  type AuditRecord,
  type JournalFilter,
} from '@maillage/features/community';
import {
  makeCommunity,
  makeEveryRole,
  makeMember,
  makeTwoCommunities,
  makeWorld,
  refusal,
  type MadePerson,
  type World,
} from '../testing';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const write = (by: MadePerson, record: Partial<AuditRecord> = {}) =>
  world.db.tenant.run(by.communityId, (tx) =>
    audit(tx, by, { act: 'measure.validated', subjectType: 'measure', subjectId: 'x', ...record }),
  );
const read = (by: MadePerson, filter: JournalFilter = {}) => world.get(JournalQueries).page(by, filter);
const subjects = async (by: MadePerson, filter: JournalFilter = {}) =>
  (await read(by, filter)).lines.map(({ subject }) => subject);

describe('the journal', () => {
  it('says in French who did what, when, and the named fields that changed', async () => {
    const { id } = await makeCommunity(world);
    const ana = await makeMember(world, id, 'coordinator', { givenName: 'Ana', familyName: 'Bel' });
    await write(ana, {
      label: 'SNP-01, T3 2026',
      before: { status: 'draft', value: 12, signedOn: '2026-01-02', internal: 1 },
      after: { status: 'validated', value: 12, signedOn: null, internal: 2 },
      at: new Date('2026-10-03T08:00:00Z'),
    });
    const { lines, people, nextId } = await read(ana);
    expect(lines).toMatchObject([
      {
        who: 'Ana Bel',
        what: 'Valeur validée',
        subject: 'SNP-01, T3 2026',
        at: new Date('2026-10-03T08:00:00Z'),
        changes: [
          { field: 'Date de signature', before: '02/01/2026', after: null },
          { field: 'État', before: 'à valider', after: 'validée' },
        ],
      },
    ]);
    expect(people).toEqual([{ personId: ana.personId, name: 'Ana Bel' }]);
    expect(nextId).toBeNull();
  });

  it('is searched by words of the act, the person or the thing, without losing accents', async () => {
    const { id } = await makeCommunity(world);
    const ana = await makeMember(world, id, 'coordinator', { givenName: 'Ana', familyName: 'Bel' });
    const luc = await makeMember(world, id, 'lead', { givenName: 'Luc', familyName: 'Roy' });
    await write(ana, { label: 'Prévention' });
    await write(luc, { label: '100 % Télésanté', act: 'measure.recorded' });
    expect(await subjects(ana, { words: 'validee' })).toEqual(['Prévention']);
    expect(await subjects(ana, { words: 'luc' })).toEqual(['100 % Télésanté']);
    expect(await subjects(ana, { words: 'TELES' })).toEqual(['100 % Télésanté']);
    expect(await subjects(ana, { words: '100 %' })).toEqual(['100 % Télésanté']);
    expect(await subjects(ana, { words: '_' })).toEqual([]);
    expect(await subjects(ana, { act: 'measure.recorded' })).toEqual(['100 % Télésanté']);
    expect(await subjects(ana, { personId: ana.personId })).toEqual(['Prévention']);
  });

  it('is searched by what acts are about, by what was touched, and by what was written', async () => {
    const { id, coordinator } = await makeCommunity(world);
    const ana = await makeMember(world, id, 'lead');
    await write(coordinator, { label: 'un', act: 'measure.recorded', subjectType: 'indicator', subjectId: 'i1', after: { value: 12, comment: 'Relevé à l’été' } });
    await write(ana, { label: 'deux', act: 'measure.validated', subjectType: 'indicator', subjectId: 'i1', before: { reason: ['Doublon', 'oublié'] } });
    await write(ana, { label: 'trois', act: 'target.changed', subjectType: 'indicator', subjectId: 'i2' });
    expect(await subjects(coordinator, { act: 'measure' })).toEqual(['deux', 'un']);
    expect(await subjects(coordinator, { subjectType: 'indicator', subjectId: 'i1' })).toEqual(['deux', 'un']);
    expect((await read(coordinator, { subjectType: 'indicator', subjectId: 'i1' })).subject).toBe('deux');
    expect(await subjects(coordinator, { words: 'RELEVE A L’ETE' })).toEqual(['un']);
    expect(await subjects(coordinator, { words: 'oublie' })).toEqual(['deux']);
    // What fields are called is not what was written.
    expect(await subjects(coordinator, { words: 'comment' })).toEqual([]);
  });

  it('is filtered by days of the time zone of the community', async () => {
    const { coordinator } = await makeCommunity(world);
    await write(coordinator, { label: 'avant', at: new Date('2026-10-01T19:59:00Z') });
    await write(coordinator, { label: 'dedans', at: new Date('2026-10-01T20:00:00Z') });
    await write(coordinator, { label: 'après', at: new Date('2026-10-02T20:00:00Z') });
    await world
      .get(ChangeSettings)
      .execute(coordinator, { revision: 1, name: 'R', label: 'CPTS', timeZone: 'Indian/Reunion', maskBelow: 6 });
    expect(await subjects(coordinator, { from: '2026-10-02', to: '2026-10-02' })).toEqual(['dedans']);
  });

  it('is read page by page, newest first, without gap nor repeat', async () => {
    const { coordinator } = await makeCommunity(world);
    const at = new Date('2026-10-01T08:00:00Z');
    for (let index = 0; index < 7; index += 1) await write(coordinator, { label: String(index), at });
    const first = await read(coordinator, { limit: 3 });
    const second = await read(coordinator, { limit: 3, beforeId: first.nextId ?? 0 });
    const third = await read(coordinator, { limit: 3, beforeId: second.nextId ?? 0 });
    expect([first, second, third].flatMap(({ lines }) => lines.map(({ subject }) => subject))).toEqual([
      '6',
      '5',
      '4',
      '3',
      '2',
      '1',
      '0',
    ]);
    expect(third.nextId).toBeNull();
  });

  const exported = async (by: MadePerson, format: 'csv' | 'json', filter: JournalFilter = {}): Promise<string> => {
    const { pieces } = await world.get(ExportJournal).execute(by, filter, format);
    let text = '';
    for await (const piece of pieces) text += piece;
    return text;
  };

  it('goes out for spreadsheets, where nothing is a formula', async () => {
    const { id } = await makeCommunity(world);
    const ana = await makeMember(world, id, 'coordinator', { givenName: '=Ana', familyName: 'Bel' });
    await write(ana, { label: '=cmd|’/c calc’!A1', before: { comment: '+1' }, after: { comment: '@SUM(A1);"x"' }, at: new Date('2026-10-01T22:05:00Z') });
    await write(ana, { label: 'autre', at: new Date('2026-11-01T08:00:00Z') });
    const text = await exported(ana, 'csv', { to: '2026-10-02' });
    const [head, line, end] = text.split('\r\n');
    expect(head).toBe('\uFEFFN°;Date;Heure;Personne;Rôle;Ce qui a été fait;Sujet;Avant → après;Empreinte');
    expect(line).toMatch(/^1;02\/10\/2026;00:05;'=Ana Bel;Coordination;Valeur validée;'=cmd\|’\/c calc’!A1;"Commentaire\u00a0: \+1 → @SUM\(A1\);""x""";[0-9a-f]{64}$/);
    expect(end).toBe('');
  });

  it('goes out for programs, whole whatever its length, and is recomputed from what it says', async () => {
    const [mine, other] = await makeTwoCommunities(world);
    await world.db.tenant.run(mine.id, async (tx) => {
      for (let index = 0; index < 1203; index += 1) await audit(tx, mine.coordinator, { act: 'measure.validated', subjectType: 'measure', subjectId: 'x', label: String(index), after: { value: index / 7, at: { on: null } } });
    });
    const { head, lines } = JSON.parse(await exported(mine.coordinator, 'json')) as { head: ChainHead; lines: (Link & { content: object })[] };
    expect(lines.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 1203 }, (_, index) => 1203 - index));
    expect(head).toEqual({ sequence: 1203, hash: lines[0]?.hash });
    for (const { content, sequence, previousHash, hash } of lines) expect(hashLink({ ...content, sequence, previousHash, hash })).toBe(hash);
    expect(JSON.parse(await exported(other.coordinator, 'json'))).toMatchObject({ head: null, lines: [] });
    const lead = await makeMember(world, mine.id, 'lead');
    expect(await refusal(exported(lead, 'csv'))).toBe('forbidden');
  });

  it('cannot be changed nor emptied', async () => {
    const { id, coordinator } = await makeCommunity(world);
    await write(coordinator);
    for (const sql of ['update audit_entry set person_id = null', 'delete from audit_entry']) {
      await expect(world.db.tenant.run(id, (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
    }
  });

  it('is for the coordination and the board', async () => {
    const { id } = await makeCommunity(world);
    for (const person of await makeEveryRole(world, id)) {
      const reads = ['coordinator', 'president', 'treasurer', 'board'].includes(person.role);
      expect([person.role, await refusal(read(person))]).toEqual([person.role, reads ? 'accepted' : 'forbidden']);
    }
  });

  it('of another community is empty here', async () => {
    const [mine, other] = await makeTwoCommunities(world);
    await write(mine.coordinator, { label: 'ici' });
    expect(await read(other.coordinator)).toEqual({ lines: [], nextId: null, people: [], subject: null });
    await expect(
      world.db.tenant.run(other.id, (tx) =>
        audit(tx, mine.coordinator, { act: 'measure.validated', subjectType: 'measure', subjectId: 'x' }),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('the first instant of a day', () => {
  it.each(['Europe/Paris', 'Indian/Reunion', 'America/Cayenne', 'Pacific/Tahiti', 'Pacific/Wallis'])(
    'is midnight in %s, summer time included',
    (zone) => {
      for (let day = '2026-03-20'; day <= '2026-04-05'; day = addDays(day, 1)) {
        const start = startOfDay(day, zone);
        expect(today(start, zone)).toBe(day);
        expect(today(new Date(start.getTime() - 60_000), zone)).toBe(addDays(day, -1));
      }
    },
  );
});
