import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { Refusal, serveApi } from '../../testing/serve-api';
import { contentOf, openLines, proposedParts, shownLines, valuesOf } from './payment-form-values';
import type { PaymentLine, PaymentsPage, ReceivedPayment } from './payments-api';
import { paymentsCsv } from './payments-csv';
import { statusWords } from './payments-lines';

const common = (role: 'coordinator' | 'treasurer' | 'board' = 'treasurer') => ({ 'GET /api/session': testSession({ role }), 'GET /api/contract/current-year': null });
const line = (key: string, change: Partial<PaymentLine> = {}): PaymentLine => ({
  key: `CY5.${key}`, year: 5, kind: 'operating-advance', missionCode: null, label: key, date: '2026-04-15', when: 'à l’anniversaire', cents: 5_625_000, atStakeCents: null,
  formula: '75 000 € × 75 % = 56 250 €', missing: null, receivedCents: 0, remainingCents: 5_625_000, overpaidCents: 0, status: 'late', lateDays: 220, ...change,
});
const advance = line('operating.advance', { label: 'Fonctionnement, avance' });
const prevention = line('prevention.fixed.advance', { label: 'Prévention : part fixe, avance', cents: 1_312_500, remainingCents: 1_312_500, receivedCents: 0 });
const balance = line('operating.balance', { label: 'Fonctionnement, solde', date: '2027-04-15', cents: 1_875_000, remainingCents: 1_875_000, status: 'upcoming', lateDays: 0 });
const variable = line('prevention.variable', {
  label: 'Prévention : part variable', kind: 'variable', date: null, when: 'après le dialogue de gestion', cents: null, atStakeCents: 1_750_000, formula: null,
  missing: 'Le montant sera celui du dialogue.', remainingCents: null, status: 'at-stake', lateDays: 0,
});
const totals = { expectedCents: 8_812_500, receivedCents: 0, owedCents: 6_937_500, toComeCents: 1_875_000, overpaidCents: 0, atStakeCents: 1_750_000, notComputed: 0 };
const none = { expectedCents: 0, receivedCents: 0, owedCents: 0, toComeCents: 0, overpaidCents: 0, atStakeCents: 0, notComputed: 0 };
const page: PaymentsPage = {
  today: '2026-11-21',
  contract: { signedOn: '2022-04-15', endsOn: '2027-04-14', prorataUnit: 'days' },
  currentYear: 5,
  years: [
    { number: 4, start: '2025-04-15', end: '2026-04-14', hasTerms: false, lines: [], totals: none },
    { number: 5, start: '2026-04-15', end: '2027-04-14', hasTerms: true, lines: [advance, balance, prevention, variable], totals },
  ],
  totals: { ...totals, unallocatedCents: 0 },
  payments: [],
};
const received: ReceivedPayment = {
  id: '01890000-0000-7000-8000-0000000000bb', receivedOn: '2026-05-04', cents: 7_000_000, reference: 'VIR 0426', note: null, unallocatedCents: 1_375_000, revision: 1,
  parts: [{ lineKey: advance.key, cents: 5_625_000, label: advance.label, year: 5, expected: true }], recordedAt: '2026-05-05T08:00:00Z', recordedBy: 'Ana Bel',
  cancelledAt: null, cancelledBy: null, cancelReason: null,
};
const withOne: PaymentsPage = { ...page, payments: [received], totals: { ...page.totals, receivedCents: 7_000_000, owedCents: 1_312_500, unallocatedCents: 1_375_000 } };
const plain = (text: string | null) => text?.replaceAll(/[\u00A0\u202F]/g, ' ');

// What is typed is kept on the device: a form begins empty in each test.
beforeEach(() => localStorage.clear());

