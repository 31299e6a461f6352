import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { Refusal, serveApi } from '../../testing/serve-api';
import { agreements, terms, termsPage } from './testing/terms-fixture';

const common = {
  'GET /api/session': testSession(),
  'GET /api/contract/current-year': null,
  'GET /api/missions': { missions: [], contractSignedOn: '2022-04-15', contractEndsOn: '2027-04-14', currentYearLabel: '', agreementLabel: '', today: '2026-11-21' },
  'GET /api/contract/agreements': agreements,
};

describe('contrat, une année', () => {
  it('says what is signed, mission by mission, in words', async () => {
    serveApi({ ...common, 'GET /api/contract/terms': termsPage() });
    openApp('/contrat?annee=5');
    const mission = await screen.findByRole('region', { name: "Amélioration de l'accès aux soins" });
    const paid = within(mission).getByRole('list', { name: /^Ce que paie «.Patients en ALD/ });
    expect(within(paid).getAllByRole('listitem').map((line) => line.textContent?.replaceAll(/\s/g, ' '))).toEqual([
      'Palier socle : 219 ou moins→3 000 €',
      'Palier intermédiaire : 100 ou moins→6 000 €',
      'Palier objectif : 50 ou moins→9 000 €',
    ]);
    expect(within(mission).getByText(/Réduire le nombre de patients/)).toBeInTheDocument();
    expect(within(mission).getByText(/valeur de départ.:.219 au 15 avril 2026/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Modifier' })).toHaveAttribute('href', '/contrat/saisir?annee=5');
    expect(screen.getByRole('link', { name: 'Enregistrer un avenant' })).toHaveAttribute('href', '/contrat/saisir?annee=5&avenant=oui');
    expect(document.body).not.toHaveTextContent(/mt-ald|null|undefined|access-to-care/);
  });

  it('leaves what is not confirmed out of the sums, and says so', async () => {
    serveApi({ ...common, 'GET /api/contract/terms': termsPage() });
    openApp('/contrat?annee=5');
    const table = await screen.findByRole('table', { name: 'Enveloppes par mission' });
    const sum = within(table).getByRole('row', { name: /^Total de l.année/ });
    expect(within(sum).getAllByRole('cell').map((cell) => cell.textContent?.replaceAll(/\s/g, ' '))).toEqual([
      'Part fixe165 000 €', 'Part variable35 000 €', 'Part de crise67 500 €', 'Total200 000 €',
    ]);
    expect(within(table).getByText('à confirmer sur votre contrat')).toBeInTheDocument();
    expect(screen.getByText(/1 montant n.est pas compté/)).toBeInTheDocument();
  });

  it('confirms an amount read on the contract, and nothing else', async () => {
    const asked = serveApi({ ...common, 'GET /api/contract/terms': termsPage(), 'PUT /api/contract/terms/5': termsPage() });
    openApp('/contrat?annee=5');
    await userEvent.click(await screen.findByRole('button', { name: /^Confirmer ce montant.*crises sanitaires graves, part fixe/ }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /^Je l.ai lu sur notre contrat/ }));
    expect(await screen.findByText('Montant confirmé.')).toBeInTheDocument();
    const [access, crisis] = terms.missions;
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
      amendment: 0,
      revision: 3,
      terms: { ...terms, missions: [access, { ...crisis, fixed: { cents: 2250000, confirmed: true } }] },
    });
  });

  it('changes the year, and names those that are empty', async () => {
    serveApi({ ...common, 'GET /api/contract/terms': ({ url }: { url: URL }) => (url.searchParams.get('year') === '4' ? termsPage({ year: termsPage().years[0] ?? null, terms: null, version: null, versions: [] }) : termsPage()) });
    const { address } = openApp('/contrat?annee=5');
    await userEvent.selectOptions(await screen.findByLabelText('Année du contrat'), '4');
    expect(await screen.findByRole('heading', { name: /^Rien n.est encore renseigné pour l.année.4 \(15\/04\/2025–14\/04\/2026\)/ })).toBeInTheDocument();
    expect(address()).toBe('/contrat?annee=4');
    expect(screen.getByRole('link', { name: 'Remplir le formulaire' })).toHaveAttribute('href', '/contrat/saisir?annee=4');
  });

  it('sends to the settings as long as no contract is recorded', async () => {
    serveApi({ ...common, 'GET /api/contract/terms': termsPage({ contract: null, year: null, years: [], version: null, terms: null, versions: [] }) });
    openApp('/contrat');
    expect(await screen.findByRole('link', { name: 'Renseigner la signature' })).toHaveAttribute('href', '/reglages/contrat');
  });

  it('is read without a way to change it by the board', async () => {
    const may = { write: false, amend: false, import: false, crises: false };
    serveApi({ ...common, 'GET /api/session': testSession({ role: 'board' }), 'GET /api/contract/terms': termsPage({ may }) });
    openApp('/contrat');
    expect(await screen.findByRole('table', { name: 'Enveloppes par mission' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Confirmer|Noter une crise/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /Modifier|avenant|Importer|Corriger/ })).not.toBeInTheDocument();
  });

  it('shows the amendments with what each changed', async () => {
    const [signed] = termsPage().versions;
    const second = { ...signed, amendment: 1, label: 'Avenant n° 1', effectiveOn: '2026-09-01' } as NonNullable<typeof signed>;
    const versions = [{ ...second, ...signed, current: false } as typeof second, second];
    const before = termsPage({ version: versions[0] ?? null, versions });
    const after = termsPage({ version: second, versions, terms: { ...terms, operating: { cents: 8000000, confirmed: true } } });
    serveApi({ ...common, 'GET /api/contract/terms': ({ url }: { url: URL }) => (url.searchParams.get('amendment') === '0' ? before : after) });
    openApp('/contrat?annee=5');
    await userEvent.click(await screen.findByRole('button', { name: /Ce qui a changé avec «.Avenant n° 1.»/ }));
    const changes = await screen.findByRole('group', { name: 'Ce qui a changé' });
    expect(changes).toHaveTextContent(/Fonctionnement.*75 000 €.*80 000 €/);
    expect(screen.getByRole('link', { name: /Voir la version «.Contrat tel que signé.»/ })).toHaveAttribute('href', '/contrat?annee=5&avenant=0');
  });
});

