import { agreementByCode, checkTerms, scoringTop, termsDifferences, tidyTerms, type AgreementVersion, type ContractIndicator, type ContractTerms } from '.';
import { exampleIndicator, exampleTerms } from './testing';

const version = (code = 'aci-cpts/avenant-2'): AgreementVersion => agreementByCode(code)!;
const signed = { signedOn: '2022-04-15' };
const names = (code: string): string => version().missions.find((mission) => mission.code === code)?.shortLabel ?? code;

/** The example with one of its indicators changed. */
function withIndicator(code: string, change: Partial<ContractIndicator>): ContractTerms {
  const terms = exampleTerms();
  Object.assign(exampleIndicator(terms, code), change);
  return terms;
}

const check = (terms: ContractTerms) => checkTerms(terms, version(), signed);
const paths = (terms: ContractTerms) => check(terms).faults.map(({ path }) => path);

describe('the terms of a contract year', () => {
  it('of the example have neither fault nor warning', () => {
    expect(check(exampleTerms())).toEqual({ faults: [], warnings: [] });
  });

  it('of the example add up as signed', () => {
    const { missions } = exampleTerms();
    const cents = (code: string) => missions.find((mission) => mission.code === code)!;
    const fixed = missions.reduce((sum, mission) => sum + (mission.fixed.cents ?? 0), 0);
    expect(fixed).toBe(200_000_00);
    const maxima = missions.map(({ code, actions }) => [
      code,
      actions.flatMap(({ indicators }) => indicators).reduce((sum, { maxCents, onlyIfCrisis }) => sum + (onlyIfCrisis ? 0 : (maxCents ?? 0)), 0),
    ]);
    expect(maxima).toEqual([
      ['access-to-care', 35_000_00],
      ['care-pathways', 45_000_00],
      ['prevention', 17_500_00],
      ['health-crisis', 0],
      ['care-quality', 15_000_00],
      ['professional-support', 10_000_00],
    ]);
    expect(missions.reduce((sum, { variable }) => sum + (variable.cents ?? 0), 0)).toBe(122_500_00);
    expect(cents('health-crisis').variableIfCrisis).toEqual({ cents: 67_500_00, confirmed: true });
    expect(exampleIndicator(exampleTerms(), 'crisis-response').onlyIfCrisis).toBe(true);
    expect(exampleIndicator(exampleTerms(), 'crisis-plan-updated').onlyIfCrisis).toBe(false);
  });

  const tiers = (...steps: [number, number | null][]) => ({
    scoring: { mode: 'tiers' as const, tiers: steps.map(([threshold, cents], index) => ({ label: `palier ${index + 1}`, threshold, cents })) },
  });

  it.each<[string, string, Partial<ContractIndicator>, string, RegExp]>([
    ['tiers that go the wrong way up', 'mt-ald', { ...tiers([219, 300000], [230, 900000]) }, 'scoring.tiers[1].threshold', /mauvais sens.*doit baisser.*230.*ne demande pas plus.*219/],
    ['tiers that go the wrong way down', 'scr-breast', { ...tiers([75, 100000], [72, 350000]) }, 'scoring.tiers[1].threshold', /mauvais sens.*doit augmenter/],
    ['two tiers at one threshold', 'scr-breast', { ...tiers([75, 100000], [75, 350000]) }, 'scoring.tiers[1].threshold', /mauvais sens/],
    ['a harder tier that pays less', 'mt-ald', { ...tiers([219, 900000], [100, 600000]), maxCents: 900000 }, 'scoring.tiers[1].cents', /paie moins.*6.000.€.*9.000.€/],
    ['no tier', 'mt-ald', { ...tiers(), maxCents: null }, 'scoring.tiers', /au moins un palier/],
    ['linear without an initial value', 'mt-16', { scoring: { mode: 'linear', threshold: 68811, cents: 500000 }, baseline: null }, 'baseline', /valeur initiale/],
    ['linear towards the initial value', 'mt-16', { scoring: { mode: 'linear', threshold: 66111, cents: 500000 } }, 'scoring.threshold', /au-dessus de la valeur initiale/],
    ['a maximum that is not the best', 'mt-16', { maxCents: 400000 }, 'maxCents', /4.000.€.*5.000.€/],
    ['no maximum where it is known', 'mt-16', { maxCents: null }, 'maxCents', /vide.*5.000.€/],
    ['negative cents', 'mt-16', { scoring: { mode: 'target', threshold: 1, cents: -1 } }, 'scoring.cents', /entier de centimes/],
    ['half a cent', 'mt-partnership', { scoring: { mode: 'done', cents: 0.5 } }, 'scoring.cents', /entier de centimes/],
    ['a rate above 100', 'scr-breast', { ...tiers([70, 100000], [101, 350000]) }, 'scoring.tiers[1].threshold', /0 à 100/],
    ['an initial rate above 100', 'scr-breast', { baseline: { value: 166, on: null } }, 'baseline.value', /0 à 100/],
    ['an initial day that does not exist', 'mt-16', { baseline: { value: 66111, on: '2022-02-30' } }, 'baseline.on', /n’existe pas/],
    ['a number without direction', 'mt-16', { direction: null }, 'direction', /hausse.*baisse/],
    ['yes or no with a direction', 'mt-partnership', { direction: 'up' }, 'direction', /oui\/non/],
    ['yes or no with an initial value', 'mt-partnership', { baseline: { value: 0, on: null } }, 'baseline', /oui\/non/],
    ['yes or no with a target', 'mt-partnership', { scoring: { mode: 'target', threshold: 1, cents: 200000 } }, 'scoring.mode', /oui\/non/],
    ['a number paid as done', 'mt-16', { scoring: { mode: 'done', cents: 500000 } }, 'scoring.mode', /réservé aux indicateurs oui\/non/],
    ['an empty title', 'mt-16', { title: ' ' }, 'title', /obligatoire/],
    ['a title too long', 'mt-16', { title: 'a'.repeat(241) }, 'title', /241.*240/],
    ['a clause too long', 'mt-16', { clause: 'a'.repeat(4001) }, 'clause', /4.001/],
    ['a patient in the clause', 'mt-16', { clause: 'Patient 2 54 03 45 123 456 78' }, 'clause', /sécurité sociale/],
    ['a birth date in a proof', 'mt-16', { evidence: ['dossier de la patiente née le 12/03/1954'] }, 'evidence[0]', /date de naissance/],
    ['too many proofs', 'mt-16', { evidence: Array<string>(21).fill('bilan') }, 'evidence', /21.*20/],
    ['a code in capitals', 'mt-16', { code: 'MT_16' }, 'code', /minuscules/],
    ['the crisis where there is none', 'mt-16', { onlyIfCrisis: true }, 'onlyIfCrisis', /en cas de crise/],
  ])('are refused with %s, at its path', (_, code, change, path, sentence) => {
    const { faults } = check(withIndicator(code, change));
    expect(faults).toEqual([{ path: expect.stringMatching(/^missions\[\d\]\.actions\[\d\]\.indicators\[\d\]\./), sentence: expect.stringMatching(sentence) }]);
    expect(faults[0]?.path.endsWith(`.${path}`)).toBe(true);
  });

  it('name the place of each fault, all at once', () => {
    const terms = withIndicator('mt-ald', tiers([219, 300000], [230, 600000], [50, 900000]));
    terms.missions[0]!.fixed.cents = -5;
    exampleIndicator(terms, 'scr-colon').code = 'scr-breast';
    terms.missions[1]!.actions[1]!.code = 'diabetes';
    expect(paths(terms)).toEqual([
      'missions[0].fixed.cents',
      'missions[0].actions[0].indicators[0].scoring.tiers[1].threshold',
      'missions[1].actions[1].code',
      'missions[2].actions[0].indicators[2].code',
    ]);
  });

  it('refuse a mission the agreement does not know, and say which it knows', () => {
    const terms = exampleTerms();
    terms.missions[5] = { ...terms.missions[5]!, code: 'digital' };
    expect(check(terms).faults).toEqual([
      { path: 'missions[5].code', sentence: expect.stringMatching(/«.digital.» n’existe pas dans la version de l’accord.*missions sont.: Accès aux soins, Parcours,/) },
    ]);
    const { faults } = checkTerms(exampleTerms(), version('aci-cpts/2019'), { signedOn: '2020-06-01' });
    expect(faults).toEqual([{ path: 'missions[3].code', sentence: expect.stringMatching(/La mission «.Réponse aux crises sanitaires graves.» n’existe pas/) }]);
  });

  it('of 2020 under the version of 2019 are accepted without the crisis mission', () => {
    const terms = exampleTerms();
    terms.missions.splice(3, 1);
    expect(checkTerms(terms, version('aci-cpts/2019'), { signedOn: '2020-06-01' }).faults).toEqual([]);
  });

  it('warn of a core mission that lacks, of another kind they refuse', () => {
    const terms = exampleTerms();
    terms.missions.splice(2, 1);
    expect(check(terms)).toEqual({ faults: [], warnings: [{ path: 'missions', code: 'core-missing', sentence: expect.stringContaining('socle') }] });
    const other = exampleTerms();
    other.missions[4]!.kind = 'core';
    expect(check(other).faults).toEqual([{ path: 'missions[4].kind', sentence: expect.stringContaining('optionnelle') }]);
  });

  it('warn of missing weights, of maxima that do not add up, of amounts unknown or unconfirmed, and are accepted', () => {
    const missing = withIndicator('mt-16', { scoring: { mode: 'target', threshold: 68811, cents: null }, maxCents: null });
    expect(check(missing)).toEqual({ faults: [], warnings: [{ path: 'missions[0].actions[0].indicators[1].maxCents', code: 'weight-missing', sentence: expect.stringContaining('Rien n’est calculé') }] });
    const differ = withIndicator('mt-16', { scoring: { mode: 'target', threshold: 68811, cents: 450000 }, maxCents: 450000 });
    expect(check(differ).warnings).toEqual([{ path: 'missions[0].variable.cents', code: 'weights-differ', sentence: expect.stringMatching(/34.500.€.*35.000.€.*Différence.: 500.€ en moins/) }]);
    const terms = exampleTerms();
    terms.operating = { cents: null, confirmed: false };
    terms.missions[1]!.fixed.confirmed = false;
    terms.missions[4]!.actions = [];
    expect(check(terms).warnings.map(({ code }) => code)).toEqual(['amount-missing', 'unconfirmed', 'no-indicator']);
    expect(check(terms).faults).toEqual([]);
  });

  it('refuse more than a year can hold', () => {
    const terms = exampleTerms();
    const [action] = terms.missions[0]!.actions;
    terms.missions[0]!.actions = Array.from({ length: 61 }, (_, index) => ({ ...action!, code: `a-${index}`, indicators: [] }));
    expect(check(terms).faults).toEqual([{ path: 'missions[0].actions', sentence: expect.stringMatching(/61 actions.*60/) }]);
  });

  it('are the same written with other spaces', () => {
    const terms = exampleTerms();
    terms.missions[0]!.actions[0]!.title = `  ${terms.missions[0]!.actions[0]!.title}\n `;
    Object.assign(exampleIndicator(terms, 'mt-16'), { clause: '  ', extra: 1 });
    expect(tidyTerms(terms)).toEqual(exampleTerms());
  });

  it('know the best an indicator pays', () => {
    expect(scoringTop({ mode: 'tiers', tiers: [] })).toBeNull();
    expect(scoringTop({ mode: 'tiers', tiers: [{ label: 'a', threshold: 1, cents: null }] })).toBeNull();
    expect(scoringTop(exampleIndicator(exampleTerms(), 'mt-ald').scoring)).toBe(900000);
  });
});

