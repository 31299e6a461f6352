import { DomainError, type PeriodKind, periodMonths, unitOf } from '@maillage/domain/kernel';
import { type FormulaNode, formulaInWords, type ReadFormula, writeInput } from './formula';
import type { Indicator } from '../definition/indicator';
import { frequencyLabels, hasParts, isAnswer, isShare } from '../definition/kinds';
import { ratioFactor } from '../values/measure';

/** What the rules of formulas read of an indicator. */
export type FormulaIndicator = Pick<Indicator, 'id' | 'code' | 'name' | 'kind' | 'unit' | 'decimals' | 'bounded' | 'frequency' | 'aggregation'>;

/** Of what a part of a formula is a quantity. */
interface Quantity {
  /** Each unit with its power and as a card writes it; '' stands for what is counted without saying in what. Empty: a pure number. */
  units: ReadonlyMap<string, { power: number; written: string }>;
  /** '%' or '‰' of who knows what: not added, not averaged. */
  share: string | null;
  /** A rate or an average: not added, not averaged. */
  mean: boolean;
  /** A number typed in the formula: takes the unit of what it meets. */
  typed: boolean;
}

const keyOf = (unit: string | null): string => (unit ?? '').trim().toLocaleLowerCase('fr').replace(/s\b/g, '');
const number: Quantity = { units: new Map(), share: null, mean: false, typed: true };

function quantityOfInput({ kind, unit }: FormulaIndicator, part: 'value' | 'numerator' | 'denominator'): Quantity {
  if (part !== 'value') return { units: new Map([['', { power: 1, written: '' }]]), share: null, mean: false, typed: false };
  if (isShare(unit)) return { units: new Map(), share: unit, mean: true, typed: false };
  const written = (isAnswer(kind) ? 'oui' : (unit ?? '')).trim();
  return { units: new Map([[keyOf(written), { power: 1, written }]]), share: null, mean: hasParts(kind), typed: false };
}

/** A count that does not say of what: it may be of anything. */
const isUnsaid = ({ units, share }: Quantity): boolean => share === null && units.size === 1 && units.get('')?.power === 1;
const isCount = ({ units, share }: Quantity): boolean => share === null && units.size === 1 && [...units.values()][0]?.power === 1;

function sameUnits(a: Quantity, b: Quantity): boolean {
  if ((isUnsaid(a) && isCount(b)) || (isCount(a) && isUnsaid(b))) return true;
  return a.share === b.share && a.units.size === b.units.size && [...a.units].every(([unit, { power }]) => b.units.get(unit)?.power === power);
}

/** « en appels », « en actes par heure », « un nombre sans unité ». */
function say({ units, share }: Quantity): string {
  if (share) return `en ${share}`;
  if (units.size === 0) return 'un nombre pur';
  if (units.size === 1 && units.get('')?.power === 1) return 'un nombre sans unité';
  const powers: Readonly<Record<number, string>> = { 1: '', 2: '²', 3: '³' };
  const raised = (word: string, power: number): string => `${word || 'nombre'}${powers[Math.abs(power)] ?? `^${Math.abs(power)}`}`;
  const all = [...units.values()];
  const over = all.flatMap(({ power, written }) => (power > 0 ? [raised(written, power)] : []));
  const under = all.flatMap(({ power, written }) => (power < 0 ? [` par ${raised(unitOf(1, written), power)}`] : []));
  return `en ${over.join(' × ') || 'nombre'}${under.join('')}`;
}

function times(a: Quantity, b: Quantity, sign: 1 | -1): Quantity {
  if (b.typed) return a;
  if (a.typed && sign === 1) return b;
  const units = new Map(a.units);
  for (const [unit, { power, written }] of b.units) {
    const before = units.get(unit);
    const total = (before?.power ?? 0) + sign * power;
    if (total === 0) units.delete(unit);
    else units.set(unit, { power: total, written: before?.written ?? written });
  }
  return { units, share: null, mean: false, typed: false };
}

