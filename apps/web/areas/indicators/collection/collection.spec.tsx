import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../../testing/render';
import { Refusal, serveApi, type ServedAnswer } from '../../../testing/serve-api';
import type { CollectionGroup, CollectionPage, CollectionRates } from './collection-api';
import { collectionCsv } from './collection-csv';

const rates = (change: Partial<CollectionRates> = {}): CollectionRates => ({
  expected: 3, received: 1, onTime: 1, late: 0, missing: 2, awaited: 0, toCorrect: 0, toAccept: 0, completeness: 33, timeliness: 33, ...change,
});

const line = (name: string, change: Partial<CollectionGroup['lines'][number]> = {}): CollectionGroup['lines'][number] => ({
  indicatorId: `a-${name.length}`, code: 'COL-01', name, state: 'missing', lateDays: 37, dueOn: '2026-10-15', answeredOn: null, absence: null, remark: null, evidenceExpected: 'Feuille d’émargement', ...change,
});

const claire: CollectionGroup = {
  action: { id: 'x', number: 2, title: 'Parcours' },
  owner: { personId: 'p1', as: 'lead', name: 'Claire Martin', mine: false },
  dueOn: '2026-10-15',
  rates: rates({ expected: 2, missing: 1 }),
  remindedAt: '2026-11-06T06:30:00Z',
  lines: [line('Réunions tenues'), line('=Protocoles', { state: 'on-time', lateDays: 0, answeredOn: '2026-10-02', absence: 'Aucun protocole' })],
};

const page = (change: Partial<CollectionPage> = {}): CollectionPage => ({
  today: '2026-11-21',
  rounds: [
    { key: '2026-10', kind: 'month', label: 'octobre 2026', left: 0 },
    { key: '2026-Q3', kind: 'quarter', label: 'T3 2026 (juil.–sept.)', left: 2 },
  ],
  period: { key: '2026-Q3', kind: 'quarter', start: '2026-07-01', end: '2026-09-30', label: 'T3 2026 (juil.–sept.)', locked: false },
  dueOn: '2026-10-15',
  rates: rates(),
  missions: [],
  groups: [claire, { ...claire, action: null, owner: { personId: null, as: 'coordination', name: null, mine: true }, remindedAt: null, rates: rates({ expected: 1, received: 0, missing: 1 }), lines: [line('Bilans partagés')] }],
  trend: [],
  may: { remind: true, settings: true },
  ...change,
});

const settings = { dueDays: 15, remind: true, beforeDays: 7, weeklyLimit: 3, revision: 0 };

function open(answers: Record<string, ServedAnswer> = {}, role: 'coordinator' | 'lead' = 'coordinator', at = '/indicateurs/collecte?periode=2026-Q3') {
  const asked = serveApi({
    'GET /api/session': testSession({ role }),
    'GET /api/contract/current-year': null,
    'GET /api/collection': page(),
    'GET /api/collection/settings': settings,
    'GET /api/collection/reminders': [],
    ...answers,
  });
  return { asked, ...openApp(at) };
}

