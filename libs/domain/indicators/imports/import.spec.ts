import { contractYearPeriod, formatPeriod, isDomainError, parsePeriod, periodKinds, periodsBetween } from '@maillage/domain/kernel';
import { guessMapping, hasNirKey, headerSignature, ImportJudge, type ImportIndicator, isColumnUse, mappingFaults, moveImport, PatientGuard, periodMeant, readDay, readNumber, readPeriod, readYesNo, type ImportGround } from '..';

const calendar = { contractStart: '2022-04-15' };

describe('what people write in tables', () => {
  it.each([
    ['1 234,5', 1234.5], ['1\u202F234,5', 1234.5], ['1\u00A0234\u00A0567', 1_234_567], ['1.234,5', 1234.5], ['1,234.5', 1234.5], ['63.4', 63.4], ['0,05', 0.05],
    ['-3', -3], ['−3', -3], ['12 %', 12], ['12%', 12], ['7', 7],
  ])('reads %j as a number', (text, value) => expect(readNumber(text)?.value).toBe(value));

  it.each(['', 'douze', '12 34', '1,2,3', '1.2.3', '1e5', '=1+1', '3 personnes', '0x10', 'NaN', '%'])('does not read %j as a number', (text) => expect(readNumber(text)).toBeNull());

  it('keeps the sign after a number, and reads yes and no', () => {
    expect([readNumber('12 %')?.unit, readNumber('12 ‰')?.unit, readNumber('12')?.unit]).toEqual(['%', '‰', null]);
    expect(['Oui', 'NON', 'x', '0', 'peut-être'].map(readYesNo)).toEqual([1, 0, 1, 0, null]);
    expect(['03/11/2026', '2026-11-03', '3.11.26', '31/02/2026', '2026-11-03 10:30', '12'].map(readDay)).toEqual(['2026-11-03', '2026-11-03', '2026-11-03', null, '2026-11-03', null]);
  });

  it.each([
    ['T3 2026', '2026-Q3'], ['3e trimestre 2026', '2026-Q3'], ['2026-Q3', '2026-Q3'], ['2026 T3', '2026-Q3'], ['sept. 2026', '2026-09'], ['Septembre 2026', '2026-09'], ['déc-26', '2026-12'],
    ['juil. 2026', '2026-07'], ['juin 2026', '2026-06'], ['09/2026', '2026-09'], ['2026-09', '2026-09'], ['S1 2026', '2026-H1'], ['année 5', 'CY5'], ['Année 5 du contrat', 'CY5'], ['cy5', 'CY5'], ['2026', '2026'],
  ])('reads %j as a period', (text, key) => expect(readPeriod(text)).toEqual({ key }));

  it.each(['', 'T5 2026', '13/2026', 'été 2026', '0', 'trimestre'])('does not read %j as a period', (text) => expect(readPeriod(text)).toBeNull());

  it('reads the day of an event, and which one of that day', () => {
    for (const key of ['E2026-11-03', 'E2026-12-01', 'E2026-08-09.2', 'E2026-02-28.9']) {
      const read = readPeriod(formatPeriod(parsePeriod(key)));
      expect(read && periodMeant(read, 'event', {}).key).toBe(key);
      expect(readPeriod(key)).toEqual({ key });
    }
    expect(['03/11/2026 (2e)', '3 nov. 2026', '1er novembre 2026'].map((text) => periodMeant(readPeriod(text) ?? { key: '' }, 'event', {}).key)).toEqual(['E2026-11-03.2', 'E2026-11-03', 'E2026-11-01']);
    expect(['31 novembre 2026', '3 brumaire 2026', '31/02/2026 (2e)'].map(readPeriod)).toEqual([null, null, null]);
  });

  it('reads every period as the product writes it', () => {
    for (const kind of periodKinds) {
      for (const period of periodsBetween(kind, '2025-01-01', '2027-12-31', calendar)) {
        const read = readPeriod(formatPeriod(period));
        expect([formatPeriod(period), read && periodMeant(read, kind, calendar).key]).toEqual([formatPeriod(period), period.key]);
      }
    }
  });

  it('takes a day for the period of the indicator that holds it', () => {
    expect(periodMeant({ day: '2026-11-03' }, 'quarter', calendar).key).toBe('2026-Q4');
    expect(periodMeant({ day: '2026-11-03' }, 'contract-year', calendar).key).toBe(contractYearPeriod('2022-04-15', 5).key);
    expect(() => periodMeant({ day: '2026-11-03' }, 'contract-year', {})).toThrow('invalid-period');
  });
});

