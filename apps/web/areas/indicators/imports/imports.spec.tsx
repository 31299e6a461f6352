import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../../testing/render';
import { Refusal, serveApi } from '../../../testing/serve-api';
import type { ValueImport } from './import-api';

const id = '0193a1b2-7c3d-7e4f-8a5b-0123456789ab';
const at = '2026-11-21T09:00:00.000Z';
const counts = { lines: 5, created: 3, changed: 1, same: 0, settled: 0, refused: 1, empty: 0, warned: 0 };
const issue = { kind: 'refused' as const, line: 4, column: 'Valeur', text: 'douze', message: '« douze » n’est pas un nombre.' };
const page = (change: Partial<ValueImport> = {}): ValueImport => ({
  id, fileName: 'valeurs.csv', fileSize: 1200, status: 'ready', statusLabel: 'à confirmer', counts, createdAt: at, finishedAt: null, by: 'Camille', columns: [{ header: 'Code', samples: ['REU-01'] }, { header: 'Quand', samples: ['T3 2026'] }, { header: 'Valeur', samples: ['3'] }],
  uses: ['indicator', 'period', 'value'], mappingFaults: [], indicators: [{ id, code: 'REU-01', name: 'Réunions' }], issues: [issue], comment: null, failure: null, confirmedAt: null, busy: false, run: null, revision: 2, ...change,
});
const one = `GET /api/value-imports/${id}`;
const common = { 'GET /api/session': testSession(), 'GET /api/contract/current-year': null, 'GET /api/value-imports': [] };

