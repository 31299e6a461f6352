import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onPhone } from '../../testing/phone';
import { openApp, testSession } from '../../testing/render';
import { Refusal, serveApi, type ServedAnswer } from '../../testing/serve-api';
import type { MoneyYear, Scenario } from './api';
import { emptyYear, given, moneyYear } from './testing/money-year';

const session = testSession();
const common = { 'GET /api/session': session, 'GET /api/contract/current-year': null };
const today = moneyYear({ standings: { 'mt-ald': given(101), 'mt-16': given(70_000, 'draft'), 'directory-online': given(1) } });
const serve = (scenarios: ServedAnswer = [], more: Record<string, ServedAnswer> = {}, year: MoneyYear = today) =>
  serveApi({ ...common, 'GET /api/money/years/5': year, 'GET /api/money/scenarios': scenarios, ...more });
const scenario = (change: Partial<Scenario> & { id: string; name: string }): Scenario => ({
  year: 5, values: [{ code: 'mt-ald', value: 50 }], revision: 1, updatedAt: '2026-11-20T09:00:00Z', savedBy: 'Claire Martin', ...change,
});
const prudent = scenario({ id: '0192f3a0-0000-7000-8000-000000000011', name: 'Prudent', values: [{ code: 'mt-ald', value: 100 }] });
const bold = scenario({ id: '0192f3a0-0000-7000-8000-000000000012', name: 'Hardi' });
const plain = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/[\u00A0\u202F]/g, ' ');
const status = (): string => plain(screen.getAllByRole('status').find((each) => each.querySelector('strong')));
const ald = () => screen.findByLabelText('Patients en ALD sans médecin traitant');

