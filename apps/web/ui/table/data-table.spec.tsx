import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onPhone } from '../../testing/phone';
import { renderPart } from '../../testing/render';
import type { Column } from './columns';
import { DataTable } from './data-table';

interface Row {
  id: string;
  name: string;
  mission: string;
  value: number | null;
}

const rows: Row[] = [
  { id: '1', name: 'Téléexpertises', mission: 'Accès aux soins', value: 1234 },
  { id: '2', name: 'Élus sensibilisés', mission: 'Prévention', value: null },
  { id: '3', name: 'Bilans de médication', mission: 'Prévention', value: 9 },
];

const columns: Column<Row>[] = [
  { key: 'nom', label: 'Indicateur', value: (row) => row.name },
  { key: 'mission', label: 'Mission', value: (row) => row.mission, filter: true, filterAll: 'Toutes les missions' },
  { key: 'valeur', label: 'Valeur', value: (row) => row.value, numeric: true, card: 'main' },
];

const table = (change: Partial<Parameters<typeof DataTable<Row>>[0]> = {}) => (
  <DataTable id="test" caption="Indicateurs" columns={columns} rows={rows} rowKey={(row) => row.id} rowHref={(row) => `/indicateurs/${row.id}`} empty={<p>Créez un indicateur.</p>} {...change} />
);

const names = (): (string | null)[] => within(screen.getByRole('table')).getAllByRole('rowheader').map(({ textContent }) => textContent);

describe('a table people compare in', () => {
  it('shows the rows, numbers in French, and a dash for a missing value', async () => {
    await renderPart(table());
    expect(names()).toEqual(['Téléexpertises', 'Élus sensibilisés', 'Bilans de médication']);
    expect(screen.getByRole('cell', { name: '1\u202F234' })).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: '—' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Téléexpertises' })).toHaveAttribute('href', '/indicateurs/1');
  });

  it('sorts from its headers, missing values last both ways, and says it in the address', async () => {
    const user = userEvent.setup();
    const { address } = await renderPart(table());
    await user.click(screen.getByRole('button', { name: 'Valeur' }));
    await waitFor(() => expect(address()).toBe('/?tri=valeur'));
    expect(names()).toEqual(['Bilans de médication', 'Téléexpertises', 'Élus sensibilisés']);
    expect(screen.getByRole('columnheader', { name: 'Valeur' })).toHaveAttribute('aria-sort', 'ascending');
    await user.click(screen.getByRole('button', { name: 'Valeur' }));
    await waitFor(() => expect(address()).toBe('/?tri=-valeur'));
    expect(names()).toEqual(['Téléexpertises', 'Bilans de médication', 'Élus sensibilisés']);
  });

  it('searches without caring for accents, and counts what is left', async () => {
    const user = userEvent.setup();
    const { address } = await renderPart(table());
    await user.type(screen.getByRole('searchbox', { name: 'Rechercher dans le tableau' }), 'elus');
    await waitFor(() => expect(address()).toBe('/?q=elus'));
    expect(names()).toEqual(['Élus sensibilisés']);
    expect(screen.getByRole('status')).toHaveTextContent('1 sur 3 lignes');
  });

  it('opens as its address says, and the other parameters of the page are kept', async () => {
    const user = userEvent.setup();
    const { address } = await renderPart(table(), { at: '/?periode=2026-Q3&f.mission=Pr%C3%A9vention&tri=nom' });
    expect(names()).toEqual(['Bilans de médication', 'Élus sensibilisés']);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Filtrer par Mission' }), 'Toutes les missions');
    await waitFor(() => expect(address()).toBe('/?periode=2026-Q3&tri=nom'));
    expect(names()).toHaveLength(3);
  });

  it('says what to do when nothing matches, and when there is nothing at all', async () => {
    const user = userEvent.setup();
    const { unmount } = await renderPart(table(), { at: '/?q=introuvable' });
    await user.click(screen.getByRole('button', { name: 'Retirer les filtres' }));
    await waitFor(() => expect(names()).toHaveLength(3));
    unmount();
    await renderPart(table({ rows: [] }));
    expect(screen.getByText('Créez un indicateur.')).toBeInTheDocument();
  });

  it('goes from page to page', async () => {
    const user = userEvent.setup();
    const { address } = await renderPart(table({ pageSize: 2 }));
    expect(names()).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Page suivante' }));
    await waitFor(() => expect(address()).toBe('/?page=2'));
    expect(names()).toEqual(['Bilans de médication']);
  });

  it('remembers the columns chosen on this device', async () => {
    const user = userEvent.setup();
    const { unmount } = await renderPart(table());
    await user.click(screen.getByRole('button', { name: 'Colonnes' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Mission' }));
    unmount();
    await renderPart(table());
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Indicateur', 'Valeur']);
  });

  it('opens the page of a row from anywhere in it', async () => {
    const user = userEvent.setup();
    const { address } = await renderPart(table());
    await user.click(screen.getByRole('cell', { name: '9' }));
    await waitFor(() => expect(address()).toBe('/indicateurs/3'));
  });

  it('becomes cards on a phone, with a way to sort', async () => {
    onPhone();
    await renderPart(table());
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    const [first] = screen.getAllByRole('listitem');
    expect(within(first as HTMLElement).getByRole('link', { name: 'Téléexpertises' })).toBeInTheDocument();
    expect(within(first as HTMLElement).getByText('1 234')).toBeInTheDocument();
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Filtrer et trier' }));
    expect(screen.getByRole('combobox', { name: 'Trier par' })).toBeInTheDocument();
  });

  it('keeps a row under each of its several values', async () => {
    const several = columns.map((column) => (column.key === 'mission' ? { ...column, filterValues: ({ mission }: Row) => [mission, 'Toutes'] } : column));
    await renderPart(table({ columns: several }), { at: '/?f.mission=Toutes' });
    expect(within(screen.getByRole('combobox', { name: 'Filtrer par Mission' })).getByRole('option', { name: 'Toutes' })).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(rows.length + 1);
  });
});
