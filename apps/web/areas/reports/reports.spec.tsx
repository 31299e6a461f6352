import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openApp, renderPart, testSession } from '../../testing/render';
import { Refusal, serveApi } from '../../testing/serve-api';
import { ValuePanel } from './value-panel';

const id = '01890000-0000-7000-8000-0000000000b1';
const deliveryId = '01890000-0000-7000-8000-0000000000d1';
const common = { 'GET /api/session': testSession(), 'GET /api/contract/current-year': null, 'GET /api/jobs': [] };
const states = { 'reached': 1, 'on-track': 0, 'at-risk': 0, 'late': 0, 'no-target': 0, 'no-data': 1 };
const line = {
  id: '01890000-0000-7000-8000-0000000000c1', code: 'ACC-01', name: 'Demandes honorées', definition: '', missionCodes: [], actionNumber: null, periodKey: '2026-Q3',
  periodLabel: 'T3 2026', valuePeriodKey: '2026-Q3', status: 'validated', sentence: '', comment: null, value: '63,0 %', parts: '126 sur 200', target: '60 %', baseline: null,
  progress: 'reached', progressLabel: 'atteint', proofs: 1, proofExpected: false, masked: false,
};
const content = {
  demo: false, maskNote: '', frozenLabel: '14 octobre 2026 à 9 h 30', communityTitle: 'CPTS du Val Clair', contractYear: null,
  summary: {
    missions: 4, missionsLate: 1, actions: 7, actionsByStatus: { 'not-started': 0, 'on-track': 6, 'at-risk': 1, 'late': 0, 'done': 0, 'dropped': 0 },
    indicators: 2, indicatorsByState: states, valuesGiven: 1, valuesValidated: 1, valuesMasked: 0, valuesWithProof: 1,
  },
  missions: [], actions: [], late: [], definitionChanges: [],
  lines: [line, { ...line, id: '01890000-0000-7000-8000-0000000000c2', code: 'MON-01', name: 'Réunions', valuePeriodKey: null, status: 'missing', value: 'sans valeur', parts: null, progress: 'no-data', progressLabel: 'sans valeur' }],
};
const report = {
  id, kind: 'quarter-indicators', kindLabel: 'Rapport trimestriel d’indicateurs', number: '2026-T3-001', version: 1, title: '2026-T3-001', periodKey: '2026-Q3', periodLabel: 'T3 2026 (juil.–sept.)',
  status: 'awaiting-approval', statusLabel: 'à approuver', statusSince: '2026-10-14T07:31:00Z', failure: null as string | null, preparedAt: '2026-10-14T07:30:00Z', preparedByName: null as string | null,
  approvedAt: null as string | null, approvedByName: null as string | null, sentAt: null as string | null, sentByName: null as string | null, delivered: 0, uncertain: 0, recipients: 0,
  revision: 3, content, differences: null as { about: string; key: string; text: string }[] | null, deliveries: [] as object[],
  documents: [{ format: 'pdf', label: 'Rapport PDF', name: 'rapport.pdf', size: 120_000, hash: 'ab'.repeat(32) }],
  seal: { sequence: 1, hash: 'cd'.repeat(32), previousHash: null, snapshotHash: 'ef'.repeat(32), sealedAt: '2026-10-14T07:31:00Z' },
  versions: [{ id, version: 1, status: 'awaiting-approval', statusLabel: 'à approuver' }],
  sendTo: [{ deliveryId: null, name: 'ARS Centre', email: 'ars@exemple.fr', kindLabel: 'ARS', state: 'first' }] as object[],
  offers: ['approve', 'prepare-again', 'cancel'],
};
const approved = { ...report, status: 'approved', statusLabel: 'approuvé', revision: 4, approvedAt: '2026-10-14T08:00:00Z', approvedByName: 'Hélène Fabre', offers: ['send', 'withdraw-approval', 'cancel'] };
const attempt = {
  id: 'a1', startedAt: '2026-10-14T08:10:00Z', at: '2026-10-14T08:10:02Z', outcome: 'uncertain', outcomeLabel: 'peut-être envoyé', email: 'ars@exemple.fr', messageId: '<rapport.1@x>',
  answer: null as string | null, explanation: 'La connexion s’est coupée après l’envoi.', by: 'Claire Martin',
};
const doubtful = {
  id: deliveryId, kind: 'ars', kindLabel: 'ARS', name: 'ARS Centre', email: 'ars@exemple.fr', status: 'uncertain', statusLabel: 'peut-être envoyé', sentence: 'ARS Centre : peut-être envoyé.',
  messageId: '<rapport.1@x>', retryAt: null, deliveredAt: null, attempts: [attempt],
};
const partly = { ...approved, status: 'partly-sent', statusLabel: 'envoyé en partie', revision: 6, recipients: 1, uncertain: 1, deliveries: [doubtful], offers: ['send', 'correct'], sendTo: [{ deliveryId, name: 'ARS Centre', email: 'ars@exemple.fr', kindLabel: 'ARS', state: 'uncertain' }] };
const path = `/api/reports/${id}`;

