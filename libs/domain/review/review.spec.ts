import { agreementByCode, type AgreementVersion, checkTerms, type ContractIndicator, indicatorsOf } from '@maillage/domain/contract';
import { canonicalJson } from '@maillage/domain/kernel';
import { missingStanding, scoreYear, type Standing } from '@maillage/domain/money';
import * as fc from 'fast-check';
import { exampleTerms as terms } from '../testing/example-terms';
import { refusal } from '../testing/refusal';
import {
  alreadyReached,
  buildSheet,
  checkClosingDay,
  checkLine,
  checkPreparation,
  checkProposal,
  checkReason,
  closingLacks,
  closingOpensOn,
  conclusions,
  countConclusions,
  emptyLine,
  emptyPreparation,
  envelopeChecks,
  moveReview,
  openingTerms,
  ordinaryProposal,
  outgoingInWords,
  type Proposal,
  requireOpen,
  type ReviewAct,
  reviewActs,
  type ReviewLine,
  type ReviewSheet,
  reviewStatuses,
  sheetIndicators,
  type SheetInput,
  suggestedConclusion,
  targetInShort,
  targetInWords,
  unvalidated,
} from './index';

const plain = (text: string | null): string | null => text?.replace(/[\u00A0\u202F]/g, ' ').replace(/’/g, '\'') ?? null;
const agreement = agreementByCode('aci-cpts/avenant-2') as AgreementVersion;
const all = indicatorsOf(terms).map(({ indicator }) => indicator);
const named = (code: string): ContractIndicator => {
  const found = all.find((one) => one.code === code);
  if (!found) throw new Error(`${code} is not in the example`);
  return found;
};
const value = (number: number, status: Standing['status'] = 'validated'): Standing => ({ value: number, status, asOf: '2027-04-14', source: 'CPAM', evidence: 1 });

interface Told {
  standings?: Record<string, Standing>;
  lines?: Record<string, ReviewLine>;
  proposals?: Record<string, Proposal>;
  crisis?: boolean;
  opensNextYear?: boolean;
}

function sheetOf({ standings = {}, lines = {}, proposals = {}, crisis = false, opensNextYear = true }: Told = {}): ReviewSheet {
  const bounds = { year: 5, start: '2026-04-15', end: '2027-04-14' };
  const euros = scoreYear({ ...bounds, terms, agreement, standings, phase: 'over', crisisRecognised: crisis });
  const input: SheetInput = {
    community: { title: 'CPTS Exemple', demo: false, maskBelow: 6 },
    contract: { signedOn: '2022-04-15', agreementLabel: agreement.label, termsLabel: 'Contrat signé' },
    euros, terms, opensNextYear, lines, proposals, links: {}, proofs: {}, preparations: {}, countsPatients: [],
  };
  return buildSheet(input);
}
const indicatorIn = (sheet: ReviewSheet, code: string) => sheetIndicators(sheet).find(({ indicator }) => indicator.code === code)!.indicator;
const lineWith = (change: Partial<ReviewLine>): ReviewLine => ({ ...emptyLine, ...change });
const everyLine = (change: Partial<ReviewLine>): Record<string, ReviewLine> => Object.fromEntries(all.map(({ code }) => [code, lineWith(change)]));

