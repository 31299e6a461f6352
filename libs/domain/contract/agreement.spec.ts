import { communitySizes } from '@maillage/domain/community';
import {
  agreementFaults,
  agreementFigure,
  agreementOn,
  agreements,
  agreementSeries,
  type AgreementVersion,
  figureSentence,
  missionOf,
  seriesFaults,
  suggestedTerms,
} from './index';

const current = agreementOn('2026-11-21');
const first = agreementOn('2020-01-01');
const copy = (): AgreementVersion => JSON.parse(JSON.stringify(current)) as AgreementVersion;
const next = (change: Partial<AgreementVersion> = {}): AgreementVersion => ({
  ...copy(), code: 'aci-cpts/avenant-3', label: 'Avenant 3', validFrom: '2027-01-01', replaces: 'aci-cpts/avenant-2', ...change,
});
const mission = (version: AgreementVersion, size: 1 | 2 | 3 | 4, year: number, code: string) =>
  suggestedTerms(version, size, year).missions.find((one) => one.code === code);
const sum = (amounts: ({ cents: number | null } | undefined)[]): number => amounts.reduce((total, amount) => total + (amount?.cents ?? 0), 0);

describe('an agreement file', () => {
  it('says every fault with its path', () => {
    const wrong = copy();
    wrong.validTo = '2001-01-01';
    wrong.missions[0] = { ...missionOf(current, 'prevention'), startWithinMonths: { value: 36, status: 'published', source: 'rumour' } };
    wrong.structure = { label: '', name: 'x' };
    const [operating, fixed, variable] = wrong.amounts;
    if (operating?.figures[0]) operating.figures[0] = { ...operating.figures[0], cents: null, sources: [] };
    if (fixed?.figures[0]) fixed.figures[0] = { ...fixed.figures[0], cents: 5_500_000 };
    variable?.figures.pop();
    expect(agreementFaults(wrong)).toEqual([
      'structure.label\u00A0: un texte est attendu',
      'validTo\u00A0: il précède validFrom',
      'missions\u00A0: « prevention » y est deux fois',
      'missions[0].startWithinMonths.source\u00A0: la source « rumour » n’est pas dans sources',
      'missions[0].deployWithinMonths\u00A0: la mission serait déployée avant de démarrer',
      'amounts[0].figures[0].cents\u00A0: un montant en centimes est attendu',
      'amounts[0].figures[0].sources\u00A0: une source au moins est attendue',
      'amounts[1].missionCode\u00A0: la mission « access-to-care » n’est pas dans missions',
      'amounts[1].figures[0].cents\u00A0: null est attendu pour « unconfirmed »',
      'amounts[2].missionCode\u00A0: la mission « access-to-care » n’est pas dans missions',
      'amounts[2].figures\u00A0: la taille 4 manque',
    ]);
  });

  it.each([null, [], 'texte', {}, { missions: [null], amounts: [{ figures: 3 }], sizes: {}, sources: [] }, { missions: [{ parts: [1] }], amounts: 'x' }])(
    'of any shape is read without breaking: %j',
    (data) => expect(agreementFaults(data).length).toBeGreaterThan(0),
  );
});