describe('a report', () => {
  it('shows its figures, its documents and its lines, each leading to the value', async () => {
    serveApi({ ...common, [`GET ${path}`]: report });
    openApp(`/rapports/${id}`);
    expect(await screen.findByRole('heading', { level: 1, name: /Rapport T3 2026/ })).toBeInTheDocument();
    expect(screen.getByText(/Lisez les chiffres et les documents, puis approuvez/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Rapport PDF, 120\sKo rapport\.pdf empreinte abab\sabab\sabab/ })).toHaveAttribute('href', `${path}/documents/pdf`);
    expect(screen.getByRole('link', { name: /ACC-01/ })).toHaveAttribute('href', `/indicateurs/${line.id}/valeurs/2026-Q3`);
    expect(screen.getByRole('link', { name: /MON-01/ })).toHaveAttribute('href', '/indicateurs/01890000-0000-7000-8000-0000000000c2');
    expect(screen.getByText('1 preuve')).toBeInTheDocument();
    expect(screen.getByText(/1 valeur manque/)).toBeInTheDocument();
    expect(screen.getByText(/dont 1 en retard/)).toBeInTheDocument();
    expect(screen.getByText(/automatiquement/)).toBeInTheDocument();
  });

  it('says which value has no proof', async () => {
    serveApi({ ...common, [`GET ${path}`]: { ...report, content: { ...report.content, lines: [{ ...line, proofs: 0 }] } } });
    openApp(`/rapports/${id}`);
    expect(await screen.findByText('sans preuve')).toBeInTheDocument();
  });

  it('says which value has not the proof that was expected', async () => {
    serveApi({ ...common, [`GET ${path}`]: { ...report, content: { ...report.content, lines: [{ ...line, proofs: 0, proofExpected: true }] } } });
    openApp(`/rapports/${id}`);
    expect(await screen.findByText('sans preuve (attendue)')).toBeInTheDocument();
  });

  it('is approved after being asked, on what was seen', async () => {
    let now: object = report;
    const asked = serveApi({ ...common, [`GET ${path}`]: () => now, [`POST ${path}/approval`]: () => (now = approved) });
    openApp(`/rapports/${id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Approuver' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/ne changeront plus/)).toBeInTheDocument();
    expect(within(dialog).getByText(/1 valeur manque/)).toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Approuver' }));
    expect(await screen.findByText(/Le rapport est approuvé/)).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({ path: `${path}/approval`, body: { revision: 3 } });
  });

  it('says to whom it will be sent before sending, once', async () => {
    let now: object = approved;
    const asked = serveApi({ ...common, [`GET ${path}`]: () => now, [`POST ${path}/sending`]: () => (now = { ...approved, status: 'sending', statusLabel: 'envoi en cours', offers: [] }) });
    openApp(`/rapports/${id}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Envoyer' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('ars@exemple.fr')).toBeInTheDocument();
    const confirm = within(dialog).getByRole('button', { name: 'Envoyer le rapport' });
    await userEvent.dblClick(confirm);
    expect(await screen.findByText(/L’envoi est en cours/)).toBeInTheDocument();
    expect(asked.filter(({ method }) => method === 'POST')).toMatchObject([{ path: `${path}/sending`, body: { revision: 4, acceptDouble: [] } }]);
  });

  it('tells every try with the answer of the server, and asks before a double', async () => {
    const asked = serveApi({ ...common, [`GET ${path}`]: partly, [`POST ${path}/sending`]: { ...partly, status: 'sending' }, [`POST ${path}/deliveries/${deliveryId}/receipt`]: { ...partly, status: 'sent', statusLabel: 'envoyé', offers: ['correct'] } });
    openApp(`/rapports/${id}`);
    const ledger = await screen.findByRole('region', { name: /Essais d’envoi à ARS Centre/ });
    expect(within(ledger).getByText(/La connexion s’est coupée/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer à nouveau' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('checkbox', { name: /ARS Centre/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Envoyer le rapport' }));
    await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ revision: 6, acceptDouble: [deliveryId] }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await userEvent.click(screen.getByRole('button', { name: 'Il l’a bien reçu' }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Confirmer la réception' }));
    await waitFor(() => expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(2));
  });

  it('in preparation shows how far it is; a refusal stays in the dialog', async () => {
    const run = { id: 'r1', job: 'reports.prepare', subject: id, state: 'running', progress: 60, label: 'Mise en page des documents', error: null, createdAt: '2026-10-14T07:30:00Z', finishedAt: null };
    const preparing = { ...report, status: 'preparing', statusLabel: 'en préparation', content: null, documents: [], seal: null, offers: ['cancel'] };
    serveApi({ ...common, 'GET /api/jobs': [run], [`GET ${path}`]: preparing, [`POST ${path}/cancellation`]: new Refusal(409, 'report-transition', 'Ce rapport est « à approuver ».') });
    openApp(`/rapports/${id}`);
    expect(await screen.findByRole('progressbar', { name: /Préparation du rapport T3 2026/ })).toHaveAttribute('aria-valuenow', '60');
    expect(screen.getByText('Mise en page des documents')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Annuler le rapport' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Annuler le rapport' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Ce rapport est « à approuver ».');
  });

  it('says what a corrected version changes', async () => {
    serveApi({ ...common, [`GET ${path}`]: { ...report, version: 2, title: '2026-T3-001 version 2', differences: [{ about: 'indicator', key: 'ACC-01', text: 'ACC-01 : valeur 61 % devient 63 %' }], versions: [{ id: 'first', version: 1, status: 'sent', statusLabel: 'envoyé' }, { id, version: 2, status: 'awaiting-approval', statusLabel: 'à approuver' }] } });
    openApp(`/rapports/${id}`);
    expect(await screen.findByText('ACC-01 : valeur 61 % devient 63 %')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Version 1 (envoyé)' })).toHaveAttribute('href', '/rapports/first');
  });
});

describe('the list of reports', () => {
  const list = { reports: [report], periods: [{ key: '2026-Q3', label: 'T3 2026 (juil.–sept.)', reportId: id }, { key: '2026-Q2', label: 'T2 2026 (avr.–juin)', reportId: null }], automatic: { day: '2027-01-01', periodLabel: 'T4 2026 (oct.–déc.)' }, recipients: 0 };

  it('offers the quarter that has no report, and opens it', async () => {
    const asked = serveApi({ ...common, 'GET /api/reports': list, 'POST /api/reports': { id }, [`GET ${path}`]: report });
    const { address } = openApp('/rapports');
    expect(await screen.findByRole('link', { name: '2026-T3-001' })).toHaveAttribute('href', `/rapports/${id}`);
    expect(screen.getByText(/se préparera tout seul le 1er\sjanvier\s2027/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Ajouter un destinataire' })).toHaveAttribute('href', '/reglages/destinataires');
    await userEvent.click(screen.getByRole('button', { name: /Préparer le rapport T2 2026/ }));
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Préparer le rapport' }));
    await waitFor(() => expect(address()).toBe(`/rapports/${id}`));
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ periodKey: '2026-Q2' });
  });

  it('verifies every hash on demand', async () => {
    serveApi({ ...common, 'GET /api/reports': list, 'GET /api/reports/verification': { seals: 1, reports: 1, documents: 3, head: 'cd'.repeat(32), faults: [] } });
    openApp('/rapports');
    await userEvent.click(await screen.findByRole('button', { name: 'Vérifier toutes les empreintes' }));
    expect(await screen.findByText(/1 rapport et 3 documents vérifiés/)).toBeInTheDocument();
  });

  it('says what to do when there is none', async () => {
    serveApi({ ...common, 'GET /api/reports': { reports: [], periods: [], automatic: null, recipients: 0 } });
    openApp('/rapports');
    expect(await screen.findByRole('link', { name: 'Créer un indicateur' })).toBeInTheDocument();
  });
});

describe('a value', () => {
  it('names every report that carried it, with the figure written there', async () => {
    const carried = { reportId: id, number: '2026-T3-001', version: 2, status: 'sent', valueText: '63,0 %', sentAt: '2026-10-14T08:10:00Z' };
    serveApi({ ...common, 'GET /api/indicators/i1/values/2026-Q3/reports': [carried] });
    await renderPart(<ValuePanel indicatorId="i1" periodKey="2026-Q3" />);
    expect(await screen.findByRole('link', { name: 'Rapport 2026-T3-001 version 2' })).toHaveAttribute('href', `/rapports/${id}`);
    expect(screen.getByText(/63,0 %/)).toBeInTheDocument();
  });
});

describe('recipients', () => {
  const page = { recipients: [{ id: 'p1', kind: 'ars', name: 'ARS Centre', email: 'ars@exemple.fr', addedAt: '2026-10-01T08:00:00Z', revision: 2, readers: ['Anne Vidal'] }], organisations: ['ARS Centre'], schedule: { enabled: true, day: 1, revision: 0 } };

  it('are added, with the refusal beside the field', async () => {
    const asked = serveApi({ ...common, 'GET /api/report-recipients': page, 'POST /api/report-recipients': new Refusal(409, 'recipient-taken', 'L’adresse est déjà celle d’un destinataire.') });
    openApp('/reglages/destinataires');
    expect(await screen.findByText(/Lecteurs dans Maillage : Anne Vidal/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter un destinataire' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('radio', { name: 'CPAM' }));
    await userEvent.type(within(dialog).getByRole('combobox', { name: 'Organisme' }), 'CPAM du Loiret');
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Adresse électronique' }), 'ars@exemple.fr');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('déjà celle d’un destinataire');
    expect(within(dialog).getByRole('textbox', { name: 'Adresse électronique' })).toBeInvalid();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ kind: 'cpam', name: 'CPAM du Loiret', email: 'ars@exemple.fr' });
  });

  it('and the day of the automatic preparation is kept', async () => {
    const asked = serveApi({ ...common, 'GET /api/report-recipients': page, 'PUT /api/report-schedule': { ...page, schedule: { enabled: true, day: 16, revision: 1 } } });
    openApp('/reglages/destinataires');
    const day = await screen.findByRole('textbox', { name: /Jour du mois/ });
    await userEvent.clear(day);
    await userEvent.type(day, '16');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await waitFor(() => expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ enabled: true, day: 16, revision: 0 }));
  });
});

