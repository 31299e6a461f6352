import { DomainError, type Uuid } from '@maillage/domain/kernel';

/** Which figure of an indicator a formula reads: the one shown, or one of its two parts. */
export const inputParts = ['value', 'numerator', 'denominator'] as const;
export type InputPart = (typeof inputParts)[number];

/** What a formula reads. Each source has its kind: registers of activity will be another. */
export interface IndicatorFormulaInput {
  kind: 'indicator';
  id: Uuid;
  /** As the formula names it; the id stays when the code of the indicator changes. */
  code: string;
  part: InputPart;
}
/** What a formula reads, whatever its kind. */
export type FormulaInput = IndicatorFormulaInput;

/** A formula as it is kept: as it was typed, and what each of its names stands for. */
export interface Formula {
  text: string;
  inputs: FormulaInput[];
}

/** What can be called in a formula; the names are those people type. */
export const formulaFunctions = ['somme', 'moyenne', 'min', 'max', 'arrondi'] as const;
export type FormulaFunction = (typeof formulaFunctions)[number];
/** One of the operations a formula may do. */
export type FormulaOperator = '+' | '-' | '*' | '/';

/** A formula once read: nothing but numbers, inputs (by their place in the list), four operations and named functions. */
export type FormulaNode =
  | { is: 'number'; value: number }
  | { is: 'input'; index: number }
  | { is: 'negate'; of: FormulaNode }
  | { is: 'operation'; operator: FormulaOperator; left: FormulaNode; right: FormulaNode }
  | { is: 'call'; name: FormulaFunction; given: FormulaNode[] };

/** A formula that was read. */
export interface ReadFormula extends Formula {
  node: FormulaNode;
}

/** What bounds the reading of a formula, whatever is typed. */
export const formulaLimits = { characters: 500, inputs: 20, depth: 30, nodes: 200 } as const;

/**
 * What turns an expression of numbers, identifiers, four operations and calls into an ESTree-like tree. It throws, with the `index` of the
 * character, what it does not understand. It runs nothing: the tree is data, and only the nodes known here are taken from it.
 */
export type ExpressionParser = (expression: string) => unknown;

/** An indicator a formula may name. */
export interface NameInFormula {
  id: Uuid;
  code: string;
}

const partLabels: Readonly<Record<InputPart, string>> = { value: '', numerator: 'numérateur', denominator: 'dénominateur' };

/** How a formula names one of its inputs: `PRE-01`, `numérateur(PRE-01)`. */
export const writeInput = ({ code, part }: Pick<FormulaInput, 'code' | 'part'>): string => (part === 'value' ? code : `${partLabels[part]}(${code})`);

/** The formula in words: the names of its indicators instead of their codes. */
export function formulaInWords({ node, inputs }: ReadFormula, nameOf: (input: FormulaInput) => string): string {
  const names = inputs.map((input) => `${partLabels[input.part] && `${partLabels[input.part]} de `}« ${nameOf(input)} »`);
  const signs: Readonly<Record<FormulaOperator, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };
  const weight = (one: FormulaNode): number => (one.is === 'operation' ? (one.operator === '+' || one.operator === '-' ? 1 : 2) : 3);
  const tell = (one: FormulaNode): string => {
    if (one.is === 'number') return String(one.value).replace('.', ',');
    if (one.is === 'input') return names[one.index] ?? '';
    if (one.is === 'negate') return `−${weight(one.of) < 3 ? `(${tell(one.of)})` : tell(one.of)}`;
    if (one.is === 'call') return `${one.name} de (${one.given.map(tell).join(' ; ')})`;
    const own = weight(one);
    const left = weight(one.left) < own ? `(${tell(one.left)})` : tell(one.left);
    const tight = one.operator === '-' || one.operator === '/';
    const right = weight(one.right) < own || (tight && weight(one.right) === own) ? `(${tell(one.right)})` : tell(one.right);
    return `${left} ${signs[one.operator]} ${right}`;
  };
  return tell(node);
}

/** What feeds what, by indicator. */
export type Feeding = ReadonlyMap<Uuid, readonly Uuid[]>;

/**
 * The circle an indicator would be in, from itself back to itself; null when there is none. `feeding` gives the inputs of each
 * computed indicator, this one included.
 */
export function circleOf(start: Uuid, feeding: Feeding): Uuid[] | null {
  const seen = new Set<Uuid>();
  const stack: Uuid[][] = [[start]];
  for (let path = stack.pop(); path; path = stack.pop()) {
    const last = path[path.length - 1] ?? start;
    for (const input of feeding.get(last) ?? []) {
      if (input === start) return [...path, start];
      if (seen.has(input)) continue;
      seen.add(input);
      stack.push([...path, input]);
    }
  }
  return null;
}

/**
 * What counts patients stays so in what is computed from it: its small numbers leave masked too. `computed`: an indicator with a formula,
 * among its inputs. Refused: `formula-unsuitable`, named from the field that is changed.
 */
export function requirePatientsTold(computed: { code: string; countsPatients: boolean; archivedAt?: Date | null }, inputs: readonly { code: string; countsPatients: boolean }[], field: 'formula' | 'countsPatients'): void {
  const patients = inputs.find(({ countsPatients }) => countsPatients);
  if (!patients || computed.countsPatients) return;
  const first = computed.archivedAt ? `remettez ${computed.code}, archivé, en service, puis ` : '';
  const why = `${patients.code} compte des patients : ${first}cochez « Le chiffre compte des patients » pour ${computed.code} aussi, afin que ses petits effectifs restent masqués`;
  throw new DomainError('formula-unsuitable', { why, field });
}
