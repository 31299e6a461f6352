import { exampleTerms } from '@maillage/domain/testing/example-terms';
import type { ReviewLine } from '@maillage/domain/review';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { Refusal, serveApi, type ServedAnswer } from '../../testing/serve-api';
import { sampleRoom } from './testing/room';

const common = { 'GET /api/session': testSession(), 'GET /api/contract/current-year': null };
const serve = (room: ServedAnswer, more: Record<string, ServedAnswer> = {}) => serveApi({ ...common, 'GET /api/reviews/4': room, 'GET /api/reviews/current': room, ...more });
const plain = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/[\u00A0\u202F]/g, ' ').replace(/’/g, '\'');
const line = async (name: RegExp) => screen.findByRole('article', { name });
const said = (change: Partial<ReviewLine>): ReviewLine => ({ comment: null, fundRemark: null, arsRemark: null, conclusion: null, agreedCents: null, ...change });
const value = { value: 100, status: 'validated' as const, asOf: '2026-04-14', source: 'CPAM', evidence: 2 };
const address = '/contrat/dialogue?annee=4';
const ald = 'PUT /api/reviews/4/lines/mt-ald';

describe('the room of the dialogue de gestion', () => {
  it('shows target, result, proofs and euros of each indicator, mission by mission', async () => {
    serve(sampleRoom({ standings: { 'mt-ald': value } }));
    openApp(address);
    const first = await line(/Patients en ALD/);
    expect(plain(first)).toContain('socle : 219 ou moins, 3 000 €');
    expect(plain(first)).toContain('100');
    expect(plain(first)).toContain('CPAM · au 14 avril 2026 · 2 preuves');
    expect(within(first).getByRole('link', { name: /Voir la valeur et ses preuves/ })).toHaveAttribute('href', '/indicateurs/i-1/valeurs/CY4');
    expect(plain(screen.getByRole('region', { name: 'Où en est le dialogue' }))).toContain('0 indicateur conclu sur 3');
    await userEvent.click(screen.getByRole('link', { name: /Prévention/ }));
    expect(await line(/dépistage du cancer du sein/)).toBeInTheDocument();
    expect(screen.queryByRole('article', { name: /Patients en ALD/ })).toBeNull();
  });

  it('sends a conclusion at once and the texts when the line is left; the totals follow', async () => {
    let told: Record<string, ReviewLine> = {};
    let revision = 0;
    const answer: ServedAnswer = ({ body }: { body: unknown }) => {
      const { revision: _seen, ...rest } = body as ReviewLine & { revision: number };
      told = { 'mt-ald': rest };
      return sampleRoom({ standings: { 'mt-ald': value }, lines: told, revision: (revision += 1) });
    };
    const asked = serve(sampleRoom({ standings: { 'mt-ald': value } }), { [ald]: answer });
    openApp(address);
    const first = await line(/Patients en ALD/);
    await userEvent.click(within(first).getByRole('button', { name: /D’après la valeur/ }));
    await within(first).findByText('Enregistré');
    expect(asked.at(-1)).toMatchObject({ method: 'PUT', body: { revision: 0, conclusion: 'partly', agreedCents: null } });
    await userEvent.click(within(first).getByRole('button', { name: /Commentaire et remarques/ }));
    await userEvent.type(within(first).getByLabelText(/Commentaire de la communauté/), 'Deux départs');
    await userEvent.type(within(first).getByLabelText(/Euros retenus/), '7500');
    const puts = () => asked.filter(({ method }) => method === 'PUT');
    expect(puts()).toHaveLength(1);
    await userEvent.click(screen.getByRole('heading', { level: 1 }));
    await waitFor(() => expect(puts()).toHaveLength(2));
    expect(puts()[1]).toMatchObject({ body: { revision: 1, conclusion: 'partly', comment: 'Deux départs', agreedCents: 750_000 } });
    await waitFor(() => expect(plain(screen.getByRole('region', { name: 'Où en est le dialogue' }))).toContain('Retenu7 500 €'));
    expect(screen.getByRole('region', { name: 'Où en est le dialogue' })).toHaveTextContent('1 indicateur conclu sur 3');
  });

  it('says what is refused before sending, and keeps what is typed', async () => {
    const asked = serve(sampleRoom({ standings: { 'mt-ald': value } }));
    openApp(address);
    const first = await line(/Patients en ALD/);
    await userEvent.click(within(first).getByRole('button', { name: /Commentaire et remarques/ }));
    await userEvent.type(within(first).getByLabelText(/Commentaire de la communauté/), 'Mme D., née le 03/03/1950');
    await userEvent.click(screen.getByRole('heading', { level: 1 }));
    expect(plain(await within(first).findByRole('alert'))).toContain('semble contenir une date de naissance');
    expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);
    expect(within(first).getByLabelText(/Commentaire de la communauté/)).toHaveValue('Mme D., née le 03/03/1950');
  });

  it('shows both versions when somebody else wrote meanwhile', async () => {
    const conflict = new Refusal(409, 'edited-meanwhile', 'Modifié entre-temps.', { meta: { who: 'Paul Roy', when: 'le 20 mai 2026', revision: 3, current: said({ comment: 'Version de Paul' }) } });
    let refused = false;
    const asked = serve(sampleRoom(), { [ald]: () => (refused ? sampleRoom({ lines: { 'mt-ald': said({ conclusion: 'not-reached' }) }, revision: 4 }) : ((refused = true), conflict)) });
    openApp(address);
    const first = await line(/Patients en ALD/);
    await userEvent.click(within(first).getByRole('radio', { name: 'non atteint' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Version de Paul');
    await userEvent.click(within(dialog).getByRole('button', { name: /mienne|ma version/i }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.filter(({ method }) => method === 'PUT').at(-1)).toMatchObject({ body: { revision: 3, conclusion: 'not-reached' } });
  });

  it('proposes the next year and says when it does not make the envelope', async () => {
    const given = { 'mt-16': { renewed: false } as const };
    const asked = serve(sampleRoom(), { 'PUT /api/reviews/4/proposals/mt-16': sampleRoom({ proposals: given }) });
    openApp(address);
    expect(plain(await screen.findByText(/Les propositions font l/))).toContain('14 000 €');
    const second = await line(/plus de 16 ans/);
    await userEvent.click(within(second).getByRole('button', { name: /Année\s5/ }));
    await userEvent.click(within(second).getByRole('checkbox', { name: 'Reconduire cet indicateur' }));
    await userEvent.click(within(second).getByRole('button', { name: 'Enregistrer la proposition' }));
    expect(plain(await screen.findByText(/il manque/))).toContain('Les propositions font 9 000 € pour une enveloppe de 14 000 € : il manque 5 000 €.');
    expect(asked.filter(({ method }) => method === 'PUT')).toMatchObject([{ body: { revision: 0, renewed: false } }]);
  });

  it('says who prepares what of an action', async () => {
    const person = { id: '01890000-0000-7000-8000-0000000000aa', name: 'Claire Martin', role: 'coordinator' };
    const prepared = { status: 'ready' as const, personId: person.id, personName: person.name, dueOn: null, note: 'Relancer la CPAM' };
    const asked = serve(sampleRoom(), { 'GET /api/people': [person], 'PUT /api/reviews/4/preparations/treating-doctor': sampleRoom({ preparations: { 'treating-doctor': prepared } }) });
    openApp(address);
    await userEvent.click(await screen.findByRole('button', { name: /Préparation/ }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('radio', { name: 'prêt' }));
    await within(dialog).findByRole('option', { name: 'Claire Martin' });
    await userEvent.selectOptions(within(dialog).getByRole('combobox'), 'Claire Martin');
    await userEvent.type(within(dialog).getByLabelText(/Ce qui est à faire/), 'Relancer la CPAM');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({ body: { revision: 0, status: 'ready', personId: person.id, note: 'Relancer la CPAM', dueOn: null } });
    expect(screen.getByText('Relancer la CPAM')).toBeInTheDocument();
  });
});

describe('closing the dialogue', () => {
  const concluded = { 'mt-ald': said({ conclusion: 'not-reached' }), 'mt-16': said({ conclusion: 'not-reached' }), 'scr-breast': said({ conclusion: 'not-reached' }) };
  const closing = { at: '2026-05-20T09:00:00.000Z', by: 'Claire Martin', hash: 'abcdef0123456789'.repeat(4), intact: true };
  const closedEvent = { id: 'e1', act: 'closed' as const, at: closing.at, by: closing.by, reason: null, hash: closing.hash, nextYear: 'opened' as const };
  const closed = sampleRoom({ lines: concluded }, { status: 'closed', revision: 1, fingerprint: null, closing, nextYearHasTerms: true, events: [closedEvent] });

  it('is not possible while answers lack, and names them', async () => {
    serve(sampleRoom());
    openApp(address);
    await userEvent.click(await screen.findByRole('button', { name: 'Clore le dialogue' }));
    const dialog = await screen.findByRole('dialog');
    expect(plain(dialog)).toContain('Il manque 3 réponses avant de pouvoir clore');
    expect(within(dialog).getByRole('button', { name: 'Clore et figer' })).toBeDisabled();
  });

  it('says what it freezes, freezes what was seen, and shows by whom and under which hash', async () => {
    const asked = serve(sampleRoom({ lines: concluded }), { 'POST /api/reviews/4/closing': closed });
    openApp(address);
    await userEvent.click(await screen.findByRole('button', { name: 'Clore le dialogue' }));
    const dialog = await screen.findByRole('dialog');
    expect(plain(dialog)).toContain('0 € retenus, 17 500 € non retenus');
    expect(plain(dialog)).toContain('L\'année 5 du contrat est ouverte avec les indicateurs proposés.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Clore et figer' }));
    expect(plain(await screen.findByText(/Clos par Claire Martin/))).toContain('Empreinte abcdef012345');
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({ body: { revision: 0, fingerprint: 'f'.repeat(64) } });
    expect(screen.queryByRole('radio')).toBeNull();
    expect(plain(screen.getByRole('list', { name: 'Historique des clôtures' }))).toContain('L\'année 5 a été ouverte avec les propositions.');
  });

  it('is opened again with a reason of five characters', async () => {
    const reopened = sampleRoom({ lines: concluded }, { status: 'reopened', revision: 2, nextYearHasTerms: true });
    const asked = serve(closed, { 'POST /api/reviews/4/reopening': reopened });
    openApp(address);
    await userEvent.click(await screen.findByRole('button', { name: 'Rouvrir' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText(/Pourquoi/), 'non');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Rouvrir' }));
    expect(plain(dialog)).toContain('Écrivez au moins 5 caractères.');
    await userEvent.type(within(dialog).getByLabelText(/Pourquoi/), ' conforme');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Rouvrir' }));
    expect(await screen.findByText('rouvert')).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({ body: { revision: 1, reason: 'non conforme' } });
  });

  it('that was tampered with is said', async () => {
    serve({ ...closed, closing: { ...closing, intact: false } });
    openApp(address);
    expect(await screen.findByText(/ne correspond plus à son empreinte/)).toBeInTheDocument();
  });

  it('is only read by the board', async () => {
    serve(sampleRoom({}, { may: { write: false } }), { 'GET /api/session': testSession({ role: 'board' }) });
    openApp(address);
    await line(/Patients en ALD/);
    expect(screen.queryByRole('button', { name: /Clore|Rouvrir|Préparation/ })).toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('the printed pages', () => {
  it('of a mission hold target, result, remarks, conclusion, euros and the next year', async () => {
    serve(sampleRoom({ standings: { 'mt-ald': value }, lines: { 'mt-ald': said({ conclusion: 'partly', fundRemark: 'Effort reconnu' }) } }));
    openApp('/contrat/dialogue/mission/access-to-care?annee=4');
    const table = await screen.findByRole('table');
    const words = plain(table);
    for (const each of ['socle : 219 ou moins, 3 000 €', 'CPAM, 14/04/2026', 'en partie', '6 000 € sur 9 000 €', 'Caisse : Effort reconnu', 'Année 5', 'Valeur initiale : 100']) expect(words).toContain(each);
    expect(document.documentElement.style.getPropertyValue('--paper-foot')).toContain('DG-A4-M1');
  });

  it('of the summary hold every mission and every indicator of the example contract', async () => {
    serve(sampleRoom({ terms: exampleTerms }));
    openApp('/contrat/dialogue/synthese?annee=4');
    const [missions, indicators] = await screen.findAllByRole('table');
    expect(within(missions!).getAllByRole('row')).toHaveLength(8);
    expect(plain(missions)).toContain('Ensemble200 000 €122 500 €0 €0 €122 500 €');
    expect(within(indicators!).getAllByRole('row')).toHaveLength(1 + 6 + 44);
  });

  it('hide small numbers of patients, and say so', async () => {
    serve(sampleRoom({ standings: { 'mt-ald': { ...value, value: 4 } } }));
    openApp('/contrat/dialogue/mission/access-to-care?annee=4');
    const table = await screen.findByRole('table');
    expect(plain(within(table).getByRole('row', { name: /ALD/ }))).toContain('< 6CPAM');
    expect(plain(table)).toContain('Valeur initiale : < 6');
    expect(screen.getByText(/Les nombres de patients inférieurs à 6 sont masqués/)).toBeInTheDocument();
  });

  it('of a mission that does not exist are not found', async () => {
    serve(sampleRoom());
    openApp('/contrat/dialogue/mission/nulle-part?annee=4');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(/introuvable|n’existe pas/i);
  });
});

it('says what to do where the contract is not recorded', async () => {
  serve({ ...sampleRoom(), sheet: null, lacks: [], closableFrom: null, fingerprint: null });
  openApp(address);
  expect(await screen.findByRole('link', { name: 'Renseigner le contrat' })).toHaveAttribute('href', '/contrat?annee=4');
});