describe('contrat › versements', () => {
  it('says what the caisse owes, line by line, with the formula', async () => {
    serveApi({ ...common(), 'GET /api/money/payments': page });
    openApp('/contrat/versements');
    expect(await screen.findByRole('heading', { level: 1, name: 'Versements de la caisse' })).toBeVisible();
    expect(plain(screen.getByText('La caisse doit encore').parentElement?.textContent ?? '')).toContain('69 375 €');
    const owed = screen.getByRole('region', { name: 'Lignes attendues à ce jour et pas entièrement reçues' });
    const [first] = within(owed).getAllByRole('row').slice(1);
    expect(plain(first?.textContent ?? '')).toContain('75 000 € × 75 % = 56 250 €');
    expect(plain(first?.textContent ?? '')).toContain('en retard depuis 220 jours');
    const year = screen.getByRole('region', { name: 'Versements de l’année 5 du contrat' });
    expect(plain(within(year).getByText('Prévention : part variable').closest('tr')?.textContent ?? '')).toContain('jusqu\'à 17 500 €'.replace('\'', '’'));
  });

  it('records an amount: the oldest lines proposed, corrected by hand, sent once with its id', async () => {
    const user = userEvent.setup();
    const asked = serveApi({ ...common(), 'GET /api/money/payments': page, 'POST /api/money/payments': withOne });
    openApp('/contrat/versements');
    const [button] = await screen.findAllByRole('button', { name: 'Enregistrer un versement reçu' });
    await user.click(button as HTMLElement);
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    expect(within(dialog).getByText('Indiquez le montant reçu.')).toBeVisible();
    await user.type(within(dialog).getByLabelText(/^Montant reçu/), '60 000');
    await user.type(within(dialog).getByLabelText(/^Reçu le/), '04/05/2026');
    expect(within(dialog).getByLabelText(/^Fonctionnement, avance/)).toHaveValue('56\u202F250');
    expect(within(dialog).getByLabelText(/^Prévention : part fixe, avance/)).toHaveValue('3\u202F750');
    expect(within(dialog).getByText('Le montant est entièrement rattaché.')).toBeVisible();
    const part = within(dialog).getByLabelText(/^Prévention : part fixe, avance/);
    await user.clear(part);
    await user.type(part, '4 000');
    expect(plain(within(dialog).getByText(/^Les lignes dépassent/).textContent)).toBe('Les lignes dépassent le montant reçu de 250 €.');
    await user.clear(part);
    await user.type(part, '3 000,50');
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const sent = asked.filter(({ method }) => method === 'POST');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/), receivedOn: '2026-05-04', cents: 6_000_000, reference: null, note: null,
      parts: [{ lineKey: advance.key, cents: 5_625_000 }, { lineKey: prevention.key, cents: 300_050 }],
    });
    expect(plain((await screen.findByRole('heading', { level: 3, name: /70/ })).textContent)).toContain('70 000 €, reçus le 4 mai 2026');
  });

  it('warns of an amount already recorded that day, and says what comes next', async () => {
    const user = userEvent.setup();
    serveApi({ ...common(), 'GET /api/money/payments': withOne });
    openApp('/contrat/versements');
    expect(plain((await screen.findByText(/^prochain versement/)).textContent)).toBe('prochain versement : 18 750 € le 15 avril 2027');
    await user.click(screen.getByRole('button', { name: 'Enregistrer un versement reçu' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText(/^Montant reçu/), '70 000');
    expect(within(dialog).queryByText(/déjà enregistré/)).not.toBeInTheDocument();
    await user.type(within(dialog).getByLabelText(/^Reçu le/), '04/05/2026');
    expect(within(dialog).getByText(/déjà enregistré/)).toBeVisible();
  });

  it('cancels with a reason only, and keeps the dialog open when refused', async () => {
    const user = userEvent.setup();
    const asked = serveApi({
      ...common(), 'GET /api/money/payments': withOne,
      [`POST /api/money/payments/${received.id}/cancellation`]: new Refusal(409, 'edited-meanwhile', 'Ana Bel a modifié cet élément entre-temps.'),
    });
    openApp('/contrat/versements');
    await user.click(await screen.findByRole('button', { name: /^Annuler le versement/ }));
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Annuler ce versement' });
    expect(confirm).toBeDisabled();
    await user.type(within(dialog).getByLabelText('Raison'), 'Saisi deux fois');
    await user.click(confirm);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Ana Bel');
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ revision: 1, reason: 'Saisi deux fois' });
  });

  it('shows both versions when another changed the payment meanwhile', async () => {
    const user = userEvent.setup();
    const current = { receivedOn: '2026-05-04', cents: 7_100_000, reference: 'VIR 0426', note: null, parts: [] };
    serveApi({
      ...common(), 'GET /api/money/payments': withOne,
      [`PUT /api/money/payments/${received.id}`]: new Refusal(409, 'edited-meanwhile', 'Modifié.', { meta: { who: 'Ana Bel', when: 'le 5 mai', revision: 2, current } }),
    });
    openApp('/contrat/versements');
    await user.click(await screen.findByRole('button', { name: /^Modifier le versement/ }));
    await user.type(await screen.findByLabelText(/^Note/), 'relevé');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(plain((await screen.findByRole('row', { name: /^Montant reçu/ })).textContent)).toContain('71 000 €');
  });

  it('is only read by the bureau; what is missing says what to do', async () => {
    serveApi({ ...common('board'), 'GET /api/money/payments': withOne });
    openApp('/contrat/versements?annee=4');
    expect(await screen.findByText('Les montants de l’année 4 ne sont pas saisis')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Enregistrer un versement|Modifier|Annuler/ })).not.toBeInTheDocument();
  });

  it.each([
    ['no contract', { ...page, contract: null, currentYear: null, years: [] }, 'Le contrat n’est pas encore renseigné'],
    ['no terms', { ...page, years: page.years.slice(0, 1) }, 'Les montants du contrat ne sont pas encore saisis'],
  ])('with %s leads to the contract', async (_, served, title) => {
    serveApi({ ...common('coordinator'), 'GET /api/money/payments': served });
    openApp('/contrat/versements');
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Saisir les montants du contrat' })).toHaveAttribute('href', '/contrat');
  });
});

