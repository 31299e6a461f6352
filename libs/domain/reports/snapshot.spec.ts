import { agreementOn } from '@maillage/domain/contract';
import { noDetails } from '@maillage/domain/indicators';
import { isDomainError, parsePeriod } from '@maillage/domain/kernel';
import * as fc from 'fast-check';
import { buildSnapshot, compareSnapshots, differenceSummary, frozenSentence, reportReadsFrom, snapshotDigest, type SnapshotInput } from './index';

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');
const agreement = agreementOn('2026-10-05');

function indicator(code: string, change: Partial<SnapshotInput['indicators'][number]> = {}): SnapshotInput['indicators'][number] {
  return {
    ...noDetails,
    version: 1,
    id: code,
    code,
    name: `Indicateur ${code}`,
    definition: 'Ce qui est compté',
    kind: 'count',
    numeratorLabel: null,
    denominatorLabel: null,
    unit: null,
    decimals: 0,
    direction: 'up',
    frequency: 'quarter',
    aggregation: 'sum',
    bounded: false,
    countsPatients: false,
    source: 'Registre',
    evidenceExpected: 'Feuille d’émargement',
    baseline: null,
    missions: ['prevention'],
    actionId: null,
    responsiblePersonId: null,
    trackedFrom: '2024-01-01',
    archivedAt: null,
    responsibleName: 'Anne Petit',
    ...change,
  };
}

function measure(indicatorId: string, periodKey: string, figures: { value?: number; numerator?: number; denominator?: number; comment?: string; status?: 'draft' }): SnapshotInput['measures'][number] {
  const period = parsePeriod(periodKey, { contractStart: '2022-04-15' });
  const { numerator = null, denominator = null } = figures;
  const value = figures.value ?? Math.round((100 * (numerator ?? 0)) / (denominator ?? 1));
  return {
    id: `${indicatorId}/${periodKey}`,
    indicatorId,
    periodKey,
    periodStart: period.start,
    periodEnd: period.end,
    numerator,
    denominator,
    value,
    status: figures.status ?? 'validated',
    comment: figures.comment ?? null,
  };
}