const one = (change: Partial<ImportIndicator> = {}): ImportIndicator => ({
  id: '0193a1b2-7c3d-7e4f-8a5b-0123456789ab', code: 'REU-01', name: 'Réunions', kind: 'count', unit: null, decimals: 0, bounded: false, frequency: 'quarter', numeratorLabel: null, denominatorLabel: null, archivedAt: null, ...change,
});
const share = one({ id: '0193a1b2-7c3d-7e4f-8a5b-0123456789ac', code: 'SNP-01', name: 'Demandes', kind: 'ratio', unit: '%', decimals: 1, bounded: true, numeratorLabel: 'Honorées', denominatorLabel: 'Reçues' });

describe('columns', () => {
  it('are guessed from their titles', () => {
    expect(guessMapping(['Code', 'Indicateur', 'Période', 'Valeur', 'Commentaires', 'Total'], [])).toEqual(['indicator', 'ignore', 'period', 'value', 'comment', 'ignore']);
    expect(guessMapping(['Nom de l’indicateur', 'T1 2026', 'T2 2026'], [])).toEqual(['indicator', 'period:2026-Q1', 'period:2026-Q2']);
    expect(guessMapping(['Mois', 'REU-01', 'demandes'], [one(), share])).toEqual(['period', `indicator:${one().id}`, `indicator:${share.id}`]);
    expect(headerSignature(['Période ', 'VALEUR'])).toBe(headerSignature(['periode', 'Valeur']));
  });

  it('say what is missing', () => {
    expect(mappingFaults(['indicator', 'period', 'value'])).toEqual([]);
    expect(mappingFaults(['indicator', 'period:2026-Q1'])).toEqual([]);
    expect(mappingFaults(['period', `indicator:${share.id}`])).toEqual([]);
    expect(mappingFaults(['indicator', 'indicator', 'value'])).toHaveLength(2);
    expect(mappingFaults(['indicator', 'period', 'numerator'])).toHaveLength(2);
    expect([isColumnUse('period:2026-Q1'), isColumnUse('period:été'), isColumnUse('indicator:3'), isColumnUse('autre')]).toEqual([true, false, false, false]);
  });
});

describe('lines', () => {
  const ground = (change: Partial<ImportGround>): ImportGround => ({
    headers: ['Indicateur', 'Période', 'Valeur'], uses: ['indicator', 'period', 'value'], indicators: [one(), share], mayGive: () => true, present: () => undefined, locks: [],
    moment: { now: new Date('2026-11-21T09:00:00Z'), today: '2026-11-21', calendar }, ...change,
  });
  const told = (change: Partial<ImportGround>, cells: string[]) => {
    const { values, issues, empty } = new ImportJudge(ground(change)).judge({ line: 2, cells });
    return [...values.map(({ kind, recorded }) => [kind, recorded.value]), ...issues.map(({ kind, column }) => [kind, column]), ...(empty > 0 ? ['empty'] : [])];
  };

  it('take a share in one cell, or in two', () => {
    expect(told({}, ['SNP-01', 'T3 2026', '126/200'])).toEqual([['created', 63]]);
    expect(told({ headers: ['I', 'P', 'N', 'D'], uses: ['indicator', 'period', 'numerator', 'denominator'] }, ['SNP-01', 'T3 2026', '126', '200'])).toEqual([['created', 63]]);
    expect(told({}, ['SNP-01', 'T3 2026', '63 %'])).toEqual([['refused', 'Valeur']]);
    expect(told({}, ['SNP-01', 'T3 2026', '201/200'])).toEqual([['refused', 'Valeur']]);
  });

  it('refuse what a form would, each at its column', () => {
    expect(told({}, ['REU-01', 'T3 2026', '1,5'])).toEqual([['refused', 'Valeur']]);
    expect(told({}, ['REU-01', 'T3 2026', '-1'])).toEqual([['refused', 'Valeur']]);
    expect(told({}, ['REU-01', 'T3 2026', '12 %'])).toEqual([['refused', 'Valeur']]);
    expect(told({}, ['REU-01', 'sept. 2026', '1'])).toEqual([['refused', 'Période']]);
    expect(told({}, ['', 'T3 2026', '1'])).toEqual([['refused', 'Indicateur']]);
    expect(told({}, ['REU-01', 'T3 2026', ''])).toEqual(['empty']);
    expect(told({ mayGive: () => false }, ['REU-01', 'T3 2026', '1'])).toEqual([['refused', 'Indicateur']]);
    expect(told({ indicators: [one({ archivedAt: new Date() })] }, ['REU-01', 'T3 2026', '1'])).toEqual([['refused', 'Valeur']]);
  });

  it('never replace what is validated, nor write in a locked period', () => {
    const present = { id: one().id, status: 'validated' as const, numerator: null, denominator: null, value: 4, comment: null, revision: 1, origin: 'typed' as const };
    expect(told({ present: () => present }, ['REU-01', 'T3 2026', '5'])).toEqual([['settled', null]]);
    expect(told({ present: () => present }, ['REU-01', 'T3 2026', '4'])).toEqual([['same', 4]]);
    const lock = { id: one().id, periodKey: '2026-Q3', periodStart: '2026-07-01', periodEnd: '2026-09-30', lockedAt: new Date() };
    expect(told({ locks: [lock] as never }, ['REU-01', 'T3 2026', '5'])).toEqual([['settled', null]]);
  });

  it('read a table with a column per indicator', () => {
    expect(told({ headers: ['Trimestre', 'Réunions', 'Demandes'], uses: ['period', `indicator:${one().id}`, `indicator:${share.id}`] }, ['T3 2026', '4', '1/2'])).toEqual([['created', 4], ['created', 50]]);
  });
});

