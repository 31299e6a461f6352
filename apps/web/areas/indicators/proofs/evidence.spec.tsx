import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, renderPart, testSession } from '../../../testing/render';
import { Refusal, serveApi, type ServedAnswer } from '../../../testing/serve-api';
import { AttachDialog } from './attach-dialog';
import type { Proof, ProofCard } from './evidence-api';

const proof = (change: Partial<Proof> = {}): Proof => ({
  id: 'e0000000-0000-7000-8000-000000000001', kind: 'file', name: 'feuille.pdf', hash: 'a'.repeat(64), mediaType: 'application/pdf', size: 120_000, url: null, recordKind: null,
  recordId: null, addedAt: '2026-11-20T09:00:00Z', addedBy: 'Léa Roche', values: 2, ...change,
});
const link = proof({ id: 'e0000000-0000-7000-8000-000000000002', kind: 'link', name: 'Relevé de l’ARS', mediaType: null, size: null, url: 'https://ars.exemple.fr/releve', values: 0 });
const { values: _, ...kept } = proof();
const value = {
  measureId: 'b0000000-0000-7000-8000-000000000001', indicatorId: 'a0000000-0000-7000-8000-000000000001', indicatorCode: 'SNP-01', indicatorName: 'Demandes honorées', periodKey: '2026-Q3',
  periodLabel: 'T3 2026 (juil.–sept.)', status: 'submitted' as const, mayDetach: true,
};
const card = (change: Partial<ProofCard> = {}): ProofCard => ({
  evidence: { ...kept, removedAt: null, removedBy: null }, values: [value], reports: [], record: null, may: { withdraw: true }, ...change,
});
const session = { 'GET /api/session': testSession(), 'GET /api/contract/current-year': null };
const open = (at: string, answers: Record<string, ServedAnswer>) => ({ asked: serveApi({ ...session, ...answers }), ...openApp(at) });
const at = `/indicateurs/preuves/${kept.id}`;

describe('the page of a proof', () => {
  it('tells the values it serves and the reports that carry it, and detaches it from one', async () => {
    const user = userEvent.setup();
    const { asked } = open(at, {
      [`GET /api/evidence/${kept.id}/card`]: card({ reports: [{ id: 'f0000000-0000-7000-8000-000000000001', number: '2026-T3', version: 2, statusLabel: 'envoyé', sent: true, sentOn: '2026-11-21' }], may: { withdraw: false } }),
      [`DELETE /api/measures/${value.measureId}/evidence/${kept.id}`]: null,
    });
    expect(await screen.findByRole('heading', { name: 'feuille.pdf', level: 1 })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Télécharger le fichier' })).toHaveAttribute('href', `/api/evidence/${kept.id}`);
    expect(screen.getByRole('link', { name: 'Demandes honorées' })).toHaveAttribute('href', `/indicateurs/${value.indicatorId}/valeurs/2026-Q3`);
    expect(screen.getByText(/Rapport 2026-T3 version 2/)).toBeInTheDocument();
    expect(screen.getByText(/elle reste jointe/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Retirer la preuve' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Détacher de Demandes honorées/ }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Détacher' }));
    await waitFor(() => expect(asked.some(({ method, path }) => method === 'DELETE' && path.includes(value.measureId))).toBe(true));
  });

  it('is withdrawn after asking, and says why when it cannot be', async () => {
    const user = userEvent.setup();
    open(at, {
      [`GET /api/evidence/${kept.id}/card`]: card(),
      [`DELETE /api/evidence/${kept.id}`]: new Refusal(409, 'evidence-in-report', 'Le rapport 2026-T3 a été envoyé avec cette preuve.'),
    });
    await user.click(await screen.findByRole('button', { name: 'Retirer la preuve' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('retirée de 1 valeur');
    await user.click(within(dialog).getByRole('button', { name: 'Retirer la preuve' }));
    expect(await within(dialog).findByText(/Le rapport 2026-T3 a été envoyé/)).toBeInTheDocument();
  });

  it('says that it was withdrawn, by whom and when', async () => {
    open(at, { [`GET /api/evidence/${kept.id}/card`]: card({ evidence: { ...kept, removedAt: '2026-11-21T09:00:00Z', removedBy: 'Max Petit' }, values: [], may: { withdraw: false } }) });
    expect(await screen.findByText(/Cette preuve a été retirée le/)).toBeInTheDocument();
    expect(screen.getByText(/Par Max Petit/)).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Télécharger le fichier' })).not.toBeInTheDocument();
  });
});

describe('the proofs of the community', () => {
  it('are searched by name and by kind, in the address', async () => {
    const user = userEvent.setup();
    const { asked, address } = open('/indicateurs/preuves', { 'GET /api/evidence': { proofs: [proof(), link], more: null } });
    expect(await screen.findByRole('link', { name: 'feuille.pdf' })).toHaveAttribute('href', at);
    expect(screen.getByText(/sert 2 valeurs/)).toBeInTheDocument();
    expect(screen.getByText(/ne sert aucune valeur/)).toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: /Nature/ }), 'link');
    await user.type(screen.getByRole('searchbox', { name: /Chercher/ }), 'ars');
    await waitFor(() => expect(asked.some(({ search }) => search.includes('q=ars') && search.includes('kind=link'))).toBe(true));
    expect(address()).toContain('recherche=ars');
  });

  it('say how to add the first one', async () => {
    open('/indicateurs/preuves', { 'GET /api/evidence': { proofs: [], more: null } });
    expect(await screen.findByRole('heading', { name: 'Aucune preuve pour le moment' })).toBeInTheDocument();
  });
});