const patients = indicator('ACC-01', { kind: 'ratio', unit: '%', bounded: true, countsPatients: true, missions: ['access-to-care'], numeratorLabel: 'Patients vus', denominatorLabel: 'Patients' });
const base: SnapshotInput = {
  report: { kind: 'quarter-indicators', number: '2026-T3-001', version: 1, period: parsePeriod('2026-Q3') },
  now: new Date('2026-10-20T08:15:00Z'),
  community: { id: 'c', name: 'du Giennois-Berry', label: 'CPTS', timeZone: 'Europe/Paris', maskBelow: 6 },
  territory: { departments: ['45', '18'], population: { total: 90_000, communes: 60, unknown: [] } },
  contract: { signedOn: '2022-04-15', durationYears: 5, agreement: 'aci-cpts/avenant-2', size: 3 },
  agreement,
  participations: [{ missionCode: 'prevention', chosen: true, startedOn: '2022-06-01', deployedOn: '2023-06-01' }],
  actions: [
    {
      id: 'a5', number: 5, title: 'Prévention', objective: null, missionCodes: ['prevention', 'access-to-care'], status: 'at-risk', statusSentence: 'Un poste manque',
      steps: [{ id: 's1', title: 'Former', dueOn: '2026-10-01', doneOn: null }, { id: 's2', title: 'Réunir', dueOn: null, doneOn: '2026-09-01' }],
      axisTitle: 'Accès', leadName: 'Luc Roy',
    },
  ],
  indicators: [indicator('PRE-01', { actionId: 'a5', missions: [] }), patients],
  measures: [measure('PRE-01', '2026-Q3', { value: 3, comment: 'Trois réunions' }), measure('PRE-01', '2025-Q3', { value: 2 }), measure('ACC-01', '2026-Q3', { numerator: 126, denominator: 200 })],
  targets: [{ indicatorId: 'ACC-01', periodKey: '2026-Q3', value: 70 }],
  proofs: [{ measureId: 'PRE-01/2026-Q3', name: 'emargement.pdf', sha256: 'ab' }],
  demo: true,
};
const build = (change: Partial<SnapshotInput> = {}) => buildSnapshot({ ...base, ...change });
const line = (snapshot: ReturnType<typeof build>, code: string) => {
  const found = snapshot.indicators.find((one) => one.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};

describe('a frozen report', () => {
  it('says who, what, when, and that the data are for a demonstration', () => {
    const snapshot = build();
    expect(snapshot).toMatchObject({
      demo: true,
      report: { number: '2026-T3-001', version: 1, periodKey: '2026-Q3', frozenAt: '2026-10-20T08:15:00.000Z' },
      community: { title: 'CPTS du Giennois-Berry', departments: ['45', '18'], population: 90_000, populationNote: null },
      contract: { signedOn: '2022-04-15', size: 3 },
    });
    expect(snapshot.contract?.yearLabel).toBe('année\u00A05 (15/04/2026–14/04/2027)');
    expect(plain(frozenSentence(snapshot))).toBe('Données arrêtées le 20 octobre 2026 à 10 h 15, période du 1er juillet 2026 au 30 septembre 2026.');
    expect(snapshot.maskNote).toContain('<');
  });

  it('carries value, target, sentence, comment, proofs, responsible and eight periods', () => {
    const rate = line(build(), 'ACC-01');
    expect(rate).toMatchObject({ status: 'validated', responsible: 'Anne Petit', numerator: { value: 126 }, denominator: { value: 200 }, target: { value: 70 }, progress: { state: 'on-track', label: 'en bonne voie' } });
    expect(plain(rate.value.text)).toBe('63 %');
    expect(plain(rate.sentence)).toBe('63 % au T3 2026, objectif 70 %');
    expect(rate.series).toHaveLength(8);
    expect(rate.series.filter(({ value }) => value !== null)).toHaveLength(1);
    expect(line(build(), 'PRE-01')).toMatchObject({ comment: 'Trois réunions', proofs: [{ name: 'emargement.pdf', sha256: 'ab' }], actionNumber: 5, measureIds: ['PRE-01/2026-Q3'] });
    const unproved = build({ indicators: base.indicators.map((one) => ({ ...one, evidenceExpected: one.code === 'PRE-01' ? null : one.evidenceExpected })) });
    expect([line(build(), 'PRE-01').proofExpected, line(unproved, 'PRE-01').proofExpected]).toEqual([true, false]);
  });

  it('tells the events of the quarter day by day, and the sum of that very year', () => {
    const drills = indicator('CRI-02', { frequency: 'event', unit: 'exercices' });
    const measures = [
      measure('CRI-02', 'E2026-04-14', { value: 9 }), measure('CRI-02', 'E2026-05-20', { value: 1 }), measure('CRI-02', 'E2026-07-01', { value: 1, comment: 'Sur table' }),
      measure('CRI-02', 'E2026-09-30', { value: 2, status: 'draft' }), measure('CRI-02', 'E2026-10-01', { value: 5 }),
    ];
    const given = { indicators: [drills], measures, targets: [{ indicatorId: 'CRI-02', periodKey: 'CY5', value: 6 }], proofs: [{ measureId: 'CRI-02/E2026-07-01', name: 'emargement.pdf', sha256: 'ab' }] };
    const told = line(build(given), 'CRI-02');
    expect(told).toMatchObject({
      frequency: 'event', periodKey: '2026-Q3', status: 'draft', value: { value: 3 }, yearSoFar: { value: 4, year: 'année 5' }, target: { value: 6 }, proofs: [{ name: 'emargement.pdf' }],
      measureIds: ['CRI-02/E2026-07-01', 'CRI-02/E2026-09-30'],
    });
    expect(plain(told.comment ?? '')).toBe('1er juillet 2026 : 1 exercice, Sur table\n30 septembre 2026 : 2 exercices');
    expect(told.series.map(({ value }) => value).slice(-2)).toEqual([10, 3]);
    const none = build({ ...given, measures: measures.slice(0, 2) });
    expect(line(none, 'CRI-02')).toMatchObject({ status: 'none', value: { value: null, text: 'aucun événement' }, yearSoFar: { value: 1 } });
    expect(plain(line(none, 'CRI-02').sentence)).toBe('Aucun événement au T3 2026, 1 depuis le début de l’année 5 (objectif 6)');
    expect(none.summary).toMatchObject({ valuesGiven: 0, valuesValidated: 0 });
    expect(none.late.filter(({ what }) => what === 'value')).toEqual([]);
  });

  it('gives back no patients of an event, nor by the sum of a year that begins inside a quarter', () => {
    const seen = indicator('PAT-01', { frequency: 'event', countsPatients: true });
    const measures = [measure('PAT-01', 'E2026-04-10', { value: 3 }), measure('PAT-01', 'E2026-05-20', { value: 20 }), measure('PAT-01', 'E2026-07-01', { value: 2, comment: 'Salle des fêtes' }), measure('PAT-01', 'E2026-09-30', { value: 30 })];
    const told = line(build({ indicators: [seen], measures, targets: [{ indicatorId: 'PAT-01', periodKey: 'CY5', value: 60 }] }), 'PAT-01');
    expect(told).toMatchObject({ value: { value: 32, masked: false }, yearSoFar: null, target: null });
    expect(plain(told.comment ?? '')).toBe('1er juillet 2026 : Salle des fêtes\n30 septembre 2026');
    const few = line(build({ indicators: [seen], measures: measures.slice(0, 3), targets: [] }), 'PAT-01');
    expect(few.value).toMatchObject({ value: null, masked: true });
    expect(few.series.map(({ value, masked }) => [value, masked]).slice(-2)).toEqual([[23, false], [null, true]]);
  });

  it('names an action under each mission it serves and counts it once', () => {
    const snapshot = build();
    expect(snapshot.missions.map(({ code, actionNumbers, indicatorCodes }) => [code, actionNumbers, indicatorCodes])).toEqual([
      ['access-to-care', [5], ['ACC-01', 'PRE-01']],
      ['care-pathways', [], []],
      ['prevention', [5], ['PRE-01']],
      ['health-crisis', [], []],
    ]);
    expect(snapshot.summary).toMatchObject({ missions: 4, missionsLate: 3, actions: 1, indicators: 2, valuesGiven: 2, valuesWithProof: 1, valuesMasked: 0 });
    expect(snapshot.summary.actionsByStatus['at-risk']).toBe(1);
    expect(snapshot.actions[0]).toMatchObject({ stepsDone: 1, stepsTotal: 2, lateSteps: [{ title: 'Former', lateDays: 19 }] });
  });

  it('lists what is late: missions, steps, missing values, the oldest first', () => {
    const late = build({ measures: [] }).late;
    expect(late.map(({ what, title, lateDays }) => [what, title, lateDays])).toEqual([
      ['mission', 'Amélioration de l’accès aux soins', 1466],
      ['mission', 'Réponse aux crises sanitaires graves', 1466],
      ['mission', 'Parcours pluriprofessionnels autour du patient', 1284],
      ['step', 'Former', 19],
      ['value', 'ACC-01 Indicateur ACC-01', 5],
      ['value', 'PRE-01 Indicateur PRE-01', 5],
    ]);
    expect(late.find(({ what }) => what === 'step')?.who).toBe('Luc Roy');
  });

  it('a missing value is missing, not zero; a draft is said to be one', () => {
    const snapshot = build({ measures: [measure('PRE-01', '2026-Q3', { value: 0, status: 'draft' })] });
    expect(line(snapshot, 'ACC-01')).toMatchObject({ status: 'missing', value: { value: null, masked: false, text: 'sans valeur' }, progress: { state: 'no-data' } });
    expect(line(snapshot, 'PRE-01')).toMatchObject({ status: 'draft', value: { value: 0, text: '0' } });
    expect(snapshot.summary).toMatchObject({ valuesGiven: 1, valuesValidated: 0 });
  });

  it('says why a period has no value, and does not call it late', () => {
    const absence = { indicatorId: 'ACC-01', periodKey: '2026-Q3', periodStart: '2026-07-01', periodEnd: '2026-09-30', reason: 'Extraction impossible' };
    const without = build({ now: new Date('2026-11-20T08:15:00Z'), measures: [] });
    expect(without.late.filter(({ what }) => what === 'value').map(({ title }) => title)).toContain('ACC-01 Indicateur ACC-01');
    const told = build({ now: new Date('2026-11-20T08:15:00Z'), measures: [], absences: [absence] });
    expect(line(told, 'ACC-01')).toMatchObject({ status: 'missing', value: { value: null }, comment: expect.stringMatching(/^Pas de valeur\s: Extraction impossible$/) });
    expect(told.late.filter(({ what }) => what === 'value').map(({ title }) => title)).not.toContain('ACC-01 Indicateur ACC-01');
  });

  it('leaves out archived indicators and those not tracked yet, and refuses to be empty', () => {
    const later = indicator('LAT-01', { trackedFrom: '2026-10-01' });
    const gone = indicator('OLD-01', { archivedAt: new Date(0) });
    expect(build({ indicators: [...base.indicators, later, gone] }).indicators.map(({ code }) => code)).toEqual(['ACC-01', 'PRE-01']);
    try {
      build({ indicators: [gone] });
      throw new Error('accepted');
    } catch (error) {
      expect(isDomainError(error, 'report-no-indicator')).toBe(true);
    }
  });

  it('says the quarter of a monthly indicator, and the last finished year of a yearly one', () => {
    const monthly = indicator('MON-01', { frequency: 'month' });
    const yearly = indicator('YEA-01', { frequency: 'contract-year' });
    const measures = [
      measure('MON-01', '2026-07', { value: 4 }), measure('MON-01', '2026-08', { value: 5, comment: 'Congés' }), measure('MON-01', '2026-09', { value: 6 }),
      measure('MON-01', '2026-05', { value: 7 }), measure('YEA-01', 'CY4', { value: 40 }),
    ];
    const snapshot = build({ indicators: [monthly, yearly], measures });
    expect(line(snapshot, 'MON-01')).toMatchObject({ periodKey: '2026-Q3', value: { value: 15 }, status: 'validated', comment: 'Congés' });
    expect(line(snapshot, 'MON-01').measureIds).toHaveLength(3);
    expect(line(snapshot, 'MON-01').series.at(-2)).toMatchObject({ periodKey: '2026-Q2', value: 7 });
    expect(line(snapshot, 'YEA-01')).toMatchObject({ periodKey: 'CY4', value: { value: 40 } });
    expect(line(build({ indicators: [monthly], measures: measures.slice(0, 2) }), 'MON-01')).toMatchObject({ status: 'draft', comment: '2 mois renseigné(s) sur 3.\nCongés' });
  });

  it('compares the target of a year with the sum of the year, and carries both figures', () => {
    const meetings = indicator('REU-01');
    const measures = [measure('REU-01', '2026-Q1', { value: 9 }), measure('REU-01', '2026-Q2', { value: 5 }), measure('REU-01', '2026-Q3', { value: 7 })];
    const ofYear = line(build({ indicators: [meetings], measures, targets: [{ indicatorId: 'REU-01', periodKey: 'CY5', value: 24 }] }), 'REU-01');
    expect(ofYear).toMatchObject({ value: { value: 7 }, target: { value: 24 }, yearSoFar: { value: 12, text: '12', year: 'année 5' }, progress: { attainment: 50 } });
    const ofQuarter = line(build({ indicators: [meetings], measures, targets: [{ indicatorId: 'REU-01', periodKey: '2026-Q3', value: 6 }] }), 'REU-01');
    expect(ofQuarter).toMatchObject({ target: { value: 6 }, yearSoFar: null, progress: { state: 'reached' } });
  });

  it('reads values as far back as its comparison needs', () => {
    expect(reportReadsFrom(base.report.period)).toBe('2023-07-01');
  });
});

describe('small counts of patients', () => {
  it('takes away the yearly target only of the year a hidden count belongs to: it is still a target in the others', () => {
    const counted = indicator('PAT-02', { countsPatients: true });
    const targets = ['CY4', 'CY5'].map((periodKey) => ({ indicatorId: 'PAT-02', periodKey, value: 80 }));
    const inYear = (hidden: string) =>
      line(build({ indicators: [counted], targets, measures: [measure('PAT-02', hidden, { value: 3 }), measure('PAT-02', '2026-Q3', { value: 30 })] }), 'PAT-02');
    // Given after the period of the report (a correction of an older one): it is not in the sum.
    expect(inYear('2026-Q4')).toMatchObject({ target: { value: 80 }, yearSoFar: { value: 30 } });
    expect(inYear('2025-Q4')).toMatchObject({ target: { value: 80 }, progress: { state: expect.not.stringMatching('no-target') as string } });
    expect(inYear('2026-Q2')).toMatchObject({ target: null, progress: { state: 'no-target' } });
  });

  const rate = (numerator: number, denominator: number, maskBelow = 6) => {
    const measures = [measure('ACC-01', '2026-Q3', { numerator, denominator }), measure('ACC-01', '2025-Q3', { numerator: 100, denominator: 200 })];
    return line(build({ indicators: [patients], measures, community: { ...base.community, maskBelow } }), 'ACC-01');
  };

  it('are hidden with the rate that would give them away', () => {
    const hidden = rate(5, 200);
    expect(hidden).toMatchObject({ value: { value: null, masked: true, text: 'masqué' }, progress: { state: 'no-data', attainment: null } });
    expect(plain(hidden.numerator?.text ?? '')).toBe('< 6');
    expect(hidden.numerator?.value).toBeNull();
    expect(hidden.denominator).toMatchObject({ value: 200, masked: false });
    expect(hidden.series.at(-1)).toMatchObject({ value: null, masked: true });
    expect(hidden.sentence).not.toMatch(/5|2,5/);
    expect(rate(195, 200).value.masked).toBe(true);
    expect(rate(6, 200).value.masked).toBe(false);
    expect(rate(6, 200, 11).value.masked).toBe(true);
  });

  it('hide a count of patients, not a count of meetings', () => {
    const counted = indicator('PAT-01', { countsPatients: true, baseline: { value: 3, on: '2024-01-01' } });
    const snapshot = build({ indicators: [counted, indicator('REU-01')], measures: [measure('PAT-01', '2026-Q3', { value: 5 }), measure('REU-01', '2026-Q3', { value: 5 })] });
    expect(plain(line(snapshot, 'PAT-01').value.text)).toBe('< 6');
    expect(line(snapshot, 'PAT-01').baseline).toMatchObject({ value: null, masked: true });
    expect(line(snapshot, 'REU-01').value).toMatchObject({ value: 5, masked: false });
    expect(snapshot.summary.valuesMasked).toBe(1);
  });

  describe('read through a formula', () => {
    const input = (id: string) => ({ kind: 'indicator' as const, id, code: id, part: 'value' as const });
    const small = indicator('PAT-01', { countsPatients: true });
    const large = indicator('PAT-02', { countsPatients: true });
    const computed = (code: string, text: string, inputs: string[]) => indicator(code, { countsPatients: true, formula: { text, inputs: inputs.map(input) } });
    const told = (all: SnapshotInput['indicators'], measures: SnapshotInput['measures'], code: string) => line(build({ indicators: all.filter(({ archivedAt }) => archivedAt === null), feeding: all, measures }), code);
    const given = (code: string, value: number, periodKey = '2026-Q3') => measure(code, periodKey, { value });

    it.each([1, 10, 100, 1000])('never give back a small count multiplied by %d, whatever the count', (times) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 40 }), (count) => {
          const found = told([small, computed('CALC', `PAT-01 * ${times}`, ['PAT-01'])], [given('PAT-01', count), given('CALC', count * times)], 'CALC');
          expect(found.value.masked).toBe(count < 6);
          if (count < 6) expect(found).toMatchObject({ value: { value: null, text: 'masqué' }, progress: { attainment: null } });
        }),
      );
    });

    it('nor by a sum beside which the other part is shown', () => {
      const all = [small, large, computed('CALC', 'PAT-01 + PAT-02', ['PAT-01', 'PAT-02'])];
      expect(told(all, [given('PAT-01', 3), given('PAT-02', 40), given('CALC', 43)], 'CALC').value).toMatchObject({ masked: true, value: null });
      expect(told(all, [given('PAT-01', 8), given('PAT-02', 40), given('CALC', 48)], 'CALC').value).toMatchObject({ masked: false, value: 48 });
    });

    it('nor through a second formula, an archived input or a shorter period', () => {
      const near = computed('NEAR', 'PAT-01 * 10', ['PAT-01']);
      const far = computed('FAR', 'NEAR * 10', ['NEAR']);
      const measures = [given('PAT-01', 3), given('NEAR', 30), given('FAR', 300)];
      expect(told([small, near, far], measures, 'FAR').value.masked).toBe(true);
      expect(told([{ ...small, archivedAt: new Date() }, near], measures, 'NEAR').value.masked).toBe(true);
      const monthly = indicator('PAT-01', { countsPatients: true, frequency: 'month', aggregation: 'last' });
      expect(told([monthly, near], [given('PAT-01', 30, '2026-08'), given('PAT-01', 2, '2026-09'), given('NEAR', 20)], 'NEAR').value.masked).toBe(true);
    });

    it('hides the period of the small count, not the others; what counts no patient stays', () => {
      const found = told([small, computed('CALC', 'PAT-01 * 10', ['PAT-01'])], [given('PAT-01', 9), given('CALC', 90), given('PAT-01', 2, '2026-Q2'), given('CALC', 20, '2026-Q2')], 'CALC');
      expect(found.value).toMatchObject({ masked: false, value: 90 });
      expect(found.series.filter(({ masked }) => masked).map(({ periodKey }) => periodKey)).toEqual(['2026-Q2']);
      const meetings = [indicator('REU-01'), indicator('CALC', { formula: { text: 'REU-01 * 10', inputs: [input('REU-01')] } })];
      expect(told(meetings, [given('REU-01', 2), given('CALC', 20)], 'CALC').value).toMatchObject({ masked: false, value: 20 });
    });
  });

  it('are not given back by a difference, an older point or the sum of a year', () => {
    const counted = indicator('PAT-01', { countsPatients: true, unit: 'patients' });
    const measures = [measure('PAT-01', '2026-Q3', { value: 24 }), measure('PAT-01', '2026-Q2', { value: 4 }), measure('PAT-01', '2025-Q3', { value: 3 })];
    const snapshot = build({ indicators: [counted], measures, targets: [{ indicatorId: 'PAT-01', periodKey: 'CY5', value: 60 }] });
    const told = line(snapshot, 'PAT-01');
    expect(plain(told.sentence)).toBe('24 patients au T3 2026');
    expect(told.target).toBeNull();
    expect(told.series.filter(({ masked }) => masked).map(({ periodKey }) => periodKey)).toEqual(['2025-Q3', '2026-Q2']);
  });

  it('never leave, wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 8, maxLength: 8 }), (values) => {
        const keys = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
        const counted = indicator('PAT-01', { countsPatients: true });
        const measures = keys.map((key, index) => measure('PAT-01', key, { value: values[index] ?? 0 }));
        const told = line(build({ indicators: [counted], measures }), 'PAT-01');
        const numbers = [told.value.value, ...told.series.map(({ value }) => value)].filter((value) => value !== null);
        expect(numbers.every((value) => value >= 6)).toBe(true);
        expect(told.series.filter(({ masked }) => masked)).toHaveLength(values.filter((value) => value < 6).length);
      }),
    );
  });
});

