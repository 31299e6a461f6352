import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { Refusal, serveApi } from '../../testing/serve-api';
import { termsPage } from './testing/terms-fixture';

const basis = 'b'.repeat(64);
const change = { year: 5, version: 'Contrat tel que signé', missionCode: 'prevention', mission: 'Prévention', item: 'Dépistage du sein', indicatorCode: 'scr', field: 'Maximum', before: '1 000 €', after: '2 500 €' };
const preview = {
  basis,
  nothingToDo: false,
  signedOn: '2022-04-15',
  agreementLabel: 'Avenant 2',
  years: [{ number: 5, amendment: 0, label: 'Contrat tel que signé', missions: 6, indicators: 39, operatingCents: 7500000, fixedCents: 20000000, variableCents: 12250000, crisisCents: 6750000 }],
  differences: [change, { ...change, year: null, version: null, missionCode: null, mission: null, item: null, field: 'Taille', before: null, after: '3' }],
  warnings: [{ path: 'missions[0].variable.cents', code: 'weights-differ', sentence: 'Il manque 500 €.' }],
  notes: ['Les années 1 à 4 restent comme elles sont.'],
};
const common = { 'GET /api/session': testSession(), 'GET /api/contract/current-year': null, 'GET /api/contract/terms': termsPage() };
const paths = { preview: 'POST /api/contract/imports/preview', record: 'POST /api/contract/imports' };

async function choose(content: string): Promise<void> {
  await screen.findByRole('button', { name: 'Choisir un fichier' });
  await userEvent.upload(document.querySelector('input[type=file]') as HTMLInputElement, new File([content], 'contrat.json', { type: 'application/json' }));
}

describe('import d’un contrat', () => {
  it('shows what changes before anything is written, then records and creates the indicators to follow', async () => {
    const asked = serveApi({
      ...common,
      [paths.preview]: preview,
      [paths.record]: { changed: true, year: 5, differences: [change] },
      'POST /api/money/indicators': { created: 39, targets: 39 },
    });
    openApp('/contrat/importer');
    await choose('{"format":"contract/1"}');
    expect(await screen.findByRole('region', { name: /^Année.5, Contrat tel que signé/ })).toHaveTextContent(/Prévention.*Dépistage du sein.*Maximum.*1 000 €.*2 500 €/);
    expect(screen.getByText('Il manque 500 €.')).toBeInTheDocument();
    expect(asked.map(({ path }) => path)).not.toContain('/api/contract/imports');
    await userEvent.click(screen.getByRole('button', { name: /^Confirmer l.import/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Créer les indicateurs de suivi' }));
    expect(await screen.findByText(/^39 indicateurs de suivi créés/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /^Voir les euros/ })).toHaveAttribute('href', '/contrat/euros?annee=5');
    expect(asked.find(({ path }) => path === '/api/contract/imports')).toMatchObject({ search: `?basis=${basis}`, body: { format: 'contract/1' } });
    expect(asked.find(({ path }) => path === '/api/money/indicators')?.body).toEqual({ year: 5 });
  });

  it('says that a file changes nothing', async () => {
    serveApi({ ...common, [paths.preview]: { ...preview, nothingToDo: true, differences: [], warnings: [], notes: [] } });
    openApp('/contrat/importer');
    await choose('{}');
    expect(await screen.findByRole('heading', { name: 'Ce fichier ne change rien' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Confirmer/ })).not.toBeInTheDocument();
  });

  it('tells every error with its place in the file', async () => {
    const faults = [
      { path: 'missions[0].variableCents', sentence: 'Un montant est un nombre entier de centimes.' },
      { path: 'missions[0].actions[0].indicators[0].scoring.tiers[1].threshold', sentence: 'Les paliers vont dans le mauvais sens.' },
    ];
    serveApi({ ...common, [paths.preview]: new Refusal(400, 'contract-file-refused', 'Ce fichier ne peut pas être importé.', { errors: faults.map(({ path, sentence }) => ({ path, message: sentence })) }) });
    openApp('/contrat/importer');
    const tiers = [{ label: 'socle' }, { label: 'objectif' }];
    await choose(JSON.stringify({ missions: [{ code: 'access-to-care', actions: [{ title: 'Médecin traitant', indicators: [{ title: 'Patients en ALD', scoring: { tiers } }] }] }] }));
    expect(await screen.findByRole('heading', { name: '2 erreurs dans ce fichier' })).toBeInTheDocument();
    expect(screen.getByText(/^Accès aux soins › part variable/)).toBeInTheDocument();
    expect(screen.getByText(/^Accès aux soins › Médecin traitant › Patients en ALD › ce qui est payé › objectif › seuil/)).toBeInTheDocument();
    for (const { path, sentence } of faults) expect(screen.getByText(sentence).closest('li')).toHaveTextContent(path);
  });

  it('refuses what is no file of a contract, without asking the server', async () => {
    const asked = serveApi(common);
    openApp('/contrat/importer');
    await choose('PK not json');
    expect(await screen.findByText(/n.est pas un fichier de contrat/)).toBeInTheDocument();
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('asks for a new preview when the contract changed since', async () => {
    let previews = 0;
    serveApi({ ...common, [paths.preview]: () => ((previews += 1), preview), [paths.record]: new Refusal(409, 'import-outdated', 'Le contrat enregistré a changé depuis l’aperçu.') });
    openApp('/contrat/importer');
    await choose('{}');
    await userEvent.click(await screen.findByRole('button', { name: /^Confirmer l.import/ }));
    await userEvent.click(await screen.findByRole('button', { name: /^Refaire l.aperçu/ }));
    await waitFor(() => expect(previews).toBe(2));
    expect(await screen.findByRole('button', { name: /^Confirmer l.import/ })).toBeInTheDocument();
  });

  it('is for those who may write the contract', async () => {
    serveApi({ ...common, 'GET /api/contract/terms': termsPage({ may: { write: false, amend: false, import: false, crises: false } }) });
    openApp('/contrat/importer');
    expect(await screen.findByText('Seule la coordination peut importer un contrat.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Choisir un fichier' })).not.toBeInTheDocument();
  });
});
