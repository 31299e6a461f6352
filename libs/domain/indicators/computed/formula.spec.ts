import fc from 'fast-check';
import jsep from 'jsep';
import { parsePeriod } from '@maillage/domain/kernel';
import { checkFormula, circleOf, computeFigure, type FormulaIndicator, formulaInWords, formulaLimits, inputFigure, type InputFigure, readFormula, settleComputed, type StandingValue } from '..';

const indicator = (code: string, change: Partial<FormulaIndicator> = {}): FormulaIndicator => ({
  id: `id-${code}`, code, name: `Nom de ${code}`, kind: 'count', unit: 'réunions', decimals: 0, bounded: false, frequency: 'quarter', aggregation: 'sum', ...change,
});
const all = [
  indicator('ACC-01'), indicator('ACC-02'), indicator('ACC-1'), indicator('PRE-01', { unit: 'patients' }), indicator('PRE-02', { unit: 'patients' }),
  indicator('TX-01', { kind: 'ratio', unit: '%', bounded: true, decimals: 1 }), indicator('TX-02', { kind: 'ratio', unit: '%', bounded: true, decimals: 1 }),
  indicator('MOIS', { frequency: 'month' }), indicator('AN', { frequency: 'civil-year' }), indicator('2A', { unit: null }),
];
const parser = (text: string): unknown => jsep(text);
const read = (text: string) => readFormula(text, all, parser);
const byId = new Map(all.map((one) => [one.id, one]));
const check = (text: string, change: Partial<FormulaIndicator> = {}): void => checkFormula(read(text), indicator('CALC', change), byId);
const figures = (text: string, values: readonly (number | null)[], change: Partial<FormulaIndicator> = {}) => {
  const formula = read(text);
  const inputs = formula.inputs.map((input, index): InputFigure => ({ input, value: values[index] ?? null, settled: true }));
  return computeFigure(formula, indicator('CALC', change), inputs);
};
const refusal = (run: () => unknown): { code: string; meta: Record<string, unknown> } => {
  try {
    run();
  } catch (error) {
    return error as { code: string; meta: Record<string, unknown> };
  }
  throw new Error('taken');
};

describe('reading a formula', () => {
  it('takes codes, French numbers, functions and parts, with or without spaces', () => {
    expect(figures('ACC-01 + ACC-02', [3, 4]).value).toBe(7);
    expect(figures('ACC-01-ACC-02', [9, 4]).value).toBe(5);
    expect(figures('acc-1 × 1,5', [4]).value).toBe(6);
    expect(figures('1 000 + ACC-01', [4]).value).toBe(1004);
    expect(figures('[2A] * 2', [4]).value).toBe(8);
    expect(figures('Somme(ACC-01 ; ACC-02 ; 0,5) ', [3, 4], { decimals: 1 }).value).toBe(7.5);
    expect(figures('moyenne(ACC-01;ACC-02)', [3, 4], { decimals: 1 }).value).toBe(3.5);
    expect(figures('max(ACC-01; ACC-02) - min(ACC-01; ACC-02)', [3, 9]).value).toBe(6);
    expect(figures('arrondi(ACC-01 / 3 ; 2)', [10], { decimals: 4 }).value).toBe(3.33);
    expect(read('numérateur(TX-01) / total(TX-02)').inputs).toMatchObject([{ code: 'TX-01', part: 'numerator' }, { code: 'TX-02', part: 'numerator' }]);
    expect(figures('ACC-01 - (ACC-02 - ACC-1)', [10, 4, 1]).value).toBe(7);
  });

  it('says what is wrong and at which character', () => {
    for (const [text, place] of [['ACC-01 ACC-02', 8], ['ACC-01 + * 2', 10], ['(ACC-01', 7], ['ACC-01)', 7], ['ACC-01 + 2 %', 12], ['ACC-01 ** 2', 9], ['carré(ACC-01)', 1], ['somme()', 7], ['ACC-01, 2', 7], ['ACC-01 +', 8], ['ACC-01 = 2', 8]] as const) {
      expect([text, refusal(() => read(text))]).toEqual([text, expect.objectContaining({ code: 'formula-invalid', meta: expect.objectContaining({ place }) })]);
    }
    expect(refusal(() => read('ACC-01 + ACC-99'))).toMatchObject({ code: 'formula-unknown-code', meta: { code: 'ACC-99', place: 10 } });
    expect(refusal(() => read('   ')).code).toBe('formula-unsuitable');
    expect(refusal(() => read('1 + 2')).code).toBe('formula-unsuitable');
  });

  it('takes nothing hostile: no property, no name of the language, no text, no call of anything else', () => {
    const hostile = ['constructor', 'ACC-01.constructor', 'constructor("return process")()', '__proto__', 'ACC-01["constructor"]', 'this', 'globalThis', '`a`', "'a'", 'ACC-01 ? 1 : 2', 'ACC-01 || 1', '{}', '[]', 'x => x', 'new Date()',
      'toString()', 'hasOwnProperty(ACC-01)', 'somme.constructor(ACC-01)', 'ACC-01; process.exit()', '$0 + ACC-01', '_0(ACC-01)', 'somme(...ACC-01)', '=CMD|x', '\u0000'];
    for (const text of hostile) expect([text, refusal(() => read(text)).code]).toEqual([text, expect.stringMatching(/^formula-(invalid|unknown-code|unsuitable)$/)]);
    // A parser that gives a node nobody asked for is refused too.
    expect(refusal(() => readFormula('ACC-01', all, () => ({ type: 'MemberExpression' }))).code).toBe('formula-invalid');
    expect(refusal(() => readFormula('ACC-01', all, () => ({ type: 'CallExpression', callee: { type: 'Identifier', name: 'eval' }, arguments: [] }))).code).toBe('formula-invalid');
  });

  it('answers at once to what is long or deep', () => {
    const started = Date.now();
    for (const text of ['('.repeat(400) + 'ACC-01' + ')'.repeat(90), `${'-'.repeat(490)}ACC-01`, 'A'.repeat(500), '1'.repeat(499), 'somme('.repeat(80), `ACC-01${' + 1'.repeat(120)}`, '('.repeat(1e6)]) {
      try {
        read(text);
      } catch (error) {
        expect((error as { code?: string }).code).toMatch(/^formula-/);
      }
    }
    expect(Date.now() - started).toBeLessThan(500);
    expect(refusal(() => read(`ACC-01${' '.repeat(formulaLimits.characters)}+1`)).code).toBe('formula-invalid');
  });

  it('never fails otherwise than by a refusal, and sums as numbers do', () => {
    const pieces = fc.constantFrom('ACC-01', 'PRE-01', '+', '-', '*', '/', '(', ')', ';', ',', ' ', 'somme', 'arrondi(', '2', '1,5', '[', ']', 'é', '.', '$', '_');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 30 }), (given) => {
      try {
        read(given.join(''));
      } catch (error) {
        expect((error as { code?: string }).code).toMatch(/^formula-/);
      }
    }));
    fc.assert(fc.property(fc.nat(1e6), fc.nat(1e6), fc.integer({ min: 1, max: 1e6 }), (a, b, c) => {
      expect(figures('ACC-01 + ACC-02', [a, b]).value).toBe(a + b);
      expect(figures('ACC-01 / ACC-02', [a, c], { decimals: 4 }).value).toBe(Number((Math.round((a / c) * 1e4) / 1e4).toFixed(4)));
    }));
  });

  it('says a formula in words, with only the parentheses it needs', () => {
    const formula = read('100 * (ACC-01 + ACC-02) / PRE-01');
    expect(formulaInWords(formula, ({ code }) => code.toLowerCase())).toBe('100 × (« acc-01 » + « acc-02 ») ÷ « pre-01 »');
  });
});

