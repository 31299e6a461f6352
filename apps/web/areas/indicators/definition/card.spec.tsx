import { indicatorModels } from '@maillage/domain/indicators';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../../testing/render';
import { serveApi, type ServedAnswer } from '../../../testing/serve-api';
import type { EntryGrid, Indicator, IndicatorCard, Measure } from '../api';
import { formulaOf, yearOf } from './definition-facts';
import { blankValues, faultsOfFollow, faultsOfHow, inputOf, valuesOf } from './form-values';
import { foundModels } from './model-choice';

const plain = (text: string | null): string => (text ?? '').replace(/[\u00A0\u202F]/g, ' ');

const indicator = (change: Partial<Indicator> = {}): Indicator => ({
  id: 'a0000000-0000-7000-8000-000000000001', code: 'SNP-02', name: 'Professionnels engagés', definition: 'Professionnels qui offrent des créneaux.', kind: 'count',
  numeratorLabel: null, denominatorLabel: null, unit: 'professionnels', decimals: 0, direction: 'up', frequency: 'half-year', aggregation: 'last', bounded: false,
  countsPatients: false, source: 'Liste d’inscription', evidenceExpected: null, baseline: { value: 4, on: '2025-01-01', source: 'Diagnostic' },
  missions: ['access-to-care'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-01-01', rationale: 'Savoir sur qui l’organisation repose.',
  limits: 'Les remplaçants n’y sont pas.', sourceKind: 'register', alert: { warn: 10, alarm: 6 },
  breakdowns: [{ kind: 'profession', label: 'Par profession', parts: ['Médecins', 'Infirmiers'] }], formula: null, version: 2,
  archivedAt: null, updatedAt: '2026-01-01T00:00:00Z', revision: 3, ...change,
} as Indicator);
const place = { missionLabels: ['Accès aux soins'], action: null, responsible: 'Claire Martin', mine: false };
const period = { key: '2026-H1', kind: 'half-year' as const, start: '2026-01-01', end: '2026-06-30' };
const session = { 'GET /api/session': testSession(), 'GET /api/contract/current-year': null };

describe('the card of an indicator', () => {
  const card = {
    indicator: indicator(), place, standing: null, targets: [{ periodKey: '2026', value: 15, rationale: 'Avenant de mars' }], values: [],
    changes: [{ at: '2026-05-02T08:00:00Z', by: 'Claire Martin', fields: ['definition'], before: { definition: 'Professionnels inscrits.' }, after: { definition: 'Professionnels qui offrent des créneaux.' }, version: 2, from: '2026-05-02', reason: 'Demande de la CPAM' }],
    locked: true, may: { define: true, enter: true, validate: true }, today: '2026-11-21', contractStart: null,
  } as unknown as IndicatorCard;

  it('reads as one page: why, how, limits, thresholds, reason of each target, versions side by side', async () => {
    serveApi({ ...session, [`GET /api/indicators/${card.indicator.id}`]: card });
    openApp(`/indicateurs/${card.indicator.id}`);
    const definition = await screen.findByRole('region', { name: 'Définition' });
    const said = plain(definition.textContent);
    for (const words of [
      'Savoir sur qui l’organisation repose.', 'un nombre, en professionnels', 'chaque semestre', 'la dernière valeur compte', 'Par profession (Médecins, Infirmiers)',
      'Registre · Liste d’inscription', '4 professionnels au 1er janvier 2025 (Diagnostic)', 'à risque à partir de 10 professionnels, en retard à partir de 6 professionnels',
      'Les remplaçants n’y sont pas.',
    ]) expect(said).toContain(words);
    expect(plain(screen.getByRole('region', { name: 'Objectifs' }).textContent)).toContain('15 professionnels (Avenant de mars)');
    const versions = screen.getByRole('region', { name: 'Versions de la définition' });
    expect(plain(versions.textContent)).toContain('Raison : Demande de la CPAM');
    const rows = within(versions).getAllByRole('row').map((row) => [...row.querySelectorAll('th, td')].map(({ textContent }) => plain(textContent)));
    expect(rows[0]).toEqual(['Élément', 'Version 2', 'Version 1']);
    expect(rows[1]?.slice(1)).toEqual(['Professionnels qui offrent des créneaux.', 'Professionnels inscrits.']);
    expect(screen.getByRole('button', { name: 'Imprimer la fiche' })).toBeVisible();
  });

  it('says the formula and the year of each kind in words', () => {
    const parts = { numeratorLabel: 'Honorées', denominatorLabel: 'Reçues' };
    expect(formulaOf(indicator({ ...parts, kind: 'ratio', unit: '%' }))).toBe('Honorées ÷ Reçues, en %');
    expect(formulaOf(indicator({ ...parts, kind: 'average', unit: 'jours' }))).toBe('Honorées ÷ Reçues');
    expect(formulaOf(indicator({ kind: 'deliverable' }))).toBe('oui ou non, avec sa preuve pour un oui');
    expect(yearOf({ kind: 'average', aggregation: 'last' })).toBe('somme des totaux ÷ somme des nombres');
    expect(yearOf({ kind: 'count', aggregation: 'mean' })).toBe('la moyenne des périodes');
  });
});

describe('a value by part', () => {
  it('stays one field until it is detailed, then says what is left and is sent whole', async () => {
    const user = userEvent.setup();
    const line = {
      indicator: indicator(), place, period, label: 'S1 2026 (janv.–juin)', target: null, targetSetFor: null, targetOfYear: false, measure: null, evidence: [], recordedByName: null,
      validatedByName: null, expected: { need: 'to-enter', dueOn: '2026-07-15', lateDays: 100 }, absence: null, previous: null, earlier: [],
      quality: { values: [], previous: null, other: null, definitionChangedOn: null }, writable: true, moves: [], lock: null, exceptions: [], underException: false,
      submittedByName: null, checkedByName: null, returnedByName: null,
    };
    const grid = { periods: [{ key: '2026-H1', label: 'S1 2026', kind: 'half-year', running: false, locked: false, toEnter: 1, toValidate: 0 }], period, lines: [line], today: '2026-11-21', contractStart: null };
    const asked = serveApi({
      ...session, 'GET /api/measures/entry': grid as unknown as EntryGrid, [`PUT /api/indicators/${indicator().id}/values/2026-H1`]: { id: 'm1', revision: 1 },
    } as Record<string, ServedAnswer>);
    openApp('/indicateurs/saisie?periode=2026-H1');
    const form = await screen.findByRole('form', { name: /^Professionnels engagés/ });
    expect(within(form).queryByRole('textbox', { name: 'Médecins' })).not.toBeInTheDocument();
    await user.type(within(form).getByRole('textbox', { name: 'Valeur' }), '12');
    await user.click(within(form).getByRole('button', { name: /^Détailler/ }));
    await user.type(within(form).getByRole('textbox', { name: 'Médecins' }), '7');
    expect(plain(form.textContent)).toContain('Il reste 5 à répartir.');
    await user.type(within(form).getByRole('textbox', { name: 'Infirmiers' }), '5');
    expect(plain(form.textContent)).toContain('La somme des parts est bien le total.');
    await user.click(within(form).getByRole('button', { name: /^Enregistrer/ }));
    await waitFor(() => expect(asked.find(({ method }) => method === 'PUT')).toBeDefined());
    const sent = asked.find(({ method }) => method === 'PUT')?.body as { value: number; parts: Measure['parts'] };
    expect(sent.value).toBe(12);
    expect(sent.parts.map(({ part, value }) => [part, value])).toEqual([['Médecins', 7], ['Infirmiers', 5]]);
  }, 20_000);
});

describe('the library of ready cards', () => {
  const missions = [{ code: 'access-to-care', label: 'Amélioration de l’accès aux soins', shortLabel: 'Accès aux soins', kind: 'core', chosen: true }];

  it('finds by any word, mission and origin', () => {
    expect(foundModels(indicatorModels as never, { q: 'MEDECIN  traitant' }).map(({ code }) => code)).toEqual(expect.arrayContaining(['MT-01', 'MT-03', 'MT-ALD']));
    expect(foundModels(indicatorModels as never, { mission: 'prevention', origine: 'contract' }).every(({ code }) => /^(DEP|JUV|ECO)-/.test(code))).toBe(true);
    expect(foundModels(indicatorModels as never, { q: 'introuvable' })).toEqual([]);
  });

  it('shows a card before it is used, and says what is to be confirmed', async () => {
    const user = userEvent.setup();
    serveApi({ ...session, 'GET /api/indicators/models': indicatorModels, 'GET /api/indicators': [], 'GET /api/missions': { missions } } as Record<string, ServedAnswer>);
    openApp('/indicateurs/nouveau?origine=national');
    await screen.findByRole('heading', { name: 'Amélioration de l’accès aux soins' });
    expect(screen.queryByRole('link', { name: /^Demandes de soins non programmés/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Aperçu de la fiche Population sans médecin traitant/ }));
    const drawer = await screen.findByRole('dialog');
    expect(plain(drawer.textContent)).toContain('à confirmer avec votre CPAM et votre ARS');
    expect(within(drawer).getByRole('link', { name: 'Utiliser cette fiche' })).toHaveAttribute('href', expect.stringContaining('modele=MT-03'));
  });
});

describe('what the form keeps of a card', () => {
  it('takes it in and gives it back as it was', () => {
    const { id: _id, archivedAt: _at, updatedAt: _on, revision: _revision, version: _version, formula: _formula, ...definition } = indicator() as Indicator & { formula?: unknown };
    expect(inputOf(valuesOf(definition))).toMatchObject(definition);
  });

  it('asks for what a deliverable, thresholds and parts need', () => {
    const blank = blankValues('2026-10-01');
    const faulty = (faults: object): string[] => Object.entries(faults).flatMap(([field, fault]) => (fault ? [field] : []));
    expect(faulty(faultsOfFollow({ ...blank, kind: 'deliverable' }))).toEqual(['evidenceExpected']);
    expect(faulty(faultsOfFollow({ ...blank, kind: 'count', alertWarn: 5 }))).toEqual(['alertAlarm']);
    expect(faulty(faultsOfHow({ ...blank, kind: 'count', unit: '%', aggregation: 'mean' }))).toEqual(['aggregation']);
    expect(faulty(faultsOfHow({ ...blank, kind: 'count', breakdowns: [{ kind: 'list', label: 'x', parts: 'Gien\nGIEN' }] }))).toEqual(['breakdowns']);
  });
});
