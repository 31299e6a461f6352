import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { indicatorModels } from '@maillage/domain/indicators';
import { openApp, testSession } from '../../../testing/render';
import { serveApi, type ServedAnswer } from '../../../testing/serve-api';
import { cardInWords } from './form-summary';
import { blankValues, faultsOfFollow, faultsOfHow, faultsOfWhat, freeCode, inputOf } from './form-values';
import { nextTargetPeriod, targetPeriods } from './target-periods';

const mission = {
  code: 'access-to-care',
  label: 'Amélioration de l’accès aux soins',
  shortLabel: 'Accès aux soins',
  kind: 'core',
  chosen: true,
};
const answers: Record<string, ServedAnswer> = {
  'GET /api/session': testSession(),
  'GET /api/contract/current-year': null,
  'GET /api/indicators/models': indicatorModels,
  'GET /api/indicators': [],
  'GET /api/missions': { missions: [mission] },
  'GET /api/project': { project: null, inForceId: null, draftId: null },
  'GET /api/people': [{ id: '01890000-0000-7000-8000-0000000000aa', name: 'Claire Martin', role: 'coordinator' }],
  'POST /api/indicators': { id: 'a0000000-0000-7000-8000-000000000009' },
};

describe('a new indicator', () => {
  it('starts from a ready card of a mission followed, and is sent as it was checked', async () => {
    const user = userEvent.setup();
    const made = 'a0000000-0000-7000-8000-000000000009';
    const card = (definition: unknown) => ({
      indicator: { ...(definition as object), id: made, archivedAt: null, revision: 1 },
      place: { missionLabels: ['Accès aux soins'], action: null, responsible: null, mine: false },
      standing: null,
      targets: [],
      values: [],
      changes: [],
      locked: false,
      may: { define: true, enter: true, validate: true },
      today: '2026-11-21',
      contractStart: null,
    });
    const asked = serveApi({
      ...answers,
      [`GET /api/indicators/${made}`]: () => card(asked.find(({ method }) => method === 'POST')?.body),
    });
    openApp('/indicateurs/nouveau');
    await screen.findByRole('heading', { name: mission.label });
    expect(screen.queryByRole('link', { name: /Couverture vaccinale/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: /^Demandes de soins non programmés/ }));

    expect(await screen.findByRole('textbox', { name: 'Code' })).toHaveValue('SNP-01');
    const name = screen.getByRole('textbox', { name: 'Nom de l’indicateur' });
    await user.clear(name);
    await user.click(screen.getByRole('button', { name: 'Continuer' }));
    expect(name).toHaveAccessibleDescription(/Ce champ est obligatoire/);
    await user.type(name, 'Demandes honorées');
    for (const heading of ['Comment', 'Source et suivi', 'Vérifier']) {
      await user.click(screen.getByRole('button', { name: 'Continuer' }));
      await screen.findByRole('heading', { level: 2, name: heading });
    }
    expect(screen.getByText('Demandes honorées')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Créer l’indicateur' }));
    await waitFor(() => expect(asked.find(({ method }) => method === 'POST')).toBeDefined());
    const sent = asked.find(({ method }) => method === 'POST')?.body as Record<string, unknown>;
    expect(sent).toMatchObject({
      code: 'SNP-01',
      name: 'Demandes honorées',
      kind: 'ratio',
      unit: '%',
      bounded: true,
      missions: ['access-to-care'],
      baseline: null,
      actionId: null,
    });
    expect(Object.keys(sent)).not.toContain('advice');
    expect(await screen.findByRole('heading', { level: 1, name: 'Demandes honorées' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Fixer les objectifs' })).toBeInTheDocument();
  }, 30_000);

  it('keeps what is typed through a reload', async () => {
    const user = userEvent.setup();
    serveApi(answers);
    const first = openApp('/indicateurs/nouveau?modele=vide');
    await user.type(await screen.findByRole('textbox', { name: 'Nom de l’indicateur' }), 'Réunions');
    first.unmount();
    openApp('/indicateurs/nouveau?modele=vide');
    expect(await screen.findByRole('textbox', { name: 'Nom de l’indicateur' })).toHaveValue('Réunions');
    expect(screen.getByText(/a été retrouvée/)).toBeInTheDocument();
    expect(
      within(screen.getByRole('group', { name: /Missions servies/ })).getByRole('checkbox', { name: mission.label }),
    ).toBeInTheDocument();
  });
});

describe('what the form checks', () => {
  const around = { missionCodes: ['access-to-care'], takenCodes: ['SNP-01', 'SNP-02'] };
  const blank = blankValues('2026-10-01');
  const faulty = (faults: object): string[] => Object.entries(faults).flatMap(([field, fault]) => (fault ? [field] : []));

  it('asks for a name, a free code, a definition, and something to serve', () => {
    expect(faulty(faultsOfWhat(blank, around))).toEqual(['name', 'code', 'definition', 'missions']);
    const filled = { ...blank, name: 'Nom', code: 'snp 03', definition: 'Texte', actionId: 'x' };
    expect(faulty(faultsOfWhat(filled, around))).toEqual([]);
    expect(faulty(faultsOfWhat({ ...filled, code: 'snp-01' }, around))).toEqual(['code']);
  });

  it('asks for both parts of a rate, and a baseline whole or not at all', () => {
    expect(faulty(faultsOfHow({ ...blank, kind: 'ratio' }))).toEqual(['numeratorLabel', 'denominatorLabel']);
    expect(faulty(faultsOfFollow({ ...blank, baselineValue: 12 }))).toEqual(['baselineOn']);
    expect(faulty(faultsOfFollow({ ...blank, kind: 'ratio', unit: '%', baselineValue: 120, baselineOn: '2025-01-01' }))).toEqual([
      'baselineValue',
    ]);
  });

  it('sends nothing of a rate with a count, nor a unit with yes or no', () => {
    const typed = { ...blank, numeratorLabel: 'a', denominatorLabel: 'b', unit: '%', decimals: '2' };
    expect(inputOf({ ...typed, kind: 'count' })).toMatchObject({ numeratorLabel: null, bounded: true, unit: '%', decimals: 2 });
    expect(inputOf({ ...typed, kind: 'count', unit: 'actes' })).toMatchObject({ bounded: false });
    expect(inputOf({ ...typed, kind: 'yes-no' })).toMatchObject({ unit: null, decimals: 0 });
  });

  it('gives an example the next free code', () => {
    expect(freeCode('SNP-01', around.takenCodes)).toBe('SNP-03');
    expect(freeCode('MT-01', around.takenCodes)).toBe('MT-01');
  });
});

it('reads the whole card before it is sent: thresholds, where the baseline comes from, how events add up, the parts', () => {
  const typed = {
    ...blankValues('2026-10-01'), kind: 'count' as const, unit: 'exercices', frequency: 'event' as const, aggregation: 'sum' as const, baselineValue: 1, baselineOn: '2025-12-31' as const,
    baselineSource: 'Bilan 2025', alertWarn: 2, alertAlarm: 1, breakdowns: [{ kind: 'commune' as const, label: 'Commune', parts: 'Gien\nBriare' }],
  };
  const told = Object.fromEntries(cardInWords(typed, { missions: [], actions: [], people: [] }).map(({ label, value }) => [label, value.replace(/\s/g, ' ')]));
  expect(told).toMatchObject({ 'Valeur de l’année': 'les événements s’additionnent', 'Valeur initiale': '1 exercice au 31 décembre 2025 (Bilan 2025)', 'Répartitions': 'Commune (Gien, Briare)' });
  expect(told['Seuils d’alerte']).toMatch(/2 exercices.+1 exercice$/);
});

describe('the periods a target can be set for', () => {
  const card = {
    indicator: { frequency: 'quarter', trackedFrom: '2026-07-01' },
    targets: [{ periodKey: '2026-Q4', value: 70 }],
    today: '2026-11-21',
    contractStart: '2024-04-15',
  } as unknown as Parameters<typeof targetPeriods>[0];

  it('are those of the indicator and the years of the contract; the next one is offered', () => {
    const periods = targetPeriods(card);
    expect(periods.map(({ key }) => key).slice(0, 4)).toEqual(['2026-Q3', '2026-Q4', '2027-Q1', 'CY3']);
    expect(nextTargetPeriod(periods, ['2026-Q4'], 'quarter', card.today)).toBe('2027-Q1');
    expect(nextTargetPeriod(periods, [], 'quarter', card.today)).toBe('2026-Q4');
    expect(targetPeriods({ ...card, contractStart: null }).some(({ kind }) => kind === 'contract-year')).toBe(false);
  });
});