describe('the page of the collection', () => {
  it('says who owes what by when, in words', async () => {
    open();
    expect(await screen.findByText(/1\sréponse sur 3\. Échéance\s: 15\soctobre\s2026 \(passée\)\./)).toBeInTheDocument();
    const [group] = screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.closest('li') as HTMLElement);
    expect(within(group as HTMLElement).getByText(/^Claire Martin/, { selector: 'p' })).toBeInTheDocument();
    expect(within(group as HTMLElement).getByText(/manque depuis 37\sjours/)).toBeInTheDocument();
    expect(within(group as HTMLElement).getByText(/Pas de valeur\s: Aucun protocole/)).toBeInTheDocument();
    expect(await screen.findByText('Aucun rappel pour cette période.')).toBeInTheDocument();
  });

  it('says what waits to be accepted, by whom, and what is to be corrected, why', async () => {
    const waiting = line('Gardes tenues', { state: 'to-accept', lateDays: 2, answeredOn: '2026-10-17' });
    const back = line('Protocoles signés', { state: 'to-correct', lateDays: 0, remark: 'Le total est à revoir.', dueOn: '2026-11-14' });
    const group = { ...claire, rates: rates({ expected: 2, received: 1, missing: 0, toCorrect: 1, toAccept: 1, late: 1 }), lines: [back, waiting] };
    open({ 'GET /api/collection': page({ groups: [group] }) });
    expect(await screen.findByText('à corriger')).toBeInTheDocument();
    expect(screen.getByText(/Renvoyée\s: Le total est à revoir\./)).toBeInTheDocument();
    expect(screen.getByText(/échéance le 14\snovembre\s2026/)).toBeInTheDocument();
    expect(screen.getByText(/reçu, à accepter, 2\sjours de retard/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Accepter les réponses' })).toHaveAttribute('href', '/indicateurs/liens/a-accepter');
    expect(screen.getByRole('button', { name: /Relancer Claire Martin/ })).toBeInTheDocument();
  });

  it('folds what is settled and the older reminders, and keeps in sight what is owed', async () => {
    const reminder = (id: string) => ({ id, personId: 'p1', person: `Personne ${id}`, email: 'c@example.test', at: `2026-11-0${id}T06:30:00Z`, askedBy: null, status: 'sent', explanation: null, values: [{ indicatorId: 'a', code: 'A', name: 'Réunions', periodKey: '2026-Q3' }] });
    open({ 'GET /api/collection/reminders': ['5', '4', '3', '2', '1'].map(reminder) });
    const folded = async (words: RegExp) => (await screen.findByText(words)).closest('details');
    const answers = await folded(/^1\sréponse reçue/);
    expect(answers).not.toHaveAttribute('open');
    expect(within(answers as HTMLElement).getByText('=Protocoles')).toBeInTheDocument();
    expect(screen.getByText('Réunions tenues').closest('details')).toBeNull();
    const older = await folded(/^2\srappels plus anciens$/);
    expect(older).not.toHaveAttribute('open');
    expect(within(older as HTMLElement).queryByText('Personne 3')).not.toBeInTheDocument();
    expect(within(older as HTMLElement).getByText('Personne 2')).toBeInTheDocument();
  });

  it('says in the folded words what came late', async () => {
    const given = (name: string, late: boolean) => line(name, late ? { state: 'late', lateDays: 3, answeredOn: '2026-10-18' } : { state: 'on-time', lateDays: 0, answeredOn: '2026-10-02' });
    const group = (id: string, lines: CollectionGroup['lines']): CollectionGroup => ({ ...claire, action: { id, number: 1, title: id }, lines, rates: rates({ expected: lines.length, received: lines.length, missing: 0 }) });
    open({ 'GET /api/collection': page({ groups: [group('un', [given('A', true)]), group('deux', [given('BB', true), given('CCC', false)])] }) });
    expect(await screen.findByText(/^1\sréponse reçue en retard$/)).toBeInTheDocument();
    expect(screen.getByText(/^2\sréponses reçues, dont 1\sen retard$/)).toBeInTheDocument();
  });

  it('reminds a person after asking, and says the refusal in the dialog', async () => {
    const user = userEvent.setup();
    let refused = true;
    const { asked } = open({
      'POST /api/collection/reminders': () => {
        if (!refused) return { planned: 1, tooSoon: [] };
        refused = false;
        return new Refusal(409, 'reminder-too-soon', 'Claire Martin a reçu un rappel il y a moins de 24 heures.');
      },
    });
    await user.click(await screen.findByRole('button', { name: /^Relancer Claire Martin/ }));
    const dialog = await screen.findByRole('dialog', { name: /^Relancer maintenant/ });
    await user.click(within(dialog).getByRole('button', { name: 'Envoyer les rappels' }));
    expect(await within(dialog).findByText(/moins de 24 heures\./, { selector: '[role=alert] *, [role=alert]' })).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Envoyer les rappels' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(asked.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual(Array(2).fill({ period: '2026-Q3', personId: 'p1' }));
  });

  it('changes its settings', async () => {
    const user = userEvent.setup();
    const { asked } = open({ 'PUT /api/collection/settings': undefined });
    await user.click(await screen.findByRole('button', { name: 'Réglages' }));
    const dialog = await screen.findByRole('dialog', { name: 'Réglages de la collecte' });
    const field = within(dialog).getByRole('textbox', { name: /Délai de saisie/ });
    await user.clear(field);
    await user.type(field, '20');
    await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ ...settings, dueDays: 20 }));
  });

  it('shows a lead what it has to give, without anything to manage', async () => {
    const mine = { ...claire, owner: { ...claire.owner, mine: true } };
    open({ 'GET /api/collection': page({ groups: [mine], may: { remind: false, settings: false } }) }, 'lead');
    expect(await screen.findByRole('heading', { level: 1, name: 'À donner' })).toBeInTheDocument();
    expect(screen.getAllByRole('link', { name: 'Saisir les valeurs' }).map((link) => link.getAttribute('href'))).toContain('/indicateurs/saisie?periode=2026-Q3');
    expect(screen.getByText('=Protocoles').closest('details')).toHaveAttribute('open');
    expect(screen.getByRole('link', { name: 'Réunions tenues' })).toHaveAttribute('href', '/indicateurs/saisie?periode=2026-Q3&indicateur=a-15');
    expect(screen.queryByRole('button', { name: /Relancer/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Réglages' })).not.toBeInTheDocument();
  });

  it('says what to do when nothing is collected yet', async () => {
    open({ 'GET /api/collection': page({ rounds: [], period: null, dueOn: null, groups: [] }) });
    expect(await screen.findByText('Aucune valeur à collecter')).toBeInTheDocument();
  });

  it('exports lines that no spreadsheet runs', () => {
    const csv = collectionCsv(page());
    expect(csv).toContain("COL-01;'=Protocoles;2026-10-15");
    expect(csv.split('\r\n')).toHaveLength(5);
  });
});
