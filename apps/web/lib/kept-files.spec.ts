import 'fake-indexeddb/auto';
import { clear } from 'idb-keyval';
import { keepFiles, readKeptFiles } from './kept-files';

const sheet = (name = 'feuille.pdf'): File => new File(['%PDF-1.4'], name, { type: 'application/pdf' });

describe('files kept on the device', () => {
  afterEach(() => clear());

  it('are found again under their key, and nowhere else', async () => {
    expect(await keepFiles('lea:indicateur:2026-Q3', [sheet(), sheet('suite.pdf')])).toBe(true);
    const [first, second] = await readKeptFiles('lea:indicateur:2026-Q3');
    expect([first?.name, first?.type, await first?.text(), second?.name]).toEqual(['feuille.pdf', 'application/pdf', '%PDF-1.4', 'suite.pdf']);
    expect(await readKeptFiles('max:indicateur:2026-Q3')).toEqual([]);
  });

  it('are forgotten once sent, or after a month', async () => {
    await keepFiles('une', [sheet()]);
    await keepFiles('une', []);
    expect(await readKeptFiles('une')).toEqual([]);
    await keepFiles('deux', [sheet()]);
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31 * 24 * 3_600_000);
    expect(await readKeptFiles('deux')).toEqual([]);
    now.mockRestore();
    expect(await readKeptFiles('deux')).toEqual([]);
  });

  it('are not promised where the device keeps nothing', async () => {
    const refused = new File(['x'], 'illisible.pdf');
    Object.defineProperty(refused, 'arrayBuffer', { value: () => Promise.reject(new Error('gone')) });
    expect(await keepFiles('une', [refused])).toBe(false);
  });
});
