import type { IndicatorInput } from '@maillage/domain/indicators';
import { collectionLinkLimits } from '@maillage/domain/indicators';
import type { JobHandler } from '@maillage/platform';
import { SmtpStandIn } from '@maillage/platform/testing';
import { mailText, makeCommunity, makeMember, makeWorld, refusal, type MadeCommunity, type World } from '../../testing';
import { JournalQueries } from '@maillage/features/community';
import {
  ArchiveIndicator,
  ChangeCollectionLink,
  ChangeMeasureStatus,
  CollectionLinkQueries,
  type ContributionInput,
  DefineIndicator,
  GrantException,
  IndicatorQueries,
  LockPeriod,
  type NewCollectionLink,
  OpenCollectionLink,
  RecordMeasure,
  SendCollectionLink,
  SettleContributions,
  StateAbsence,
  ValidationQueries,
} from '..';

const definition: IndicatorInput = {
  code: 'phar-01', name: 'Entretiens pharmaceutiques', definition: 'Entretiens tenus dans la période.', kind: 'count', numeratorLabel: null, denominatorLabel: null,
  unit: 'entretiens', decimals: 0, direction: 'up', frequency: 'quarter', aggregation: 'sum', bounded: false, countsPatients: false, source: null,
  evidenceExpected: 'Feuille de présence', baseline: null, missions: ['care-pathways'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-01-01',
};
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const tokenIn = (text: string | null): string => /#([\w-]{43})/.exec(text ?? '')?.[1] ?? 'absent';
let addresses = 0;

describe('links by which someone without an account gives values', () => {
  let world: World;
  let smtp: SmtpStandIn;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;
  let address: string;
  let indicatorId: string;

  beforeAll(async () => {
    smtp = await SmtpStandIn.start();
    world = await makeWorld({ environment: { SMTP_URL: smtp.url } });
  });
  afterAll(async () => {
    await world.close();
    await smtp.stop();
  });
  beforeEach(async () => {
    world.clock.set('2026-11-21T09:00:00Z');
    address = `198.51.100.${(addresses += 1)}`;
    here = await makeCommunity(world, { name: 'du Giennois-Berry' });
    elsewhere = await makeCommunity(world);
    indicatorId = await define(here);
  });

  const id = (): string => world.db.ids.next();
  const define = (community: MadeCommunity, change: Partial<IndicatorInput> = {}): Promise<string> => world.get(DefineIndicator).create(community.coordinator, { ...definition, ...change });
  const asked = (change: Partial<NewCollectionLink> = {}): NewCollectionLink => ({
    id: id(), recipient: 'Pharmacie du Marché', email: null, indicatorIds: [indicatorId], periods: ['2026-Q3'], from: null, expiresOn: '2026-12-31', showPrevious: false, send: false, ...change,
  });
  const makeLink = async (change: Partial<NewCollectionLink> = {}, community = here): Promise<{ id: string; token: string }> => {
    const made = await world.get(ChangeCollectionLink).create(community.coordinator, asked(change));
    return { id: made.id, token: tokenIn(made.address) };
  };
  const view = (token: string) => world.get(OpenCollectionLink).view({ token, address });
  const give = (token: string, change: Partial<ContributionInput> = {}) =>
    world.get(OpenCollectionLink).contribute({ token, address }, { id: id(), seen: null, indicatorId, periodKey: '2026-Q3', value: 12, ...change });
  const join = (token: string, contributionId: string, bytes = pdf) => world.get(OpenCollectionLink).addFile({ token, address }, contributionId, { name: 'feuille.pdf', bytes });
  const waiting = (community = here) => world.get(CollectionLinkQueries).waiting(community.coordinator);
  const accept = async (contributionId: string, measureRevision = 0, community = here, comment: string | null = null) => {
    const [outcome] = await world.get(SettleContributions).accept(community.coordinator, [{ id: contributionId, measureRevision, comment }]);
    return outcome?.refusal?.code ?? 'accepted';
  };
  const refuse = (ids: string[], reason = 'Le mois de septembre manque.', community = here) => world.get(SettleContributions).refuse(community.coordinator, ids, reason);
  const valueOf = async (community = here, indicator = indicatorId) => (await world.get(IndicatorQueries).card(community.coordinator, indicator)).values.find(({ period }) => period.key === '2026-Q3');
  const acts = async (community = here) => (await world.get(JournalQueries).page(community.coordinator, {})).lines.map(({ act }) => act);

  it('goes from a link to a value marked as such, with its proof and who accepted it', async () => {
    const { token } = await makeLink();
    const page = await view(token);
    expect(page).toMatchObject({ community: 'CPTS du Giennois-Berry', askedBy: here.coordinator.name, recipient: 'Pharmacie du Marché' });
    expect(page.entries).toMatchObject([{ state: 'to-give', label: expect.stringContaining('T3'), previous: null, indicator: { definition: 'Entretiens tenus dans la période.', evidenceExpected: 'Feuille de présence' } }]);
    expect(Object.keys(page.entries[0]?.indicator ?? {})).not.toEqual(expect.arrayContaining(['responsiblePersonId', 'code', 'baseline']));

    const sent = await give(token, { comment: 'Dont deux à domicile.' });
    await join(token, sent.id);
    expect((await valueOf())?.measure).toBeNull();
    const [line] = await waiting();
    expect(line).toMatchObject({ id: sent.id, recipient: 'Pharmacie du Marché', value: 12, current: null, files: [{ name: 'feuille.pdf' }], warnings: [], lock: null });

    expect(await accept(sent.id)).toBe('accepted');
    const value = await valueOf();
    expect(value?.measure).toMatchObject({ value: 12, comment: 'Dont deux à domicile.', origin: 'link', status: 'submitted', recordedBy: here.coordinator.personId });
    expect(value?.evidence).toMatchObject([{ name: 'feuille.pdf', addedBy: here.coordinator.name }]);
    expect(await waiting()).toEqual([]);
    expect((await view(token)).entries).toMatchObject([{ state: 'accepted', contribution: { value: 12 } }]);
    expect(await acts()).toEqual(expect.arrayContaining(['collection-link.created', 'contribution.received', 'measure.recorded', 'contribution.accepted', 'evidence.added']));
    expect(await refusal(give(token, { seen: sent.id, value: 13 }))).toBe('contribution-settled');
    expect(await accept(sent.id, 1)).toBe('contribution-settled');
  });

  it('keeps nothing of the secret, and tells it once', async () => {
    const given = asked();
    const first = await world.get(ChangeCollectionLink).create(here.coordinator, given);
    expect((await world.get(ChangeCollectionLink).create(here.coordinator, given)).address).toBeNull();
    const token = tokenIn(first.address);
    expect(token).toHaveLength(43);
    const [kept] = await world.db.peek<{ size: number }>(`select length(token_hash) as size from collection_link_key where link_id = '${given.id}'`);
    expect(kept).toEqual({ size: 32 });
    const everything = await world.db.peek<{ all: string }>(`select (select json_agg(l) from collection_link l)::text || (select json_agg(a) from audit_entry a)::text as all`);
    expect(everything[0]?.all).not.toContain(token);
  });

  it('sends the link by e-mail: the address is nowhere else, and a later one replaces it', async () => {
    const email = `marche-${id()}@exemple.fr`;
    const made = await world.get(ChangeCollectionLink).create(here.coordinator, asked({ email, send: true }));
    expect(made.address).toBeNull();
    const handler: JobHandler<'indicators.send-collection-link'> = {
      job: 'indicators.send-collection-link',
      handle: ({ communityId, data }) => world.get(SendCollectionLink).execute(communityId ?? '', data),
    };
    const mailed = async (): Promise<string> => {
      await world.db.runJobs([handler]);
      return mailText(smtp.received.filter(({ to }) => to.includes(email)).at(-1)?.raw ?? '');
    };
    const mail = await mailed();
    expect(mail).toContain('CPTS du Giennois-Berry');
    expect(mail).toContain('Entretiens pharmaceutiques');
    expect(mail).toMatch(/aucune donnée de\s+patient/);
    expect((await view(tokenIn(mail))).entries).toHaveLength(1);
    const card = await world.get(CollectionLinkQueries).link(here.coordinator, made.id);
    expect(card.link).toMatchObject({ sending: false, sentAt: expect.any(Date) });
    const renewed = await world.get(ChangeCollectionLink).renew(here.coordinator, { id: made.id, revision: 1 }, { expiresOn: '2027-02-28', send: false });
    expect(await refusal(view(tokenIn(mail)))).toBe('collection-link-closed');
    expect((await view(tokenIn(renewed.address))).expiresOn).toBe('2027-02-28');
    expect(await refusal(world.get(ChangeCollectionLink).renew(here.coordinator, { id: made.id, revision: 1 }, { expiresOn: '2027-03-01', send: false }))).toBe('edited-meanwhile');
    expect(await refusal(world.get(ChangeCollectionLink).create(here.coordinator, asked({ send: true })))).toBe('text-missing');
  });

  it('answers the same to what is unknown, revoked, expired or renewed, and nothing more', async () => {
    const revoked = await makeLink();
    await world.get(ChangeCollectionLink).revoke(here.coordinator, { id: revoked.id, revision: 1 });
    expect(await refusal(view(revoked.token))).toBe('collection-link-closed');
    expect(await refusal(give(revoked.token))).toBe('collection-link-closed');
    expect(await refusal(world.get(ChangeCollectionLink).revoke(here.coordinator, { id: revoked.id, revision: 2 }))).toBe('already-done');
    expect(await refusal(world.get(ChangeCollectionLink).renew(here.coordinator, { id: revoked.id, revision: 2 }, { expiresOn: '2027-01-01', send: false }))).toBe('already-done');
    const { token } = await makeLink({ expiresOn: '2026-11-30' });
    world.clock.set('2026-11-30T22:30:00Z');
    expect((await view(token)).expiresOn).toBe('2026-11-30');
    world.clock.set('2026-11-30T23:30:00Z');
    expect(await refusal(view(token))).toBe('collection-link-closed');
    expect(await refusal(view('x'.repeat(43)))).toBe('collection-link-closed');
    expect(await refusal(view(''))).toBe('collection-link-closed');
  });

  it('slows down who tries addresses, and a link that is used without end; the others go on', async () => {
    const { token } = await makeLink();
    const tried: string[] = [];
    for (let count = 0; count < 6; count += 1) tried.push(await refusal(view('y'.repeat(43))));
    expect([...new Set(tried)]).toEqual(['collection-link-closed', 'too-many-attempts']);
    expect(await refusal(view(token))).toBe('accepted');
    const other = await makeLink();
    for (let count = 1; count < collectionLinkLimits.uses; count += 1) await view(token);
    expect(await refusal(view(token))).toBe('too-many-attempts');
    expect(await refusal(give(token))).toBe('too-many-attempts');
    expect(await refusal(view(other.token))).toBe('accepted');
    world.clock.advance(collectionLinkLimits.usesMinutes * 60_000);
    expect(await refusal(view(token))).toBe('accepted');
  });

  it('opens its own indicators and periods only, once they are over', async () => {
    const other = await define(here, { code: 'phar-02' });
    const foreign = await define(elsewhere);
    const { token } = await makeLink({ periods: ['2026-Q3', '2026-Q4'], expiresOn: '2027-03-31' });
    for (const one of [other, foreign]) expect(await refusal(give(token, { indicatorId: one }))).toBe('not-found');
    for (const periodKey of ['2026-Q2', '2026-Q4', '2026-10']) expect([periodKey, await refusal(give(token, { periodKey }))]).toEqual([periodKey, 'not-found']);
    expect((await view(token)).entries.map(({ period, state, from }) => [period.key, state, from])).toEqual([['2026-Q3', 'to-give', null], ['2026-Q4', 'upcoming', '2026-12-31']]);
    world.clock.set('2026-12-31T10:00:00Z');
    expect(await refusal(give(token, { periodKey: '2026-Q4' }))).toBe('accepted');
  });

  it('takes nothing in a locked period unless an exception stands, nor for what is archived; the page says both', async () => {
    const { token } = await makeLink();
    const sent = await give(token);
    const { left } = await world.get(ValidationQueries).preview(here.coordinator, '2026-Q3');
    await world.get(LockPeriod).lock(here.coordinator, '2026-Q3', left.length);
    expect(await refusal(give(token, { seen: sent.id, value: 20 }))).toBe('period-locked');
    expect((await view(token)).entries.find(({ period }) => period.key === '2026-Q3')).toMatchObject({ state: 'received', open: false });
    const locked = await makeLink({ recipient: 'Maison de santé' });
    expect(await refusal(give(locked.token))).toBe('period-locked');
    const exception = { personId: here.coordinator.personId, indicatorId, periodKey: '2026-Q3', untilOn: '2026-11-30', untilTime: '18:00', reason: 'Chiffre corrigé' };
    await world.get(GrantException).grant(here.coordinator, exception);
    expect((await view(locked.token)).entries.find(({ period }) => period.key === '2026-Q3')).toMatchObject({ state: 'to-give', open: true });
    expect(await refusal(give(locked.token))).toBe('accepted');
    await world.get(ArchiveIndicator).execute(here.coordinator, indicatorId, true);
    expect(await view(token)).toMatchObject({ entries: [], stopped: [expect.any(String)] });
    expect(await refusal(give(token, { seen: sent.id, value: 20 }))).toBe('not-found');
    expect(await waiting()).toHaveLength(2);
  });

  it('checks what comes like any value, patients included, and leaves no trace of what it refuses', async () => {
    const { token } = await makeLink();
    expect(await refusal(give(token, { value: 1.5 }))).toBe('measure-decimals');
    expect(await refusal(give(token, { value: -1 }))).toBe('measure-negative');
    expect(await refusal(give(token, { value: null }))).toBe('measure-value-missing');
    expect(await refusal(give(token, { comment: 'Mme M., née le 12/03/1954' }))).toBe('patient-identifier');
    expect(await waiting()).toEqual([]);
    const sent = await give(token);
    expect(await refusal(join(token, sent.id, Buffer.from('MZ\u0090\u0000')))).toBe('evidence-refused');
    expect(await refusal(join(token, sent.id, Buffer.concat([pdf, Buffer.alloc(collectionLinkLimits.fileBytes)])))).toBe('evidence-refused');
    for (let count = 0; count < collectionLinkLimits.files; count += 1) await join(token, sent.id, Buffer.concat([pdf, Buffer.from(`% ${count}`)]));
    expect(await refusal(join(token, sent.id))).toBe('too-many');
    expect((await waiting())[0]?.files).toHaveLength(collectionLinkLimits.files);
  });

  it('is corrected until accepted: sent twice it is one, a later one takes its place with the files it keeps', async () => {
    const { token } = await makeLink();
    const first = { id: id(), value: 12 };
    await Promise.all([give(token, first), give(token, first)]);
    const file = await join(token, first.id);
    expect(await join(token, first.id)).toEqual(file);
    expect(await refusal(give(token, { value: 13 }))).toBe('edited-meanwhile');
    const second = await give(token, { seen: first.id, value: 13, keptFiles: [file.id] });
    expect((await waiting()).map(({ id: one, value, files }) => [one, value, files.length])).toEqual([[second.id, 13, 1]]);
    expect(await refusal(join(token, first.id))).toBe('contribution-settled');
    expect(await accept(first.id)).toBe('contribution-settled');
    const two = await Promise.allSettled([give(token, { seen: second.id, value: 20 }), give(token, { seen: second.id, value: 21 })]);
    expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await waiting()).toHaveLength(1);
  });

  it('is refused with a reason that its sender reads and answers', async () => {
    const { token } = await makeLink();
    const first = await give(token);
    expect(await refusal(refuse([first.id], ' '))).toBe('text-missing');
    await refuse([first.id]);
    expect((await view(token)).entries).toMatchObject([{ state: 'refused', contribution: { reason: 'Le mois de septembre manque.', value: 12 } }]);
    expect(await refusal(refuse([first.id]))).toBe('contribution-settled');
    const second = await give(token, { seen: first.id, value: 15 });
    expect((await waiting()).map(({ id: one }) => one)).toEqual([second.id]);
    expect(await accept(second.id)).toBe('accepted');
    const { contributions } = await world.get(CollectionLinkQueries).link(here.coordinator, (await world.get(CollectionLinkQueries).links(here.coordinator)).links[0]?.id ?? '');
    expect(contributions.map(({ status, settledBy }) => [status, settledBy])).toEqual([['accepted', here.coordinator.name], ['refused', here.coordinator.name]]);
  });

  it('stands beside the value of today: validated or locked, it waits with the reason', async () => {
    const { token } = await makeLink();
    const measure = await world.get(RecordMeasure).execute(here.coordinator, { indicatorId, periodKey: '2026-Q3', value: 9, revision: 0 });
    const sent = await give(token);
    expect((await waiting())[0]?.current).toMatchObject({ value: 9, revision: 1 });
    expect(await accept(sent.id, 0)).toBe('edited-meanwhile');
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [measure]);
    expect(await accept(sent.id, 2, here, 'Compté à nouveau')).toBe('measure-locked');
    const second = await define(here, { code: 'phar-02' });
    const other = await makeLink({ indicatorIds: [second] });
    const late = await give(other.token, { indicatorId: second });
    await world.get(LockPeriod).lock(here.coordinator, '2026-Q3', 1);
    expect(await accept(late.id)).toBe('period-locked');
    expect((await waiting()).map(({ id: one, lock }) => [one, lock !== null])).toEqual([[sent.id, true], [late.id, true]]);
    expect((await valueOf())?.measure?.value).toBe(9);
    expect(await acts()).not.toContain('contribution.accepted');
  });

  it('stands beside the reason why there is no value, and takes its place once accepted', async () => {
    const { token } = await makeLink();
    await world.get(StateAbsence).state(here.coordinator, { indicatorId, periodKey: '2026-Q3', reason: 'Animatrice en congé.', revision: 0 });
    const sent = await give(token);
    expect(await waiting()).toMatchObject([{ current: null, absence: 'Animatrice en congé.' }]);
    expect(await accept(sent.id)).toBe('accepted');
    const second = await give((await makeLink()).token, { value: 14 });
    expect(await waiting()).toMatchObject([{ id: second.id, current: { value: 12 }, absence: null }]);
  });

  it('accepts many at once, each by itself; an unusual one asks for a comment', async () => {
    const second = await define(here, { code: 'phar-02', name: 'Bilans de médication' });
    const { token } = await makeLink({ indicatorIds: [indicatorId, second] });
    await world.get(RecordMeasure).execute(here.coordinator, { indicatorId, periodKey: '2026-Q2', value: 10, revision: 0 });
    const odd = await give(token, { value: 900 });
    const plain = await give(token, { indicatorId: second, value: 3 });
    expect((await waiting()).find(({ id: one }) => one === odd.id)?.warnings).toHaveLength(1);
    const outcomes = await world.get(SettleContributions).accept(here.coordinator, [{ id: odd.id, measureRevision: 0 }, { id: plain.id, measureRevision: 0 }]);
    expect(outcomes.map(({ refusal: why }) => why?.code ?? null)).toEqual(['measure-comment-needed', null]);
    expect((await waiting()).map(({ id: one }) => one)).toEqual([odd.id]);
    expect(await accept(odd.id, 0, here, 'Campagne de vaccination.')).toBe('accepted');
    expect((await valueOf())?.measure?.comment).toBe('Campagne de vaccination.');
  });

  it('shows the last value only when the coordination allows it', async () => {
    await world.get(RecordMeasure).execute(here.coordinator, { indicatorId, periodKey: '2026-Q2', value: 10, revision: 0 });
    expect((await view((await makeLink()).token)).entries[0]?.previous).toBeNull();
    expect((await view((await makeLink({ showPrevious: true })).token)).entries[0]?.previous).toMatchObject({ text: expect.stringContaining('10') });
  });

  it('belongs to one community: every write of another one finds nothing', async () => {
    const { id: linkId, token } = await makeLink();
    const sent = await give(token);
    const file = await join(token, sent.id);
    const { coordinator } = elsewhere;
    expect(await refusal(world.get(ChangeCollectionLink).create(coordinator, asked()))).toBe('not-found');
    expect(await refusal(world.get(ChangeCollectionLink).renew(coordinator, { id: linkId, revision: 1 }, { expiresOn: '2026-12-31', send: false }))).toBe('not-found');
    expect(await refusal(world.get(ChangeCollectionLink).revoke(coordinator, { id: linkId, revision: 1 }))).toBe('not-found');
    expect(await refusal(world.get(SettleContributions).accept(coordinator, [{ id: sent.id, measureRevision: 0 }]))).toBe('not-found');
    expect(await refusal(refuse([sent.id], 'Pas à nous.', elsewhere))).toBe('not-found');
    expect(await refusal(world.get(CollectionLinkQueries).file(coordinator, sent.id, file.id))).toBe('not-found');
    expect(await refusal(world.get(CollectionLinkQueries).link(coordinator, linkId))).toBe('not-found');
    expect(await waiting(elsewhere)).toEqual([]);
    const theirs = await makeLink({ indicatorIds: [await define(elsewhere)] }, elsewhere);
    expect(await refusal(join(theirs.token, sent.id))).toBe('not-found');
    expect(await refusal(give(theirs.token))).toBe('not-found');
    const beside = await makeLink();
    expect(await refusal(join(beside.token, sent.id))).toBe('not-found');
    expect(await refusal(give(beside.token, { id: sent.id }))).toBe('not-found');
    expect((await waiting()).map(({ id: one }) => one)).toEqual([sent.id]);
  });

  it('is the coordination’s: nobody else makes a link or accepts', async () => {
    const { token } = await makeLink();
    const sent = await give(token);
    for (const role of ['lead', 'board', 'president'] as const) {
      const person = await makeMember(world, here.id, role);
      expect(await refusal(world.get(ChangeCollectionLink).create(person, asked()))).toBe('forbidden');
      expect(await refusal(world.get(SettleContributions).accept(person, [{ id: sent.id, measureRevision: 0 }]))).toBe('forbidden');
      expect(await refusal(world.get(CollectionLinkQueries).waiting(person))).toBe('forbidden');
    }
  });
});