const refused = (why: string): DomainError => new DomainError('formula-units', { why, field: 'formula' });

/** Who reads a formula to know of what it is a quantity. */
class UnitReader {
  constructor(
    private readonly formula: ReadFormula,
    private readonly indicators: ReadonlyMap<string, FormulaIndicator>,
  ) {}

  read(node: FormulaNode): Quantity {
    if (node.is === 'number') return number;
    if (node.is === 'negate') return this.read(node.of);
    if (node.is === 'input') {
      const input = this.formula.inputs[node.index];
      const indicator = input && this.indicators.get(input.id);
      return indicator ? quantityOfInput(indicator, input.part) : number;
    }
    if (node.is === 'operation') {
      const [left, right] = [this.read(node.left), this.read(node.right)];
      if (node.operator === '*') return times(left, right, 1);
      if (node.operator === '/') return times(left, right, -1);
      return this.together([node.left, node.right], [left, right], node.operator === '+' ? 'additionner' : 'soustraire');
    }
    const given = node.given.map((one) => this.read(one));
    if (node.name === 'arrondi') return given[0] ?? number;
    return this.together(node.given, given, node.name === 'somme' ? 'additionner' : node.name === 'moyenne' ? 'faire la moyenne de' : 'comparer');
  }

  private name(node: FormulaNode): string {
    return node.is === 'input' ? writeInput(this.formula.inputs[node.index] ?? { code: '', part: 'value' }) : formulaInWords({ ...this.formula, node }, ({ code }) => code);
  }

  /** Quantities that are added, subtracted, averaged or compared: all of one unit; rates and averages only compared or subtracted. */
  private together(nodes: readonly FormulaNode[], given: readonly Quantity[], verb: 'additionner' | 'soustraire' | 'faire la moyenne de' | 'comparer'): Quantity {
    const measured = given.flatMap((quantity, index) => (quantity.typed ? [] : [{ quantity, name: this.name(nodes[index] ?? nodes[0] ?? { is: 'number', value: 0 }) }]));
    const [first, ...others] = measured;
    if (!first) return number;
    const odd = others.find(({ quantity }) => !sameUnits(quantity, first.quantity));
    if (odd) throw refused(`${first.name} est ${say(first.quantity)}, ${odd.name} est ${say(odd.quantity)} : on ne peut pas les ${verb === 'faire la moyenne de' ? 'mettre dans une même moyenne' : verb}`);
    const rate = measured.find(({ quantity }) => quantity.mean);
    if (rate && others.length > 0 && (verb === 'additionner' || verb === 'faire la moyenne de')) {
      const what = rate.quantity.share ? 'des pourcentages' : 'des taux ni des moyennes';
      const how = verb === 'additionner' ? `on n’additionne pas ${what}` : `on ne fait pas la moyenne ${what.replace('des taux ni des moyennes', 'de taux ou de moyennes').replace('des', 'de')}`;
      throw refused(`${how} (${rate.name}) ; divisez la somme des numérateurs par celle des dénominateurs, par exemple somme(numérateur(${this.code(0)}) ; numérateur(${this.code(1)})) / somme(dénominateur(${this.code(0)}) ; dénominateur(${this.code(1)}))`);
    }
    return first.quantity;
  }

  private code(index: number): string {
    return (this.formula.inputs[index] ?? this.formula.inputs[0])?.code ?? '';
  }
}

/** True when the values of a rhythm can be brought together for the periods of another, or are the same. */
export const feedsFrequency = (input: PeriodKind, target: PeriodKind): boolean => input === target || periodMonths[input] < periodMonths[target];

/** The two formulas of what is kept in two parts: « a / b » or « 100 * a / b », the factor being that of the unit. */
export interface FormulaParts {
  numerator: FormulaNode;
  denominator: FormulaNode;
}