describe('the life of a review', () => {
  it('goes from open to closed and back with a reason, and nowhere else', () => {
    const reached = reviewStatuses.flatMap((status) => reviewActs.map((act: ReviewAct) => [status, act, refusal(() => moveReview(status, act)) ?? moveReview(status, act)]));
    expect(reached).toEqual([
      ['open', 'close', 'closed'], ['open', 'reopen', 'review-transition'],
      ['closed', 'close', 'review-transition'], ['closed', 'reopen', 'reopened'],
      ['reopened', 'close', 'closed'], ['reopened', 'reopen', 'review-transition'],
    ]);
    expect(reviewStatuses.map((status) => refusal(() => requireOpen(status)))).toEqual([undefined, 'review-closed', undefined]);
  });

  it('is closed in the last sixty days of its year or after', () => {
    expect(closingOpensOn('2027-04-14')).toBe('2027-02-13');
    expect(refusal(() => checkClosingDay('2027-04-14', '2027-02-12'))).toBe('review-too-early');
    expect(refusal(() => checkClosingDay('2027-04-14', '2027-02-13'))).toBeUndefined();
    expect(refusal(() => checkClosingDay('2027-04-14', '2028-01-01'))).toBeUndefined();
  });

  it.each([['', 'review-reason-missing'], ['  non ', 'review-reason-missing'], ['Madame X, née le 12/03/1954', 'patient-identifier']])('is not opened again because « %s »', (reason, code) => {
    expect(refusal(() => checkReason(reason))).toBe(code);
  });

  it('is opened again for a reason', () => {
    expect(checkReason('  La CPAM a corrigé sa requête. ')).toBe('La CPAM a corrigé sa requête.');
  });
});

describe('a line', () => {
  const money = { maxCents: 900_000, computedCents: 300_000 };

  it('keeps what is said, trimmed, and the euros agreed', () => {
    const line = checkLine(lineWith({ comment: ' Bon travail\r\n', arsRemark: '  ', conclusion: 'partly', agreedCents: 600_000 }), money);
    expect(line).toEqual({ comment: 'Bon travail', fundRemark: null, arsRemark: null, conclusion: 'partly', agreedCents: 600_000 });
  });

  it.each([
    [{ agreedCents: -1 }, 'review-amount-outside'],
    [{ agreedCents: 900_001 }, 'review-amount-outside'],
    [{ agreedCents: 0.5 }, 'review-amount-outside'],
    [{ agreedCents: 1, conclusion: 'not-reached' as const }, 'review-conclusion-contradicts'],
    [{ agreedCents: 0, conclusion: 'reached' as const }, 'review-conclusion-contradicts'],
    [{ comment: 'M. Dupont, né le 3 mars 1950' }, 'patient-identifier'],
    [{ fundRemark: '1 54 03 75 123 456 78' }, 'patient-identifier'],
    [{ arsRemark: 'a'.repeat(1501) }, 'text-too-long'],
  ])('refuses %j', (change, code) => {
    expect(refusal(() => checkLine(lineWith(change), money))).toBe(code);
  });

  it.each([
    [{ agreedCents: null, conclusion: 'not-reached' as const }],
    [{ agreedCents: 0, conclusion: 'partly' as const }],
    [{ agreedCents: 900_000, conclusion: 'reached' as const }],
    [{ agreedCents: 0, conclusion: null }],
  ])('takes %j', (change) => {
    expect(checkLine(lineWith(change), money)).toMatchObject(change);
  });

  it('takes no amount where nothing is computed', () => {
    expect(refusal(() => checkLine(lineWith({ agreedCents: 0 }), { maxCents: null, computedCents: 0 }))).toBe('review-amount-outside');
  });

  it('is offered the conclusion its figures give', () => {
    const offered = (code: string, standing: Standing) => {
      const one = indicatorIn(sheetOf({ standings: { [code]: standing } }), code);
      return suggestedConclusion(one, one.result, one.kind);
    };
    expect(offered('mt-ald', value(49))).toBe('reached');
    expect(offered('mt-ald', value(100))).toBe('partly');
    expect(offered('mt-ald', value(220))).toBe('not-reached');
    expect(offered('mt-ald', value(49, 'draft'))).toBeNull();
    expect(offered('mt-ald', missingStanding)).toBeNull();
    expect(offered('crisis-plan-conform', value(1))).toBe('reached');
    expect(offered('crisis-plan-conform', value(0))).toBe('not-reached');
    expect(offered('crisis-response', value(1))).toBeNull();
  });
});

