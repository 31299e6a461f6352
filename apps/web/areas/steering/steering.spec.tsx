import { agreementOn } from '@maillage/domain/contract';
import { noDetails } from '@maillage/domain/indicators';
import { assembleBoardPage, assembleHome, assembleMissionPage, type SteeringInput } from '@maillage/domain/steering';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { serveApi } from '../../testing/serve-api';

const session = testSession();
const me = session.person.id;
const indicator = {
  ...noDetails, version: 1,
  id: '0192f3a0-0000-7000-8000-000000000001', code: 'ACC-01', name: 'Demandes honorées', kind: 'ratio' as const, numeratorLabel: 'Honorées', denominatorLabel: 'Reçues',
  unit: '%', decimals: 0, direction: 'up' as const, frequency: 'quarter' as const, aggregation: 'sum' as const, bounded: true, countsPatients: true, baseline: null,
  missions: ['access-to-care'], actionId: null, responsiblePersonId: me, trackedFrom: '2026-01-01', archivedAt: null,
};
const measure = (periodKey: string, end: string, value: number) => ({
  id: `m-${periodKey}`, indicatorId: indicator.id, periodKey, periodStart: end, periodEnd: end, numerator: value, denominator: 100, value, comment: null, status: 'validated' as const,
});
const action = {
  id: '0192f3a0-0000-7000-8000-0000000000a1', number: 3, title: 'Soins non programmés', missionCodes: ['access-to-care'], status: 'late' as const,
  statusSentence: 'Aucun cabinet volontaire.', steps: [], leadPersonId: null, startsOn: null, endsOn: null, budgetCents: null, axisId: 'x', axisTitle: 'Accès',
};

/** What the server would have made the pages from. */
function input(change: Partial<SteeringInput> = {}): SteeringInput {
  return {
    today: '2026-11-21', agreement: agreementOn('2026-11-21'), contract: { signedOn: '2024-04-15', durationYears: 5, agreement: 'aci-cpts/avenant-2', size: 2 },
    participations: [], actions: [action], indicators: [indicator], measures: [measure('2026-Q1', '2026-03-31', 55), measure('2026-Q2', '2026-06-30', 63)],
    targets: [{ indicatorId: indicator.id, periodKey: '2026-Q1', value: 70 }], reports: [], people: new Map([[me, 'Claire Martin']]),
    setup: { territory: true, project: true, recipients: true }, ...change,
  };
}

/** With the value of the last quarter given. */
const given = input({ measures: [measure('2026-Q2', '2026-06-30', 55), measure('2026-Q3', '2026-09-30', 63)] });

const common = { 'GET /api/session': session, 'GET /api/contract/current-year': null };
const section = (name: RegExp) => within(screen.getByRole('region', { name }));

describe('the home', () => {
  it('answers first what to do, late first, with who and since when', async () => {
    serveApi({ ...common, 'GET /api/steering/home': assembleHome(input()) });
    await openApp('/');
    expect(await screen.findByRole('heading', { level: 1, name: 'Accueil' })).toBeVisible();
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings.slice(0, 3)).toEqual(['À faire maintenant', 'Où nous en sommes', 'Ce qui vient']);
    const lines = section(/À faire maintenant/).getAllByRole('listitem');
    expect(lines[0]).toHaveTextContent(/en retard de \d+/);
    const duty = lines.find((line) => line.textContent?.includes('ACC-01'));
    expect(duty).toHaveTextContent('Claire Martin');
    expect(within(duty as HTMLElement).getByRole('link')).toHaveAttribute('href', `/indicateurs/saisie?periode=2026-Q3&indicateur=${indicator.id}`);
  });

  it('keeps to my own things when asked', async () => {
    serveApi({ ...common, 'GET /api/steering/home': assembleHome(input()) });
    await openApp('/');
    const everyone = (await screen.findByRole('region', { name: /À faire maintenant/ })).querySelectorAll('li').length;
    await userEvent.click(screen.getByRole('radio', { name: 'Les miennes' }));
    const mine = section(/À faire maintenant/).getAllByRole('listitem');
    expect(mine).toHaveLength(1);
    expect(everyone).toBeGreaterThan(1);
  });

  it('shows a lead what waits for them, even when it is nothing, and the rest when asked', async () => {
    const others = assembleHome(input({ indicators: [{ ...indicator, responsiblePersonId: null }] }));
    serveApi({ ...common, 'GET /api/session': testSession({ role: 'lead' }), 'GET /api/steering/home': others });
    await openApp('/');
    expect(await screen.findByText('Rien ne vous attend aujourd’hui')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Toutes' }));
    expect(section(/À faire maintenant/).getAllByRole('listitem').length).toBeGreaterThan(0);
  });

  it('guides the first hour before anything else, and names the next step', async () => {
    const empty = input({ contract: null, actions: [], indicators: [], measures: [], targets: [], setup: { territory: true, project: false, recipients: false } });
    serveApi({ ...common, 'GET /api/steering/home': assembleHome(empty) });
    await openApp('/');
    expect((await screen.findAllByRole('heading', { level: 2 }))[0]).toHaveTextContent('Mise en route');
    expect(screen.getByRole('link', { name: /projet de santé et le mettre en vigueur/ })).toHaveAttribute('href', '/projet');
    expect(screen.getByText(/1 étape faite sur 6/)).toBeVisible();
  });

  it('says how far each mission has come, in words and not only in a bar', async () => {
    serveApi({ ...common, 'GET /api/steering/home': assembleHome(given) });
    await openApp('/');
    const stand = within(await screen.findByRole('region', { name: /Où nous en sommes/ }));
    const access = stand.getAllByRole('listitem').find((line) => line.textContent?.includes('accès aux soins'));
    expect(access).toHaveTextContent(/90\s%, objectif 100\s%/);
    expect(access).toHaveTextContent(/1 action/);
  });
});