describe('amounts of the agreement', () => {
  it('of size 3 are rules: 375 000 € without crisis, of which 122 500 € variable', () => {
    const terms = suggestedTerms(current, 3, 5);
    const amounts = [terms.operating, ...terms.missions.flatMap(({ fixed, variable }) => [fixed, variable])];
    expect(amounts.every(({ confirmed }) => confirmed)).toBe(true);
    const crisis = terms.missions.find(({ code }) => code === 'health-crisis');
    expect(crisis).toMatchObject({
      fixed: { cents: 2_250_000 }, variable: { cents: 0, confirmed: true }, variableIfCrisis: { cents: 6_750_000, confirmed: true },
    });
    expect(sum(amounts) - 2_250_000).toBe(37_500_000);
    expect(sum(terms.missions.map(({ variable }) => variable))).toBe(12_250_000);
    expect(sum(terms.missions.map(({ fixed }) => fixed))).toBe(20_000_000);
  });

  it('against crises pay the plan in the first year, its update later', () => {
    expect(mission(current, 3, 1, 'health-crisis')?.fixed).toEqual({ cents: 4_500_000, confirmed: true });
    expect(mission(current, 3, 2, 'health-crisis')?.fixed).toEqual({ cents: 2_250_000, confirmed: true });
    expect(mission(current, 1, 1, 'health-crisis')?.fixed).toEqual({ cents: 2_500_000, confirmed: false });
    expect(mission(current, 3, 1, 'prevention')?.fixed).toEqual(mission(current, 3, 4, 'prevention')?.fixed);
  });

  it('that nobody published only pre-fill, and those nobody knows stay empty', () => {
    expect(mission(current, 2, 1, 'access-to-care')).toMatchObject({ fixed: { cents: 7_000_000, confirmed: false }, variableIfCrisis: null, actions: [] });
    expect(mission(first, 3, 1, 'access-to-care')).toMatchObject({ fixed: { cents: null, confirmed: false }, variable: { cents: null, confirmed: false } });
    expect(mission(first, 3, 1, 'health-crisis')).toBeUndefined();
    for (const size of communitySizes) expect(suggestedTerms(first, size, 1).operating).toEqual(suggestedTerms(current, size, 1).operating);
  });

  it('are confirmed exactly when the file has a rule', () => {
    for (const version of agreements) {
      for (const { figures } of version.amounts) for (const { cents, status } of figures) expect(cents !== null).toBe(status === 'published' || status === 'derived');
    }
  });

  it('say where they come from', () => {
    const figure = agreementFigure(current, 3, 1, { missionCode: 'health-crisis', part: 'fixed' });
    expect(figure).toMatchObject({ status: 'derived', sources: ['arith', 'contract-A', 'concours-gonfle'] });
    expect(figure && figureSentence(current, figure)).toMatch(/^déduit\u00A0: Calcul à partir de chiffres sourcés.*\(22\u202F500\u00A0€ \(années de mise à jour\)/);
    expect(agreementFigure(current, 3, 1, { missionCode: 'prevention', part: 'variableIfCrisis' })).toBeUndefined();
  });
});

describe('a later avenant', () => {
  it('ends the one it replaces on the eve of its first day', () => {
    expect(seriesFaults(next(), agreements)).toEqual([]);
    const series = agreementSeries([next()]);
    expect(series.map(({ code, validTo }) => [code, validTo])).toEqual([
      ['aci-cpts/2019', '2022-03-30'], ['aci-cpts/avenant-2', '2026-12-31'], ['aci-cpts/avenant-3', null],
    ]);
    expect(agreementOn('2026-12-31', series).code).toBe('aci-cpts/avenant-2');
    expect(agreementOn('2027-01-01', series).code).toBe('aci-cpts/avenant-3');
    expect(agreements.at(-1)?.validTo).toBeNull();
  });

  it('is refused when it overlaps another, leaves days without agreement, or replaces what cannot be', () => {
    const faults = (change: Partial<AgreementVersion>): string[] => seriesFaults(next(change), agreements);
    expect(faults({ replaces: null })).toEqual([expect.stringContaining('écrivez "replaces": "aci-cpts/avenant-2"')]);
    expect(faults({ code: 'aci-cpts/2019' })).toEqual([expect.stringContaining('existe déjà')]);
    expect(faults({ replaces: 'aci-cpts/avenant-9' })).toEqual([expect.stringContaining('n’existe pas')]);
    expect(faults({ validFrom: '2022-01-01' })).toEqual([expect.stringContaining('pas avant le')]);
    expect(faults({ replaces: 'aci-cpts/2019' })).toEqual([expect.stringContaining('a pris fin')]);
    expect(faults({ replaces: null, validFrom: '2019-01-01', validTo: '2019-08-01' })).toEqual([expect.stringContaining('aucun accord ne serait en vigueur')]);
    expect(faults({ replaces: null, validFrom: '2018-08-25', validTo: '2019-08-24' })).toEqual([]);
  });
});
