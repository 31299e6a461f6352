import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { testDb, type TestDb } from '../testing';

describe('files', () => {
  let db: TestDb;
  beforeAll(async () => {
    db = await testDb();
  });
  afterAll(() => db.close());

  const incoming = () => readdir(path.join(db.config.FILES_DIR, 'incoming'));

  it('keeps bytes under their hash, once, whether given whole or streamed', async () => {
    const bytes = Buffer.from('la preuve\n'.repeat(50_000));
    const expected = { hash: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
    expect(await db.files.put(bytes)).toEqual(expected);
    const pieces = Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]);
    expect(await db.files.put(pieces)).toEqual(expected);
    expect(await buffer(db.files.open(expected.hash))).toEqual(bytes);
    expect(await db.files.has(expected.hash)).toBe(true);
    expect(await incoming()).toEqual([]);
  });

  it('leaves nothing of what is too large or breaks off', async () => {
    const endless = Readable.from((function* () {
      for (;;) yield Buffer.alloc(1000);
    })());
    await expect(db.files.put(endless, { maxBytes: 5_500 })).rejects.toMatchObject({ name: 'FileTooLarge', maxBytes: 5_500 });
    const broken = Readable.from((function* () {
      yield Buffer.from('start');
      throw new Error('connection lost');
    })());
    await expect(db.files.put(broken)).rejects.toThrow('connection lost');
    expect(await incoming()).toEqual([]);
  });

  it('belongs to the community that recorded it', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const stored = await db.files.put('compte rendu');
    const id = await db.tenant.run(a, (tx) => db.files.record(tx, stored, { name: 'réunion.txt', mediaType: 'text/plain' }));
    expect(await db.tenant.run(a, (tx) => db.files.find(tx, id))).toMatchObject({ id, ...stored, name: 'réunion.txt', mediaType: 'text/plain' });
    expect(await db.tenant.run(b, (tx) => db.files.find(tx, id))).toBeUndefined();
  });

  it('cannot be led out of its folder', () => {
    expect(() => db.files.open('../../etc/passwd')).toThrow('SHA-256');
  });
});
