import { screen, within } from '@testing-library/react';
import { entryAt, entryLine, grid, indicator, measure, meetings, open } from '../testing/entry';

const plain = (text: string | null): string => (text ?? '').replace(/[\u00A0\u202F]/g, ' ');
const lock = { label: 'T3 2026', lockedAt: '2026-11-02T08:00:00Z' };
const closed = { lock, writable: false, expected: null, moves: [] };
const locked = entryLine({ ...closed, measure: measure({ status: 'locked', validatedAt: '2026-10-20T08:00:00Z' }) });
const empty = entryLine({ ...closed, indicator: meetings });
const left = entryLine({ ...closed, indicator: indicator({ id: 'a0000000-0000-7000-8000-000000000003', code: 'SNP-03', name: 'Appels reçus' }), measure: measure({ id: 'b0000000-0000-7000-8000-000000000003' }) });

const lines = async (): Promise<HTMLElement[]> => within(await screen.findByRole('list', { name: 'Indicateurs de la période' })).getAllByRole('listitem').filter(({ id }) => id.startsWith('ligne-'));
const lineOf = async (id: string): Promise<HTMLElement> => {
  const line = (await lines()).find((one) => one.id === `ligne-${id}`);
  if (!line) throw new Error(`no line ${id}`);
  return line;
};

describe('the entry page where nothing is to be given any more', () => {
  it('says the lock once, and asks for nothing: a line without value is locked, not to be entered', async () => {
    open(entryAt, { 'GET /api/measures/entry': grid([empty, locked, left]) });
    expect(await screen.findAllByText(/Période verrouillée/)).toHaveLength(1);
    expect(plain((await screen.findByRole('main')).textContent)).toContain('2 valeurs données sur 3, dans une période verrouillée.');
    expect(within(await lineOf(meetings.id)).getByText('verrouillée, sans valeur')).toBeVisible();
    expect(within(await lineOf(indicator().id)).getByText('verrouillée')).toBeVisible();
    const waiting = await lineOf(left.indicator.id);
    expect(within(waiting).getByText('à valider')).toBeVisible();
    expect(within(waiting).getByText('verrouillée')).toBeVisible();
    for (const line of await lines()) {
      expect(within(line).queryByText('à saisir')).not.toBeInTheDocument();
      expect(within(line).queryByRole('textbox')).not.toBeInTheDocument();
    }
    expect(screen.queryByText(/Entrée passe au champ suivant/)).not.toBeInTheDocument();
  });

  it('never says complete of a locked period: a value may well be missing there', async () => {
    const [period, ...others] = grid([]).periods;
    open(entryAt, { 'GET /api/measures/entry': { ...grid([empty, locked]), periods: [{ ...period, locked: true, toEnter: 0 }, ...others] } });
    const choices = within(await screen.findByRole('combobox', { name: /^Période/ })).getAllByRole('option');
    expect(choices.map(({ textContent }) => textContent)).toEqual(['T3 2026 (juil.–sept.), verrouillée', 'T2 2026 (avr.–juin), complet']);
  });

  it('opens the line of an exception, and says who it is for', async () => {
    const mine = { person: 'Camille Durand', until: '2026-11-30T22:00:00Z', reason: 'Registre retrouvé', open: true, mine: true };
    open(entryAt, { 'GET /api/measures/entry': grid([entryLine({ ...closed, writable: true, indicator: meetings, exceptions: [mine] }), locked]) });
    const opened = await lineOf(meetings.id);
    expect((await lines())[0]).toBe(opened);
    expect(within(opened).getByText(/Une exception vous permet de corriger cette valeur/)).toBeVisible();
    expect(within(opened).getByText('à saisir')).toBeVisible();
    expect(within(opened).getByRole('textbox', { name: /^Valeur/ })).toBeEnabled();
    expect(screen.getByText(/Une exception vous ouvre une valeur/)).toBeVisible();
    expect(screen.getAllByText(/Période verrouillée/)).toHaveLength(1);
  });

  it('says that an answer came by a link, and counts it no more among what is to be entered', async () => {
    open(entryAt, { 'GET /api/measures/entry': grid([entryLine({ indicator: meetings, expected: null }), entryLine()]) });
    const received = await lineOf(meetings.id);
    expect(within(received).getByText('reçu, à accepter')).toBeVisible();
    expect(within(received).queryByText('à saisir')).not.toBeInTheDocument();
    expect(plain(screen.getByRole('main').textContent)).toContain('1 valeur à saisir sur 2.');
  });
});
