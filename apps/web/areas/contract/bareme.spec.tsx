import { agreements } from '@maillage/domain/contract';
import { screen, within } from '@testing-library/react';
import { openApp, testSession } from '../../testing/render';
import { serveApi } from '../../testing/serve-api';

const versions = agreements.map(({ sources, ...version }) => ({ ...version, sources: Object.entries(sources).map(([key, source]) => ({ key, ...source })) }));
const contract = {
  signedOn: '2022-04-15', durationYears: 5, agreement: 'aci-cpts/avenant-2', size: 3, prorataUnit: 'days', accountingYearStart: '01-01',
  membershipYearStart: '01-01', updatedAt: '2026-11-20T08:00:00Z',
};
const page = {
  contract, revision: 1, endsOn: '2027-04-14', currentYear: null, currentYearLabel: '', years: [], today: '2026-11-21',
  size: { population: 0, communes: 0, vintage: 2026, suggested: null, onBoundary: false, warning: null },
};
const serve = (given: object = page) =>
  serveApi({
    'GET /api/session': testSession(), 'GET /api/contract/current-year': null, 'GET /api/contract': given,
    'GET /api/contract/agreements': { agreements: versions },
  });
const cells = (table: HTMLElement, line: RegExp): (string | null)[] =>
  within(within(table).getByRole('row', { name: line })).getAllByRole('cell').map(({ textContent }) => textContent);

describe('barème', () => {
  it('says each amount by size with its status in words and its source, the size of the contract named', async () => {
    serve();
    openApp('/contrat/bareme');
    const table = await screen.findByRole('table', { name: 'Amélioration de l’accès aux soins' });
    const [small, , mine] = cells(table, /^Accès aux soins, part fixe/);
    expect(small).toMatch(/^55\u202F000\u00A0€à confirmer$/);
    expect(mine).toMatch(/^90\u202F000\u00A0€publié\[\d+\]\[\d+\]$/);
    expect(within(table).getByRole('columnheader', { name: /Taille 3 \(la vôtre\)/ })).toBeInTheDocument();
    const [source] = within(table).getAllByRole('link', { name: /^Source/ });
    expect(document.querySelector(source?.getAttribute('href') ?? '#none')).toHaveTextContent('contrat signé');
    expect(cells(screen.getByRole('table', { name: /crises/ }), /^Crise sanitaire, part fixe de la première/)[2]).toMatch(/^45\u202F000\u00A0€déduit/);
  });

  it('opens another version, where what nobody knows has no amount', async () => {
    serve();
    openApp('/contrat/bareme?accord=aci-cpts%2F2019');
    const table = await screen.findByRole('table', { name: 'Amélioration de l’accès aux soins' });
    expect(cells(table, /^Accès aux soins, part fixe/)[2]).toMatch(/^–inconnu/);
    expect(screen.queryByText(/la vôtre/)).not.toBeInTheDocument();
    expect(screen.getByText(/En vigueur du 25.août.2019 au 30.mars.2022/)).toBeInTheDocument();
  });

  it('shows the version in force before any contract', async () => {
    serve({ ...page, contract: null });
    openApp('/contrat/bareme');
    expect(await screen.findByText(/En vigueur depuis le 31.mars.2022/)).toBeInTheDocument();
  });
});
