import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { Refusal, serveApi } from '../../testing/serve-api';

const session = testSession();
const signedOut = new Refusal(401, 'signed-out', 'Votre session est terminée.');
const token = 'k'.repeat(43);
const people = {
  members: [
    { personId: session.person.id, name: 'Claire Martin', email: 'claire.martin@exemple.fr', role: 'coordinator', organisation: null, joinedAt: '2026-01-05T08:00:00Z', lastUsedAt: '2026-11-20T08:00:00Z', revision: 1 },
    { personId: '01890000-0000-7000-8000-0000000000bb', name: 'Zoé Petit', email: 'zoe@exemple.fr', role: 'board', organisation: null, joinedAt: '2026-01-05T08:00:00Z', lastUsedAt: null, revision: 4 },
  ],
  invitations: [
    { id: '01890000-0000-7000-8000-0000000000cc', email: 'ars@exemple.fr', role: 'reader', organisation: 'ARS Bretagne', invitedByName: 'Claire Martin', createdAt: '2026-11-20T08:00:00Z', expiresAt: '2026-12-04T08:00:00Z', expired: false, mail: 'failed', mailError: 'Le serveur refuse le message.' },
  ],
};

describe('connexion', () => {
  it('names what is missing beside each field and asks the server nothing', async () => {
    const asked = serveApi({ 'GET /api/session': signedOut });
    openApp('/connexion');
    await userEvent.click(await screen.findByRole('button', { name: 'Se connecter' }));
    expect(await screen.findAllByText('Ce champ est obligatoire.')).toHaveLength(2);
    expect(screen.getByLabelText(/Adresse électronique/)).toBeInvalid();
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('says the refusal of the server, keeps the address and empties the password', async () => {
    serveApi({ 'GET /api/session': signedOut, 'POST /api/session': new Refusal(401, 'sign-in-refused', 'Adresse électronique ou mot de passe incorrect.') });
    openApp('/connexion');
    await userEvent.type(await screen.findByLabelText(/Adresse électronique/), 'claire.martin@exemple.fr');
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'faux');
    await userEvent.click(screen.getByRole('button', { name: 'Se connecter' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Adresse électronique ou mot de passe incorrect.');
    expect(screen.getByLabelText(/Adresse électronique/)).toHaveValue('claire.martin@exemple.fr');
    expect(screen.getByLabelText('Mot de passe')).toHaveValue('');
  });

  it('comes back to the page that was asked for', async () => {
    serveApi({ 'GET /api/session': signedOut, 'POST /api/session': session, 'GET /api/access': people });
    const { address } = openApp('/reglages/acces');
    await userEvent.type(await screen.findByLabelText(/Adresse électronique/), 'claire.martin@exemple.fr');
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'Brouette+Lune=57');
    await userEvent.click(screen.getByRole('button', { name: 'Se connecter' }));
    expect(await screen.findByRole('heading', { name: 'Accès', level: 1 })).toBeInTheDocument();
    expect(address()).toBe('/reglages/acces');
  });

  it('says that the session ended in the middle of the work, and that nothing typed is lost', async () => {
    serveApi({ 'GET /api/session': session, 'GET /api/contract/current-year': null, 'GET /api/access': signedOut });
    const { address } = openApp('/reglages/acces');
    expect(await screen.findByText(/^Votre session est terminée\. Reconnectez-vous/)).toBeInTheDocument();
    expect(address()).toBe('/connexion?retour=%2Freglages%2Facces');
  });

  it('asks someone of several communities in which one they work', async () => {
    const undecided = { ...testSession({ several: true }), community: null };
    const asked = serveApi({ 'GET /api/session': undecided, 'POST /api/session/community': testSession({ several: true }), 'GET /api/access': people });
    openApp('/reglages/acces');
    await userEvent.click(await screen.findByRole('button', { name: /des Deux Rives/ }));
    await waitFor(() => expect(asked.find(({ path }) => path === '/api/session/community')?.body).toEqual({ communityId: undecided.communities[1]?.id }));
  });
});

describe('a link received by e-mail', () => {
  const link = { kind: 'invitation', email: 'nadia@exemple.fr', community: { name: 'du Val Clair', label: 'CPTS' }, role: 'treasurer', organisation: null, invitedByName: 'Claire Martin', accountExists: false };

  it('makes an account, with the rules of the password ticked while it is typed', async () => {
    const asked = serveApi({ 'GET /api/session': signedOut, 'POST /api/links/inspect': link, 'POST /api/invitations/accept': { signedIn: true } });
    openApp(`/invitation#${token}`);
    expect(await screen.findByRole('heading', { name: 'Rejoindre CPTS du Val Clair' })).toBeInTheDocument();
    expect(screen.getByText(/Claire Martin vous invite\. Votre rôle\s: Trésorerie\./)).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Prénom'), 'Nadia');
    await userEvent.type(screen.getByLabelText('Nom'), 'Benali');
    const password = screen.getByLabelText('Mot de passe');
    await userEvent.type(password, 'Benali+57');
    const rules = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
    expect(rules.map((rule) => rule.endsWith('(respecté)'))).toEqual([false, false, false]);
    await userEvent.click(screen.getByRole('button', { name: 'Créer mon compte' }));
    expect(password).toBeInvalid();
    expect(asked.some(({ path }) => path === '/api/invitations/accept')).toBe(false);

    await userEvent.clear(password);
    await userEvent.type(password, 'Tulipe/Canal*43');
    expect(screen.getAllByText('(respecté)')).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: 'Créer mon compte' }));
    await waitFor(() =>
      expect(asked.find(({ path }) => path === '/api/invitations/accept')?.body).toEqual({ token, givenName: 'Nadia', familyName: 'Benali', password: 'Tulipe/Canal*43' }),
    );
  });

  it('asks nothing more of someone who has an account', async () => {
    serveApi({ 'GET /api/session': signedOut, 'POST /api/links/inspect': { ...link, accountExists: true }, 'POST /api/invitations/accept': { signedIn: false } });
    openApp(`/invitation#${token}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Accepter l’invitation' }));
    expect(await screen.findByText(/^Vous avez maintenant accès à CPTS du Val Clair\./)).toBeInTheDocument();
  });

  it.each([
    ['is used', `#${token}`, new Refusal(410, 'link-invalid', 'Ce lien n’est pas valable.'), 'Ce lien n’est pas valable.'],
    ['was cut', '#coupé', link, /L’adresse est incomplète/],
    ['is of another kind', `#${token}`, { ...link, kind: 'password-reset' }, /L’adresse est incomplète/],
  ])('that %s says so and what to do', async (_, hash, answer, sentence) => {
    serveApi({ 'GET /api/session': signedOut, 'POST /api/links/inspect': answer });
    openApp(`/invitation${hash}`);
    expect(await screen.findByRole('heading', { name: 'Ce lien ne peut pas servir' })).toBeInTheDocument();
    expect(screen.getByText(sentence)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Se connecter' })).toHaveAttribute('href', '/connexion');
  });

  it('answers the same for any forgotten password', async () => {
    const asked = serveApi({ 'GET /api/session': signedOut, 'POST /api/password-reset': null });
    openApp('/mot-de-passe-oublie');
    await userEvent.type(await screen.findByLabelText(/Adresse électronique/), 'qui@exemple.fr');
    await userEvent.click(screen.getByRole('button', { name: 'Recevoir le lien' }));
    expect(await screen.findByText(/^Si un compte existe pour qui@exemple\.fr/)).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ email: 'qui@exemple.fr' });
  });
});

