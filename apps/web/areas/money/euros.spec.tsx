import { exampleTerms } from '@maillage/domain/testing/example-terms';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, testSession } from '../../testing/render';
import { Refusal, serveApi, type ServedAnswer } from '../../testing/serve-api';
import { emptyYear, given, linkedId, moneyYear } from './testing/money-year';

const common = { 'GET /api/session': testSession(), 'GET /api/contract/current-year': null };
const serve = (year: ServedAnswer, more: Record<string, ServedAnswer> = {}) => serveApi({ ...common, 'GET /api/money/years/5': year, 'GET /api/money/years/current': year, ...more });
const plain = (element: Element | null): string => (element?.textContent ?? '').replace(/[\u00A0\u202F]/g, ' ');
const mission = async (name: RegExp) => screen.findByRole('article', { name });

describe('euros of the contract', () => {
  it('answer first how many are earned, at stake and lost, with the table behind a toggle', async () => {
    serve(moneyYear({ standings: { 'mt-ald': given(100) } }));
    openApp('/contrat/euros?annee=5');
    const summary = await screen.findByRole('region', { name: /Part variable/ });
    expect(plain(summary)).toContain('6 000 € acquis, 116 500 € en jeu, 0 € perdu, sur 122 500 € de part variable.');
    expect(within(summary).getAllByRole('definition').map(plain)).toEqual(['6 000 €', '116 500 €', '0 €']);
    expect(screen.getByText('en cours')).toBeInTheDocument();
    await userEvent.click(within(summary).getByRole('button', { name: 'Voir le tableau' }));
    const rows = within(within(summary).getByRole('table')).getAllByRole('row').map(plain);
    expect(rows).toHaveLength(8);
    expect(rows.at(-1)).toBe('Ensemble122 500 €6 000 €116 500 €0 €');
    const known = screen.getByRole('region', { name: 'Connu par le contrat' });
    expect(plain(known)).toContain('Fonctionnement75 000 €Parts fixes des missions200 000 €');
  });

  it('draw every mission on one scale and open it to its indicators, kept in the address', async () => {
    serve(moneyYear({ standings: { 'mt-ald': given(101), 'mt-16': given(70_000, 'draft') } }));
    const { address } = openApp('/contrat/euros?annee=5');
    const access = await mission(/accès aux soins/);
    const earned = access.querySelector<HTMLElement>('[data-part="earned"][style]');
    // 3 000 € of the 45 000 € of the largest mission, not of its own 35 000 €.
    expect(earned?.style.width).toMatch(/^6\.66/);
    expect(plain(access)).toContain('Enveloppe variable : 35 000 € · Part fixe : 90 000 €');
    await userEvent.click(within(access).getByRole('button', { name: /Voir les 8 indicateurs/ }));
    expect(address()).toContain('ouvert=access-to-care');
    const [ald, sixteen, c2s] = within(access).getAllByRole('listitem').filter((item) => item.querySelector('a'));
    expect(plain(ald ?? null)).toMatch(/^Patients en ALD sans médecin traitant101validéepalier « socle »/);
    expect(plain(ald ?? null)).toContain('3 000 € acquis6 000 € en jeu');
    expect(plain(sixteen ?? null)).toContain('70 000à valider');
    expect(plain(c2s ?? null)).toContain('manquante');
  });

  it('explain an amount: rule, reading, source, proofs, next tier, and the way to the value', async () => {
    serve(moneyYear({ standings: { 'mt-ald': given(101) } }));
    const { address } = openApp('/contrat/euros?annee=5&ouvert=access-to-care');
    await userEvent.click(await screen.findByRole('link', { name: /pourquoi ce montant, «\sPatients en ALD/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Patients en ALD sans médecin traitant' });
    expect(address()).toContain('montant=mt-ald');
    const told = plain(dialog);
    expect(told).toContain('Le palier le plus haut atteint est payé');
    expect(told).toContain('101 atteint le palier « socle »');
    expect(told).toContain('Il faut 1 de moins pour le palier « intermédiaire »');
    expect(told).toContain('31 octobre 2026');
    expect(within(dialog).getByRole('link', { name: /2 preuves jointes/ })).toHaveAttribute('href', `/indicateurs/${linkedId}/valeurs/CY5`);
    expect(within(dialog).queryByRole('link', { name: /Saisir|Modifier/ })).not.toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Fermer' }));
    await waitFor(() => expect(address()).not.toContain('montant'));
  });

  it('lead to the entry page of the linked indicator when the value is missing', async () => {
    serve(moneyYear());
    openApp('/contrat/euros?annee=5&montant=mt-ald');
    expect(await screen.findByRole('link', { name: 'Saisir la valeur' })).toHaveAttribute('href', `/indicateurs/saisie?periode=CY5&indicateur=${linkedId}`);
  });

  it('link a followed indicator to one of the contract, and say when another person did', async () => {
    let refused = true;
    const lines = [{ indicator: { id: linkedId, code: 'C2S', name: 'C2S sans médecin traitant', archivedAt: null } }];
    const asked = serve(moneyYear(), {
      'GET /api/indicators': lines,
      'PUT /api/money/links/mt-c2s': () => (refused ? new Refusal(409, 'edited-meanwhile', 'Modifié.', { meta: { current: {} } }) : { revision: 1 }),
    });
    openApp('/contrat/euros?annee=5&montant=mt-c2s');
    await userEvent.click(await screen.findByRole('button', { name: 'Relier un indicateur' }));
    const dialog = await screen.findByRole('dialog', { name: 'Relier un indicateur' });
    await userEvent.selectOptions(await within(dialog).findByLabelText(/Indicateur suivi/), linkedId);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Relier' }));
    expect(await within(dialog).findByText(/Une autre personne a changé ce lien/)).toBeInTheDocument();
    refused = false;
    await userEvent.click(within(dialog).getByRole('button', { name: 'Relier' }));
    expect(await screen.findByText('Indicateur relié.')).toBeInTheDocument();
    expect(asked.findLast(({ method }) => method === 'PUT')?.body).toEqual({ indicatorId: linkedId, revision: 0 });
  });

  it('list what is to be checked, each with what to do, and create the follow-up in one click', async () => {
    const asked = serve(moneyYear({ linked: false }), { 'POST /api/money/indicators': { created: 43, targets: 43 } });
    openApp('/contrat/euros?annee=5');
    const checks = await screen.findByRole('region', { name: /À vérifier/ });
    await userEvent.click(within(checks).getAllByRole('button', { name: 'Créer les indicateurs de suivi' })[0] as HTMLElement);
    await userEvent.click(await screen.findByRole('button', { name: 'Créer et relier' }));
    expect(await screen.findByText('43 indicateurs créés et reliés.')).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ year: 5 });
  });

  it('name the difference when the maxima do not add up', async () => {
    const [first, ...others] = exampleTerms.missions;
    if (!first) throw new Error('The example has missions.');
    const terms = { ...exampleTerms, missions: [{ ...first, variable: { cents: 3_600_000, confirmed: true } }, ...others] };
    serve(moneyYear({ terms }));
    openApp('/contrat/euros?annee=5');
    const checks = await screen.findByRole('region', { name: /À vérifier/ });
    expect(plain(checks)).toContain('il manque 1 000 €');
    expect(within(checks).getByRole('link', { name: 'Revoir ce qui est signé' })).toHaveAttribute('href', '/contrat?annee=5');
  });

  it('count the crisis part only once a crisis is recognised', async () => {
    serve(moneyYear());
    openApp('/contrat/euros?annee=5');
    expect(plain(await screen.findByRole('region', { name: /Part «\scrise/ }))).toContain('les 67 500 € possibles ne comptent pas');
  });

  it('say in words where the year is, and what a closed one lost', async () => {
    serve(moneyYear({ phase: 'closed' }));
    openApp('/contrat/euros?annee=5');
    expect(await screen.findByText('close')).toBeInTheDocument();
    expect(plain(screen.getByRole('region', { name: /Part variable/ }))).toContain('0 € acquis, 0 € en jeu, 122 500 € perdus');
  });

  it('lead from a year the contract does not have to the one that runs', async () => {
    serve(moneyYear(), { 'GET /api/money/years/9': new Refusal(400, 'contract-year-outside', 'L’année 9 est hors du contrat.') });
    const { address } = openApp('/contrat/euros?annee=9');
    expect(await screen.findByRole('region', { name: /Part variable/ })).toBeInTheDocument();
    expect(address()).toBe('/contrat/euros');
  });

  it('say where to begin when nothing signed is recorded', async () => {
    serve(emptyYear(5));
    openApp('/contrat/euros?annee=5');
    expect(await screen.findByRole('heading', { name: /Le contrat de l’année 5 n’est pas renseigné/ })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Renseigner le contrat' })).toHaveAttribute('href', '/contrat?annee=5');
    expect(within(screen.getByRole('navigation', { name: 'Année du contrat' })).getByRole('link', { name: 'Année 4' })).toHaveAttribute('href', '/contrat/euros?annee=4');
  });
});