describe('the text that is hashed', () => {
  it('is the same for the same content, through a database or not, and differs otherwise', () => {
    const snapshot = build();
    const shuffled = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(snapshot).reverse()))) as typeof snapshot;
    expect(snapshotDigest(shuffled)).toBe(snapshotDigest(snapshot));
    expect(snapshotDigest(build({ indicators: [...base.indicators].reverse(), measures: [...base.measures].reverse() }))).toBe(snapshotDigest(snapshot));
    expect(snapshotDigest(build({ demo: false }))).not.toBe(snapshotDigest(snapshot));
  });
});

describe('a corrected version', () => {
  it('says each difference, and none when there is none', () => {
    const before = build();
    expect(compareSnapshots(before, build({ now: new Date('2026-11-02T08:00:00Z'), report: { ...base.report, version: 2 } }))).toEqual([]);
    const after = build({
      measures: [measure('PRE-01', '2026-Q3', { value: 4, comment: 'Quatre réunions' }), measure('PRE-01', '2025-Q3', { value: 1 }), measure('ACC-01', '2026-Q3', { numerator: 126, denominator: 200, status: 'draft' })],
      targets: [{ indicatorId: 'ACC-01', periodKey: '2026-Q3', value: 65 }],
      proofs: [{ measureId: 'PRE-01/2026-Q3', name: 'emargement-2.pdf', sha256: 'cd' }],
      actions: base.actions.map((action) => ({ ...action, status: 'done', statusSentence: null })),
      indicators: [...base.indicators, indicator('NEW-01')],
    });
    const differences = compareSnapshots(before, after);
    expect(differences.map(({ text }) => plain(text))).toEqual([
      'ACC-01 Indicateur ACC-01 : valeur redevenue à valider',
      'ACC-01 Indicateur ACC-01 : objectif 70 % devient 65 %',
      'PRE-01 Indicateur PRE-01 : valeur 3 devient 4',
      'PRE-01 Indicateur PRE-01 : commentaire modifié',
      'PRE-01 Indicateur PRE-01 : preuve ajoutée : emargement-2.pdf',
      'PRE-01 Indicateur PRE-01 : preuve retirée : emargement.pdf',
      'PRE-01 Indicateur PRE-01 : valeurs de périodes antérieures modifiées',
      'NEW-01 Indicateur NEW-01 : ajouté au rapport (sans valeur)',
      'Action 5 Prévention : état « à risque » devient « terminée »',
      'Action 5 Prévention : phrase d’état retirée',
    ]);
    expect(differenceSummary(differences)).toBe('10 différences avec la version précédente.');
    expect(differenceSummary([])).toBe('Aucune différence avec la version précédente.');
    expect(compareSnapshots(after, before).some(({ text }) => text.endsWith('retiré du rapport'))).toBe(true);
  });
});
