import type { IndicatorInput } from '@maillage/domain/indicators';
import { makeCommunity, makeMember, makeWorld, refusal, type MadeCommunity, type World } from '../../testing';
import { ArchiveIndicator, ChangeMeasureStatus, ComputedQueries, DefineIndicator, GrantException, IndicatorQueries, LockPeriod, RecomputeValues, RecordMeasure, SettleComputed, ValidationQueries } from '..';

const card: IndicatorInput = {
  code: 'x', name: 'Réunions', definition: 'Réunions tenues.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: 'réunions', decimals: 0, direction: 'up',
  frequency: 'quarter', aggregation: 'sum', bounded: false, countsPatients: false, source: null, evidenceExpected: null, baseline: null, missions: ['access-to-care'],
  actionId: null, responsiblePersonId: null, trackedFrom: '2026-04-01',
};
const formula = (text: string): IndicatorInput['formula'] => ({ text });

describe('computed values', () => {
  let world: World;
  let here: MadeCommunity;
  let a: string;
  let b: string;

  beforeAll(async () => {
    world = await makeWorld();
  });
  beforeEach(async () => {
    world.clock.set('2026-11-21T09:00:00Z');
    here = await makeCommunity(world);
    a = await create({ code: 'ACC-01', name: 'Réunions de secteur' });
    b = await create({ code: 'ACC-02' });
  });
  afterAll(() => world.close());

  const create = (change: Partial<IndicatorInput>, community = here) => world.get(DefineIndicator).create(community.coordinator, { ...card, ...change });
  const record = (indicatorId: string, value: number, revision = 0, periodKey = '2026-Q3') => world.get(RecordMeasure).execute(here.coordinator, { indicatorId, periodKey, value, revision, comment: 'Compté.' });
  const validate = (...seen: { id: string; revision: number }[]) => world.get(ChangeMeasureStatus).validate(here.coordinator, seen);
  const recompute = () => world.get(RecomputeValues).execute(here.id);
  const value = async (id: string, key = '2026-Q3') => (await world.get(IndicatorQueries).card(here.coordinator, id)).values.find(({ period }) => period.key === key)?.measure ?? null;
  const page = (id: string) => world.get(ComputedQueries).of(here.coordinator, id);
  const period = async (id: string, key = '2026-Q3') => (await page(id)).periods.find(({ periodKey }) => periodKey === key);
  const jobs = async () => (await world.db.peek<{ id: string }>(`select id from outbox where job = 'indicators.recompute' and community_id = $1`, [here.id])).length;

  it('follows its inputs: nothing, a draft that says so, then a value to validate; done again, nothing more', async () => {
    const sum = await create({ code: 'TOT', formula: formula('ACC-01 + ACC-02') });
    await recompute();
    expect(await value(sum)).toBeNull();
    expect(await period(sum)).toMatchObject({ outcome: 'none', sentence: expect.stringContaining('il manque ACC-01 et ACC-02') });
    const first = await record(a, 3);
    const second = await record(b, 4);
    expect(await recompute()).toBe(1);
    expect(await value(sum)).toMatchObject({ value: 7, status: 'draft', origin: 'computed', comment: expect.stringContaining('Provisoire') });
    await validate(first, second);
    expect(await recompute()).toBe(1);
    expect(await value(sum)).toMatchObject({ value: 7, status: 'submitted', origin: 'computed', revision: 2 });
    expect(await recompute()).toBe(0);
    const history = await world.get(IndicatorQueries).history(here.coordinator, sum, null);
    expect(history.map(({ act, by }) => [act, by])).toEqual([['changed', null], ['recorded', null]]);
    expect(await page(sum)).toMatchObject({ formula: 'ACC-01 + ACC-02', words: expect.stringContaining('Réunions de secteur'), inputs: [{ code: 'ACC-01' }, { code: 'ACC-02' }], periods: [{ inputs: [{ written: 'ACC-01', settled: true }, {}] }, {}] });
    expect((await page(a)).feeds).toMatchObject([{ id: sum, code: 'TOT' }]);
  });

  it('counts patients when an input does, so that small numbers stay masked', async () => {
    const patients = await create({ code: 'PAT-01', countsPatients: true });
    await expect(create({ code: 'DOUBLE', formula: formula('PAT-01 × 2') })).rejects.toMatchObject({ code: 'formula-unsuitable', meta: { why: expect.stringContaining('PAT-01 compte des patients'), field: 'formula' } });
    const sum = await create({ code: 'TOT', countsPatients: true, formula: formula('ACC-01 + PAT-01') });
    await create({ code: 'SEUL', formula: formula('ACC-01 × 2') });
    const change = (id: string, changed: Partial<IndicatorInput>) => world.get(DefineIndicator).change(here.coordinator, id, { ...card, ...changed, revision: 1 });
    expect(await refusal(change(sum, { code: 'TOT', formula: formula('ACC-01 + PAT-01') }))).toBe('formula-unsuitable');
    await expect(change(a, { code: 'ACC-01', name: 'Réunions de secteur', countsPatients: true })).rejects.toMatchObject({ code: 'formula-unsuitable', meta: { why: expect.stringContaining('pour SEUL aussi'), field: 'countsPatients' } });
    await change(patients, { code: 'PAT-01', countsPatients: false });
  });

  it('holds an archived formula to it too: it is put back in use first', async () => {
    const archived = await create({ code: 'SEUL', formula: formula('ACC-01 × 2') });
    await world.get(ArchiveIndicator).execute(here.coordinator, archived, true);
    const change = () => world.get(DefineIndicator).change(here.coordinator, a, { ...card, code: 'ACC-01', name: 'Réunions de secteur', countsPatients: true, revision: 1 });
    await expect(change()).rejects.toMatchObject({ code: 'formula-unsuitable', meta: { why: expect.stringContaining('remettez SEUL, archivé, en service') } });
    await world.get(ArchiveIndicator).execute(here.coordinator, archived, false);
    await world.get(DefineIndicator).change(here.coordinator, archived, { ...card, code: 'SEUL', formula: formula('ACC-01 × 2'), countsPatients: true, revision: 3 });
    await change();
  });

  it('keeps in use what a formula needs, and says which', async () => {
    const fed = await create({ code: 'TOT', formula: formula('ACC-01 × 2') });
    const archive = (id: string) => world.get(ArchiveIndicator).execute(here.coordinator, id, true);
    await expect(archive(a)).rejects.toMatchObject({ code: 'indicator-feeds', meta: { code: 'ACC-01', fed: 'TOT' } });
    expect((await world.get(IndicatorQueries).list(here.coordinator)).map(({ indicator }) => indicator.code)).toContain('ACC-01');
    await archive(fed);
    await archive(a);
  });

  it('is put back in use after what it is computed from, and says what that is', async () => {
    const total = await create({ code: 'TOT', formula: formula('ACC-01 + ACC-02') });
    const set = (id: string, archived: boolean) => world.get(ArchiveIndicator).execute(here.coordinator, id, archived);
    await set(total, true);
    await set(a, true);
    await expect(set(total, false)).rejects.toMatchObject({ code: 'indicator-input-archived', meta: { code: 'TOT', inputs: 'ACC-01', count: 1 } });
    expect((await world.get(IndicatorQueries).list(here.coordinator)).map(({ indicator }) => indicator.code)).not.toContain('TOT');
    await set(a, false);
    await set(total, false);
    expect((await world.get(IndicatorQueries).list(here.coordinator)).map(({ indicator }) => indicator.code)).toContain('TOT');
  });

  it('writes its work with the change, in the same transaction; several changes are one work, taken once', async () => {
    await create({ code: 'TOT', formula: formula('ACC-01 + ACC-02') });
    const before = await jobs();
    await record(a, 3);
    await record(b, 4);
    expect(await jobs()).toBe(before + 2);
    expect(await refusal(record(a, -1, 1))).toBe('measure-negative');
    expect(await jobs()).toBe(before + 2);
    const both = await Promise.all([recompute(), recompute()]);
    expect(both.sort()).toEqual([0, 1]);
  });

  it('keeps a rate in its two parts, brings months together, and follows chains', async () => {
    const months = await create({ code: 'MOIS', frequency: 'month', trackedFrom: '2026-07-01', unit: 'réunions' });
    const rate = await create({ code: 'TX', kind: 'ratio', numeratorLabel: 'Tenues', denominatorLabel: 'Prévues', unit: '%', decimals: 1, bounded: true, formula: formula('100 * MOIS / ACC-01') });
    const gap = await create({ code: 'ECART', unit: '%', decimals: 1, formula: formula('100 - TX') });
    for (const [index, key] of ['2026-07', '2026-08', '2026-09'].entries()) await record(months, index + 1, 0, key);
    await record(a, 8);
    await recompute();
    expect(await value(rate)).toMatchObject({ numerator: 6, denominator: 8, value: 75 });
    expect(await value(gap)).toMatchObject({ value: 25 });
    await record(a, 0, 1);
    await recompute();
    expect(await value(rate)).toBeNull();
    expect(await value(gap)).toBeNull();
    expect(await period(rate)).toMatchObject({ outcome: 'none', sentence: expect.stringContaining('divise par zéro') });
    expect(await period(gap)).toMatchObject({ sentence: expect.stringContaining('il manque TX') });
  });

  it('never overwrites a validated value: it asks, keeps or takes, and says why', async () => {
    const sum = await create({ code: 'TOT', formula: formula('ACC-01 * 10') });
    const seen = await record(a, 6);
    await validate(seen);
    await recompute();
    const total = await value(sum);
    await validate({ id: total?.id ?? '', revision: total?.revision ?? 0 });
    await world.get(ChangeMeasureStatus).reopen(here.coordinator, { id: seen.id, revision: 2 }, 'Une réunion oubliée');
    await record(a, 7, 3);
    await recompute();
    expect(await value(sum)).toMatchObject({ value: 60, status: 'validated' });
    expect(await period(sum)).toMatchObject({ outcome: 'asked', reopens: true, question: expect.stringMatching(/La formule donne 70.*la valeur validée dit 60.*garder ou rouvrir/) });
    expect(await world.get(ComputedQueries).questions(here.coordinator)).toMatchObject([{ code: 'TOT', periodKey: '2026-Q3' }]);
    const settle = world.get(SettleComputed);
    const question = async () => ({ indicatorId: sum, periodKey: '2026-Q3', revision: (await period(sum))?.revision ?? 0, reason: 'Vu avec le pilote' });
    const lead = await makeMember(world, here.id, 'lead');
    expect(await refusal(settle.keep(lead, await question()))).toBe('forbidden');
    expect(await refusal(settle.keep(here.coordinator, { ...(await question()), reason: '' }))).toBe('measure-reason-missing');
    expect(await refusal(settle.keep(here.coordinator, { ...(await question()), revision: 0 }))).toBe('edited-meanwhile');
    const asked = await question();
    await settle.keep(here.coordinator, asked);
    await settle.keep(here.coordinator, asked);
    expect(await period(sum)).toMatchObject({ outcome: 'kept', question: null });
    expect(await refusal(settle.replace(here.coordinator, await question()))).toBe('computed-question-closed');
    await recompute();
    expect(await world.get(ComputedQueries).questions(here.coordinator)).toEqual([]);
    await record(a, 8, 4);
    await recompute();
    expect(await period(sum)).toMatchObject({ outcome: 'asked' });
    await settle.replace(here.coordinator, await question());
    expect(await value(sum)).toMatchObject({ value: 80, origin: 'computed', status: 'draft' });
    await recompute();
    expect(await value(sum)).toMatchObject({ value: 80, status: 'draft', comment: expect.stringContaining('Provisoire') });
    const acts = (await world.get(IndicatorQueries).history(here.coordinator, sum, null)).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['reopened', 'validated', 'recorded']));
  });

  it('says why the figure of a formula cannot be taken over a locked value, until an exception opens it', async () => {
    const sum = await create({ code: 'TOT', formula: formula('ACC-01 * 10') });
    const seen = await record(a, 6);
    await validate(seen);
    await recompute();
    const total = await value(sum);
    await validate({ id: total?.id ?? '', revision: total?.revision ?? 0 });
    await world.get(ChangeMeasureStatus).reopen(here.coordinator, { id: seen.id, revision: 2 }, 'Une réunion oubliée');
    const corrected = await record(a, 7, 3);
    await recompute();
    expect(await period(sum)).toMatchObject({ outcome: 'asked', closed: null });
    await validate(corrected);
    const { left } = await world.get(ValidationQueries).preview(here.coordinator, '2026-Q3');
    await world.get(LockPeriod).lock(here.coordinator, '2026-Q3', left.length);
    const asked = await period(sum);
    expect(asked).toMatchObject({ outcome: 'asked', reopens: true, closed: expect.stringMatching(/Période verrouillée.: une exception l’ouvre/) });
    const question = { indicatorId: sum, periodKey: '2026-Q3', revision: asked?.revision ?? 0, reason: 'Vu avec le pilote' };
    expect(await refusal(world.get(SettleComputed).replace(here.coordinator, question))).toBe('period-locked');
    await world.get(GrantException).grant(here.coordinator, { indicatorId: sum, periodKey: '2026-Q3', personId: here.coordinator.personId, untilOn: '2026-11-25', untilTime: '18:00', reason: 'Une réunion oubliée' });
    expect(await period(sum)).toMatchObject({ closed: null });
    await world.get(SettleComputed).replace(here.coordinator, question);
    expect(await value(sum)).toMatchObject({ value: 70, origin: 'computed' });
  });

  it('writes nothing in a locked period', async () => {
    const sum = await create({ code: 'TOT', formula: formula('ACC-01') });
    await validate(await record(a, 6));
    const { left } = await world.get(ValidationQueries).preview(here.coordinator, '2026-Q3');
    await world.get(LockPeriod).lock(here.coordinator, '2026-Q3', left.length);
    await recompute();
    expect(await value(sum)).toBeNull();
    expect(await period(sum)).toMatchObject({ outcome: 'none', sentence: expect.stringContaining('verrouillée') });
  });

  it('refuses a value typed by hand, circles, unknown codes and units that break, and leaves no trace', async () => {
    const sum = await create({ code: 'TOT', formula: formula('ACC-01 + ACC-02') });
    expect(await refusal(record(sum, 3))).toBe('measure-computed');
    const change = (id: string, code: string, text: string) => world.get(DefineIndicator).change(here.coordinator, id, { ...card, code, formula: formula(text), revision: 1, reason: 'Essai de formule' });
    await expect(change(a, 'ACC-01', 'TOT * 2')).rejects.toMatchObject({ code: 'formula-circular', meta: { circle: 'ACC-01 → TOT → ACC-01' } });
    await expect(change(a, 'ACC-01', 'ACC-01 + 1')).rejects.toMatchObject({ code: 'formula-circular' });
    expect(await refusal(create({ code: 'MEL', unit: 'patients', formula: formula('ACC-01 + ACC-02') }))).toBe('formula-units');
    const elsewhere = await makeCommunity(world);
    await create({ code: 'AILLEURS' }, elsewhere);
    await expect(create({ code: 'YY', formula: formula('AILLEURS') })).rejects.toMatchObject({ code: 'formula-unknown-code', meta: { code: 'AILLEURS' } });
    await expect(create({ code: 'YY', formula: formula('NULLEPART') })).rejects.toMatchObject({ code: 'formula-unknown-code' });
    expect(await refusal(world.get(ComputedQueries).of(elsewhere.coordinator, sum))).toBe('not-found');
    expect(await refusal(world.get(SettleComputed).keep(elsewhere.coordinator, { indicatorId: sum, periodKey: '2026-Q3', revision: 1, reason: 'Essai de clé' }))).toBe('not-found');
    expect((await world.get(IndicatorQueries).list(here.coordinator)).map(({ indicator }) => indicator.code)).toEqual(['ACC-01', 'ACC-02', 'TOT']);
  });

  it('changes a formula in a new version with a reason; what was validated keeps its own, drafts follow', async () => {
    const sum = await create({ code: 'TOT', formula: formula('ACC-01 + ACC-02') });
    for (const key of ['2026-Q2', '2026-Q3']) await validate(await record(a, 3, 0, key), await record(b, 4, 0, key));
    await recompute();
    const old = await value(sum, '2026-Q2');
    await validate({ id: old?.id ?? '', revision: old?.revision ?? 0 });
    const changed = { ...card, code: 'TOT', formula: formula('ACC-01 * 2'), revision: 1 };
    expect(await refusal(world.get(DefineIndicator).change(here.coordinator, sum, changed))).toBe('version-reason-missing');
    await world.get(DefineIndicator).change(here.coordinator, sum, { ...changed, reason: 'ACC-02 comptait double' });
    await recompute();
    expect(await value(sum, '2026-Q2')).toMatchObject({ value: 7, status: 'validated' });
    expect(await value(sum)).toMatchObject({ value: 6, origin: 'computed' });
    expect(await period(sum, '2026-Q2')).toMatchObject({ outcome: 'same', question: null });
    // A code that changes does not break the formulas that name it.
    await world.get(DefineIndicator).change(here.coordinator, a, { ...card, code: 'SEC-09', name: 'Réunions de secteur', revision: 1, reason: 'Codes remis en ordre' });
    const [input] = (await page(sum)).inputs;
    expect(input).toMatchObject({ code: 'SEC-09' });
    await world.get(DefineIndicator).change(here.coordinator, sum, { ...card, code: 'TOT', name: 'Total', formula: formula('ACC-01 * 2'), revision: 2, reason: 'Nom plus clair' });
  });

  it('previews a formula with its faults and its last periods, writing nothing', async () => {
    await validate(await record(a, 3), await record(b, 4));
    const target = { code: 'NOU', kind: 'count', unit: 'réunions', decimals: 0, bounded: false, frequency: 'quarter', aggregation: 'sum', trackedFrom: '2026-04-01' } as const;
    const preview = (text: string) => world.get(ComputedQueries).preview(here.coordinator, text, target, null);
    expect(await preview('ACC-01 + ACC-02')).toMatchObject({ fault: null, periods: [{ text: expect.stringContaining('7'), sentence: null }, { text: null, sentence: expect.stringContaining('il manque') }] });
    expect(await preview('ACC-01 + ACC-99')).toMatchObject({ fault: expect.stringContaining('ACC-99'), place: 10, periods: [] });
    expect(await jobs()).toBe(0);
  });
});
