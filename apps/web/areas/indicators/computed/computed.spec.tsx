import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../../testing/render';
import { serveApi } from '../../../testing/serve-api';
import { indicator, measure } from '../testing/entry';

const id = indicator().id;
const input = 'a0000000-0000-7000-8000-0000000000b1';
const question = 'La formule donne 63 %, la valeur validée dit 60 % : garder ou rouvrir ?';
const computed = {
  formula: '100 * SNP-02 / SNP-03', words: '100 × « Honorées » ÷ « Reçues »', inputs: [{ id: input, code: 'SNP-02', name: 'Honorées' }], feeds: [{ id: 'c1', code: 'TOT-01', name: 'Total' }],
  periods: [{ periodKey: '2026-Q3', label: 'T3 2026', outcome: 'asked', text: '63 %', sentence: null, question, reopens: true, closed: null, computedAt: '2026-11-20T10:00:00Z', revision: 4,
    inputs: [{ kind: 'indicator', id: input, written: 'SNP-02', name: 'Honorées', text: '126', settled: true }, { kind: 'indicator', id: input, written: 'SNP-03', name: 'Reçues', text: null, settled: false }] }],
  may: { settle: true },
};
const period = { key: '2026-Q3', kind: 'quarter', start: '2026-07-01', end: '2026-09-30' };
const line = {
  period, label: 'T3 2026', target: null, targetSetFor: null, targetOfYear: false, measure: measure({ value: 60, status: 'validated', origin: 'computed' }), evidence: [], recordedByName: null, validatedByName: 'Claire Martin',
  absence: null, expected: null, writable: false, moves: ['reopen'], lock: null, exceptions: [], underException: false, submittedByName: null, checkedByName: null, returnedByName: null,
};
const card = {
  indicator: indicator({ formula: { text: computed.formula, inputs: [] } }), place: { missionLabels: ['Accès aux soins'], action: null, responsible: null, mine: false }, standing: null, targets: [], values: [line], changes: [],
  locked: true, may: { define: true, enter: true, validate: true }, today: '2026-11-21', contractStart: null,
};
const answers = {
  'GET /api/session': testSession(),
  'GET /api/contract/current-year': null,
  [`GET /api/indicators/${id}`]: card,
  [`GET /api/indicators/${id}/history`]: [],
  [`GET /api/indicators/${id}/computed`]: computed,
  [`POST /api/indicators/${id}/computed/2026-Q3`]: null,
};

describe('a computed value', () => {
  it('shows its inputs with links and what it feeds, asks, and sends the answer with its reason', async () => {
    const user = userEvent.setup();
    const asked = serveApi(answers);
    openApp(`/indicateurs/${id}/valeurs/2026-Q3`);
    expect(await screen.findByText(question)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /SNP-02 · Honorées/ })).toHaveAttribute('href', `/indicateurs/${input}`);
    expect(screen.getByRole('link', { name: /TOT-01 · Total/ })).toBeInTheDocument();
    expect(screen.getByText('pas de valeur')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Garder la valeur' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Garder la valeur' }));
    expect(within(dialog).getByText('Donnez la raison en quelques mots.')).toBeInTheDocument();
    await user.type(within(dialog).getByRole('textbox', { name: 'Raison' }), 'Vu avec la CPAM');
    await user.click(within(dialog).getByRole('button', { name: 'Garder la valeur' }));
    await waitFor(() => expect(asked.find(({ method }) => method === 'POST')).toMatchObject({ path: `/api/indicators/${id}/computed/2026-Q3`, body: { choice: 'keep', reason: 'Vu avec la CPAM', revision: 4 } }));
  });

  it('offers to take the figure only where it can be taken, and says why otherwise', async () => {
    const closed = 'Période verrouillée : une exception l’ouvre.';
    serveApi({ ...answers, [`GET /api/indicators/${id}/computed`]: { ...computed, periods: computed.periods.map((one) => ({ ...one, closed })) } });
    openApp(`/indicateurs/${id}/valeurs/2026-Q3`);
    expect(await screen.findByText(closed)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Garder la valeur' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Rouvrir et prendre le calcul' })).not.toBeInTheDocument();
  });

  it('says the formula in words on the card', async () => {
    serveApi(answers);
    openApp(`/indicateurs/${id}`);
    expect(await screen.findByText(computed.words)).toBeInTheDocument();
    expect(screen.getByText(computed.formula)).toBeInTheDocument();
  });

  it('says on the card which period is to be settled, and leads there', async () => {
    serveApi(answers);
    openApp(`/indicateurs/${id}`);
    const asked = await screen.findByText(new RegExp('La formule donne 63'));
    expect(within(asked).getByRole('link', { name: 'T3 2026' })).toHaveAttribute('href', `/indicateurs/${id}/valeurs/2026-Q3`);
  });

  it('is told in the history as given by the formula, not by nobody', async () => {
    const given = { act: 'recorded', periodKey: '2026-Q3', at: '2026-10-13T08:00:00Z', by: null, before: null, after: { value: 60, origin: 'computed' }, reason: null };
    serveApi({ ...answers, [`GET /api/indicators/${id}/history`]: [given] });
    openApp(`/indicateurs/${id}/valeurs/2026-Q3`);
    expect(await screen.findByText('Le calcul')).toBeInTheDocument();
  });
});

