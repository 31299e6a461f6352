import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { Refusal, serveApi } from '../../testing/serve-api';

const session = testSession();
const settings = {
  id: session.community?.id,
  name: 'du Val Clair',
  label: 'CPTS',
  title: 'CPTS du Val Clair',
  timeZone: 'Europe/Paris',
  maskBelow: 6,
  logoFileId: null,
  demo: false,
  revision: 3,
  updatedAt: '2026-11-20T08:00:00Z',
};
const gien = {
  inseeCode: '45155',
  parentCode: null,
  name: 'Gien',
  departmentCode: '45',
  departmentName: 'Loiret',
  postcodes: ['45500'],
  population: 13459,
  epciSiren: '244500211',
  epciName: 'CC Giennoises',
  vintage: 2026,
};
const nevoy = { ...gien, inseeCode: '45227', name: 'Nevoy', population: 1163 };
const territory = {
  communes: [gien],
  population: { total: 13459, communes: 1, unknown: [] },
  departments: ['45'],
  vintage: 2026,
};
const nowhere = { communes: [], population: { total: 0, communes: 0, unknown: [] }, departments: [], vintage: 2026 };
const giennoises = { siren: '244500211', name: 'CC Giennoises', communes: 11, population: 24157, departmentCodes: ['45'] };
const line = {
  id: 7,
  at: '2026-11-20T08:00:00Z',
  personId: session.person.id,
  who: 'Claire Martin',
  act: 'community.settings-changed',
  what: 'Réglages de la communauté modifiés',
  subjectType: 'community',
  subjectId: 'x',
  subject: null,
  changes: [{ field: 'Seuil de masquage', before: '6', after: '8' }],
};
const journal = { lines: [line], nextId: null, subject: null, people: [{ personId: session.person.id, name: 'Claire Martin' }] };
const common = { 'GET /api/session': session, 'GET /api/contract/current-year': null };