describe('a reader', () => {
  const reader = { ...common, 'GET /api/session': testSession({ role: 'reader' }) };
  const received = { id: 'p1', communityId: 'c1', communityTitle: 'CPTS du Val Clair', organisation: 'ARS Centre', number: '2026-T3-001', version: 1, kindLabel: 'Rapport', periodKey: '2026-Q3', periodLabel: 'T3 2026', demo: false, publishedAt: '2026-10-14T08:10:00Z', replacedBy: 2 };

  it('finds the reports received, and opens one without a way into the community', async () => {
    serveApi({
      ...reader, 'GET /api/publications': [received],
      'GET /api/publications/p1': { ...received, sealHash: 'cd'.repeat(32), content, differences: [], documents: report.documents, versions: [{ id: 'p1', version: 1 }, { id: 'p2', version: 2 }] },
    });
    openApp('/rapports-recus');
    expect(await screen.findByText('remplacé par la version 2')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: /CPTS du Val Clair/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'CPTS du Val Clair, T3 2026' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Rapport PDF/ })).toHaveAttribute('href', '/api/publications/p1/documents/pdf');
    expect(screen.queryByRole('link', { name: /ACC-01/ })).not.toBeInTheDocument();
    expect(screen.getByText('63,0 %')).toBeInTheDocument();
  });
});
