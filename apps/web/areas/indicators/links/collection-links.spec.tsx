import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../../testing/render';
import { Refusal, serveApi, type ServedAnswer } from '../../../testing/serve-api';
import { indicator, place } from '../testing/entry';
import type { DoorEntry, LinkPage } from './collection-door-api';
import type { WaitingContribution } from './collection-links-api';

const token = 'a'.repeat(43);
const period = { key: '2026-Q3', kind: 'quarter' as const, start: '2026-07-01', end: '2026-09-30' };
const doorEntry = (change: Partial<DoorEntry> = {}): DoorEntry => ({
  indicator: {
    id: 'b0000000-0000-7000-8000-000000000001', name: 'Entretiens pharmaceutiques', definition: 'Entretiens tenus dans la période.', kind: 'count', unit: 'entretiens',
    decimals: 0, bounded: false, frequency: 'quarter', numeratorLabel: null, denominatorLabel: null, limits: 'Les autres officines ne comptent pas.', evidenceExpected: 'Feuille d’émargement',
  },
  period, label: 'T3 2026', state: 'to-give', open: true, from: null, previous: null, contribution: null, ...change,
});
let links = 0;
const linkPage = (entries: DoorEntry[] = [doorEntry()]): LinkPage => ({
  linkId: `c0000000-0000-7000-8000-00000000000${links}`, community: 'CPTS du Giennois-Berry', askedBy: 'Claire Martin', recipient: 'Pharmacie du Marché', expiresOn: '2027-01-31',
  today: '2026-11-21', contractStart: null, entries, stopped: [],
});
const sentOf = (value: number) => ({ id: 'd0000000-0000-7000-8000-000000000001', numerator: null, denominator: null, value, comment: null, receivedAt: '2026-11-21T09:00:00.000Z', reason: null, files: [] });