describe('crises reconnues', () => {
  it('are asked with their kind and day, and told when refused', async () => {
    const asked = serveApi({ ...common, 'GET /api/contract/terms': termsPage(), 'POST /api/contract/crises': new Refusal(409, 'contract-year-closed', 'Le dialogue de gestion est clos.') });
    openApp('/contrat');
    await userEvent.click(await screen.findByRole('button', { name: 'Noter une crise reconnue' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    expect(await within(dialog).findByText('Choisissez le type de crise.')).toBeInTheDocument();
    await userEvent.selectOptions(within(dialog).getByLabelText('Type de crise'), 'epidemic');
    await userEvent.type(within(dialog).getByLabelText('Date de reconnaissance'), '10/08/2026');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Le dialogue de gestion est clos.');
    await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ kind: 'epidemic', recognisedOn: '2026-08-10', reference: null, endedOn: null }));
  });

  it('are removed after a question, with the revision that was on screen', async () => {
    const crisis = { id: '01890000-0000-7000-8000-0000000000c1', kind: 'epidemic', kindLabel: 'Épidémie', recognisedOn: '2026-08-10', reference: null, endedOn: null, years: [5], revision: 2 };
    const asked = serveApi({ ...common, 'GET /api/contract/terms': termsPage({ crises: [crisis] }), [`DELETE /api/contract/crises/${crisis.id}`]: { crises: [], crisisKinds: [] } });
    openApp('/contrat');
    await userEvent.click(await screen.findByRole('button', { name: /Retirer la crise «.Épidémie.»/ }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Retirer' }));
    expect(await screen.findByText('La crise est retirée.')).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'DELETE')?.search).toBe('?revision=2');
  });
});