describe('persons', () => {
  const guard = (headers: string[], rows: string[][], known: number[] = []) => {
    try {
      const watch = new PatientGuard(headers, (column) => known.includes(column), '2026-11-21');
      rows.forEach((cells, index) => watch.see(index + 2, cells));
      watch.end();
      return 'taken';
    } catch (error) {
      return isDomainError(error, 'import-patients') ? `${error.meta['column']} ${error.meta['line']}` : String(error);
    }
  };

  it.each(['NIR', 'N° de sécurité sociale', 'Matricule INS', 'INS', 'Date de naissance', 'Nom du patient', 'Né(e) le', 'Date de naiss.', 'Dt naissance', 'Naissance le'])('are refused by the title « %s »', (title) => expect(guard(['Code', title], [])).toBe(`${title} 1`));

  it('are refused by a number with its key, wherever it is', () => {
    expect([hasNirKey('185057800608491'), hasNirKey('185057800608492'), hasNirKey('1 85 05 2A 006 084 21')]).toEqual([true, false, expect.any(Boolean)]);
    expect(guard(['Code', 'Divers'], [['REU-01', 'rien'], ['REU-01', '1 85 05 78 006 084 91']])).toBe('Divers 3');
  });

  it('are refused by names beside births, not by names of indicators beside periods', () => {
    const people = [['Dupont Jean', '12/03/1954'], ['Martin Anne', '01/01/1980'], ['Petit Paul', '05/06/1972'], ['Leroy Zoé', '07/08/2001']];
    expect(guard(['Qui', 'Quand'], people)).toBe('Qui 2');
    expect(guard(['Qui', 'Quand'], people, [0, 1])).toBe('taken');
    expect(guard(['Patient', 'Jour'], [['DUPONT M.', '12/03/1954'], ['MARTIN A.', '01/01/1980'], ['PETIT P.', '05/06/1972']])).toBe('Patient 2');
    expect(guard(['Taux de patients avec INS qualifiée', 'Naissances'], [['12', '30']])).toBe('taken');
  });

  it('are refused by a name and a first name in two columns beside old dates, however few the lines', () => {
    expect(guard(['Nom', 'Prénom', 'Date'], [['DUPONT', 'MARIE', '03/04/1956']])).toBe('Nom 2');
    expect(guard(['Prénom', 'Nom de famille', 'Jour'], [['Marie', 'Dupont', '03/04/1956'], ['Paul', 'Durand', '04/04/1956'], ['Léa', 'Petit', '']])).toBe('Prénom 2');
    expect(guard(['Nom', 'Année de naissance'], [])).toBe('Année de naissance 1');
    expect(guard(['Nom', 'Prénom', 'Date'], [['DUPONT', 'MARIE', '03/10/2026']])).toBe('taken');
    expect(guard(['Nom', 'Période', 'Naissances'], [['Réunions', '03/04/2024', '12']], [0, 1])).toBe('taken');
  });
});

it('an import goes through its states, and no other way', () => {
  expect([moveImport('analysing', 'checked'), moveImport('ready', 'confirm'), moveImport('writing', 'written'), moveImport('writing', 'cancel')]).toEqual(['ready', 'writing', 'done', 'cancelled']);
  expect(() => moveImport('done', 'cancel')).toThrow('import-transition');
  expect(() => moveImport('to-map', 'confirm')).toThrow('import-transition');
});
