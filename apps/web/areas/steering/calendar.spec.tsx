import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { serveApi } from '../../testing/serve-api';

const clocks = [
  { kind: 'contract', number: 3, start: '2026-04-15', end: '2027-04-14', dayNumber: 221, days: 365 },
  { kind: 'civil', number: null, start: '2026-01-01', end: '2026-12-31', dayNumber: 325, days: 365 },
  { kind: 'accounting', number: null, start: '2026-01-01', end: '2026-12-31', dayNumber: 325, days: 365 },
  { kind: 'membership', number: null, start: '2026-09-01', end: '2027-08-31', dayNumber: 82, days: 365 },
];
const event = (key: string, kind: string, day: string, lateDays = 0, link: object = { to: 'contract', id: null }) => ({ key, kind, day, title: key, detail: '', lateDays, pending: key === 'Clôture', cents: kind === 'payment' ? 5_625_000 : null, link });
const calendar = {
  today: '2026-11-21', until: '2028-02-21', clocks,
  events: [
    event('Accès aux soins', 'mission', '2025-10-15', 402, { to: 'mission', id: 'access-to-care' }),
    event('Clôture', 'review', '2026-04-15', 0, { to: 'review', id: '2' }),
    event('Valeurs du T4', 'values', '2026-11-22', 0, { to: 'entry', id: '2026-Q4' }),
    event('Dialogue', 'review', '2027-04-15', 0, { to: 'review', id: '3' }),
    event('Année 4', 'year', '2027-04-15'),
    event('Avance', 'payment', '2027-05-15'),
  ],
};
const common = { 'GET /api/session': testSession(), 'GET /api/contract/current-year': null };
const feed = { 'GET /api/steering/calendar/feed': { createdAt: null, revision: 0 } };

describe('calendrier', () => {
  it('shows the four years, what is late first, then months', async () => {
    serveApi({ ...common, ...feed, 'GET /api/steering/calendar': calendar });
    openApp('/calendrier');
    const years = within(await screen.findByRole('region', { name: 'Les années en cours' })).getAllByRole('listitem');
    expect(years.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Année 3 du contrat.*jour 221 sur 365$/), expect.stringContaining('Année civile'), expect.stringContaining('Exercice comptable'),
      expect.stringMatching(/^Année d’adhésion.*jour 82 sur 365$/),
    ]);
    const late = screen.getByRole('region', { name: 'En retard' });
    expect(within(late).getByText(/en retard depuis 402.jours/)).toBeInTheDocument();
    expect(within(late).getByRole('link', { name: 'Accès aux soins' })).toHaveAttribute('href', '/missions/access-to-care');
    expect(within(screen.getByRole('region', { name: /^Avril.2027$/ })).getAllByRole('listitem')).toHaveLength(2);
    expect(within(screen.getByRole('region', { name: 'Toujours à faire' })).getByText(/^depuis 220.jours$/)).toBeInTheDocument();
    expect(screen.getByText('demain')).toBeInTheDocument();
    expect(screen.getByText(/^56.250.€$/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Valeurs du T4' })).toHaveAttribute('href', '/indicateurs/saisie?periode=2026-Q4');
  });

  it('shows one kind at a time, from the address', async () => {
    serveApi({ ...common, ...feed, 'GET /api/steering/calendar': calendar });
    openApp('/calendrier?nature=review');
    expect(await screen.findByRole('link', { name: 'Dialogue' })).toHaveAttribute('href', '/contrat/dialogue?annee=3');
    expect(screen.queryByText('Accès aux soins')).not.toBeInTheDocument();
  });

  it('says what to do when there is nothing yet', async () => {
    serveApi({ ...common, ...feed, 'GET /api/steering/calendar': { ...calendar, clocks: clocks.slice(1), events: [] } });
    openApp('/calendrier');
    expect(await screen.findByText('Rien à venir')).toBeInTheDocument();
    expect(screen.getByText('Aucune année de contrat en cours')).toBeInTheDocument();
  });

  it('opens a private address, shown once, then renews and closes it', async () => {
    const address = 'https://maillage.test/api/calendar/abc.ics';
    const asked = serveApi({
      ...common, ...feed, 'GET /api/steering/calendar': calendar,
      'POST /api/steering/calendar/feed': { createdAt: '2026-11-21T09:00:00Z', revision: 1, address },
      'DELETE /api/steering/calendar/feed': { createdAt: null, revision: 0 },
    });
    openApp('/calendrier');
    await userEvent.click(await screen.findByRole('button', { name: 'Ouvrir une adresse privée' }));
    expect(await screen.findByText(address)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Renouveler l’adresse' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Renouveler l’adresse' }));
    await waitFor(() => expect(asked.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([{ revision: 0 }, { revision: 1 }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await userEvent.click(screen.getByRole('button', { name: 'Fermer l’adresse' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Fermer l’adresse' }));
    expect(await screen.findByText('Aucune adresse n’est ouverte.')).toBeInTheDocument();
    expect(screen.queryByText(address)).not.toBeInTheDocument();
  });

  it('does not show again an address that is open', async () => {
    serveApi({ ...common, 'GET /api/steering/calendar/feed': { createdAt: '2026-11-01T09:00:00Z', revision: 3 }, 'GET /api/steering/calendar': calendar });
    openApp('/calendrier');
    expect(await screen.findByText(/Une adresse est ouverte depuis le/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Copier l’adresse' })).not.toBeInTheDocument();
  });
});