describe('a preparation', () => {
  it('is checked', () => {
    expect(checkPreparation({ ...emptyPreparation, note: ' Relancer ', dueOn: '2027-01-31' })).toMatchObject({ status: 'to-prepare', note: 'Relancer', dueOn: '2027-01-31' });
    expect(refusal(() => checkPreparation({ ...emptyPreparation, dueOn: '2027-02-30' }))).toBe('invalid-day');
    expect(refusal(() => checkPreparation({ ...emptyPreparation, status: 'done' as never }))).toBe('invalid-input');
    expect(refusal(() => checkPreparation({ ...emptyPreparation, note: 'née le 1/2/1960' }))).toBe('patient-identifier');
  });
});

describe('a proposal', () => {
  const tiers = (...thresholds: number[]): Proposal => ({
    renewed: true,
    baseline: { value: 95, on: '2027-04-14' },
    scoring: { mode: 'tiers', tiers: thresholds.map((threshold, index) => ({ label: `palier ${index + 1}`, threshold, cents: (index + 1) * 100_000 })) },
  });

  it('is, without any, the same scoring from this year’s validated result', () => {
    const ald = named('mt-ald');
    expect(ordinaryProposal(ald, value(95))).toEqual({ renewed: true, baseline: { value: 95, on: '2027-04-14' }, scoring: ald.scoring });
    expect(ordinaryProposal(ald, value(95, 'draft'))).toMatchObject({ baseline: { value: 219 } });
    expect(ordinaryProposal(named('mt-partnership'), value(1))).toMatchObject({ renewed: true, baseline: null });
    const linear: ContractIndicator = { ...ald, scoring: { mode: 'linear', threshold: 100, cents: 900_000 }, maxCents: 900_000 };
    expect(ordinaryProposal(linear, value(95))).toMatchObject({ baseline: { value: 219 } });
    expect(ordinaryProposal(linear, value(150))).toMatchObject({ baseline: { value: 150 } });
  });

  it.each<[string, string, Proposal]>([
    ['tiers that go the wrong way', 'mt-ald', tiers(50, 90)],
    ['no tier', 'mt-ald', { ...tiers(), renewed: true } as Proposal],
    ['another way of paying', 'mt-ald', { renewed: true, baseline: null, scoring: { mode: 'target', threshold: 50, cents: 1 } }],
    ['a rate above 100', 'scr-breast', tiers(60, 101)],
    ['half a cent', 'mt-partnership', { renewed: true, baseline: null, scoring: { mode: 'done', cents: 0.5 } }],
    ['a day that does not exist', 'mt-16', { renewed: true, baseline: { value: 1, on: '2027-02-30' }, scoring: { mode: 'target', threshold: 5, cents: 1 } }],
  ])('refuses %s', (_, code, proposal) => {
    expect(refusal(() => checkProposal(named(code), proposal))).toBe('review-proposal-invalid');
  });

  it('says when it pays for what is already there', () => {
    expect(plain(alreadyReached(named('mt-ald'), tiers(200, 100, 50)))).toBe('La valeur initiale atteint déjà « palier 2 ».');
    expect(alreadyReached(named('mt-ald'), tiers(90, 50))).toBeNull();
    expect(alreadyReached(named('mt-ald'), { renewed: false })).toBeNull();
  });

  it('opens terms the contract accepts, with what was proposed and nothing else changed', () => {
    const opened = openingTerms(terms, { 'mt-ald': checkProposal(named('mt-ald'), tiers(90, 50)), 'mt-16': { renewed: false } });
    expect(checkTerms(opened, agreement, { signedOn: '2022-04-15' }).faults).toEqual([]);
    const codes = indicatorsOf(opened).map(({ indicator }) => indicator.code);
    expect(codes).toEqual(all.map(({ code }) => code).filter((code) => code !== 'mt-16'));
    expect(indicatorsOf(opened)[0]?.indicator).toMatchObject({ title: 'Patients en ALD sans médecin traitant', baseline: { value: 95 }, maxCents: 200_000 });
    expect(canonicalJson(openingTerms(terms, {}))).toBe(canonicalJson(terms));
    expect(openingTerms(terms, { 'directory-online': { renewed: false } }).missions[0]?.actions.map(({ code }) => code)).not.toContain('care-directory');
  });

  it('is added up against the envelopes, the difference named', () => {
    expect(envelopeChecks(terms).every(({ sentence }) => sentence === null)).toBe(true);
    expect(envelopeChecks(terms).reduce((sum, { part, proposedCents }) => sum + (part === 'variable' ? proposedCents : 0), 0)).toBe(12_250_000);
    const [access] = envelopeChecks(openingTerms(terms, { 'mt-16': { renewed: false } }));
    expect(plain(access!.sentence)).toBe('Les propositions font 30 000 € pour une enveloppe de 35 000 € : il manque 5 000 €.');
    const [free] = envelopeChecks(openingTerms(terms, { 'mt-partnership': { renewed: true, baseline: null, scoring: { mode: 'done', cents: null } } }));
    expect(plain(free!.sentence)).toContain('il manque 2 000 €. 1 sans montant.');
  });
});