describe('the formula of a card', () => {
  it('is read while it is typed, with its fault at once and its last periods', async () => {
    const user = userEvent.setup();
    const asked = serveApi({
      'GET /api/session': testSession(),
      'GET /api/contract/current-year': null,
      [`GET /api/indicators/${id}`]: { ...card, indicator: indicator({ kind: 'count', unit: 'réunions', numeratorLabel: null, denominatorLabel: null }), values: [], locked: false },
      'GET /api/indicators': [{ indicator: indicator({ id: input, code: 'REU-01', name: 'Réunions' }), place: card.place, standing: null, awaited: 0, late: 0 }],
      'GET /api/missions': { missions: [{ code: 'access-to-care', label: 'Accès aux soins', shortLabel: 'Accès', kind: 'core', chosen: true }] },
      'GET /api/project': { project: null, inForceId: null, draftId: null },
      'GET /api/people': [],
      'POST /api/indicators/formula/preview': ({ body }: { body: unknown }) =>
        (body as { text: string }).text.includes('99')
          ? { fault: '« REU-99 », au caractère 1 de la formule, n’est le code d’aucun indicateur.', place: 1, words: null, periods: [] }
          : { fault: null, place: null, words: '« Réunions » × 2', periods: [{ label: 'T3 2026', text: '8 réunions', sentence: null }, { label: 'T2 2026', text: null, sentence: 'Pas de valeur : il manque REU-01.' }] },
    });
    openApp(`/indicateurs/${id}/modifier`);
    await user.click(await screen.findByRole('button', { name: 'Continuer' }));
    await user.click(await screen.findByRole('radio', { name: /Calculées à partir d’autres indicateurs/ }));
    const field = screen.getByRole('textbox', { name: /^Formule/ });
    await user.type(field, 'REU-99');
    expect(await screen.findByText(/n’est le code d’aucun indicateur/)).toBeInTheDocument();
    await user.clear(field);
    await user.selectOptions(screen.getByRole('combobox', { name: /Ajouter un indicateur/ }), 'REU-01');
    expect(field).toHaveValue('REU-01');
    await user.type(field, ' * 2');
    expect(await screen.findByText('8 réunions')).toBeInTheDocument();
    expect(screen.getByText(/il manque REU-01/)).toBeInTheDocument();
    expect(asked.filter(({ path }) => path === '/api/indicators/formula/preview').at(-1)?.body).toMatchObject({ text: 'REU-01 * 2', indicatorId: id, kind: 'count' });
  });
});