describe('réglages › communauté', () => {
  it('shows the name as it will read, and saves with the revision seen', async () => {
    const asked = serveApi({
      ...common,
      'GET /api/community': settings,
      'PUT /api/community': ({ body }: { body: unknown }) => ({ ...settings, ...(body as object), revision: 4 }),
    });
    openApp('/reglages/communaute');
    const name = await screen.findByLabelText('Nom');
    await userEvent.clear(name);
    await userEvent.type(name, 'des Trois Vallées');
    expect(screen.getByText('CPTS des Trois Vallées')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Réglages enregistrés.')).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
      name: 'des Trois Vallées',
      label: 'CPTS',
      timeZone: 'Europe/Paris',
      maskBelow: 6,
      revision: 3,
    });
  });

  it('refuses a threshold out of its limits before asking the server', async () => {
    const asked = serveApi({ ...common, 'GET /api/community': settings });
    openApp('/reglages/communaute');
    const mask = await screen.findByLabelText(/Masquer les effectifs/);
    await userEvent.clear(mask);
    await userEvent.type(mask, '3');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Au moins 5.')).toBeInTheDocument();
    expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('shows both versions when somebody saved meanwhile, and sends mine over the one now kept', async () => {
    const theirs = { ...settings, name: 'du Bois', revision: 4 };
    const conflict = new Refusal(409, 'edited-meanwhile', 'Ana Bel a modifié cet élément.', {
      meta: { who: 'Ana Bel', when: 'le 20 novembre 2026', current: theirs },
    });
    const asked = serveApi({
      ...common,
      'GET /api/community': settings,
      'PUT /api/community': ({ body }: { body: unknown }) =>
        (body as { revision: number }).revision === 3 ? conflict : { ...theirs, ...(body as object), revision: 5 },
    });
    openApp('/reglages/communaute');
    await userEvent.type(await screen.findByLabelText('Nom'), ' et d’ailleurs');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Ana Bel a enregistré une autre version le 20 novembre 2026');
    expect(within(dialog).getByText(/du Bois/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer ma version' }));
    await waitFor(() =>
      expect(asked.filter(({ method }) => method === 'PUT').at(-1)?.body).toMatchObject({
        name: 'du Val Clair et d’ailleurs',
        revision: 4,
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('keeps a draft with the revision it began on, so that a newer version is not overwritten in silence', async () => {
    const asked = serveApi({ ...common, 'GET /api/community': settings });
    const first = openApp('/reglages/communaute');
    await userEvent.type(await screen.findByLabelText('Nom'), '-Nord');
    expect(await screen.findByText(/^Brouillon enregistré/)).toBeInTheDocument();
    first.unmount();
    const again = serveApi({
      ...common,
      'GET /api/community': { ...settings, name: 'du Bois', revision: 9 },
      'PUT /api/community': new Refusal(409, 'edited-meanwhile', 'Modifié.', {
        meta: { who: 'Ana Bel', current: { ...settings, name: 'du Bois', revision: 9 } },
      }),
    });
    openApp('/reglages/communaute');
    expect(await screen.findByLabelText('Nom')).toHaveValue('du Val Clair-Nord');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('du Bois');
    expect(again.find(({ method }) => method === 'PUT')?.body).toMatchObject({ name: 'du Val Clair-Nord', revision: 3 });
    expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('is read, not changed, by the board', async () => {
    serveApi({
      ...common,
      'GET /api/session': testSession({ role: 'board' }),
      'GET /api/community': { ...settings, logoFileId: 'f' },
    });
    openApp('/reglages/communaute');
    expect(await screen.findByText('Seule la coordination peut modifier ces réglages.')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: 'Logo de CPTS du Val Clair' })).toHaveAttribute('src', '/api/community/logo?v=f');
    expect(screen.queryByRole('button', { name: /Enregistrer|Retirer/ })).not.toBeInTheDocument();
  });

  it('says why a logo is refused and keeps the file in sight', async () => {
    serveApi({
      ...common,
      'GET /api/community': settings,
      'PUT /api/community/logo': new Refusal(400, 'logo-refused', 'Ce logo n’est pas accepté.'),
    });
    const { container } = openApp('/reglages/communaute');
    await screen.findByText('Aucun logo pour l’instant.');
    const input = container.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('No file field.');
    await userEvent.upload(input, new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer le logo' }));
    expect(await screen.findByText('Ce logo n’est pas accepté.')).toBeInTheDocument();
    expect(screen.getByText('logo.svg')).toBeInTheDocument();
  });
});

describe('réglages › territoire', () => {
  it('begins with what to do, finds an intercommunality and adds it whole', async () => {
    const asked = serveApi({
      ...common,
      'GET /api/community/territory': nowhere,
      'GET /api/communes': { communes: [gien, nevoy], epci: [giennoises] },
      'POST /api/community/territory/additions': {
        ...territory,
        communes: [gien, nevoy],
        population: { total: 14622, communes: 2, unknown: [] },
      },
    });
    openApp('/reglages/territoire');
    expect(await screen.findByText('Aucune commune pour l’instant')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Commune ou intercommunalité'), 'gien');
    const results = await screen.findByRole('list', { name: '1 intercommunalité et 2 communes' });
    expect(results).toHaveTextContent('Loiret (45) · 45500 · 13 459 habitants');
    await userEvent.click(within(results).getByRole('button', { name: 'Ajouter les 11 communes (CC Giennoises)' }));
    expect(await screen.findByText('2 communes ajoutées au territoire.')).toBeInTheDocument();
    expect(screen.getByText('14 622 habitants')).toBeInTheDocument();
    expect(within(results).getAllByText('Dans le territoire')).toHaveLength(2);
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ epci: ['244500211'] });
  });

  it('asks before it takes a commune out', async () => {
    const asked = serveApi({
      ...common,
      'GET /api/community/territory': territory,
      'POST /api/community/territory/removals': nowhere,
    });
    openApp('/reglages/territoire');
    await userEvent.click(await screen.findByRole('button', { name: 'Retirer Gien' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('La population du territoire baissera de 13 459 habitants.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Retirer' }));
    expect(await screen.findByText('Gien retirée du territoire.')).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ communes: ['45155'] });
  });

  it('says that nothing answers a search', async () => {
    serveApi({ ...common, 'GET /api/community/territory': territory, 'GET /api/communes': { communes: [], epci: [] } });
    openApp('/reglages/territoire');
    await userEvent.type(await screen.findByLabelText('Commune ou intercommunalité'), 'xyz');
    expect(await screen.findByText(/Aucune commune ni intercommunalité/)).toBeInTheDocument();
  });
});

describe('réglages › journal', () => {
  it('says who did what, and keeps the search in the address', async () => {
    const asked = serveApi({ ...common, 'GET /api/journal': journal });
    const { address } = openApp('/reglages/journal');
    const list = await screen.findByRole('list', { name: 'Lignes du journal' });
    expect(list).toHaveTextContent('Claire Martin Réglages de la communauté modifiés');
    expect(list).toHaveTextContent('Seuil de masquage : 6 → 8');
    await userEvent.type(screen.getByLabelText('Rechercher'), 'réglages');
    await waitFor(() => expect(decodeURIComponent(address())).toBe('/reglages/journal?q=réglages'));
    await userEvent.selectOptions(screen.getByLabelText('Personne'), 'Claire Martin');
    await waitFor(() => expect(new URLSearchParams(asked.at(-1)?.search).get('personId')).toBe(session.person.id));
    expect(new URLSearchParams(asked.at(-1)?.search).get('words')).toBe('réglages');
  });

  it('reads on from the last line', async () => {
    const asked = serveApi({
      ...common,
      'GET /api/journal': ({ url }: { url: URL }) =>
        url.searchParams.has('beforeId')
          ? { ...journal, lines: [{ ...line, id: 3, what: 'Logo remplacé', changes: [] }] }
          : { ...journal, nextId: 7 },
    });
    openApp('/reglages/journal');
    await userEvent.click(await screen.findByRole('button', { name: 'Afficher la suite' }));
    await waitFor(() => expect(screen.getByRole('list', { name: 'Lignes du journal' })).toHaveTextContent('Logo remplacé'));
    expect(screen.queryByRole('button', { name: 'Afficher la suite' })).not.toBeInTheDocument();
    expect(new URLSearchParams(asked.at(-1)?.search).get('beforeId')).toBe('7');
  });

  it('offers to clear a search that finds nothing', async () => {
    serveApi({
      ...common,
      'GET /api/journal': ({ url }: { url: URL }) => (url.searchParams.has('words') ? { ...journal, lines: [] } : journal),
    });
    const { address } = openApp('/reglages/journal?q=zzz');
    await userEvent.click(await screen.findByRole('button', { name: 'Effacer les filtres' }));
    expect(await screen.findByRole('list', { name: 'Lignes du journal' })).toBeInTheDocument();
    expect(address()).toBe('/reglages/journal');
  });

  it('is narrowed to a kind of act, or to what touched one subject, and goes out as it is narrowed', async () => {
    const measured = { ...line, id: 8, what: 'Valeur saisie', subjectType: 'indicator', subjectId: 'i1', subject: 'ACC-01 · T3 2026' };
    const asked = serveApi({ ...common, 'GET /api/journal': { ...journal, lines: [measured], subject: 'ACC-01 · T3 2026' } });
    const { address } = openApp('/reglages/journal?nature=measure&depuis=2026-01-01');
    expect(await screen.findByLabelText('Ce qui a été fait')).toHaveDisplayValue(/^Valeurs\s: tout$/);
    await userEvent.selectOptions(screen.getByLabelText('Ce qui a été fait'), 'Valeur validée');
    await waitFor(() => expect(new URLSearchParams(asked.at(-1)?.search).get('act')).toBe('measure.validated'));
    expect(await screen.findByRole('link', { name: /tableur/ })).toHaveAttribute('href', '/api/journal/export?act=measure.validated&from=2026-01-01&format=csv');
    await userEvent.click(await screen.findByRole('link', { name: 'ACC-01 · T3 2026' }));
    await waitFor(() => expect(decodeURIComponent(address())).toBe('/reglages/journal?sujet=indicator:i1'));
    await waitFor(() => expect(Object.fromEntries(new URLSearchParams(asked.at(-1)?.search))).toEqual({ subjectType: 'indicator', subjectId: 'i1' }));
    expect(await screen.findByText(/Seulement ce qui a touché/)).toHaveTextContent('ACC-01 · T3 2026');
    await userEvent.click(await screen.findByRole('button', { name: 'Voir tous les sujets' }));
    await waitFor(() => expect(address()).toBe('/reglages/journal'));
  });

  it('is verified on demand, and says in words what was changed outside', async () => {
    const sound = { checkedAt: '2026-11-20T08:00:00Z', lines: 1204, histories: 300, values: 169, sequence: 1204, head: 'ab'.repeat(32), found: 0, faults: [] };
    const fault = { kind: 'altered', sequence: null, subject: 'Valeur ACC-01 · T3 2026', at: '2026-10-02T08:00:00Z', sentence: 'Cette valeur n’est plus celle de son historique.' };
    let answer: object = sound;
    serveApi({ ...common, 'GET /api/journal': journal, 'GET /api/journal/verification': () => answer });
    openApp('/reglages/journal');
    const verify = await screen.findByRole('button', { name: 'Vérifier le journal' });
    await userEvent.click(verify);
    expect(await screen.findByText(/1.204 lignes et 169 valeurs vérifiées.*rien n’a été changé/)).toBeInTheDocument();
    expect(screen.getByText(sound.head)).toBeInTheDocument();
    answer = { ...sound, found: 230, faults: [fault] };
    await userEvent.click(verify);
    expect(await screen.findByText('230 écarts trouvés')).toBeInTheDocument();
    expect(screen.getByText('Valeur ACC-01 · T3 2026').closest('li')).toHaveTextContent(/écrit le .*2026.* Cette valeur n’est plus celle de son historique/);
    expect(screen.getByText(/Et 229 autres/)).toBeInTheDocument();
    expect(screen.getByText(/Prévenez votre hébergeur/)).toBeInTheDocument();
  });
});
