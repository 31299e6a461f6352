import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, renderPart, testSession } from '../../../testing/render';
import { Refusal, serveApi, type ServedAnswer } from '../../../testing/serve-api';
import { measure } from '../testing/entry';
import { ValueState } from '../values/value-state';
import type { LocksPage, WaitingPage, WaitingValue } from './validation-api';

const settings = { by: 'coordinator' as const, steps: 1 as const, submitOnSave: true, revision: 0 };

const value = (change: Partial<WaitingValue> = {}): WaitingValue => ({
  id: 'b0000000-0000-7000-8000-000000000001', revision: 1, indicatorId: 'a0000000-0000-7000-8000-000000000001', code: 'REU-01', name: 'Réunions tenues',
  periodKey: '2026-Q3', periodLabel: 'T3 2026', value: '12 réunions', comment: null, origin: 'typed', stage: 'submitted', waitsFor: 'coordinator', remark: null,
  givenBy: 'Julie Roux', since: '2026-10-05T08:00:00Z', proofs: 0, evidenceExpected: 'Feuille d’émargement', action: 'Coordination', missions: ['Parcours'],
  responsible: 'Julie Roux', moves: ['validate', 'send-back', 'delete'], ...change,
});
const other = value({ id: 'b0000000-0000-7000-8000-000000000002', code: 'ACC-02', name: 'Créneaux ouverts', value: '40', periodKey: '2026-Q2', periodLabel: 'T2 2026' });
const waiting = (values: WaitingValue[], beyond = 0): WaitingPage => ({ settings, values, beyond });

const locks = (change: Partial<LocksPage> = {}): LocksPage => ({ locks: [], exceptions: [], lockable: [{ key: '2026-Q3', label: 'T3 2026' }], may: true, today: '2026-11-21', ...change });
const standing = {
  id: 'c0000000-0000-7000-8000-000000000001', periodKey: '2026-Q2', label: 'T2 2026', lockedAt: '2026-10-20T08:00:00Z', lockedBy: 'Claire Martin', valuesLocked: 8, valuesLeft: 1,
  unlockedAt: null, unlockedBy: null, unlockReason: null,
};

function open(at: string, answers: Record<string, ServedAnswer>, role: 'coordinator' | 'lead' | 'board' = 'coordinator') {
  const asked = serveApi({ 'GET /api/session': testSession({ role }), 'GET /api/contract/current-year': null, ...answers });
  return { asked, ...openApp(at) };
}

const sent = (asked: { method: string; path?: string; body?: unknown }[], method: string) => asked.filter((one) => one.method === method);