describe('the form of a payment', () => {
  const lines = openLines(page.years.flatMap((year) => year.lines), null);

  it('proposes and shows the lines that wait at that date', () => {
    expect(proposedParts(lines, 60_000, '2026-05-04')).toEqual({ [advance.key]: 56_250, [prevention.key]: 3_750 });
    expect(proposedParts(lines, null, '2026-05-04')).toEqual({});
    expect(proposedParts(lines, 60_000, null)).toEqual({});
    expect(shownLines(lines, { parts: { [variable.key]: null }, receivedOn: '2026-05-04' }).map(({ key }) => key)).toEqual([advance.key, prevention.key, variable.key]);
  });

  it('puts back what the payment already pays, and keeps the lines no longer expected', () => {
    const known = { ...received, parts: [{ lineKey: advance.key, cents: 5_000_000, label: '', year: 5, expected: true }, { lineKey: 'CY4.gone', cents: 100, label: 'Ancienne', year: 4, expected: false }] };
    const open = openLines([{ ...advance, receivedCents: 5_000_000, remainingCents: 625_000 }], known);
    expect(open.map(({ key, openCents }) => [key, openCents])).toEqual([[advance.key, 5_625_000], ['CY4.gone', null]]);
    expect(contentOf(valuesOf(known, 'x'))).toEqual({ receivedOn: '2026-05-04', cents: 7_000_000, reference: 'VIR 0426', note: null, parts: [{ lineKey: advance.key, cents: 5_000_000 }, { lineKey: 'CY4.gone', cents: 100 }] });
  });

  it('counts in whole cents', () => {
    expect(contentOf({ ...valuesOf(null, 'x'), receivedOn: '2026-05-04', euros: 1.15, parts: { a: 0.29, b: null } })).toMatchObject({ cents: 115, parts: [{ lineKey: 'a', cents: 29 }] });
  });
});

describe('words and export', () => {
  it('says lateness beside what was received', () => {
    expect(plain(statusWords({ status: 'late', lateDays: 1 }))).toBe('en retard depuis 1 jour');
    expect(plain(statusWords({ status: 'partly-received', lateDays: 40 }))).toBe('en partie reçu, en retard depuis 40 jours');
    expect(statusWords({ status: 'at-stake', lateDays: 0 })).toBe('en jeu');
  });

  it('exports every line with numbers as numbers, and no formula a spreadsheet would run', () => {
    const csv = paymentsCsv({ ...page, years: [{ ...(page.years[1] as PaymentsPage['years'][number]), lines: [{ ...advance, label: '=CMD()' }, variable] }] });
    const [, first, second] = csv.split('\r\n');
    expect(first).toContain('5;\'=CMD();15/04/2026;');
    expect(first).toContain(';56250;');
    expect(second).toContain(';17500;en jeu;');
  });
});