describe('the page of a collection link', () => {
  beforeEach(() => {
    links += 1;
    localStorage.clear();
  });
  const visit = (answers: Record<string, ServedAnswer>, at = `/collecte#${token}`) => {
    const asked = serveApi({ 'GET /api/session': new Refusal(401, 'signed-out', 'Votre session est terminée.'), ...answers });
    return { asked, ...openApp(at) };
  };

  it('asks for a value without account: who asks, what it is, its limits and its proof, sent once with its file', async () => {
    const user = userEvent.setup();
    const { asked } = visit({
      'GET /api/collection-door': () => linkPage(asked.some(({ path }) => path === '/api/collection-door/files') ? [doorEntry({ state: 'received', contribution: sentOf(12) })] : [doorEntry()]),
      'POST /api/collection-door/contributions': { id: 'd0000000-0000-7000-8000-000000000001' },
      'POST /api/collection-door/files': { id: 'e0000000-0000-7000-8000-000000000001' },
    });
    expect(await screen.findByRole('heading', { level: 1, name: /CPTS du Giennois-Berry/ })).toBeInTheDocument();
    expect(screen.getByText(/Claire Martin les demande à Pharmacie du Marché/)).toBeInTheDocument();
    expect(screen.getByText(/aucune donnée de patient/)).toBeInTheDocument();
    const form = screen.getByRole('form', { name: /Entretiens pharmaceutiques/ });
    expect(within(form).getByText(/Les autres officines ne comptent pas/)).toBeInTheDocument();
    expect(within(form).getByText(/Feuille d’émargement/)).toBeInTheDocument();
    await user.type(within(form).getByRole('textbox', { name: 'Valeur' }), '12');
    await user.upload(within(form).getByLabelText(/Joindre un fichier/, { selector: 'input' }), new File(['%PDF-1.4'], 'feuille.pdf', { type: 'application/pdf' }));
    await within(form).findByText(/feuille\.pdf/);
    await user.dblClick(within(form).getByRole('button', { name: /^Envoyer/ }));
    expect(await screen.findByText(/Reçu le .+ : 12 entretiens/, { normalizer: (said) => said.replace(/\s/g, ' ') })).toBeInTheDocument();
    const sent = asked.filter(({ method, path }) => method === 'POST' && path === '/api/collection-door/contributions');
    // A second click sends the same again, under the same id: the server writes it once.
    expect(new Set(sent.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect(sent[0]?.body).toEqual(expect.objectContaining({ value: 12, seen: null, periodKey: '2026-Q3', keptFiles: [] }));
    expect(screen.getByText(/Tout est transmis/)).toBeInTheDocument();
  });

  it('keeps both photos of a sheet of two pages', async () => {
    const user = userEvent.setup();
    visit({ 'GET /api/collection-door': linkPage() });
    const form = await screen.findByRole('form', { name: /Entretiens pharmaceutiques/ });
    const chooser = within(form).getByLabelText(/Joindre un fichier/, { selector: 'input' });
    await user.upload(chooser, new File(['%PDF-1.4 page 1'], 'image.pdf', { type: 'application/pdf' }));
    await within(form).findByText(/^image\.pdf/);
    await user.upload(chooser, new File(['%PDF-1.4 another page'], 'image.pdf', { type: 'application/pdf' }));
    await within(form).findByText(/^image-2\.pdf/);
    expect(within(form).getByText(/^image\.pdf/)).toBeInTheDocument();
  });

  it('takes nothing more where the period is locked, and names what is no longer asked', async () => {
    const waiting = doorEntry({ period: { ...period, key: '2026-Q2' }, label: 'T2 2026', state: 'received', open: false, contribution: sentOf(9) });
    visit({ 'GET /api/collection-door': { ...linkPage([doorEntry({ open: false }), waiting]), stopped: ['Bilans partagés'] } });
    expect(await screen.findByText(/La période est verrouillée/)).toBeInTheDocument();
    expect(screen.getByText(/Reçu le 21.novembre.2026.: 9.entretiens/)).toBeInTheDocument();
    expect(screen.getByText('En attente d’acceptation par la coordination.')).toBeInTheDocument();
    expect(screen.getByText(/N’est plus demandé.: Bilans partagés\./)).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^(Corriger|Envoyer)/ })).not.toBeInTheDocument();
  });

  it('says what is wrong beside the field, and keeps what is typed when the network is away', async () => {
    const user = userEvent.setup();
    const { asked } = visit({ 'GET /api/collection-door': linkPage(), 'POST /api/collection-door/contributions': () => Promise.reject(new TypeError('network')) });
    const field = await screen.findByRole('textbox', { name: 'Valeur' });
    await user.click(screen.getByRole('button', { name: /^Envoyer/ }));
    expect(field).toBeInvalid();
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
    await user.type(field, '7');
    await user.click(screen.getByRole('button', { name: /^Envoyer/ }));
    expect(await screen.findByText(/partira au retour du réseau/)).toBeInTheDocument();
    expect(field).toHaveValue('7');
    await waitFor(() => expect(JSON.stringify(localStorage)).toContain('2026-Q3'));
  });

  it('keeps what is typed when another answer came first, tells it, and shows both', async () => {
    const user = userEvent.setup();
    const { asked } = visit({
      'GET /api/collection-door': () => linkPage([asked.some(({ method }) => method === 'POST') ? doorEntry({ state: 'received', contribution: sentOf(12) }) : doorEntry()]),
      'POST /api/collection-door/contributions': new Refusal(409, 'edited-meanwhile', 'Modifié entre-temps.'),
    });
    await user.type(await screen.findByRole('textbox', { name: 'Valeur' }), '99');
    await user.click(screen.getByRole('button', { name: /^Envoyer/ }));
    expect(await screen.findByText(/Une autre réponse est arrivée par ce lien/)).toBeInTheDocument();
    expect(await screen.findByText(/^Réponse reçue.: 12.entretiens$/)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Valeur' })).toHaveValue('99');
  });

  it('shows why an answer was refused, to be corrected', async () => {
    visit({ 'GET /api/collection-door': linkPage([doorEntry({ state: 'refused', contribution: { ...sentOf(12), reason: 'Septembre manque.' } })]) });
    expect(await screen.findByText(/Septembre manque\./)).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Valeur' })).toHaveValue('12');
    expect(screen.getByRole('button', { name: /^Envoyer la correction/ })).toBeEnabled();
  });

  it('says one thing of a link that does not work, whatever the reason', async () => {
    visit({ 'GET /api/collection-door': new Refusal(404, 'collection-link-closed', 'Ce lien ne fonctionne pas.') });
    expect(await screen.findByRole('heading', { level: 1, name: 'Ce lien ne fonctionne pas' })).toBeInTheDocument();
    expect(screen.getByText(/Demandez-en un nouveau à la communauté professionnelle/)).toBeInTheDocument();
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('a new link', () => {
  const lineOf = (number: number) => ({
    indicator: indicator({ id: `a0000000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`, code: `PRE-${number}`, name: number === 7 ? 'Dépistage réalisé' : `Ateliers du groupe ${number}` }),
    place, standing: null, awaited: 0, late: 0, proofMissing: false,
  });
  const visit = async (count: number) => {
    const user = userEvent.setup();
    const asked = serveApi({
      'GET /api/session': testSession({ role: 'coordinator' }),
      'GET /api/collection-links': { links: [], waiting: 0, today: '2026-11-21', contractStart: null },
      'GET /api/indicators': Array.from({ length: count }, (_, index) => lineOf(index + 1)),
    });
    openApp('/indicateurs/liens');
    await user.click(await screen.findByRole('button', { name: 'Créer un lien' }));
    return { asked, user, dialog: within(await screen.findByRole('dialog')) };
  };

  it('narrows a long list of indicators with the keyboard alone; what is chosen stays chosen', async () => {
    const { asked, user, dialog } = await visit(14);
    await user.click(await dialog.findByRole('checkbox', { name: 'PRE-1 Ateliers du groupe 1' }));
    const search = dialog.getByRole('searchbox', { name: 'Rechercher un indicateur' });
    search.focus();
    await user.keyboard('realise depist{Enter}');
    expect(dialog.getAllByRole('checkbox', { name: /^PRE-/ })).toHaveLength(1);
    expect(dialog.getByRole('status')).toHaveTextContent('1 choix sur 14, 1 coché');
    await user.tab();
    expect(dialog.getByRole('button', { name: 'Effacer la recherche' })).toHaveFocus();
    await user.tab();
    await user.keyboard(' ');
    expect(dialog.getByRole('checkbox', { name: 'PRE-7 Dépistage réalisé' })).toBeChecked();
    search.focus();
    await user.keyboard('{Escape}');
    expect(search).toHaveValue('');
    expect(dialog.getByRole('status')).toHaveTextContent('14 choix, 2 cochés');
    expect(dialog.getByRole('checkbox', { name: 'PRE-1 Ateliers du groupe 1' })).toBeChecked();
    await user.keyboard('rien de tel');
    expect(dialog.getByRole('status')).toHaveTextContent('Aucun choix n’a ces mots, 2 cochés');
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('shows a short list as it is', async () => {
    const { dialog } = await visit(12);
    expect(await dialog.findAllByRole('checkbox', { name: /^PRE-/ })).toHaveLength(12);
    expect(dialog.queryByRole('searchbox')).toBeNull();
  });
});

describe('what came through links', () => {
  const waiting = (change: Partial<WaitingContribution> = {}): WaitingContribution => ({
    id: 'd0000000-0000-7000-8000-000000000001', linkId: 'c0000000-0000-7000-8000-000000000001', recipient: 'Pharmacie du Marché',
    indicator: { id: 'b0000000-0000-7000-8000-000000000001', code: 'PHAR-01', name: 'Entretiens pharmaceutiques', kind: 'count', unit: 'entretiens', decimals: 0, numeratorLabel: null, denominatorLabel: null, evidenceExpected: null },
    periodKey: '2026-Q3', periodLabel: 'T3 2026', numerator: null, denominator: null, value: 12, text: '12 entretiens', comment: 'Dont deux à domicile.', status: 'received',
    receivedAt: '2026-11-21T09:00:00.000Z', settledAt: null, settledBy: null, reason: null, files: [], warnings: [], lock: null, absence: null,
    current: { numerator: null, denominator: null, value: 9, text: '9 entretiens', comment: null, status: 'submitted', revision: 3 }, ...change,
  });
  const visit = (answers: Record<string, ServedAnswer>) => {
    const asked = serveApi({ 'GET /api/session': testSession({ role: 'coordinator' }), ...answers });
    return { asked, ...openApp('/indicateurs/liens/a-accepter') };
  };

  it('stands beside the value of today, accepted many at once, each with what refused it', async () => {
    const user = userEvent.setup();
    const second = waiting({ id: 'd0000000-0000-7000-8000-000000000002', current: null, value: 4, text: '4 entretiens', lock: 'T3 2026' });
    const { asked } = visit({
      'GET /api/link-contributions': [waiting(), second],
      'POST /api/link-contributions/acceptance': [
        { id: waiting().id, refusal: null, code: null },
        { id: second.id, refusal: 'La période est verrouillée.', code: 'period-locked' },
      ],
    });
    expect(await screen.findByText('9 entretiens')).toBeInTheDocument();
    expect(screen.getAllByText(/Dont deux à domicile/)).toHaveLength(2);
    await user.click(screen.getByRole('checkbox', { name: 'Tout choisir' }));
    await user.click(screen.getByRole('button', { name: /^Accepter les 2/ }));
    expect(await screen.findByText('La période est verrouillée.')).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      contributions: [
        { id: waiting().id, measureRevision: 3, comment: null },
        { id: second.id, measureRevision: 0, comment: null },
      ],
    });
  });

  it('stands beside the reason why there was no value: accepting takes its place', async () => {
    visit({ 'GET /api/link-contributions': [waiting({ current: null, absence: 'Animatrice en congé.' })] });
    expect(await screen.findByText('pas de valeur')).toBeInTheDocument();
    expect(screen.getByText('Animatrice en congé.')).toBeInTheDocument();
  });

  it('is refused with a reason', async () => {
    const user = userEvent.setup();
    const { asked } = visit({ 'GET /api/link-contributions': [waiting()], 'POST /api/link-contributions/refusal': null });
    await user.click(await screen.findByRole('checkbox', { name: /^Choisir/ }));
    await user.click(screen.getByRole('button', { name: 'Refuser' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('button', { name: 'Refuser' })).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox', { name: 'Raison' }), 'Non.');
    await user.click(within(dialog).getByRole('button', { name: 'Refuser' }));
    await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ ids: [waiting().id], reason: 'Non.' }));
  });
});
