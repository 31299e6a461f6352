import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EntryGrid, EntryLine, IndicatorCard } from '../api';
import { yearOf } from '../definition/definition-facts';
import { nextTargetPeriod, targetPeriods, yearKind } from '../definition/target-periods';
import { entryLine, grid, indicator, measure, meetings, open, place } from '../testing/entry';

const plain = (text: string | null): string => (text ?? '').replace(/[\u00A0\u202F]/g, ' ');
const drills = indicator({ ...meetings, id: 'a0000000-0000-7000-8000-000000000009', code: 'CRI-02', name: 'Exercices de crise', unit: 'exercices', frequency: 'event' });
const at = (key: string) => ({ key, kind: 'event' as const, start: key.slice(1, 11), end: key.slice(1, 11) });
const line = (key: string, change: Partial<EntryLine> = {}): EntryLine =>
  entryLine({ indicator: drills, period: at(key), label: key, target: 6, targetSetFor: 'CY5', targetOfYear: true, expected: null, previous: null, quality: { values: [], previous: null, other: null, definitionChangedOn: null }, ...change });
const page = (key: string, lines: EntryLine[], label: string): EntryGrid => ({
  ...grid(lines),
  periods: [...grid([]).periods, { key, label, kind: 'event', running: false, locked: false, toEnter: 0, toValidate: 0 }],
  period: at(key),
  contractStart: '2022-04-15',
});
/** The pages of these days, by the period asked for. */
const days = (...pages: EntryGrid[]) => ({ 'GET /api/measures/entry': ({ url }: { url: URL }) => pages.find(({ period }) => period?.key === url.searchParams.get('period')) ?? pages[0] });
const given = (key: string) => measure({ indicatorId: drills.id, periodKey: key, periodStart: key.slice(1, 11), periodEnd: key.slice(1, 11), numerator: null, denominator: null, value: 1 });

describe('an event', () => {
  const user = userEvent.setup({ delay: null });

  it('is added from the card, at its day, with no absence to state; nothing is late', async () => {
    const card = {
      indicator: drills, place, standing: null, targets: [], values: [], changes: [], locked: false, may: { define: true, enter: true, validate: true }, today: '2026-11-21', contractStart: '2022-04-15',
    } as unknown as IndicatorCard;
    const { asked } = open(`/indicateurs/${drills.id}`, {
      [`GET /api/indicators/${drills.id}`]: card,
      ...days(page('E2026-11-21', [line('E2026-11-21')], '21 novembre 2026')),
      [`PUT /api/indicators/${drills.id}/values/E2026-11-21`]: { id: given('E2026-11-21').id, revision: 1 },
    });
    expect(await screen.findByRole('heading', { name: 'Aucun événement enregistré' })).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Ajouter un événement' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Événement du 21 novembre 2026' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Jour de l’événement' })).toHaveValue('21/11/2026');
    expect(screen.queryByText(/en retard/)).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Pas de valeur/ })).not.toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: /^Valeur/ }), '1');
    await user.click(screen.getByRole('button', { name: /^Enregistrer/ }));
    await waitFor(() => expect(asked.find(({ method }) => method === 'PUT')?.body).toMatchObject({ value: 1, revision: 0 }));
  });

  it('is dated of another day once its field is left; a day to come opens nothing', async () => {
    open('/indicateurs/saisie?periode=E2026-11-21', {
      ...days(page('E2026-11-21', [line('E2026-11-21')], '21 novembre 2026'), page('E2026-11-03', [line('E2026-11-03')], '3 novembre 2026')),
    });
    const day = await screen.findByRole('textbox', { name: 'Jour de l’événement' });
    await user.clear(day);
    await user.type(day, '03/12/2026');
    await user.tab();
    expect(day).toHaveAccessibleDescription(/21.novembre.2026/);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/21.novembre/);
    await user.clear(day);
    await user.type(day, '03/11/2026');
    await user.tab();
    expect(await screen.findByRole('heading', { level: 1, name: 'Événement du 3 novembre 2026' })).toBeVisible();
  });

  it('once given, offers another one on the same day', async () => {
    open('/indicateurs/saisie?periode=E2026-11-03', {
      ...days(page('E2026-11-03', [line('E2026-11-03', { measure: given('E2026-11-03') })], '3 novembre 2026'), page('E2026-11-03.2', [line('E2026-11-03.2')], '3 novembre 2026 (2e)')),
    });
    expect(plain((await screen.findByText(/enregistré ce jour-là/)).textContent)).toBe('1 événement enregistré ce jour-là, 1 à valider.');
    await user.click(screen.getByRole('link', { name: /Ajouter un autre ce jour-là/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Événement du 3 novembre 2026 (2e)' })).toBeVisible();
  });

  it('in a locked period, shows the lock and lets the coordination open that day to somebody', async () => {
    const lock = { label: 'novembre 2026', lockedAt: '2026-12-01T08:00:00Z' };
    open('/indicateurs/saisie?periode=E2026-11-03', {
      ...days(page('E2026-11-03', [line('E2026-11-03', { lock, writable: false })], '3 novembre 2026')),
      'GET /api/people': [],
    });
    await user.click(await screen.findByRole('button', { name: /Accorder une exception/ }));
    expect(within(await screen.findByRole('dialog')).getByRole('button', { name: /Accorder/ })).toBeVisible();
  });

  it('has its targets by year: those of the contract, civil ones without', () => {
    const card = (contractStart: string | null) => ({ indicator: drills, targets: [], today: '2026-11-21', contractStart }) as unknown as IndicatorCard;
    expect(targetPeriods(card('2022-04-15')).map(({ key }) => key)).toEqual(['CY4', 'CY5', 'CY6', 'CY7', 'CY8']);
    expect(targetPeriods(card(null)).map(({ key }) => key)).toEqual(['2026', '2027', '2028', '2029']);
    expect([yearKind('event', null), yearKind('event', '2022-04-15'), yearKind('month', null)]).toEqual(['civil-year', 'contract-year', null]);
    expect(nextTargetPeriod(targetPeriods(card(null)), [], 'civil-year', '2026-11-21')).toBe('2026');
    expect([yearOf(drills), yearOf({ ...drills, frequency: 'month' })]).toEqual(['les événements s’additionnent', 'les périodes s’additionnent']);
  });
});