describe('import de valeurs', () => {
  it('sends a file, and opens its page', async () => {
    const asked = serveApi({ ...common, 'POST /api/value-imports': { id }, [one]: page() });
    openApp('/indicateurs/importer');
    expect(await screen.findByRole('link', { name: /Télécharger un modèle/ })).toHaveAttribute('href', '/api/value-imports/template');
    await userEvent.upload(document.querySelector('input[type=file]') as HTMLInputElement, new File(['Code;Valeur'], 'valeurs.csv', { type: 'text/csv' }));
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier le tableau' }));
    expect(await screen.findByRole('heading', { level: 1, name: /Import de «.valeurs.csv.»/ })).toBeInTheDocument();
    expect(asked.some(({ method, path }) => method === 'POST' && path === '/api/value-imports')).toBe(true);
  });

  it('keeps the file when it is refused, with the reason', async () => {
    serveApi({ ...common, 'POST /api/value-imports': new Refusal(400, 'import-file-refused', 'Le fichier ne peut pas être importé : c’est un PDF.') });
    openApp('/indicateurs/importer');
    await screen.findByRole('button', { name: 'Choisir un fichier' });
    await userEvent.upload(document.querySelector('input[type=file]') as HTMLInputElement, new File(['x'], 'valeurs.csv', { type: 'text/csv' }));
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier le tableau' }));
    expect(await screen.findByText(/c’est un PDF/)).toBeInTheDocument();
  });

  it('shows each error at its place, and writes only once confirmed', async () => {
    const asked = serveApi({ ...common, [one]: page(), [`POST /api/value-imports/${id}/confirmation`]: page({ status: 'done', statusLabel: 'importé', revision: 4 }) });
    openApp(`/indicateurs/importer/${id}`);
    const table = await screen.findByRole('table', { name: /Erreurs et remarques/ });
    expect(within(table).getByRole('row', { name: /4.*Valeur.*douze/ })).toHaveTextContent('n’est pas un nombre');
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: /^Écrire 4.valeurs$/ }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(/3.valeurs nouvelles, 1.valeur corrigée.*1 ligne ou case refusée/);
    await userEvent.click(within(dialog).getByRole('button', { name: /^Écrire 4.valeurs$/ }));
    expect(await screen.findByText(/4.valeurs écrites/)).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ revision: 2, comment: null });
  });

  it('offers no writing when all the values are there already', async () => {
    serveApi({ ...common, [one]: page({ counts: { ...counts, created: 0, changed: 0, same: 5, refused: 0 }, issues: [] }) });
    openApp(`/indicateurs/importer/${id}`);
    expect(await screen.findByText(/^Rien à écrire.: ces valeurs sont déjà là\.$/)).toBeInTheDocument();
    expect(screen.getByText('rien à écrire')).toBeInTheDocument();
    expect(screen.queryByText('à confirmer')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Écrire/ })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: /autre/ })).toHaveAttribute('href', '/indicateurs/importer');
  });

  it('says so when nothing can be taken', async () => {
    serveApi({ ...common, [one]: page({ counts: { ...counts, created: 0, changed: 0, refused: 5 } }) });
    openApp(`/indicateurs/importer/${id}`);
    expect(await screen.findByText(/^Rien à écrire.: ce tableau n.apporte aucune valeur/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Écrire/ })).not.toBeInTheDocument();
  });

  it('says of titles alone that there is no line, not that every line was understood', async () => {
    serveApi({ ...common, [one]: page({ counts: { ...counts, lines: 0, created: 0, changed: 0, refused: 0 }, issues: [] }) });
    openApp(`/indicateurs/importer/${id}`);
    expect(await screen.findByText(/^Rien à écrire.: ce tableau n.a aucune ligne sous ses titres/)).toBeInTheDocument();
    expect(screen.queryByText(/a été comprise/)).not.toBeInTheDocument();
  });

  it('offers search and filters only where there is something to search in', async () => {
    serveApi({ ...common, [one]: page() });
    const { unmount } = openApp(`/indicateurs/importer/${id}`);
    await screen.findByRole('table', { name: /Erreurs et remarques/ });
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    unmount();
    serveApi({ ...common, [one]: page({ issues: Array.from({ length: 6 }, (_, index) => ({ ...issue, line: index + 2 })) }) });
    openApp(`/indicateurs/importer/${id}`);
    expect(await screen.findByRole('searchbox')).toBeVisible();
    expect(screen.getByText('Toutes les colonnes')).toBeInTheDocument();
    expect(screen.getByText('Toutes les natures')).toBeInTheDocument();
  });

  it('asks why surprising values are right', async () => {
    const asked = serveApi({ ...common, [one]: page({ counts: { ...counts, warned: 2 } }), [`POST /api/value-imports/${id}/confirmation`]: page({ status: 'writing', busy: true }) });
    openApp(`/indicateurs/importer/${id}`);
    await userEvent.click(await screen.findByRole('button', { name: /^Écrire 4.valeurs$/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('button', { name: /^Écrire/ })).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox'), 'Nouveau registre');
    await userEvent.click(within(dialog).getByRole('button', { name: /^Écrire/ }));
    await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ revision: 2, comment: 'Nouveau registre' }));
  });

  it('has the columns named when they are not known', async () => {
    const unknown = page({ status: 'to-map', statusLabel: 'colonnes à indiquer', uses: ['indicator', 'ignore', 'value'], mappingFaults: ['…'], counts: null, issues: [] });
    const asked = serveApi({ ...common, [one]: unknown, [`PUT /api/value-imports/${id}/mapping`]: page() });
    openApp(`/indicateurs/importer/${id}`);
    const check = await screen.findByRole('button', { name: 'Vérifier avec ces colonnes' });
    expect(check).toBeDisabled();
    expect(screen.getByText(/quelle colonne porte la période/)).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /Quand/ }), 'period');
    await userEvent.click(check);
    await waitFor(() => expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ revision: 2, uses: ['indicator', 'period', 'value'] }));
  });

  it('says why a file was refused', async () => {
    serveApi({ ...common, [one]: page({ status: 'refused', statusLabel: 'fichier refusé', counts: null, issues: [], columns: [], failure: 'La colonne « NIR » semble porter un numéro de sécurité sociale.' }) });
    openApp(`/indicateurs/importer/${id}`);
    expect(await screen.findByRole('heading', { name: 'Ce tableau est refusé' })).toBeInTheDocument();
    expect(screen.getByText(/NIR/)).toBeInTheDocument();
  });
});
