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
const fresh = termsPage({
  terms: null,
  version: null,
  versions: [],
  warnings: [],
  startingPoint: { ...terms, missions: terms.missions.map((mission) => ({ ...mission, actions: [] })) },
  startingPointFrom: "Montants proposés d'après l'accord.",
});
const next = () => userEvent.click(screen.getByRole('button', { name: 'Continuer' }));
const step = (name: string) => screen.findByRole('heading', { level: 2, name });

async function reachIndicators(): Promise<void> {
  await step('Signature et taille');
  await next();
  await step('Missions');
  await next();
  await step('Enveloppes');
  await next();
  await step('Indicateurs');
}

describe('contrat, saisie guidée', () => {
  it('leads from the signature to what is sent', async () => {
    const asked = serveApi({ ...common, 'GET /api/contract/terms': fresh, 'PUT /api/contract/terms/5': termsPage(), 'GET /api/money/years/5': () => new Promise(() => undefined) });
    const { address } = openApp('/contrat/saisir?annee=5');
    await step('Signature et taille');
    expect(screen.getByText('15 avril 2022')).toBeInTheDocument();
    await next();
    await step('Missions');
    await userEvent.click(screen.getByLabelText(/^Qualité et pertinence/));
    await next();
    await step('Enveloppes');
    const crisis = screen.getByRole('group', { name: 'Réponse aux crises sanitaires graves' });
    expect(within(crisis).getByLabelText(/^Part fixe/)).toHaveValue('22\u202f500');
    const tick = within(crisis).getByLabelText(/^Je l.ai lu sur notre contrat/);
    expect(tick).not.toBeChecked();
    await userEvent.click(tick);
    const quality = screen.getByRole('group', { name: 'Qualité et pertinence des soins' });
    await userEvent.clear(within(quality).getByLabelText(/^Part variable/));
    await userEvent.type(within(quality).getByLabelText(/^Part variable/), '12000');
    await next();
    await step('Indicateurs');
    await next();
    await step('Vérification');
    expect(screen.getAllByText(/aucun indicateur ne porte la part variable/).length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer cette année' }));
    await waitFor(() => expect(address()).toBe('/contrat/euros?annee=5'));
    expect(asked.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      amendment: 0,
      revision: 0,
      terms: {
        missions: [
          { code: 'access-to-care' },
          { code: 'health-crisis', fixed: { cents: 2250000, confirmed: true }, variableIfCrisis: { cents: 6750000, confirmed: true } },
          { code: 'care-quality', kind: 'optional', fixed: { cents: 1500000, confirmed: true }, variable: { cents: 1200000, confirmed: true } },
        ],
      },
    });
  });

  it('adds an indicator with tiers, tells those that go the wrong way, and counts beside the envelope', async () => {
    serveApi({ ...common, 'GET /api/contract/terms': fresh });
    openApp('/contrat/saisir?annee=5');
    await reachIndicators();
    await userEvent.click(screen.getByRole('button', { name: /Ajouter une action à «.Amélioration/ }));
    await userEvent.type(screen.getByLabelText('Intitulé de l’action'), 'Médecin traitant');
    await userEvent.click(screen.getByRole('button', { name: /Ajouter un indicateur à «.Médecin traitant/ }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('Intitulé'), 'Patients en ALD');
    await userEvent.click(within(dialog).getByLabelText('Un nombre'));
    await userEvent.click(within(dialog).getByLabelText('Plus il est bas, mieux c’est'));
    await userEvent.click(within(dialog).getByLabelText(/^Des paliers/));
    const fill = async (row: number, threshold: string, euros: string): Promise<void> => {
      const tier = within(dialog).getByRole('group', { name: `Palier ${row}` });
      await userEvent.clear(within(tier).getByLabelText('Au plus'));
      await userEvent.type(within(tier).getByLabelText('Au plus'), threshold);
      await userEvent.clear(within(tier).getByLabelText(/^Montant/));
      await userEvent.type(within(tier).getByLabelText(/^Montant/), euros);
    };
    await fill(1, '219', '3000');
    await fill(2, '300', '6000');
    await fill(3, '50', '9000');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Valider cet indicateur' }));
    expect(await within(dialog).findByText(/Le seuil doit être plus bas que celui du palier «.socle/)).toBeInTheDocument();
    await fill(2, '100', '6000');
    expect(within(dialog).getByText(/100 ou moins/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Valider cet indicateur' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByText(/9 000 € sur 35 000 € · il manque 26 000 €/)).toBeInTheDocument();
  }, 20_000);

  it('keeps what is typed across a reload', async () => {
    serveApi({ ...common, 'GET /api/contract/terms': termsPage() });
    const { unmount } = openApp('/contrat/saisir?annee=5');
    await reachIndicators();
    await userEvent.click(screen.getByRole('button', { name: /Retirer «.Partenariat/ }));
    expect(screen.getByText(/il manque 26 000 €/)).toBeInTheDocument();
    await screen.findByText(/^Brouillon enregistré/);
    unmount();
    openApp('/contrat/saisir?annee=5');
    await reachIndicators();
    expect(screen.getByText(/il manque 26 000 €/)).toBeInTheDocument();
    expect(screen.getByText(/a été retrouvée/)).toBeInTheDocument();
  });

  it('stops at an action without a title, and shows what the server refuses at its place', async () => {
    const path = 'terms.missions.0.actions.0.indicators.0.title';
    const sentence = 'Ce titre ne va pas.';
    serveApi({ ...common, 'GET /api/contract/terms': termsPage(), 'PUT /api/contract/terms/5': new Refusal(400, 'terms-refused', 'Une erreur.', { errors: [{ path, message: sentence }] }) });
    openApp('/contrat/saisir?annee=5');
    await reachIndicators();
    await userEvent.clear(screen.getAllByLabelText('Intitulé de l’action')[0] as HTMLElement);
    await next();
    expect(await screen.findByText(/Le titre de l.action est obligatoire/)).toBeInTheDocument();
    await userEvent.type(screen.getAllByLabelText('Intitulé de l’action')[0] as HTMLElement, 'Action');
    await next();
    await step('Vérification');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer cette année' }));
    expect(await screen.findByText('Une erreur.')).toBeInTheDocument();
    expect(screen.getByText(sentence)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Étape précédente' }));
    await step('Indicateurs');
    expect(screen.getByText(sentence)).toBeInTheDocument();
  });

  it('shows both versions when somebody recorded meanwhile, and sends again over theirs', async () => {
    const current = { amendment: 1, label: 'Avenant n° 1', terms: { ...terms, operating: { cents: 8000000, confirmed: true } } };
    let refused = false;
    const asked = serveApi({
      ...common,
      'GET /api/contract/terms': termsPage(),
      'PUT /api/contract/terms/5': () => {
        if (refused) return termsPage();
        refused = true;
        return new Refusal(409, 'edited-meanwhile', 'Modifié.', { meta: { who: 'Paul', when: '2026-11-21T09:00:00Z', revision: 7, current } });
      },
    });
    openApp('/contrat/saisir?annee=5');
    await reachIndicators();
    await next();
    await step('Vérification');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer cette année' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('row', { name: /Fonctionnement.*75.000.€.*80.000.€/ })).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer ma version' }));
    await waitFor(() => expect(asked.filter(({ method }) => method === 'PUT')[1]?.body).toMatchObject({ revision: 7, amendment: 1 }));
  });

  it('records an amendment with its name and its day', async () => {
    const asked = serveApi({ ...common, 'GET /api/contract/terms': termsPage(), 'POST /api/contract/terms/5/amendments': termsPage() });
    openApp('/contrat/saisir?annee=5&avenant=oui');
    await step('Signature et taille');
    await next();
    expect(await screen.findByText(/^Indiquez la date d.effet/)).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText(/^Nom de l.avenant/), 'Avenant 1');
    await userEvent.type(screen.getByLabelText('Date d’effet'), '01/09/2026');
    await reachIndicators();
    await next();
    await step('Vérification');
    await userEvent.click(screen.getByRole('button', { name: /^Enregistrer l.avenant/ }));
    expect(await screen.findByText('Avenant enregistré.')).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ label: 'Avenant 1', effectiveOn: '2026-09-01', from: 0, revision: 3, laterYears: false });
  });

  it('is closed to those who only read', async () => {
    serveApi({ ...common, 'GET /api/contract/terms': termsPage({ may: { write: false, amend: false, import: false, crises: false } }) });
    openApp('/contrat/saisir?annee=5');
    expect(await screen.findByRole('link', { name: 'Revenir au contrat' })).toHaveAttribute('href', '/contrat?annee=5');
    expect(screen.queryByRole('button', { name: 'Continuer' })).not.toBeInTheDocument();
  });
});
