import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { Refusal, serveApi } from '../../testing/serve-api';

const signedOut = new Refusal(401, 'signed-out', 'Votre session est terminée.');
const contract = { 'GET /api/contract/current-year': { number: 5, start: '2026-04-15', end: '2027-04-14' } };
const side = () => screen.getAllByRole('navigation', { name: 'Navigation principale' })[0] as HTMLElement;

describe('the frame of every page', () => {
  it('sends a visitor to the sign-in, with the address to come back to', async () => {
    serveApi({ 'GET /api/session': signedOut });
    const { address } = openApp('/une-page?q=soins');
    await waitFor(() => expect(address()).toBe('/connexion?retour=%2Fune-page%3Fq%3Dsoins'));
  });

  it('always shows the community and the contract year, and says that a page does not exist inside the frame', async () => {
    serveApi({ 'GET /api/session': testSession(), ...contract });
    openApp('/une-page-qui-n-existe-pas');
    expect(await screen.findByRole('heading', { level: 1, name: 'Cette page n’existe pas' })).toBeInTheDocument();
    expect((await screen.findAllByText('CPTS du Val Clair')).length).toBeGreaterThan(0);
    expect((await screen.findAllByText('(15/04/2026–14/04/2027)')).length).toBeGreaterThan(0);
    expect(screen.getByRole('link', { name: 'Aller au contenu' })).toHaveAttribute('href', '#contenu');
    expect(screen.queryByText(/Données de démonstration/)).not.toBeInTheDocument();
  });

  it('says that the figures are invented when they are', async () => {
    serveApi({ 'GET /api/session': testSession({ demo: true }), ...contract });
    openApp('/rien');
    expect(await screen.findByText(/Données de démonstration/)).toBeInTheDocument();
  });

  it('shows a reader nothing of the community but what was published', async () => {
    serveApi({ 'GET /api/session': testSession({ role: 'reader' }) });
    openApp('/rien');
    await screen.findByRole('heading', { level: 1 });
    const links = within(side()).queryAllByRole('link').map(({ textContent }) => textContent);
    expect(links.filter((label) => label !== 'Rapports reçus')).toEqual([]);
    expect(screen.queryByText('Contrat à renseigner')).not.toBeInTheDocument();
  });

  it('enters another community and forgets everything of the first', async () => {
    const user = userEvent.setup();
    const several = testSession({ several: true });
    const asked = serveApi({
      'GET /api/session': several,
      'POST /api/session/community': { ...several, community: several.communities[1] },
      ...contract,
    });
    const { client } = openApp('/rien');
    client.setQueryData(['anything', 'of-the-first'], 'secret');
    await user.click((await screen.findAllByRole('button', { name: /CPTS du Val Clair/ }))[0] as HTMLElement);
    await user.click(await screen.findByRole('menuitem', { name: /des Deux Rives/ }));
    await waitFor(() => expect(screen.getAllByText('CPTS des Deux Rives').length).toBeGreaterThan(0));
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ communityId: several.communities[1]?.id });
    expect(client.getQueryData(['anything', 'of-the-first'])).toBeUndefined();
  });

  it('follows the session when another tab took it to another community, and writes nothing there', async () => {
    const several = testSession({ several: true });
    const moved = { ...several, community: several.communities[1] };
    let answers: unknown = several;
    const seen: (string | null)[] = [];
    serveApi({
      'GET /api/session': () => answers,
      'GET /api/community': ({ headers }: { headers: Headers }) => {
        seen.push(headers.get('x-maillage-page'));
        return new Refusal(409, 'page-outdated', 'Vous avez changé de communauté dans un autre onglet.');
      },
      ...contract,
    });
    const { router, address } = openApp('/rien');
    await screen.findByRole('heading', { level: 1 });
    answers = moved;
    await act(() => router.navigate({ href: '/reglages/communaute' }));
    await waitFor(() => expect(screen.getAllByText('CPTS des Deux Rives').length).toBeGreaterThan(0));
    await waitFor(() => expect(address()).toBe('/'));
    expect(await screen.findByText('Vous êtes maintenant dans CPTS des Deux Rives.')).toBeInTheDocument();
    expect(seen[0]).toBe('0000000000aa.000000000001');
  });

  it('signs out', async () => {
    const user = userEvent.setup();
    const asked = serveApi({ 'GET /api/session': testSession(), 'DELETE /api/session': null, ...contract });
    const { address } = openApp('/rien');
    await user.click((await screen.findAllByRole('button', { name: 'Compte de Claire Martin' }))[0] as HTMLElement);
    await user.click(await screen.findByRole('menuitem', { name: 'Se déconnecter' }));
    await waitFor(() => expect(address()).toBe('/connexion'));
    expect(asked.some(({ method, path }) => method === 'DELETE' && path === '/api/session')).toBe(true);
  });

  it('says that the network is gone, and that nothing is lost', async () => {
    serveApi({ 'GET /api/session': testSession(), ...contract });
    openApp('/rien');
    await screen.findByRole('heading', { level: 1 });
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(await screen.findByText(/Vous êtes hors connexion/)).toBeInTheDocument();
    online.mockRestore();
  });
});