describe('À valider', () => {
  it('counts all that waits, and says which of it is there, when there is more than a page', async () => {
    open('/indicateurs/validation', { 'GET /api/measures/waiting': waiting([value(), other], 57_600) });
    expect(await screen.findByText(/57.602.valeurs en attente\. Les 2 plus anciennes sont ici, dont/)).toBeVisible();
  });

  it('validates the values checked in one act', async () => {
    const user = userEvent.setup();
    const { asked } = open('/indicateurs/validation', { 'GET /api/measures/waiting': waiting([value(), other]), 'POST /api/measures/validation': null });
    const list = await screen.findByRole('list', { name: /pas encore validées/ });
    expect(within(list).getAllByText('sans preuve')).toHaveLength(2);
    await user.click(screen.getByRole('checkbox', { name: /^Tout cocher/ }));
    await user.click(screen.getByRole('button', { name: /^Valider les 2 valeurs/ }));
    await waitFor(() => expect(sent(asked, 'POST')).toHaveLength(1));
  });

  it('validates all that the filters choose, however many, once their number and what stays are told', async () => {
    const user = userEvent.setup();
    const { asked } = open('/indicateurs/validation?periode=2026-Q3', {
      'GET /api/measures/waiting': waiting([value(), other], 57_600),
      'GET /api/measures/waiting/validation': { asOf: '2026-11-21T09:00:00.000Z', advance: 7200, proofless: 3, locked: 0 },
      'POST /api/measures/waiting/validation': { advanced: 7200, more: 0 },
    });
    await user.click(await screen.findByRole('button', { name: /^Tout valider/ }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/7.200 valeurs de ces filtres avancent/)).toBeInTheDocument();
    expect(within(dialog).getByText(/3 livrables sans preuve restent à valider/)).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: /^Valider les 7.200 valeurs/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(asked.find(({ path }) => path === '/api/measures/waiting/validation')?.search).toBe('?period=2026-Q3');
    expect(sent(asked, 'POST')).toMatchObject([{ body: { period: '2026-Q3', asOf: '2026-11-21T09:00:00.000Z' } }]);
  });

  it('narrows the list by what is looked for and by period, in the address', async () => {
    const user = userEvent.setup();
    const { address } = open('/indicateurs/validation', { 'GET /api/measures/waiting': waiting([value(), other]) });
    await user.type(await screen.findByRole('textbox', { name: /Chercher/ }), 'creneaux');
    await waitFor(() => expect(screen.queryByText('Réunions tenues')).not.toBeInTheDocument());
    expect(screen.getByText('Créneaux ouverts')).toBeInTheDocument();
    expect(address()).toContain('q=creneaux');
  });

  it('sends a value back with a remark that says something', async () => {
    const user = userEvent.setup();
    const { asked } = open('/indicateurs/validation', { 'GET /api/measures/waiting': waiting([value()]), [`POST /api/measures/${value().id}/return`]: null });
    await user.click(await screen.findByRole('button', { name: /^Renvoyer à corriger/ }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Renvoyer à corriger' }));
    expect(within(dialog).getByText(/5 caractères au moins\)/)).toBeInTheDocument();
    await user.type(within(dialog).getByRole('textbox'), 'Le mois de juillet manque.');
    await user.click(within(dialog).getByRole('button', { name: 'Renvoyer à corriger' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent(asked, 'POST')).toMatchObject([{ body: { revision: 1, remark: 'Le mois de juillet manque.' } }]);
  });

  it('shows a lead what it gave, without anything to validate', async () => {
    open('/indicateurs/validation', { 'GET /api/measures/waiting': waiting([value({ stage: 'draft', remark: 'Le mois de juillet manque.', waitsFor: null, moves: ['submit', 'delete'] })]) }, 'lead');
    expect(await screen.findByText('à corriger')).toBeInTheDocument();
    expect(screen.getByText(/Le mois de juillet manque/)).toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('says what to do when nothing waits', async () => {
    open('/indicateurs/validation', { 'GET /api/measures/waiting': waiting([]) });
    expect(await screen.findByRole('heading', { name: /Aucune valeur n’attend|Aucune valeur n'attend/ })).toBeInTheDocument();
  });
});

describe('Périodes verrouillées', () => {
  it('lists what is not validated before locking, and locks what was seen', async () => {
    const user = userEvent.setup();
    const left = [{ indicatorId: value().indicatorId, code: 'REU-01', name: 'Réunions tenues', periodKey: '2026-Q3', periodLabel: 'T3 2026', status: 'missing' as const }];
    const { asked } = open('/indicateurs/verrous', {
      'GET /api/period-locks': locks(),
      'GET /api/period-locks/preview': { periodKey: '2026-Q3', label: 'T3 2026', settled: 7, left },
      'POST /api/period-locks': { id: standing.id },
    });
    await user.click(await screen.findByRole('button', { name: 'Verrouiller une période' }));
    const dialog = await screen.findByRole('dialog');
    await user.selectOptions(within(dialog).getByRole('combobox'), '2026-Q3');
    expect(await within(dialog).findByText(/REU-01 Réunions tenues, T3 2026/)).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: /^Verrouiller malgré/ }));
    await waitFor(() => expect(sent(asked, 'POST')).toMatchObject([{ body: { period: '2026-Q3', seenLeft: 1 } }]));
  });

  it('unlocks with a reason, and shows exceptions with whom and until when', async () => {
    const user = userEvent.setup();
    const exception = {
      id: 'd0000000-0000-7000-8000-000000000001', person: 'Julie Roux', indicatorId: value().indicatorId, indicator: 'REU-01 Réunions tenues', periodKey: '2026-Q2', periodLabel: 'T2 2026',
      until: '2026-11-23T17:00:00Z', reason: 'Chiffre corrigé par la CPAM', grantedAt: '2026-11-20T08:00:00Z', grantedBy: 'Claire Martin', closedAt: null, open: true,
    };
    const { asked } = open('/indicateurs/verrous', {
      'GET /api/period-locks': locks({ locks: [standing], exceptions: [exception] }),
      [`POST /api/period-locks/${standing.id}/unlocking`]: null,
    });
    expect(await screen.findByText('en cours')).toBeInTheDocument();
    expect(screen.getByText(/Chiffre corrigé par la CPAM/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Déverrouiller' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox'), 'Erreur de la CPAM');
    await user.click(within(dialog).getByRole('button', { name: 'Déverrouiller' }));
    await waitFor(() => expect(sent(asked, 'POST')).toMatchObject([{ body: { reason: 'Erreur de la CPAM' } }]));
  });

  it('offers nothing to who may only read', async () => {
    open('/indicateurs/verrous', { 'GET /api/period-locks': locks({ locks: [standing], may: false }) }, 'lead');
    expect(await screen.findByText('T2 2026')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /verrouiller/i })).not.toBeInTheDocument();
  });
});

describe('Réglages › Validation des valeurs', () => {
  it('changes who validates, on what is on screen', async () => {
    const user = userEvent.setup();
    const { asked } = open('/reglages/validation', { 'GET /api/measures/validation/settings': settings, 'PUT /api/measures/validation/settings': { ...settings, by: 'board', steps: 2, revision: 1 } });
    await user.click(await screen.findByRole('radio', { name: /puis un membre du bureau/ }));
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(sent(asked, 'PUT')).toMatchObject([{ body: { by: 'board', steps: 2, submitOnSave: true, revision: 0 } }]));
  });

  it('shows what somebody else set meanwhile', async () => {
    const user = userEvent.setup();
    const meta = { who: 'Paul Petit', revision: 1, current: { ...settings, by: 'board', revision: 1 } };
    open('/reglages/validation', { 'GET /api/measures/validation/settings': settings, 'PUT /api/measures/validation/settings': new Refusal(409, 'edited-meanwhile', 'Paul Petit a modifié.', meta) });
    await user.click(await screen.findByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText(/Paul Petit/)).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /^Un membre du bureau/ })).toBeChecked();
  });
});

describe('a value that was sent back', () => {
  const line = { measure: measure({ remark: 'Il manque septembre.' }), lock: null, exceptions: [], returnedByName: 'Anne Petit', recordedByName: 'Julie Roux' };

  it.each([
    ['a lead', 'lead', line, 'Anne Petit vous demande de corriger cette valeur'],
    ['the coordination that gave it', 'coordinator', { ...line, recordedByName: 'Claire Martin' }, 'Anne Petit vous demande de corriger cette valeur'],
    ['the coordination, for a value that somebody else gave', 'coordinator', line, 'Renvoyée par Anne Petit, à corriger'],
  ] as const)('says to %s whom it asks', async (_, role, shown, sentence) => {
    await renderPart(<ValueState line={shown} mine />, { session: testSession({ role }) });
    expect(screen.getByText(sentence)).toBeInTheDocument();
  });
});
