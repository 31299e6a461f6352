import { type ContractTerms, indicatorsOf } from '@maillage/domain/contract';
import { emptyLine, emptyPreparation, outgoingInWords, type ReviewLine } from '@maillage/domain/review';
import { JournalQueries } from '@maillage/features/community';
import { ClosedYears, currentTerms, RecordTerms } from '@maillage/features/contract';
import { AttachEvidence, ChangeMeasureStatus, DefineIndicator, DetachEvidence, RecomputeValues, RecordMeasure } from '@maillage/features/indicators';
import { CreateContractIndicators, LinkContractIndicator, MoneyQueries } from '@maillage/features/money';
import { exampleTerms } from '@maillage/domain/testing/example-terms';
import { makeCommunity, makeMember, makeSignedYear, makeTwoCommunities, makeWorld, refusal, type MadeCommunity, type World } from '../testing';
import { ChangePreparation, ChangeReviewLine, CloseReview, closedYearsWithProof, ProposeTarget, ReopenReview, ReviewQueries, type ReviewRoom, VerifyReviews } from '.';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** Three indicators of one action: 9 000 €, 5 000 € and 3 000 €. */
const [access] = exampleTerms.missions;
const small: ContractTerms = {
  ...exampleTerms,
  missions: [{ ...access!, actions: [{ ...access!.actions[0]!, indicators: access!.actions[0]!.indicators.slice(0, 3) }] }],
};

let world: World;
let here: MadeCommunity;
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  world.clock.set('2026-11-21T09:00:00Z');
  here = await makeCommunity(world);
  // The fourth year is over since 14 April 2026; the fifth runs and is the last.
  await makeSignedYear(world, here, 4, small);
});
afterAll(() => world.close());

const room = (year: number | null = 4, by = here.coordinator) => world.get(ReviewQueries).room(by, year);
const write = (code: string, line: Partial<ReviewLine>, revision = 0, by = here.coordinator) =>
  world.get(ChangeReviewLine).execute(by, 4, code, { ...emptyLine, ...line, revision });
const prepare = (code: string, input: Partial<Parameters<ChangePreparation['execute']>[3]>, by = here.coordinator) =>
  world.get(ChangePreparation).execute(by, 4, code, { ...emptyPreparation, revision: 0, ...input });
const proposeNothing = (code: string, revision = 0, by = here.coordinator) => world.get(ProposeTarget).execute(by, 4, code, { revision, proposal: { renewed: false } });
const close = ({ revision, fingerprint }: Pick<ReviewRoom, 'revision' | 'fingerprint'>, year = 4, by = here.coordinator) =>
  world.get(CloseReview).execute(by, year, { revision, fingerprint: fingerprint ?? '' });
const reopen = (revision: number, reason = 'La CPAM a corrigé sa requête.', by = here.coordinator) => world.get(ReopenReview).execute(by, 4, { revision, reason });
const indicatorIn = (view: ReviewRoom, code: string) => {
  const found = view.sheet?.missions.flatMap(({ actions }) => actions).flatMap(({ indicators }) => indicators).find((one) => one.code === code);
  if (!found) throw new Error(`${code} is not in the room`);
  return found;
};
/** Concludes everything that has no conclusion yet. */
async function conclude(by = here.coordinator, year = 4): Promise<ReviewRoom> {
  let view = await room(year, by);
  for (const { indicatorCode } of view.lacks) {
    const { comment, fundRemark, arsRemark } = indicatorIn(view, indicatorCode);
    const line = { ...emptyLine, comment, fundRemark, arsRemark, conclusion: 'not-reached' as const, revision: view.revisions.lines[indicatorCode] ?? 0 };
    view = await world.get(ChangeReviewLine).execute(by, year, indicatorCode, line);
  }
  return view;
}
async function measured(code: string, value: number, year = 4): Promise<{ id: string; revision: number }> {
  await world.get(CreateContractIndicators).execute(here.coordinator, year);
  const { links } = await world.get(MoneyQueries).year(here.coordinator, year);
  const measure = await world.get(RecordMeasure).execute(here.coordinator, { indicatorId: links[code]!.indicatorId, periodKey: `CY${year}`, value, revision: 0 });
  await world.get(AttachEvidence).add(here.coordinator, measure.id, { name: 'requete.pdf', bytes: pdf });
  await world.get(ChangeMeasureStatus).validate(here.coordinator, [measure]);
  return measure;
}
const traces = async (community = here) =>
  (await world.db.peek<{ count: string }>(
    `select (select count(*) from review_line where community_id = $1) + (select count(*) from review_proposal where community_id = $1)
       + (select count(*) from review_preparation where community_id = $1) + (select count(*) from review_event where community_id = $1)
       + (select count(*) from management_review where community_id = $1) as count`,
    [community.id],
  ))[0]?.count;