describe('the sheet', () => {
  it('of a year without a value pays nothing: 122 500 € are lost', () => {
    const sheet = sheetOf();
    expect(sheet.euros).toEqual({ maxCents: 12_250_000, computedCents: 0, settledCents: 0, lostCents: 12_250_000 });
    expect(sheet.missions.map(({ maxCents }) => maxCents)).toEqual([3_500_000, 4_500_000, 1_750_000, 0, 1_500_000, 1_000_000]);
    expect(closingLacks(sheet)).toHaveLength(43);
    expect(closingLacks(sheetOf({ lines: everyLine({ conclusion: 'not-reached' }) }))).toEqual([]);
  });

  it('counts a crisis part only when one is recognised', () => {
    expect(sheetOf({ crisis: true }).euros.maxCents).toBe(19_000_000);
    expect(indicatorIn(sheetOf(), 'crisis-response')).toMatchObject({ maxCents: null, settledCents: 0 });
    expect(closingLacks(sheetOf({ crisis: true }))).toHaveLength(44);
  });

  it('settles what was agreed, and what is computed where nothing was', () => {
    const standings = { 'mt-ald': value(100), 'mt-16': value(70_000) };
    const sheet = sheetOf({ standings, lines: { 'mt-ald': lineWith({ agreedCents: 450_000, conclusion: 'partly' }) } });
    expect(sheet.euros).toMatchObject({ computedCents: 1_100_000, settledCents: 950_000, lostCents: 11_300_000 });
  });

  it('lacks a conclusion its euros do not contradict', () => {
    const said = (line: Partial<ReviewLine>, standing: Standing = missingStanding) =>
      closingLacks(sheetOf({ standings: { 'mt-ald': standing }, lines: { ...everyLine({ conclusion: 'not-reached' }), 'mt-ald': lineWith(line) } })).map(({ sentence }) => plain(sentence));
    expect(said({ conclusion: 'reached' })).toEqual(['Patients en ALD sans médecin traitant : « atteint » et 0 € retenu, précisez les euros ou la conclusion']);
    expect(said({ conclusion: 'not-reached' }, value(100))).toEqual([expect.stringContaining('« non atteint » et 6 000 € retenus')]);
    expect(said({ conclusion: 'not-reached', agreedCents: 0 }, value(100))).toEqual([]);
    expect(said({ conclusion: null })).toEqual([expect.stringContaining('pas encore de conclusion')]);
  });

  it('names the values that closing would not pay', () => {
    const standings = { 'mt-ald': value(100, 'draft'), 'mt-16': value(70_000, 'draft') };
    expect(unvalidated(sheetOf({ standings, lines: { 'mt-16': lineWith({ agreedCents: 500_000 }) } })).map(({ code }) => code)).toEqual(['mt-ald']);
  });

  it('proposes nothing in the last year', () => {
    const sheet = sheetOf({ opensNextYear: false, proposals: { 'mt-16': { renewed: false } } });
    expect(sheet.missions.flatMap(({ envelopes }) => envelopes)).toEqual([]);
    expect(sheetOf({ proposals: { 'mt-16': { renewed: false } } }).missions[0]?.envelopes[0]?.sentence).not.toBeNull();
  });

  it('counts conclusions', () => {
    const lines = { ...everyLine({ conclusion: 'not-reached' }), 'mt-ald': emptyLine, 'mt-16': lineWith({ conclusion: 'partly' }) };
    expect(countConclusions(sheetIndicators(sheetOf({ lines })).map(({ indicator }) => indicator))).toEqual({ 'reached': 0, 'partly': 1, 'not-reached': 42, 'none': 1 });
  });

  it('always has settled + lost = max, to the cent, at every level, and never more than the maximum', () => {
    const line = fc.record({ conclusion: fc.constantFrom(null, ...conclusions), agreedCents: fc.option(fc.integer({ min: 0, max: 900_000 })) });
    const standing = fc.record({ number: fc.integer({ min: 0, max: 7_000_000 }).map((hundredths) => hundredths / 100), status: fc.constantFrom<Standing['status']>('draft', 'validated') });
    const codes = all.map(({ code }) => code);
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...codes), line),
        fc.dictionary(fc.constantFrom(...codes), standing),
        fc.boolean(),
        (lines, standings, crisis) => {
          const sheet = sheetOf({
            crisis,
            lines: Object.fromEntries(Object.entries(lines).map(([code, said]) => [code, lineWith(said)])),
            standings: Object.fromEntries(Object.entries(standings).map(([code, { number, status }]) => [code, value(number, status)])),
          });
          for (const part of [sheet.euros, ...sheet.missions]) {
            expect(part.settledCents + part.lostCents).toBe(part.maxCents);
            expect(part.lostCents).toBeGreaterThanOrEqual(0);
          }
          expect(sheet.missions.reduce((sum, { settledCents }) => sum + settledCents, 0)).toBe(sheet.euros.settledCents);
          expect(canonicalJson(JSON.parse(JSON.stringify(sheet)))).toBe(canonicalJson(sheet));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a result in words', () => {
  it('hides a small number of patients on what leaves the community, and nothing else', () => {
    const patients = { kind: 'count' as const, countsPatients: true };
    expect([5, 6, 0].map((number) => plain(outgoingInWords(patients, number, 6)))).toEqual(['< 6', '6', '< 6']);
    expect(outgoingInWords({ ...patients, countsPatients: false }, 5, 6)).toBe('5');
    expect([30, 3].map((number) => outgoingInWords({ ...patients, fromSmall: true }, number, 6))).toEqual(['masqué', 'masqué']);
    expect(plain(outgoingInWords({ kind: 'rate', countsPatients: true }, 5, 6))).toBe('5 %');
  });
});

describe('a target in words', () => {
  it.each([
    ['mt-ald', ['socle : 219 ou moins, 3 000 €', 'intermédiaire : 100 ou moins, 6 000 €', 'objectif : 50 ou moins, 9 000 €'], '219 · 100 · 50 ou moins'],
    ['mt-16', ['objectif : 68 811 ou plus, 5 000 €'], '68 811 ou plus'],
    ['scr-breast', ['socle : 69,7 % ou plus, 1 000 €', 'intermédiaire : 72,4 % ou plus, 2 500 €', 'objectif : 75 % ou plus, 3 500 €'], '69,7 % · 72,4 % · 75 % ou plus'],
    ['mt-partnership', ['fait et prouvé : 2 000 €'], 'fait et prouvé'],
  ])('of %s', (code, words, short) => {
    expect(targetInWords(named(code), named(code).scoring).map(plain)).toEqual(words);
    expect(plain(targetInShort(named(code), named(code).scoring))).toBe(short);
  });
});