describe('réglages, accès', () => {
  const open = async (more: Record<string, unknown> = {}) => {
    const asked = serveApi({ 'GET /api/session': session, 'GET /api/access': people, ...more });
    openApp('/reglages/acces');
    await screen.findByRole('heading', { name: 'Accès', level: 1 });
    return asked;
  };

  it('shows who may enter, and an invitation whose e-mail was refused', async () => {
    await open();
    const members = screen.getByRole('table', { name: 'Personnes qui ont accès à la communauté' });
    expect(within(members).getByRole('row', { name: /Claire Martin \(vous\).*Coordination/ })).toBeInTheDocument();
    expect(within(members).getByRole('row', { name: /Zoé Petit .*jamais/ })).toBeInTheDocument();
    const invitations = screen.getByRole('table', { name: 'Invitations envoyées et pas encore acceptées' });
    expect(within(invitations).getByRole('row', { name: /ars@exemple\.fr .*Destinataire des rapports · ARS Bretagne .*non envoyé Le serveur refuse le message\./ })).toBeInTheDocument();
  });

  it('invites a reader with the institution it reads for', async () => {
    const asked = await open({ 'POST /api/access/invitations': { id: 'x' } });
    await userEvent.click(screen.getByRole('button', { name: 'Inviter une personne' }));
    const dialog = await screen.findByRole('dialog', { name: 'Inviter une personne' });
    await userEvent.type(within(dialog).getByLabelText('Adresse électronique'), 'cpam@exemple.fr');
    await userEvent.selectOptions(within(dialog).getByLabelText('Rôle'), 'reader');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Envoyer l’invitation' }));
    expect(await within(dialog).findByText('Indiquez l’organisme.')).toBeInTheDocument();
    await userEvent.type(within(dialog).getByLabelText('Organisme'), 'CPAM du Cher');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Envoyer l’invitation' }));
    await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ email: 'cpam@exemple.fr', role: 'reader', organisation: 'CPAM du Cher' }));
  });

  it('asks before removing someone, and stays open to say why it is refused', async () => {
    await open({ [`DELETE /api/access/members/${session.person.id}`]: new Refusal(409, 'last-coordinator', 'C’est la seule personne qui coordonne cette communauté.') });
    await userEvent.click(screen.getByRole('button', { name: 'Retirer l’accès de Claire Martin' }));
    const dialog = await screen.findByRole('dialog', { name: /^Retirer l’accès de Claire Martin\s\?$/ });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Retirer l’accès' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('C’est la seule personne qui coordonne');
  });

  it('sends the revision that was seen when a role is changed', async () => {
    const zoe = people.members[1]?.personId;
    const asked = await open({ [`PATCH /api/access/members/${zoe}`]: null });
    await userEvent.click(screen.getByRole('button', { name: 'Modifier l’accès de Zoé Petit' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.selectOptions(within(dialog).getByLabelText('Rôle'), 'president');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ role: 'president', organisation: null, revision: 4 }));
  });
});

describe('mon profil', () => {
  it('names the devices and ends a session', async () => {
    const other = { id: '01890000-0000-7000-8000-0000000000dd', current: false, createdAt: '2026-11-01T08:00:00Z', lastSeenAt: '2026-11-20T08:00:00Z', expiresAt: '2026-12-01T08:00:00Z', userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604', address: '10.0.0.1' };
    const here = { ...other, id: '01890000-0000-7000-8000-0000000000ee', current: true, userAgent: 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0' };
    const asked = serveApi({ 'GET /api/session': session, 'GET /api/account/sessions': [here, other], [`DELETE /api/account/sessions/${other.id}`]: null });
    openApp('/profil');
    expect(await screen.findByRole('row', { name: /Firefox sur Windows .*cet appareil/ })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Fermer la session de Safari sur iPhone' }));
    await waitFor(() => expect(asked.some(({ method, path }) => method === 'DELETE' && path.endsWith(other.id))).toBe(true));
  });
});