describe('what a formula may be', () => {
  it('refuses to mix units, to add or average percentages, and says why', () => {
    expect(() => check('ACC-01 + ACC-02')).not.toThrow();
    expect(() => check('100 * PRE-01 / PRE-02', { kind: 'ratio', unit: '%', bounded: true })).not.toThrow();
    expect(() => check('100 * PRE-01 / PRE-02', { unit: '%' })).not.toThrow();
    expect(() => check('100 * (numérateur(TX-01) + numérateur(TX-02)) / somme(dénominateur(TX-01) ; dénominateur(TX-02))', { kind: 'ratio', unit: '%' })).not.toThrow();
    expect(() => check('max(TX-01 ; TX-02)', { unit: '%', decimals: 1 })).not.toThrow();
    expect(() => check('100 - TX-01', { unit: '%', decimals: 1 })).not.toThrow();
    for (const text of ['ACC-01 + TX-01', 'ACC-01 + PRE-01', 'TX-01 + TX-02', 'moyenne(TX-01 ; TX-02)', '(TX-01 + TX-02) / 2', 'min(ACC-01 ; PRE-01)']) expect([text, refusal(() => check(text, { unit: null })).code]).toEqual([text, 'formula-units']);
    expect(String(refusal(() => check('moyenne(TX-01 ; TX-02)')).meta['why'])).toContain('somme(numérateur(TX-01) ; numérateur(TX-02))');
    expect(refusal(() => check('PRE-01 + PRE-02')).code).toBe('formula-units');
    expect(refusal(() => check('PRE-01 + PRE-02')).meta['why']).toBe('le résultat est en patients, l’indicateur est en réunions');
    expect(refusal(() => check('ACC-01 + ACC-02 / PRE-01')).meta['why']).toContain('ACC-01 est en réunions');
    expect(refusal(() => check('PRE-01 + ACC-02 / PRE-01')).meta['why']).toContain('est en réunions par patient');
    expect(refusal(() => check('ACC-02 * ACC-01 + PRE-01')).meta['why']).toContain('est en réunions², PRE-01 est en patients');
    expect(refusal(() => check('[2A] / PRE-01 + ACC-01')).meta['why']).toContain('est en nombre par patient');
    expect(refusal(() => check('TX-01', { unit: 'réunions' })).code).toBe('formula-units');
    expect(refusal(() => check('ACC-01', { unit: '%' })).code).toBe('formula-units');
  });

  it('refuses what cannot be: answers, rates that are no division, inputs given less often, parts of a count', () => {
    expect(refusal(() => check('ACC-01', { kind: 'yes-no' })).code).toBe('formula-unsuitable');
    expect(refusal(() => check('ACC-01 + ACC-02', { kind: 'ratio', unit: '%' })).code).toBe('formula-unsuitable');
    expect(refusal(() => check('TX-01 / TX-02', { kind: 'ratio', unit: '%' })).code).toBe('formula-unsuitable');
    expect(refusal(() => check('AN')).code).toBe('formula-unsuitable');
    expect(refusal(() => check('numérateur(ACC-01)')).code).toBe('formula-unsuitable');
    expect(() => check('MOIS')).not.toThrow();
  });

  it('finds the circle an indicator would be in', () => {
    const feeding = new Map([['a', ['b', 'x']], ['b', ['c']], ['c', ['a']], ['d', ['e']]]);
    expect(circleOf('a', feeding)).toEqual(['a', 'b', 'c', 'a']);
    expect(circleOf('d', feeding)).toBeNull();
    expect(circleOf('a', new Map([['a', ['a']]]))).toEqual(['a', 'a']);
  });
});