describe('what differs between two versions', () => {
  const differences = (after: ContractTerms | null, before: ContractTerms | null = exampleTerms()) => termsDifferences(before, after, names);

  it('is nothing when they are the same', () => {
    expect(differences(exampleTerms())).toEqual([]);
    expect(differences(null, null)).toEqual([]);
  });

  it('is told with its mission, its indicator, its field, before and after', () => {
    const terms = withIndicator('mt-16', { scoring: { mode: 'target', threshold: 68900, cents: 450000 }, maxCents: 450000 });
    terms.operating.cents = 80_000_00;
    terms.missions[2]!.fixed.confirmed = false;
    const shown = differences(terms).map(({ mission, item, field, before, after }) => [mission, item, field, before, after].map((text) => text?.replace(/[\u00A0\u202F]/g, ' ') ?? null));
    const title = 'Patients de plus de 16 ans ayant un médecin traitant';
    expect(shown).toEqual([
      [null, null, 'Fonctionnement', '75 000 €', '80 000 €'],
      ['Accès aux soins', title, 'Ce que l’indicateur paie', '5 000 € pour au moins 68 811, sinon rien', '4 500 € pour au moins 68 900, sinon rien'],
      ['Accès aux soins', title, 'Maximum', '5 000 €', '4 500 €'],
      ['Prévention', null, 'Part fixe', '17 500 €', '17 500 € (à confirmer)'],
    ]);
  });

  it('tells what is new, gone, moved, and a mere change of order', () => {
    const terms = exampleTerms();
    const [first, second] = terms.missions[0]!.actions;
    second!.indicators.push(first!.indicators.pop()!);
    terms.missions[4]!.actions.pop();
    const told = differences(terms).map(({ missionCode, indicatorCode, field, before, after }) => [missionCode, indicatorCode, field, before === null, after === null]);
    expect(told).toEqual([
      ['access-to-care', 'mt-volunteers', 'Action', false, false],
      ['care-quality', null, 'Action', false, true],
      ['care-quality', 'qual-evenings', 'Indicateur', false, true],
    ]);
    const swapped = exampleTerms();
    swapped.missions.reverse();
    expect(differences(swapped).map(({ field }) => field)).toEqual(['Ordre des missions, des actions ou des indicateurs']);
    expect(differences(exampleTerms(), null).filter(({ field }) => field === 'Mission')).toHaveLength(6);
    expect(differences(null).filter(({ field, after }) => field === 'Indicateur' && after === null)).toHaveLength(44);
  });
});