describe('the room of the dialogue de gestion', () => {
  it('says what is computed from a small number of patients, for paper to hide it', async () => {
    const card = {
      name: 'Patients', definition: 'Nombre de patients.', kind: 'count' as const, numeratorLabel: null, denominatorLabel: null, unit: null, decimals: 0, direction: 'down' as const,
      frequency: 'contract-year' as const, aggregation: 'sum' as const, bounded: false, countsPatients: true, source: null, evidenceExpected: null, baseline: null,
      missions: ['access-to-care' as const], actionId: null, responsiblePersonId: null, trackedFrom: '2022-04-15',
    };
    const patients = await world.get(DefineIndicator).create(here.coordinator, { ...card, code: 'PAT-01' });
    const computed = await world.get(DefineIndicator).create(here.coordinator, { ...card, code: 'CALC', formula: { text: 'PAT-01 × 100' } });
    await world.get(LinkContractIndicator).execute(here.coordinator, 'mt-ald', { indicatorId: computed, revision: 0 });
    const { revision } = await world.get(RecordMeasure).execute(here.coordinator, { indicatorId: patients, periodKey: 'CY4', value: 3, revision: 0 });
    await world.get(RecomputeValues).execute(here.id);
    const found = indicatorIn(await room(), 'mt-ald');
    expect([found.result.value, found.fromSmall, outgoingInWords(found, 300, 6)]).toEqual([300, true, 'masqué']);
    await world.get(RecordMeasure).execute(here.coordinator, { indicatorId: patients, periodKey: 'CY4', value: 8, revision });
    await world.get(RecomputeValues).execute(here.id);
    expect(indicatorIn(await room(), 'mt-ald')).not.toHaveProperty('fromSmall');
  });

  it('shows each indicator of the year with its target, result, proofs and euros', async () => {
    await measured('mt-ald', 100);
    const view = await room();
    expect(view).toMatchObject({ year: 4, status: 'open', revision: 0, closing: null, nextYear: 5, nextYearHasTerms: false, closableFrom: '2026-02-13', may: { write: true } });
    expect(view.sheet?.euros).toEqual({ maxCents: 1_700_000, computedCents: 600_000, settledCents: 600_000, lostCents: 1_100_000 });
    expect(indicatorIn(view, 'mt-ald')).toMatchObject({
      result: { value: 100, status: 'validated', source: 'CPAM', evidence: 1 },
      proofs: [{ name: 'requete.pdf', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      link: { periodKey: 'CY4' },
      tier: 'intermédiaire',
      proposal: { renewed: true, baseline: { value: 100 } },
      proposed: false,
    });
    expect(view.lacks).toHaveLength(3);
    expect(view.years.map(({ number, hasTerms, status }) => [number, hasTerms, status])).toContainEqual([4, true, 'open']);
  });

  it('is empty without a contract or without terms for the year', async () => {
    const bare = await makeCommunity(world);
    expect(await room(null, bare.coordinator)).toMatchObject({ year: null, years: [], sheet: null });
    expect(await room(3)).toMatchObject({ year: 3, sheet: null, closing: null });
    expect(await refusal(room(6))).toBe('contract-year-outside');
    expect(await refusal(world.get(ChangeReviewLine).execute(here.coordinator, 3, 'mt-ald', { ...emptyLine, revision: 0 }))).toBe('not-found');
  });

  it('is read by the president and the treasurer, who write nothing; a lead does not enter', async () => {
    for (const role of ['president', 'treasurer', 'board'] as const) {
      const person = await makeMember(world, here.id, role);
      expect((await room(4, person)).may).toEqual({ write: false });
      expect(await refusal(write('mt-ald', { comment: 'x' }, 0, person))).toBe('forbidden');
      expect(await refusal(close(await room(), 4, person))).toBe('forbidden');
      expect(await refusal(reopen(1, 'Une raison', person))).toBe('forbidden');
    }
    const lead = await makeMember(world, here.id, 'lead');
    expect(await refusal(room(4, lead))).toBe('forbidden');
    expect(await traces()).toBe('0');
  });
});

describe('a line', () => {
  it('is written, then corrected; the euros follow', async () => {
    await measured('mt-ald', 100);
    const first = await write('mt-ald', { comment: ' Trois médecins sont partis. ', conclusion: 'partly' });
    expect(first.revisions.lines).toEqual({ 'mt-ald': 1 });
    const second = await write('mt-ald', { comment: 'Trois médecins sont partis.', fundRemark: 'Effort reconnu.', conclusion: 'partly', agreedCents: 750_000 }, 1);
    expect(indicatorIn(second, 'mt-ald')).toMatchObject({ comment: 'Trois médecins sont partis.', fundRemark: 'Effort reconnu.', agreedCents: 750_000, settledCents: 750_000 });
    expect(second.sheet?.euros).toMatchObject({ computedCents: 600_000, settledCents: 750_000 });
    const { lines } = await world.get(JournalQueries).page(here.coordinator);
    expect(lines[0]).toMatchObject({ act: 'review.line-changed', subject: 'Année 4 · Patients en ALD sans médecin traitant' });
  });

  it('written twice the same is written once', async () => {
    await write('mt-ald', { comment: 'Vu.' });
    expect((await write('mt-ald', { comment: 'Vu.' })).revisions.lines).toEqual({ 'mt-ald': 1 });
  });

  it('changed meanwhile is told with both versions', async () => {
    await write('mt-ald', { comment: 'Version une' });
    const other = await makeMember(world, here.id, 'coordinator');
    await expect(write('mt-ald', { comment: 'Version deux' }, 0, other)).rejects.toMatchObject({
      code: 'edited-meanwhile',
      meta: { who: here.coordinator.name, revision: 1, current: { comment: 'Version une' } },
    });
    expect(indicatorIn(await room(), 'mt-ald').comment).toBe('Version une');
  });

  it('written by two people at the same instant is written by one, and told to the other', async () => {
    const other = await makeMember(world, here.id, 'coordinator');
    const answers = await Promise.all([refusal(write('mt-ald', { comment: 'Une' })), refusal(write('mt-ald', { comment: 'Deux' }, 0, other))]);
    expect(answers.sort()).toEqual(['accepted', 'edited-meanwhile']);
    expect((await room()).revisions.lines).toEqual({ 'mt-ald': 1 });
  });

  it.each<[Partial<ReviewLine>, string]>([
    [{ comment: 'Mme D., née le 3 mars 1950' }, 'patient-identifier'],
    [{ arsRemark: 'x'.repeat(1501) }, 'text-too-long'],
    [{ agreedCents: 900_001 }, 'review-amount-outside'],
    [{ agreedCents: 100, conclusion: 'not-reached' }, 'review-conclusion-contradicts'],
  ])('is refused with %j and leaves no trace', async (line, code) => {
    expect(await refusal(write('mt-ald', line))).toBe(code);
    expect(await traces()).toBe('0');
  });
});

describe('the preparation of an action', () => {
  it('says who does what until when', async () => {
    const person = await makeMember(world, here.id, 'lead', { familyName: 'Pilote' });
    const view = await prepare('treating-doctor', { status: 'in-progress', personId: person.personId, dueOn: '2026-12-15', note: 'Relancer la requête de la CPAM' });
    expect(view.sheet?.missions[0]?.actions[0]).toMatchObject({ status: 'in-progress', personName: person.name, dueOn: '2026-12-15', note: 'Relancer la requête de la CPAM' });
    expect(view.revisions.preparations).toEqual({ 'treating-doctor': 1 });
  });

  it('is given to no reader and to nobody of another community', async () => {
    const reader = await makeMember(world, here.id, 'reader');
    const [elsewhere] = await makeTwoCommunities(world);
    expect(await refusal(prepare('treating-doctor', { personId: reader.personId }))).toBe('review-person-unknown');
    expect(await refusal(prepare('treating-doctor', { personId: elsewhere.coordinator.personId }))).toBe('review-person-unknown');
    expect(await refusal(prepare('nowhere', {}))).toBe('not-found');
    expect(await traces()).toBe('0');
  });
});

describe('closing', () => {
  it('with no value loses 122 500 €, freezes everything, and tells the euros and the contract', async () => {
    const whole = await makeCommunity(world);
    await makeSignedYear(world, whole, 4);
    const open = await conclude(whole.coordinator);
    expect(open.lacks).toEqual([]);
    const closed = await close(open, 4, whole.coordinator);
    expect(closed).toMatchObject({ status: 'closed', revision: 1, fingerprint: null, closing: { by: whole.coordinator.name, intact: true, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(closed.sheet?.euros).toEqual({ maxCents: 12_250_000, computedCents: 0, settledCents: 0, lostCents: 12_250_000 });
    expect(closed.events).toMatchObject([{ act: 'closed', by: whole.coordinator.name, nextYear: 'opened' }]);
    const money = await world.get(MoneyQueries).year(whole.coordinator, 4);
    expect(money).toMatchObject({ closedOn: '2026-11-21', euros: { phase: 'closed', earnedCents: 0, atStakeCents: 0, lostCents: 12_250_000 } });
    expect(await world.db.tenant.run(whole.id, (tx) => world.get(ClosedYears).closedYears(tx))).toEqual([4]);
  });

  it('pays what was agreed, and what is computed elsewhere', async () => {
    await measured('mt-ald', 100);
    await measured('mt-16', 70_000);
    await write('mt-ald', { conclusion: 'partly', agreedCents: 450_000 });
    await write('mt-16', { conclusion: 'reached' });
    await close(await conclude());
    expect((await world.get(MoneyQueries).year(here.coordinator, 4)).euros).toMatchObject({ earnedCents: 950_000, lostCents: 750_000 });
  });

  it('opens the next year with what was proposed', async () => {
    await measured('mt-ald', 95);
    const tiers = [{ label: 'socle', threshold: 80, cents: 400_000 }, { label: 'objectif', threshold: 50, cents: 900_000 }];
    await world.get(ProposeTarget).execute(here.coordinator, 4, 'mt-ald', { revision: 0, proposal: { renewed: true, baseline: { value: 95, on: '2026-04-14' }, scoring: { mode: 'tiers', tiers } } });
    await proposeNothing('mt-c2s');
    await write('mt-ald', { conclusion: 'partly' });
    await close(await conclude());
    const next = await world.db.tenant.run(here.id, (tx) => currentTerms(tx, 5));
    expect(next).toMatchObject({ year: 5, amendment: 0, label: expect.stringMatching(/^Dialogue de gestion du 21\snovembre\s2026$/), effectiveOn: '2026-04-15' });
    const opened = indicatorsOf(next!.content).map(({ indicator }) => indicator);
    expect(opened.find(({ code }) => code === 'mt-ald')).toMatchObject({ title: 'Patients en ALD sans médecin traitant', baseline: { value: 95 }, scoring: { mode: 'tiers', tiers }, maxCents: 900_000 });
    expect(opened.map(({ code }) => code)).toEqual(['mt-ald', 'mt-16']);
  });

  it('says that the next year already has its terms, and leaves them', async () => {
    await makeSignedYear(world, here, 5, { ...small, operating: { cents: 1, confirmed: true } });
    await proposeNothing('mt-c2s');
    const closed = await close(await conclude());
    expect(closed.events[0]).toMatchObject({ nextYear: 'already' });
    expect((await world.db.tenant.run(here.id, (tx) => currentTerms(tx, 5)))?.content.operating.cents).toBe(1);
  });

  it('of the last year opens none, and waits for its last sixty days', async () => {
    await makeSignedYear(world, here, 5, small);
    expect(await refusal(close(await room(5), 5))).toBe('review-too-early');
    world.clock.set('2027-02-13T09:00:00Z');
    expect((await close(await conclude(here.coordinator, 5), 5)).events[0]).toMatchObject({ nextYear: 'last' });
  });

  it('twice is done once', async () => {
    const open = await conclude();
    await close(open);
    expect(await close(open)).toMatchObject({ status: 'closed', revision: 1 });
    expect((await room()).events).toHaveLength(1);
    const [left, right] = await Promise.all([reopen(1), reopen(1)]);
    expect([left.revision, right.revision]).toEqual([2, 2]);
    expect((await room()).events).toHaveLength(2);
    const again = await room();
    await Promise.all([close(again), close(again)]);
    expect((await room()).events).toHaveLength(3);
    const other = await makeMember(world, here.id, 'coordinator');
    expect(await refusal(close(again, 4, other))).toBe('review-transition');
  });

  it('is refused while a conclusion lacks, and when something changed since it was seen', async () => {
    const open = await room();
    await expect(close(open)).rejects.toMatchObject({ code: 'review-incomplete', meta: { count: 3 } });
    const complete = await conclude();
    await measured('mt-ald', 100);
    expect(await refusal(close(complete))).toBe('edited-meanwhile');
    expect((await room()).events).toEqual([]);
    expect(await world.db.tenant.run(here.id, (tx) => currentTerms(tx, 5))).toBeNull();
  });

  it('keeps what was frozen when values change afterwards, and refuses any change', async () => {
    const measure = await measured('mt-ald', 100);
    await write('mt-ald', { conclusion: 'partly' });
    await close(await conclude());
    await world.get(ChangeMeasureStatus).reopen(here.coordinator, { id: measure.id, revision: measure.revision + 1 }, 'Erreur de requête');
    expect(indicatorIn(await room(), 'mt-ald')).toMatchObject({ result: { value: 100, status: 'validated' }, settledCents: 600_000 });
    expect((await world.get(MoneyQueries).year(here.coordinator, 4)).euros).toMatchObject({ earnedCents: 600_000 });
    expect(await refusal(write('mt-ald', { comment: 'Trop tard' }, 1))).toBe('review-closed');
    expect(await refusal(prepare('treating-doctor', { status: 'ready' }))).toBe('review-closed');
    expect(await refusal(proposeNothing('mt-ald'))).toBe('review-closed');
    expect(await refusal(world.get(RecordTerms).execute(here.coordinator, 4, { amendment: 0, revision: 1, terms: exampleTerms }))).toBe('contract-year-closed');
  });
});

describe('a closed review', () => {
  const closed = async () => close(await conclude());

  it('is opened again with a reason: what was frozen stays in its history, the next year keeps its terms', async () => {
    const { revision, closing } = await closed();
    expect(await refusal(reopen(revision, 'non'))).toBe('review-reason-missing');
    expect(await refusal(reopen(revision + 1))).toBe('edited-meanwhile');
    const view = await reopen(revision);
    expect(view).toMatchObject({ status: 'reopened', revision: 2, closing: null, nextYearHasTerms: true });
    expect(view.events).toMatchObject([
      { act: 'reopened', by: here.coordinator.name, reason: 'La CPAM a corrigé sa requête.' },
      { act: 'closed', hash: closing?.hash },
    ]);
    expect((await reopen(revision)).events).toHaveLength(2);
    expect((await world.get(MoneyQueries).year(here.coordinator, 4)).closedOn).toBeNull();
    const [last] = (await world.get(JournalQueries).page(here.coordinator)).lines;
    expect(last).toMatchObject({ act: 'review.reopened' });
    await write('mt-ald', { comment: 'Corrigé', conclusion: 'not-reached' }, 1);
    const again = await close(await room());
    expect(again).toMatchObject({ status: 'closed', revision: 3 });
    expect(again.closing?.hash).not.toBe(closing?.hash);
    expect(again.events[0]).toMatchObject({ act: 'closed', nextYear: 'already' });
  });

  it('keeps the proofs its copy names, until it is opened again', async () => {
    const { id } = await measured('mt-ald', 400);
    const other = await makeCommunity(world);
    const { revision } = await closed();
    const [proof] = await world.db.peek<{ id: string; hash: string }>('select e.id, f.hash from evidence e join file f on f.community_id = e.community_id and f.id = e.file_id where e.community_id = $1', [here.id]);
    await world.get(ChangeMeasureStatus).reopen(here.coordinator, { id, revision: 2 }, 'Correction de la caisse.');
    const detach = () => world.get(DetachEvidence).detach(here.coordinator, id, proof!.id);
    await expect(detach()).rejects.toMatchObject({ code: 'evidence-in-dialogue', meta: { year: 4 } });
    expect(await refusal(world.get(DetachEvidence).withdraw(here.coordinator, proof!.id))).toBe('evidence-in-dialogue');
    const years = (community: MadeCommunity, measureId: string | null) => world.db.tenant.run(community.id, (tx) => closedYearsWithProof(tx, proof!.hash, measureId));
    expect([await years(here, null), await years(here, id), await years(other, null)]).toEqual([[4], [4], []]);
    await reopen(revision);
    expect([await years(here, null), await years(here, id)]).toEqual([[], []]);
    expect(await refusal(detach())).toBe('accepted');
  });

  it('that was tampered with is seen', async () => {
    await closed();
    expect(await world.get(VerifyReviews).execute(here.id)).toEqual({ closings: 1, faults: [] });
    await world.db.peek(`update review_event set snapshot = jsonb_set(snapshot, '{sheet,euros,settledCents}', '1') where community_id = $1`, [here.id]);
    expect((await room()).closing).toMatchObject({ intact: false });
    expect((await world.get(VerifyReviews).execute(here.id)).faults).toMatchObject([{ year: 4, sentence: 'Ce que la clôture a figé a été modifié.' }]);
    await world.db.peek('update management_review set hash = $2 where community_id = $1', [here.id, 'a'.repeat(64)]);
    expect((await world.get(VerifyReviews).execute(here.id)).faults).toHaveLength(2);
  });

  it('cannot be rewritten by the application itself', async () => {
    await closed();
    await expect(world.db.tenant.run(here.id, (tx) => tx.query(`update review_event set hash = null`))).rejects.toThrow(/permission denied/);
    await expect(world.db.tenant.run(here.id, (tx) => tx.query('delete from review_event'))).rejects.toThrow(/permission denied/);
  });
});

describe('the review of another community', () => {
  it('is neither seen nor touched', async () => {
    const [elsewhere] = await makeTwoCommunities(world);
    await write('mt-ald', { comment: 'Chez nous' });
    const { coordinator } = elsewhere;
    // Without terms of their own, the year is not found.
    expect(await refusal(write('mt-ald', { comment: 'Chez eux' }, 1, coordinator))).toBe('not-found');
    await makeSignedYear(world, elsewhere, 4, small);
    expect(indicatorIn(await room(4, coordinator), 'mt-ald').comment).toBeNull();
    expect(await refusal(write('mt-ald', { comment: 'Chez eux' }, 1, coordinator))).toBe('not-found');
    expect(await refusal(proposeNothing('mt-ald', 1, coordinator))).toBe('not-found');
    expect(await refusal(prepare('treating-doctor', { status: 'ready', revision: 1 }, coordinator))).toBe('not-found');
    const open = await conclude();
    expect(await refusal(close(open, 4, coordinator))).toBe('edited-meanwhile');
    await close(open);
    expect(await refusal(reopen(1, 'Une raison', coordinator))).toBe('review-transition');
    expect(await room(4, coordinator)).toMatchObject({ status: 'open', events: [] });
    expect(await traces(elsewhere)).toBe('0');
  });
});