describe('the board page', () => {
  it('holds the four counts, what demands attention with its sentence, and the key indicators', async () => {
    serveApi({ ...common, 'GET /api/steering/board': assembleBoardPage(given) });
    await openApp('/page-du-bureau');
    expect(await screen.findByRole('heading', { level: 1, name: 'Page du bureau' })).toBeVisible();
    expect(screen.getByText('Aucun cabinet volontaire.')).toBeVisible();
    const row = screen.getByRole('link', { name: /ACC-01/ }).closest('tr');
    expect(row).toHaveTextContent(/63\s%/);
    expect(row).toHaveTextContent(/70\s%/);
    expect(screen.getByRole('button', { name: 'Imprimer' })).toBeVisible();
    expect(screen.getByRole('link', { name: /^1 action en retard/ })).toHaveAttribute('href', '/projet?etat=late');
  });

  it('says beside a value that its proof is missing', async () => {
    serveApi({ ...common, 'GET /api/steering/board': assembleBoardPage({ ...given, unproved: [{ indicatorId: indicator.id, periodKey: '2026-Q3' }] }) });
    await openApp('/page-du-bureau');
    const row = (await screen.findByRole('link', { name: /ACC-01/ })).closest('tr');
    expect(within(row as HTMLElement).getByText('preuve manquante')).toBeVisible();
  });

  it('shows the late actions first, a few of them, and the others when asked', async () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ ...action, id: `0192f3a0-0000-7000-8000-0000000000b${index}`, number: index + 1, title: `Action ${index + 1}`, status: index > 4 ? ('late' as const) : ('at-risk' as const) }));
    serveApi({ ...common, 'GET /api/steering/board': assembleBoardPage({ ...given, actions: many }) });
    await openApp('/page-du-bureau');
    await screen.findByRole('heading', { level: 1, name: 'Page du bureau' });
    const numbers = () => section(/Ce qui demande attention/).getAllByRole('link').map(({ textContent }) => textContent?.split('.')[0]);
    expect(numbers()).toEqual(['6', '7', '8', '9', '1', '2']);
    await userEvent.click(section(/Ce qui demande attention/).getByRole('button', { name: 'Voir les 3 autres' }));
    expect(numbers()).toHaveLength(9);
  });
});

describe('the page of a mission', () => {
  it('shows the value against the target and the sentence that says it', async () => {
    serveApi({ ...common, 'GET /api/steering/missions/access-to-care': assembleMissionPage(given, 'access-to-care') });
    await openApp('/missions/access-to-care');
    const bars = within(await screen.findByRole('region', { name: 'Indicateurs' }));
    expect(bars.getByRole('link', { name: /ACC-01/ })).toHaveAttribute('href', `/indicateurs/${indicator.id}`);
    expect(bars.getByText(/63\s% au T3\s2026, objectif 70/)).toBeVisible();
  });

  it('says what to do when no indicator follows the mission', async () => {
    serveApi({ ...common, 'GET /api/steering/missions/prevention': assembleMissionPage(input(), 'prevention') });
    await openApp('/missions/prevention');
    expect(await screen.findByText('Aucun indicateur ne suit encore cette mission')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Créer un indicateur' })).toBeVisible();
  });
});
