import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Refusal } from '../../testing/serve-api';
import type { IndicatorLine, Standing } from './api';
import { entryAt, entryLine, grid, indicator, measure, meetings, open, period, place, valuePath } from './testing/entry';

describe('the page where values are given', () => {
  const type = async (user: ReturnType<typeof userEvent.setup>, honoured: string, received: string) => {
    const line = await screen.findByRole('form', { name: /^Demandes honorées/ });
    const first = within(line).getByRole('textbox', { name: 'Honorées' });
    const second = within(line).getByRole('textbox', { name: 'Reçues' });
    await user.clear(first);
    await user.type(first, honoured);
    await user.clear(second);
    await user.type(second, received);
    return line;
  };

  it('shows the value before, the target and what is typed beside it, then saves the line', async () => {
    const user = userEvent.setup();
    const { asked } = open(entryAt, {
      'GET /api/measures/entry': () =>
        grid([
          entryLine(asked.some(({ method }) => method === 'PUT') ? { measure: measure({ numerator: 126, value: 63 }) } : {}),
        ]),
      [`PUT ${valuePath}`]: { id: measure().id, revision: 1 },
    });
    const line = await type(user, '126', '200');
    expect(
      within(line).getByText('61\u00A0% (T2\u00A02026)', {
        normalizer: (text) => text.replaceAll(' ', '\u00A0').replace('%\u00A0(', '% ('),
      }),
    ).toBeInTheDocument();
    expect(within(line).getByText(/^=\s63\s%$/)).toBeInTheDocument();
    expect(within(line).getByText(/−7\spoints par rapport à l’objectif/)).toBeInTheDocument();
    await user.click(within(line).getByRole('button', { name: /^Enregistrer/ }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ numerator: 126, denominator: 200, value: null, comment: null, revision: 0 }),
    );
    expect(await within(line).findByText('à valider')).toBeInTheDocument();
    expect(within(line).getByRole('checkbox', { name: /Cocher pour valider/ })).toBeEnabled();
  });

  it('says what is wrong beside the field, and sends nothing', async () => {
    const user = userEvent.setup();
    const { asked } = open(entryAt, { 'GET /api/measures/entry': grid([entryLine()]) });
    const line = await type(user, '226', '200');
    await user.click(within(line).getByRole('button', { name: /^Enregistrer/ }));
    const field = within(line).getByRole('textbox', { name: 'Honorées' });
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/Dépasse le total \(200\)/);
    await user.clear(within(line).getByRole('textbox', { name: 'Reçues' }));
    expect(within(line).getByRole('textbox', { name: 'Reçues' })).toHaveAccessibleDescription('À remplir.');
    expect(asked.some(({ method }) => method === 'PUT')).toBe(false);
  });

  it('takes the figure of the contract year « à ce jour », without saying that it is late', async () => {
    const user = userEvent.setup();
    const year = { key: 'CY5', kind: 'contract-year' as const, start: '2026-04-15', end: '2027-04-14' };
    const rate = indicator({
      ...meetings, id: 'a0000000-0000-7000-8000-000000000003', code: 'SCR-BREAST', name: 'Dépistage du cancer du sein', unit: '%', decimals: 2,
      bounded: true, frequency: 'contract-year', aggregation: 'last',
    });
    const line = entryLine({ indicator: rate, period: year, label: 'année 5', expected: null, previous: null, target: 75, targetSetFor: 'CY5' });
    open('/indicateurs/saisie?periode=CY5', {
      'GET /api/measures/entry': {
        ...grid([line]),
        periods: [{ key: 'CY5', label: 'année 5 (15/04/2026–14/04/2027)', kind: 'contract-year', running: true, locked: false, toEnter: 1, toValidate: 0 }],
        period: year,
        contractStart: '2022-04-15',
      },
    });
    expect(await screen.findByText(/L’année est en cours\s: donnez la valeur à ce jour/)).toHaveTextContent(/attendu à partir du 14\savril\s2027/);
    const form = await screen.findByRole('form', { name: new RegExp(`^${rate.name}`) });
    expect(within(form).getByText('à ce jour')).toBeInTheDocument();
    await user.type(within(form).getByRole('textbox', { name: 'Valeur' }), '101');
    await user.click(within(form).getByRole('button', { name: /^Enregistrer/ }));
    expect(within(form).getByRole('textbox', { name: 'Valeur' })).toHaveAccessibleDescription(/100\s% au plus/);
  });

  it('points out a value far from the one before, and sends it once it is explained', async () => {
    const user = userEvent.setup();
    const { asked } = open(entryAt, { 'GET /api/measures/entry': grid([entryLine()]), [`PUT ${valuePath}`]: { id: measure().id, revision: 1 } });
    const line = await type(user, '12', '200');
    expect(within(line).getByText(/très différente de la précédente/)).toBeInTheDocument();
    await user.click(within(line).getByRole('button', { name: /^Enregistrer/ }));
    expect(within(line).getByText(/Expliquez-la dans le commentaire/)).toBeInTheDocument();
    expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);
    await user.type(within(line).getByRole('textbox', { name: /Commentaire/ }), 'Une structure a fermé.');
    await user.click(within(line).getByRole('button', { name: /^Enregistrer/ }));
    await waitFor(() => expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(1));
  });

  it('goes on with Enter: next field, then saved and next line', async () => {
    const user = userEvent.setup();
    const second = entryLine({ indicator: meetings, previous: null, target: null, targetSetFor: null });
    const { asked } = open(entryAt, {
      'GET /api/measures/entry': grid([entryLine(), second]),
      [`PUT ${valuePath}`]: { id: measure().id, revision: 1 },
    });
    const line = await screen.findByRole('form', { name: /^Demandes honorées/ });
    await user.type(within(line).getByRole('textbox', { name: 'Honorées' }), '126{Enter}');
    expect(within(line).getByRole('textbox', { name: 'Reçues' })).toHaveFocus();
    await user.keyboard('200{Enter}');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Valeur' })).toHaveFocus());
    expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('shows both versions to who comes second, and lets choose', async () => {
    const user = userEvent.setup();
    const theirs = { numerator: 130, denominator: 200, value: 65, comment: null };
    const { asked } = open(entryAt, {
      'GET /api/measures/entry': grid([entryLine()]),
      [`PUT ${valuePath}`]: ({ body }: { body: unknown }) =>
        (body as { revision: number }).revision === 2
          ? { id: measure().id, revision: 3 }
          : new Refusal(409, 'edited-meanwhile', 'Modifié entre-temps.', {
              meta: { who: 'Julien Petit', when: '2026-11-21T08:00:00Z', revision: 2, current: theirs },
            }),
    });
    const line = await type(user, '126', '200');
    await user.click(within(line).getByRole('button', { name: /^Enregistrer/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/Julien Petit a enregistré une autre version/)).toBeInTheDocument();
    const row = within(dialog).getByRole('row', { name: /^Honorées/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual([expect.stringContaining('126'), expect.stringContaining('130')]);
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer ma version' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(asked.filter(({ method }) => method === 'PUT').map(({ body }) => (body as { revision: number }).revision)).toEqual([
      0, 2,
    ]);
  });

  it('keeps what is typed through a lost connection and a reload, and sends it when the network is back', async () => {
    const user = userEvent.setup();
    let lost = true;
    const answers = {
      'GET /api/measures/entry': grid([entryLine()]),
      [`PUT ${valuePath}`]: () => {
        if (lost) throw new TypeError('Failed to fetch');
        return { id: measure().id, revision: 1 };
      },
    };
    const first = open(entryAt, answers);
    const line = await type(user, '126', '200');
    await user.click(within(line).getByRole('button', { name: /^Enregistrer/ }));
    expect(await within(line).findByText(/Pas de connexion/)).toBeInTheDocument();
    first.unmount();

    const { asked } = open(entryAt, answers);
    const again = await screen.findByRole('form', { name: /^Demandes honorées/ });
    expect(within(again).getByRole('textbox', { name: 'Honorées' })).toHaveValue('126');
    expect(within(again).getByText(/a été retrouvée/)).toBeInTheDocument();
    await user.click(within(again).getByRole('button', { name: /^Enregistrer/ }));
    await within(again).findByText(/Pas de connexion/);
    lost = false;
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(within(again).queryByText(/Pas de connexion/)).not.toBeInTheDocument());
    expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(2);
    expect(Object.keys(localStorage).filter((key) => key.includes('measure:'))).toEqual([]);
  });

  it('sends the proof chosen before the value with it', async () => {
    const user = userEvent.setup();
    const { asked } = open(entryAt, {
      'GET /api/measures/entry': grid([entryLine()]),
      [`PUT ${valuePath}`]: { id: measure().id, revision: 1 },
      [`POST /api/measures/${measure().id}/evidence`]: { id: 'c0000000-0000-7000-8000-000000000001' },
    });
    const line = await type(user, '126', '200');
    const [chooser] = line.querySelectorAll<HTMLInputElement>('input[type="file"]');
    await user.upload(chooser!, new File(['%PDF-1.4'], 'releve.pdf', { type: 'application/pdf' }));
    expect(await within(line).findByText('(sera envoyé avec la valeur)')).toBeInTheDocument();
    await user.click(within(line).getByRole('button', { name: /^Enregistrer/ }));
    await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/evidence'))).toBe(true));
    expect(asked.filter(({ method }) => method !== 'GET').map(({ method }) => method)).toEqual(['PUT', 'POST']);
  });

  it('keeps the proof on the device through a reload and a lost connection, and sends it when the network is back', async () => {
    const user = userEvent.setup();
    let lost = true;
    const answers = {
      'GET /api/measures/entry': grid([entryLine({ measure: measure() })]),
      [`POST /api/measures/${measure().id}/evidence`]: () => {
        if (lost) throw new TypeError('Failed to fetch');
        return { id: 'c0000000-0000-7000-8000-000000000001' };
      },
    };
    const first = open(entryAt, answers);
    const line = await screen.findByRole('form', { name: /^Demandes honorées/ });
    await user.upload(line.querySelector<HTMLInputElement>('input[type="file"]')!, new File(['%PDF-1.4'], 'releve.pdf', { type: 'application/pdf' }));
    expect(await within(line).findByText(/Pas de connexion/)).toBeInTheDocument();
    first.unmount();

    const { asked } = open(entryAt, answers);
    const again = await screen.findByRole('form', { name: /^Demandes honorées/ });
    expect(await within(again).findByText('releve.pdf')).toBeInTheDocument();
    expect(await within(again).findByText(/retrouvé sur cet appareil/)).toBeInTheDocument();
    await within(again).findByText(/Pas de connexion/);
    lost = false;
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(within(again).queryByText('releve.pdf')).not.toBeInTheDocument());
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  it('refuses a program as a proof, and says which files are taken', async () => {
    const user = userEvent.setup({ applyAccept: false });
    open(entryAt, { 'GET /api/measures/entry': grid([entryLine()]) });
    const line = await screen.findByRole('form', { name: /^Demandes honorées/ });
    await user.upload(line.querySelector<HTMLInputElement>('input[type="file"]')!, new File(['x'], 'virus.exe'));
    expect(await within(line).findByRole('alert')).toHaveTextContent(/« virus.exe » n’est pas d’un type accepté/);
  });

  it('validates the values checked in one act', async () => {
    const user = userEvent.setup();
    const other = {
      ...measure(),
      id: 'b0000000-0000-7000-8000-000000000002',
      indicatorId: meetings.id,
      numerator: null,
      denominator: null,
      value: 4,
      revision: 3,
    };
    const { asked } = open(entryAt, {
      'GET /api/measures/entry': grid([entryLine({ measure: measure() }), entryLine({ indicator: meetings, measure: other })]),
      'POST /api/measures/validation': null,
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Tout cocher' }));
    await user.click(screen.getByRole('button', { name: 'Valider les 2 valeurs' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
        measures: [
          { id: measure().id, revision: 1 },
          { id: other.id, revision: 3 },
        ],
      }),
    );
  });

  it('shows a validated value without fields, and no validation to a lead', async () => {
    const validated = entryLine({
      measure: measure({ status: 'validated', validatedAt: '2026-10-13T08:00:00Z' }),
      validatedByName: 'Claire Martin',
      writable: false,
      moves: [],
    });
    open(
      entryAt,
      {
        'GET /api/measures/entry': grid([
          validated,
          entryLine({ indicator: meetings, measure: measure({ numerator: null, denominator: null, value: 4 }), moves: ['delete'] }),
        ]),
      },
      'lead',
    );
    const line = await screen.findByRole('form', { name: /^Demandes honorées/ });
    expect(within(line).queryByRole('textbox')).not.toBeInTheDocument();
    expect(within(line).getByText(/Validée par Claire Martin le 13/)).toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });

  it('names the period in the address, so that it does not change when its last value is given', async () => {
    const { address } = open('/indicateurs/saisie', { 'GET /api/measures/entry': grid([entryLine()]) });
    await screen.findByRole('form', { name: /^Demandes honorées/ });
    expect(address()).toBe('/indicateurs/saisie?periode=2026-Q3');
  });
});

const standing = (change: Partial<Standing> = {}): Standing => ({
  period,
  value: 63,
  numerator: 126,
  denominator: 200,
  status: 'validated',
  comment: null,
  compared: 63,
  target: 70,
  targetSetFor: '2026-Q3',
  progress: { state: 'at-risk', attainment: 80, remaining: 7 },
  sentence: '63 % au T3 2026',
  series: [],
  ...change,
});

describe('the list of indicators', () => {
  const lines: IndicatorLine[] = [
    { indicator: indicator(), place, standing: standing(), awaited: 0, late: 0, proofMissing: true },
    {
      indicator: meetings,
      place: {
        missionLabels: ['Parcours', 'Prévention'],
        action: { id: 'd0000000-0000-7000-8000-000000000001', number: 1, title: 'Ville-hôpital' },
        responsible: 'Julien Petit',
        mine: false,
      },
      standing: standing({
        value: 4,
        compared: 12,
        target: 12,
        targetSetFor: 'CY3',
        progress: { state: 'reached', attainment: 100, remaining: 0 },
      }),
      awaited: 2,
      late: 1,
      proofMissing: false,
    },
  ];
  const answers = { 'GET /api/indicators': lines, 'GET /api/measures/awaited': [] };
  const rows = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

  it('compares values with their target and marks what is late', async () => {
    open('/indicateurs', answers);
    const row = await screen.findByRole('row', { name: /Réunions tenues/ });
    expect(within(row).getByText('12 réunions', { normalizer: (text) => text.replaceAll('\u00A0', ' ') })).toBeInTheDocument();
    expect(within(row).getByText('atteint')).toBeInTheDocument();
    expect(within(row).getByText(/1 valeur en retard/)).toBeInTheDocument();
    expect(within(row).getByText(/cumul année/)).toBeInTheDocument();
    expect(screen.getByText('2 indicateurs suivis, 1 à l’objectif')).toBeInTheDocument();
  });

  it('filters by each mission served, by state and by responsible, and says it in the address', async () => {
    const user = userEvent.setup();
    const { address } = open('/indicateurs', answers);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Filtrer par Mission' }), 'Prévention');
    await waitFor(() => expect(rows()).toEqual(['Réunions tenues']));
    expect(decodeURIComponent(address())).toBe('/indicateurs?f.mission=Prévention');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Filtrer par Responsable' }), 'Claire Martin');
    expect(await screen.findByText('Aucune ligne ne correspond à votre recherche')).toBeInTheDocument();
  });

  it('opens on the filters of the address', async () => {
    open('/indicateurs?f.etat=à risque', answers);
    await screen.findByRole('table');
    expect(rows()).toEqual(['Demandes honorées']);
  });

  it('puts first what a lead has to give, one tap from the field', async () => {
    const awaited = [
      {
        indicatorId: meetings.id,
        code: 'PAR-02',
        name: 'Réunions tenues',
        periodKey: '2026-Q3',
        periodLabel: 'T3 2026',
        need: 'to-enter',
        dueOn: '2026-10-15',
        lateDays: 37,
        responsible: 'Claire Martin',
      },
    ];
    open('/indicateurs', { ...answers, 'GET /api/measures/awaited': awaited }, 'lead');
    const section = await screen.findByRole('region', { name: 'Vos valeurs à donner' });
    expect(await within(section).findByRole('link', { name: /Réunions tenues/ })).toHaveAttribute(
      'href',
      `/indicateurs/saisie?periode=2026-Q3&indicateur=${meetings.id}`,
    );
    expect(screen.queryByRole('link', { name: 'Nouvel indicateur' })).not.toBeInTheDocument();
  });

  it('says of a value given that its validation is late, and not who gave it', async () => {
    const awaited = [{ indicatorId: meetings.id, code: 'PAR-02', name: 'Réunions tenues', periodKey: '2026-Q3', periodLabel: 'T3 2026', need: 'to-validate', dueOn: '2026-10-15', lateDays: 37, responsible: 'Julien Petit' }];
    open('/indicateurs', { ...answers, 'GET /api/measures/awaited': awaited });
    const section = await screen.findByRole('region', { name: 'Ce qui est attendu' });
    expect(await within(section).findByText(/^à valider, en retard de 37.jours$/)).toBeVisible();
    expect(within(section).queryByText(/Julien Petit/)).not.toBeInTheDocument();
  });

  it('says what to do when there is none, to who may do it', async () => {
    open('/indicateurs', { ...answers, 'GET /api/indicators': [] });
    expect(await screen.findByRole('link', { name: 'Nouvel indicateur' })).toHaveAttribute('href', '/indicateurs/nouveau');
  });
});
