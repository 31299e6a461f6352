import { randomUUID } from 'node:crypto';
import { EntitySchema } from 'typeorm';
import { testDb, type TestDb } from '../testing';
import { afterCommit, beforeCommit, Database, type Tx } from './database';
import { named } from './named';
import { sqlState } from './pg-errors';
import { part, together, withInstants, type Told } from './together';

interface Row {
  communityId: string;
  id: string;
  hash: string;
  name: string;
  mediaType: string;
  size: number;
}

const FileRow = new EntitySchema<Row>({
  name: 'file',
  tableName: 'file',
  columns: {
    communityId: { name: 'community_id', type: 'uuid', primary: true },
    id: { type: 'uuid', primary: true },
    hash: { type: 'text' },
    name: { type: 'text' },
    mediaType: { name: 'media_type', type: 'text' },
    size: { type: 'bigint' },
  },
});

describe('the doors to the database', () => {
  let db: TestDb;
  let hash: string;
  beforeAll(async () => {
    db = await testDb({ rows: [FileRow] });
    ({ hash } = await db.files.put('preuve'));
  });
  afterAll(() => db.close());

  const add = (tx: Tx, name: string) => db.files.record(tx, { hash, size: 3 }, { name, mediaType: 'text/plain' });
  const names = async (tx: Tx) => (await tx.query('select name from file order by name')).map((row: { name: string }) => row.name);

  it('shows a community its own rows, and no other', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    await db.tenant.run(a, (tx) => add(tx, 'of a'));
    await db.tenant.run(b, (tx) => add(tx, 'of b'));
    expect(await db.tenant.run(a, names)).toEqual(['of a']);
    expect(await db.tenant.run(b, names)).toEqual(['of b']);
    expect(await db.tenant.run(randomUUID(), names)).toEqual([]);
  });

  it('refuses to write a row of another community, to move one there, to change or delete one from there', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const id = await db.tenant.run(a, (tx) => add(tx, 'of a'));
    const insert = db.tenant.run(b, (tx) =>
      tx.query(`insert into file (community_id, id, hash, name, media_type, size) values ($1, $2, $3, 'x', 'x', 1)`, [a, randomUUID(), hash]),
    );
    await expect(insert).rejects.toMatchObject({ driverError: { code: '42501' } });
    await expect(db.tenant.run(a, (tx) => tx.query('update file set community_id = $1', [b]))).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
    expect(await db.tenant.run(b, (tx) => tx.query(`update file set name = 'stolen' where id = $1`, [id]))).toEqual([[], 0]);
    expect(await db.tenant.run(b, (tx) => tx.query('delete from file where id = $1', [id]))).toEqual([[], 0]);
    expect(await db.peek('select name from file where id = $1', [id])).toEqual([{ name: 'of a' }]);
  });

  it('gives the login no right of its own, and the other roles no tenant content', async () => {
    const denied = { driverError: { code: '42501' } };
    await expect(db.directory.run(names)).rejects.toMatchObject(denied);
    await expect(db.system.run(names)).rejects.toMatchObject(denied);
    // Whose bytes are still kept is asked by hash, without a name.
    await expect(db.system.run((tx) => tx.query('select hash, erased_at from file'))).resolves.toBeDefined();
    await expect(db.reader.run([{ communityId: randomUUID() }], names)).rejects.toMatchObject(denied);
    // Back to the login itself: it inherits nothing.
    await expect(
      db.tenant.run(randomUUID(), async (tx) => {
        await tx.query(`select set_config('role', 'none', true)`);
        return names(tx);
      }),
    ).rejects.toMatchObject(denied);
  });

  it('leaves nothing of a community on the connection it gives back', async () => {
    await db.tenant.run(randomUUID(), names);
    const left = await db.system.run((tx) => tx.query(`select current_user as "user", current_setting('app.community_id', true) as community`));
    expect(left).toEqual([{ user: 'maillage_system', community: '' }]);
  });

  it('wants the id of a community, nothing that could be read as SQL', async () => {
    await expect(db.tenant.run(`x'); drop table file; --`, names)).rejects.toThrow('id of a community');
  });

  it('throws when a door is opened inside a transaction, and works again afterwards', async () => {
    const a = randomUUID();
    await expect(db.tenant.run(a, () => db.tenant.run(a, names))).rejects.toThrow('already open');
    await expect(db.tenant.run(a, () => db.system.run(async () => 1))).rejects.toThrow('already open');
    expect(await db.tenant.run(a, names)).toEqual([]);
  });

  it('keeps everything or nothing', async () => {
    const a = randomUUID();
    await expect(
      db.tenant.run(a, async (tx) => {
        await add(tx, 'lost');
        throw new Error('on second thoughts');
      }),
    ).rejects.toThrow('on second thoughts');
    expect(await db.tenant.run(a, names)).toEqual([]);
  });

  it('says so when an error of the database was swallowed inside', async () => {
    const a = randomUUID();
    const swallowed = db.tenant.run(a, async (tx) => {
      await add(tx, 'lost');
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow('swallowed');
    expect(await db.tenant.run(a, names)).toEqual([]);
  });

  it('writes nothing in a read-only transaction', async () => {
    const write = db.tenant.run(randomUUID(), (tx) => add(tx, 'x'), { readOnly: true });
    await expect(write).rejects.toMatchObject({ driverError: { code: '25006' } });
  });

  it('reads one snapshot under REPEATABLE READ', async () => {
    const a = randomUUID();
    const seen = await db.tenant.run(
      a,
      async (tx) => {
        const before = await names(tx);
        await db.peek(`insert into file (community_id, id, hash, name, media_type, size) values ($1, $2, $3, 'late', 'x', 1)`, [a, randomUUID(), hash]);
        return [before, await names(tx)];
      },
      { isolation: 'REPEATABLE READ' },
    );
    expect(seen).toEqual([[], []]);
    expect(await db.tenant.run(a, names)).toEqual(['late']);
  });

  it('starts again when two transactions cross, and gives up on other errors at once', async () => {
    const a = randomUUID();
    const [first, second] = await db.tenant.run(a, async (tx) => [await add(tx, '1'), await add(tx, '2')]);
    let runs = 0;
    // Both hold their first row before either asks for the other's: they do cross, however slow the machine.
    let holding = 0;
    let bothHold!: () => void;
    const crossed = new Promise<void>((resolve) => (bothHold = resolve));
    const touch = (from: string, to: string) =>
      db.tenant.run(a, async (tx) => {
        runs++;
        await tx.query(`update file set name = name || '+' where id = $1`, [from]);
        holding += 1;
        if (holding === 2) bothHold();
        await crossed;
        await tx.query(`update file set name = name || '+' where id = $1`, [to]);
      });
    await Promise.all([touch(first!, second!), touch(second!, first!)]);
    expect(runs).toBeGreaterThan(2);
    expect(await db.tenant.run(a, names)).toEqual(['1++', '2++']);

    let tries = 0;
    const broken = db.tenant.run(a, async (tx) => {
      tries++;
      await tx.query('select 1 / 0');
    });
    expect(sqlState(await broken.catch((error: unknown) => error))).toBe('22012');
    expect(tries).toBe(1);
  });

  it('calls back after commit only', async () => {
    const heard: string[] = [];
    await db.tenant.run(randomUUID(), async (tx) => {
      afterCommit(tx, () => heard.push('kept'));
      expect(heard).toEqual([]);
    });
    await db.tenant
      .run(randomUUID(), async (tx) => {
        afterCommit(tx, () => heard.push('lost'));
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(heard).toEqual(['kept']);
  });

  it('does last what was kept for the end, inside the transaction; a fault there undoes all', async () => {
    const a = randomUUID();
    const heard: string[] = [];
    const save = (tx: Tx, name: string) => tx.getRepository(FileRow).save({ communityId: a, id: db.ids.next(), hash, name, mediaType: 'text/plain', size: 12 });
    await db.tenant.run(a, async (tx) => {
      beforeCommit(tx, async () => {
        heard.push('last');
        await save(tx, 'last');
      });
      afterCommit(tx, () => heard.push('after'));
      heard.push('work');
    });
    expect([heard, await db.tenant.run(a, names)]).toEqual([['work', 'last', 'after'], ['last']]);
    const undone = db.tenant.run(a, async (tx) => {
      beforeCommit(tx, () => Promise.reject(new Error('at the end')));
      await save(tx, 'undone');
    });
    await expect(undone).rejects.toThrow('at the end');
    expect(await db.tenant.run(a, names)).toEqual(['last']);
  });

  it('says in French that the database does not answer, or does not let in', async () => {
    const open = (url: string, patience: number) => new Database({ DATABASE_APP_URL: url, DATABASE_POOL: 2 }, db.log, []).open(patience);
    await expect(open('postgres://x:y@127.0.0.1:1/z', 0)).rejects.toThrow(/^La base de données ne répond pas à l’adresse de DATABASE_APP_URL\u00a0:.* ECONNREFUSED/);
    const stranger = new URL(db.config.DATABASE_APP_URL);
    stranger.password = 'wrong';
    await expect(open(stranger.toString(), 15_000)).rejects.toMatchObject({ name: 'DatabaseUnreachable' });
  });

  it('lets repositories work inside the transaction, not beside it', async () => {
    const a = randomUUID();
    const row = { communityId: a, id: db.ids.next(), hash, name: 'saved', mediaType: 'text/plain', size: 12 };
    await expect(
      db.tenant.run(a, async (tx) => {
        await tx.getRepository(FileRow).save(row);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await db.tenant.run(a, names)).toEqual([]);
    await db.tenant.run(a, (tx) => tx.getRepository(FileRow).save(row));
    expect(await db.tenant.run(a, (tx) => tx.getRepository(FileRow).findOneByOrFail({ id: row.id }))).toEqual(row);
  });

  it('reads several things in one statement, each with its own values, behind the wall and as rows would come', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    for (const name of ['one', 'two']) await db.tenant.run(a, (tx) => add(tx, name));
    await db.tenant.run(b, (tx) => add(tx, 'one'));
    interface Line {
      at: Date;
      never: Date | null;
      on: string;
      count: number;
    }
    const line = `select $2::timestamptz as at, null::timestamptz as never, date '2026-03-01' as "on", $1::bigint as count`;
    const read = together({
      same: part('select name from file where name = $1', (rows: { name: string }[]) => rows.map(({ name }) => name)),
      all: part('select name from file order by name desc', (rows: { name: string }[]) => rows.map(({ name }) => name)),
      line: part(line, (rows: Told<Line>[]) => rows.map((row) => withInstants<Line>(row, 'at', 'never'))),
    });
    const at = new Date('2026-03-29T01:30:00.123Z');
    const [answers, rows] = await db.tenant.run(a, async (tx) => [await read(tx, { same: ['one'], all: [], line: [7, at] }), await tx.query(line, [7, at])] as const);
    expect(answers).toEqual({ same: ['one'], all: ['two', 'one'], line: [{ at, never: null, on: '2026-03-01', count: 7 }] });
    expect(answers.line).toEqual(rows);
    expect((await db.tenant.run(b, (tx) => read(tx, { same: ['two'], all: [], line: [0, at] }))).all).toEqual(['one']);
  });

  it('gives numbers as numbers and days as strings, and prepares named statements once', async () => {
    const ask = (tx: Tx) =>
      named(tx, 'spec.types', `select $1::bigint as count, 12.50::numeric as rate, '2026-02-28'::date as day, current_setting('jit') as jit`, [7]);
    for (let turn = 0; turn < 2; turn++) {
      expect(await db.tenant.run(randomUUID(), ask)).toEqual([{ count: 7, rate: 12.5, day: '2026-02-28', jit: 'off' }]);
    }
  });
});