describe('what a formula gives', () => {
  it('gives nothing, never zero, for a missing figure, a division by zero or a number that cannot be', () => {
    expect(figures('ACC-01 + ACC-02', [3, null])).toMatchObject({ value: null, gap: 'missing-input' });
    expect(figures('ACC-01 / ACC-02', [3, 0])).toMatchObject({ value: null, gap: 'division-by-zero' });
    expect(figures('ACC-01 - ACC-02', [3, 4])).toMatchObject({ value: null, gap: 'out-of-range' });
    const rate = { kind: 'ratio', unit: '%', bounded: true, decimals: 1 } as const;
    expect(figures('100 * PRE-01 / PRE-02', [126, 200], rate)).toMatchObject({ numerator: 126, denominator: 200, value: 63 });
    expect(figures('PRE-01 / PRE-02', [126, 200], rate)).toMatchObject({ value: 63 });
    expect(figures('100 * (PRE-01 / PRE-02)', [126, 200], rate)).toMatchObject({ value: 63 });
    expect(figures('100 * PRE-01 / PRE-02', [1, 0], rate)).toMatchObject({ gap: 'division-by-zero' });
  });

  it('brings shorter periods together only when all of them have their value', () => {
    const [input] = read('MOIS').inputs;
    const month = all.find(({ code }) => code === 'MOIS');
    if (!input || !month) throw new Error('no input');
    const measure = (key: string, value: number, status: 'submitted' | 'validated' = 'validated') => ({ periodKey: key, periodStart: parsePeriod(key).start, periodEnd: parsePeriod(key).end, numerator: null, denominator: null, value, status });
    const figure = (measures: ReturnType<typeof measure>[]) => inputFigure({ input, indicator: month, measures }, parsePeriod('2026-Q3'), { today: '2026-11-21' });
    expect(figure([measure('2026-07', 1), measure('2026-08', 2)])).toMatchObject({ value: null });
    expect(figure([measure('2026-07', 1), measure('2026-08', 2), measure('2026-09', 4)])).toMatchObject({ value: 7, settled: true });
    expect(figure([measure('2026-07', 1), measure('2026-08', 2), measure('2026-09', 4, 'submitted')])).toMatchObject({ value: 7, settled: false });
  });

  it('never overwrites what is validated, locked or given by a person', () => {
    const figure = figures('ACC-01', [63]);
    const stands = (change: Partial<StandingValue>): StandingValue => ({ status: 'submitted', numerator: null, denominator: null, value: 60, origin: 'computed', earlier: false, locked: false, ...change });
    expect(settleComputed(figure, null, null).outcome).toBe('written');
    expect(settleComputed(figure, stands({}), null).outcome).toBe('written');
    for (const change of [{ status: 'validated' }, { status: 'locked' }, { locked: true }, { origin: 'typed' }, { origin: 'import', status: 'draft' }] as const) {
      expect(settleComputed(figure, stands(change), null).outcome).toBe('asked');
      expect(settleComputed(figure, stands({ ...change, value: 63 }), null).outcome).toBe('same');
      expect(settleComputed(figure, stands(change), { numerator: null, denominator: null, value: 63 }).outcome).toBe('kept');
      expect(settleComputed(figure, stands(change), { numerator: null, denominator: null, value: 62 }).outcome).toBe('asked');
    }
    expect(settleComputed(figure, stands({ status: 'validated', earlier: true }), null).outcome).toBe('same');
    expect(settleComputed(figures('ACC-01', [null]), stands({}), null)).toEqual({ outcome: 'none', remove: true });
    expect(settleComputed(figures('ACC-01', [null]), stands({ status: 'validated' }), null)).toEqual({ outcome: 'none', remove: false });
  });
});