describe('the simulator', () => {
  it('moves the euros at once, without a word to the server, and says the difference of the whole and of the mission', async () => {
    const asked = serve();
    openApp('/contrat/simulation?annee=5');
    await userEvent.type(await ald(), '50');
    expect(status()).toContain('14 000 €');
    expect(status()).toContain('+6 000 €');
    const totals = screen.getByRole('region', { name: 'Avec ces valeurs' });
    expect(within(totals).getAllByRole('listitem').map(plain).find((item) => item.includes('+6 000 €'))).toContain('Accès aux soins');
    expect(asked.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('lists first what brings most, folds what already pays everything, and fills the next tier', async () => {
    serve();
    openApp('/contrat/simulation?annee=5');
    await ald();
    const section = screen.getByRole('region', { name: 'Valeurs supposées' });
    const labels = [...section.querySelectorAll('label')].map(plain);
    expect(labels[0]).toBe('Mission');
    expect(plain(section)).toContain('Un indicateur rapporte déjà tout');
    await userEvent.click(within(section).getByRole('button', { name: /^Viser 100\s: 6\s000\s€ pour «\sPatients en ALD/ }));
    expect(status()).toContain('+3 000 €');
    await userEvent.click(within(section).getByRole('button', { name: /Supposer validée la valeur à valider/ }));
    expect(status()).toContain('+8 000 €');
    await userEvent.click(within(section).getByRole('button', { name: 'Tout remettre comme aujourd’hui' }));
    expect(status()).toContain('Comme aujourd’hui');
  });

  it('survives a reload until it is saved or given up', async () => {
    serve();
    const first = openApp('/contrat/simulation?annee=5');
    await userEvent.type(await ald(), '100');
    first.unmount();
    openApp('/contrat/simulation?annee=5');
    expect(await ald()).toHaveValue('100');
    expect(status()).toContain('+3 000 €');
    await userEvent.click(screen.getByRole('button', { name: 'Repartir de la version enregistrée' }));
    expect(await ald()).toHaveValue('');
  });

  it('keeps a simulation under a name, says when the name is taken, and opens it', async () => {
    let taken = true;
    const kept: Scenario[] = [];
    const asked = serve(() => kept, {
      'POST /api/money/scenarios': ({ body }: { body: unknown }) => {
        if (taken) return new Refusal(409, 'scenario-name-taken', 'Un scénario de cette année s’appelle déjà ainsi.');
        const made = { ...bold, ...(body as object) };
        kept.push(made);
        return made;
      },
    });
    const { address } = openApp('/contrat/simulation?annee=5');
    await userEvent.type(await ald(), '100');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer sous un nom' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    expect(within(dialog).getByText('Donnez un nom au scénario.')).toBeInTheDocument();
    await userEvent.type(within(dialog).getByLabelText('Nom du scénario'), 'Hardi');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    expect(await within(dialog).findByText(/s’appelle déjà ainsi/)).toBeInTheDocument();
    taken = false;
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(address()).toContain('scenario='));
    const sent = asked.filter(({ method }) => method === 'POST').map(({ body }) => body as { id: string; values: unknown });
    expect(sent[0]?.id).toBe(sent[1]?.id);
    expect(sent[1]?.values).toEqual([{ code: 'mt-ald', value: 100 }]);
    expect(await ald()).toHaveValue('100');
  });

  it('shows both versions when another person saved the scenario, and lets choose', async () => {
    const theirs = { name: 'Prudent', values: [{ code: 'mt-ald', value: 219 }] };
    const asked = serve([prudent], {
      [`PUT /api/money/scenarios/${prudent.id}`]: ({ body }: { body: unknown }) =>
        (body as { revision: number }).revision === 1
          ? new Refusal(409, 'edited-meanwhile', 'Modifié.', { meta: { who: 'Ana Bel', when: 'le 21 novembre', revision: 2, current: theirs } })
          : { ...prudent, values: [{ code: 'mt-ald', value: 50 }], revision: 3 },
    });
    openApp(`/contrat/simulation?annee=5&scenario=${prudent.id}`);
    await userEvent.clear(await ald());
    await userEvent.type(await ald(), '50');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    const dialog = await screen.findByRole('dialog');
    expect(plain(dialog)).toContain('Patients en ALD sans médecin traitant : 219');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer ma version' }));
    await waitFor(() => expect(asked.findLast(({ method }) => method === 'PUT')?.body).toMatchObject({ revision: 2, values: [{ code: 'mt-ald', value: 50 }] }));
  });

  it('renames and deletes a scenario, after asking', async () => {
    let kept = [prudent];
    const asked = serve(() => kept, {
      [`PUT /api/money/scenarios/${prudent.id}`]: { ...prudent, name: 'Très prudent', revision: 2 },
      [`DELETE /api/money/scenarios/${prudent.id}`]: () => {
        kept = [];
        return null;
      },
    });
    const { address } = openApp(`/contrat/simulation?annee=5&scenario=${prudent.id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Renommer' }));
    const name = await screen.findByLabelText('Nom du scénario');
    await userEvent.clear(name);
    await userEvent.type(name, 'Très prudent');
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Enregistrer' }));
    expect(await screen.findByText('Scénario renommé.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Supprimer' }));
    const ask = await screen.findByRole('dialog', { name: /Supprimer le scénario/ });
    await userEvent.click(within(ask).getByRole('button', { name: 'Supprimer' }));
    await waitFor(() => expect(address()).not.toContain('scenario='));
    expect(asked.find(({ method }) => method === 'DELETE')?.search).toBe('?revision=2');
  });

  it('compares two scenarios and today, mission by mission', async () => {
    serve([bold, prudent]);
    openApp(`/contrat/simulation?annee=5&a=${prudent.id}&b=${bold.id}`);
    const compared = await screen.findByRole('region', { name: 'Comparer' });
    expect(plain(compared)).toContain('« Hardi » rapporte 3 000 € de plus que « Prudent ».');
    const rows = within(within(compared).getByRole('table')).getAllByRole('row').map(plain);
    expect(rows[0]).toBe('Mission, indicateurAujourd’huiPrudentHardiÉcart');
    expect(rows.find((row) => row.startsWith('Patients en ALD'))).toBe('Patients en ALD sans médecin traitant3 000 €1016 000 €1009 000 €50+3 000 €');
    expect(rows.at(-1)).toBe('Ensemble8 000 €11 000 €14 000 €+3 000 €');
  });

  it('counts the crisis part with its mission once a crisis is recognised', async () => {
    const response = scenario({ id: bold.id, name: 'Crise', values: [{ code: 'crisis-response', value: 1 }] });
    serve([response], {}, moneyYear({ crisis: true }));
    openApp(`/contrat/simulation?annee=5&scenario=${response.id}&a=aujourd-hui&b=${response.id}`);
    const compared = await screen.findByRole('region', { name: 'Comparer' });
    const rows = within(within(compared).getByRole('table')).getAllByRole('row').map(plain);
    expect(rows.find((row) => row.startsWith('Crise sanitaire'))).toBe('Crise sanitaire0 €0 €67 500 €+67 500 €');
    const totals = screen.getByRole('region', { name: 'Avec ces valeurs' });
    expect(within(totals).getAllByRole('listitem').map(plain).find((item) => item.startsWith('Crise sanitaire'))).toContain('+67 500 €');
  });

  it('compares as cards on a phone', async () => {
    onPhone();
    serve([bold, prudent]);
    openApp(`/contrat/simulation?annee=5&a=${prudent.id}&b=${bold.id}`);
    const list = await screen.findByRole('list', { name: /Euros acquis par mission/ });
    expect(plain(within(list).getAllByRole('listitem')[0])).toBe('Ensemble+3 000 €Aujourd’hui8 000 €Prudent11 000 €Hardi14 000 €');
  });

  it('is open to who may read the euros, without saving', async () => {
    serve([prudent], {}, { ...today, may: { ...today.may, simulate: false } });
    openApp('/contrat/simulation?annee=5');
    await ald();
    expect(screen.queryByRole('button', { name: /Enregistrer/ })).not.toBeInTheDocument();
    expect(screen.getByText(/Votre rôle ne permet pas d’enregistrer/)).toBeInTheDocument();
  });

  it('says where to begin without a contract', async () => {
    serve([], { 'GET /api/money/years/current': emptyYear(null) });
    openApp('/contrat/simulation');
    expect(await screen.findByRole('heading', { name: 'Le contrat n’est pas renseigné' })).toBeInTheDocument();
  });
});