/** The parts a rate or an average is computed from; null when the formula is not a division. */
export function partsOfFormula(node: FormulaNode, unit: string | null): FormulaParts | null {
  const factor = ratioFactor(unit);
  const isFactor = (one: FormulaNode): boolean => one.is === 'number' && one.value === factor && factor !== 1;
  const bare = (one: FormulaNode): FormulaNode => {
    if (one.is !== 'operation' || one.operator !== '*') return one;
    return isFactor(one.left) ? one.right : isFactor(one.right) ? one.left : one;
  };
  const inner = bare(node);
  if (inner.is !== 'operation' || inner.operator !== '/') return null;
  return { numerator: inner === node ? bare(inner.left) : inner.left, denominator: inner.right };
}

/**
 * Checks that a formula gives what its indicator is: kinds, rhythms, units. Refused: `formula-unsuitable` (an answer by yes or no, a
 * rate that is no division, an input given less often, a part that does not exist), `formula-units`.
 */
export function checkFormula(formula: ReadFormula, target: FormulaIndicator, indicators: ReadonlyMap<string, FormulaIndicator>): void {
  const unsuitable = (why: string): DomainError => new DomainError('formula-unsuitable', { why, field: 'formula' });
  if (isAnswer(target.kind)) throw unsuitable('un oui ou non et un livrable se constatent, ils ne se calculent pas');
  if (target.frequency === 'event') throw unsuitable('ce qui est donné à chaque événement se saisit le jour venu ; une formule donne les valeurs d’une période, et peut y réunir des événements');
  for (const input of formula.inputs) {
    const indicator = indicators.get(input.id);
    if (!indicator) throw new DomainError('not-found');
    if (input.part !== 'value' && !hasParts(indicator.kind)) throw unsuitable(`${input.code} n’a ni numérateur ni dénominateur`);
    if (!feedsFrequency(indicator.frequency, target.frequency)) throw unsuitable(`${input.code} est donné ${frequencyLabels[indicator.frequency]} : il n’en vient pas de valeur ${frequencyLabels[target.frequency]}`);
    if (input.part === 'value' && indicator.frequency !== target.frequency && isShare(indicator.unit) && !hasParts(indicator.kind))
      throw unsuitable(`${input.code} est un pourcentage donné sans ses parties, ${frequencyLabels[indicator.frequency]} : plusieurs ne font pas celui d’une période plus longue`);
  }
  const reader = new UnitReader(formula, indicators);
  const whole = reader.read(formula.node);
  if (hasParts(target.kind)) {
    const parts = partsOfFormula(formula.node, target.unit);
    if (!parts) throw unsuitable(`un taux ou une moyenne s’écrit comme une division, par exemple ${target.unit === '%' ? '100 * PRE-01 / PRE-02' : 'PRE-01 / PRE-02'} : ses deux parties sont gardées`);
    if ([parts.numerator, parts.denominator].some((one) => reader.read(one).mean)) throw unsuitable('les deux parties d’un taux sont des nombres, pas des taux');
  }
  const wanted = keyOf(target.unit);
  const simple = [...whole.units];
  const told = say(whole);
  if (isShare(target.unit)) {
    const ratio = simple.reduce((sum, [, { power }]) => sum + power, 0) === 0;
    if (whole.share ? whole.share !== target.unit : !ratio) throw refused(`le résultat est ${told}, l’indicateur est en ${target.unit ?? ''}`);
    return;
  }
  if (whole.share) throw refused(`le résultat est ${told}, l’indicateur ${target.unit ? `est en ${target.unit}` : 'n’a pas d’unité'}`);
  // « heures par acte » and the like cannot be told from their words: only a single unit is compared.
  const [only] = simple;
  if (simple.length === 1 && only && only[1].power === 1 && only[0] !== '' && wanted !== '' && only[0] !== wanted) throw refused(`le résultat est ${told}, l’indicateur est en ${target.unit ?? ''}`);
  if (simple.length === 0 && wanted !== '' && !hasParts(target.kind)) throw refused(`le résultat est ${told}, l’indicateur est en ${target.unit ?? ''}`);
}