describe('attaching a proof', () => {
  const attach = async (answers: Record<string, ServedAnswer>) => {
    const asked = serveApi({ ...session, 'GET /api/evidence': { proofs: [proof(), link], more: null }, ...answers });
    const closed = jest.fn();
    await renderPart(<AttachDialog measureId={value.measureId} attached={[{ ...proof(), measureId: value.measureId }]} onClose={closed} />);
    return { asked, closed, dialog: await screen.findByRole('dialog', { name: 'Rattacher une preuve' }) };
  };
  const posted = (asked: ReturnType<typeof serveApi>) => asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path.split('/').at(-1), body]);

  it('takes one the community has, those of the value being marked', async () => {
    const user = userEvent.setup();
    const { asked, closed, dialog } = await attach({ [`PUT /api/measures/${value.measureId}/evidence/${link.id}`]: { id: link.id } });
    expect(await within(dialog).findByText('déjà rattachée')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Rattacher Relevé de l’ARS' }));
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect(asked.some(({ method }) => method === 'PUT')).toBe(true);
  });

  it('takes an address, and shows why one is refused', async () => {
    const user = userEvent.setup();
    const { asked, dialog } = await attach({ [`POST /api/measures/${value.measureId}/evidence/links`]: new Refusal(400, 'evidence-link-refused', 'L’adresse n’a pas été jointe.') });
    await user.selectOptions(within(dialog).getByRole('combobox', { name: /À rattacher/ }), 'link');
    await user.type(within(dialog).getByRole('textbox', { name: /Adresse/ }), 'http://exemple.fr');
    await user.type(within(dialog).getByRole('textbox', { name: /Titre/ }), 'Relevé{Enter}');
    expect(await within(dialog).findByText(/n’a pas été jointe/)).toBeInTheDocument();
    expect(posted(asked)).toEqual([['links', { url: 'http://exemple.fr', title: 'Relevé' }]]);
  });

  it('takes a step that was done', async () => {
    const user = userEvent.setup();
    const step = { kind: 'action-step', id: 'd0000000-0000-7000-8000-000000000009', name: 'Action 1 : Atelier, faite le 3 octobre 2026', on: '2026-10-03', parentId: value.measureId };
    const { asked, closed, dialog } = await attach({ 'GET /api/evidence/records': [step], [`POST /api/measures/${value.measureId}/evidence/records`]: { id: link.id } });
    await user.selectOptions(within(dialog).getByRole('combobox', { name: /À rattacher/ }), 'action-step');
    await user.click(await within(dialog).findByRole('button', { name: /Rattacher Action 1/ }));
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect(posted(asked)).toEqual([['records', { kind: 'action-step', id: step.id }]]);
  });
});
