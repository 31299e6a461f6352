import { DomainError, ensure } from '@maillage/domain/kernel';
import {
  type ExpressionParser, formulaFunctions, type FormulaFunction, type FormulaInput, formulaLimits, type FormulaNode, type FormulaOperator, type InputPart,
  type NameInFormula, type ReadFormula,
} from './formula';

const fault = (why: string, place: number): DomainError => new DomainError('formula-invalid', { why, place: place + 1, field: 'formula' });

const parts: Readonly<Record<string, InputPart>> = { numerateur: 'numerator', total: 'numerator', denominateur: 'denominator', nombre: 'denominator' };
const signs: Readonly<Record<string, string>> = { '+': '+', '-': '-', '−': '-', '–': '-', '*': '*', '×': '*', '/': '/', '÷': '/' };
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const numbers = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?/y;
const words = /\p{L}[\p{L}\p{N}\p{M}.-]*/uy;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** What was read before: an operand, an operator (or the beginning), an opening. */
type Before = 'operand' | 'operator' | 'opening';

/**
 * Reads what is typed, sign by sign, and writes the same in the only alphabet given to the parser: same length, so that a fault is at the
 * same character. Nothing that is not a number, a sign, a known code or a known function goes through.
 */
class FormulaScanner {
  readonly inputs: FormulaInput[] = [];
  private expression = '';
  private before: Before = 'operator';
  /** Of each opening: what it belongs to; null for plain parentheses. */
  private readonly openings: (FormulaFunction | null)[] = [];
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly known: ReadonlyMap<string, NameInFormula>,
  ) {}

  scan(): string {
    while (this.at < this.text.length) this.step(this.text.charAt(this.at));
    ensure(this.inputs.length > 0, 'formula-unsuitable', { why: 'elle ne nomme aucun indicateur', field: 'formula' });
    if (this.openings.length > 0) throw fault('une parenthèse ouverte n’est pas fermée', this.text.length - 1);
    if (this.before !== 'operand') throw fault('elle n’est pas finie : il manque un indicateur ou un nombre', this.text.length - 1);
    return this.expression;
  }

  private write(what: string, length: number): void {
    this.expression += what.padEnd(length, ' ');
    this.at += length;
  }

  private operand(what: string, length: number): void {
    if (this.before === 'operand') throw fault('il manque un signe (+, −, ×, ÷) avant ce terme', this.at);
    this.write(what, length);
    this.before = 'operand';
  }

  private step(sign: string): void {
    if (/\s/.test(sign)) return this.write(' ', 1);
    if (/\d/.test(sign)) return this.number();
    if (sign === '[') return this.bracketed();
    if (/\p{L}/u.test(sign)) return this.word();
    if (sign === '(') return this.open(null);
    if (sign === ')') return this.close();
    if (sign === ';' || sign === ',') return this.separate();
    const operator = signs[sign];
    if (operator) return this.operator(operator);
    throw fault(sign === '%' ? 'le signe « % » ne s’écrit pas dans une formule ; pour un taux, écrivez par exemple 100 * PRE-01 / PRE-02' : `le signe « ${sign} » n’est pas admis`, this.at);
  }

  private number(): void {
    const found = matchAt(numbers, this.text, this.at) ?? '';
    const next = this.text.charAt(this.at + found.length);
    if (/\p{L}/u.test(next)) throw fault('un nombre est collé à un mot ; mettez le code entre crochets s’il commence par un chiffre', this.at);
    const value = found.replace(/[ \u00a0\u202f]/g, '').replace(',', '.');
    if (!(Number(value) < 1e12)) throw fault('ce nombre est trop grand', this.at);
    this.operand(value, found.length);
  }

  private bracketed(): void {
    const end = this.text.indexOf(']', this.at);
    const code = end < 0 ? '' : this.text.slice(this.at + 1, end).trim().toUpperCase();
    if (end < 0) throw fault('le crochet n’est pas fermé', this.at);
    this.input(code, 'value', end + 1 - this.at);
  }

  private word(): void {
    const run = matchAt(words, this.text, this.at) ?? '';
    const after = this.text.slice(this.at + run.length).trimStart();
    if (after.startsWith('(')) return this.call(run);
    // « ACC-01-ACC-02 » typed without spaces: the longest code that is known, then a sign.
    for (let length = run.length; length > 1; length -= 1) {
      const whole = length === run.length || run.charAt(length) === '-';
      if (whole && this.known.has(run.slice(0, length).toUpperCase())) return this.input(run.slice(0, length).toUpperCase(), 'value', length);
    }
    this.input(run.toUpperCase(), 'value', run.length);
  }

  private call(run: string): void {
    const name = plain(run);
    const asked = formulaFunctions.find((one) => one === name);
    if (asked) {
      if (this.before === 'operand') throw fault('il manque un signe (+, −, ×, ÷) avant ce terme', this.at);
      this.write(`_${formulaFunctions.indexOf(asked)}`, run.length);
      while (this.text.charAt(this.at) !== '(') this.write(' ', 1);
      return this.open(asked);
    }
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (!part) throw fault(`« ${run.slice(0, 30)} » n’est pas une fonction connue (${formulaFunctions.join(', ')}, numérateur, dénominateur)`, this.at);
    const opening = this.text.indexOf('(', this.at);
    const end = this.text.indexOf(')', opening);
    const code = end < 0 ? '' : this.text.slice(opening + 1, end).replace(/[[\]]/g, '').trim().toUpperCase();
    if (end < 0 || code === '') throw fault(`« ${run} » s’écrit avec le code d’un indicateur : ${run}(PRE-01)`, this.at);
    this.input(code, part, end + 1 - this.at);
  }

  private input(code: string, part: InputPart, length: number): void {
    const indicator = this.known.get(code);
    if (!indicator) throw new DomainError('formula-unknown-code', { code: code.slice(0, 30), place: this.at + 1, field: 'formula' });
    let index = this.inputs.findIndex((one) => one.id === indicator.id && one.part === part);
    if (index < 0) index = this.inputs.push({ kind: 'indicator', id: indicator.id, code, part }) - 1;
    if (index >= formulaLimits.inputs) throw fault(`une formule nomme ${formulaLimits.inputs} indicateurs au plus`, this.at);
    this.operand(`$${index.toString(36)}`, length);
  }

  private open(of: FormulaFunction | null): void {
    if (this.before === 'operand') throw fault('il manque un signe (+, −, ×, ÷) avant la parenthèse', this.at);
    if (this.openings.push(of) > formulaLimits.depth) throw fault('trop de parenthèses les unes dans les autres', this.at);
    this.write('(', 1);
    this.before = 'opening';
  }

  private close(): void {
    if (this.openings.length === 0) throw fault('cette parenthèse n’a pas été ouverte', this.at);
    if (this.before !== 'operand') throw fault('il manque un indicateur ou un nombre avant la parenthèse', this.at);
    this.openings.pop();
    this.write(')', 1);
  }

  private separate(): void {
    if (!this.openings[this.openings.length - 1]) throw fault('une virgule ou un point-virgule ne sépare que ce qui est donné à une fonction', this.at);
    if (this.before !== 'operand') throw fault('il manque un indicateur ou un nombre avant cette séparation', this.at);
    this.write(',', 1);
    this.before = 'opening';
  }

  private operator(operator: string): void {
    if (this.before === 'operator' && this.expression.trim() !== '') throw fault('deux signes se suivent', this.at);
    if (this.before !== 'operand' && operator !== '-') throw fault('il manque un indicateur ou un nombre avant ce signe', this.at);
    this.write(operator, 1);
    this.before = 'operator';
  }
}

type Tree = Readonly<Record<string, unknown>>;

/** The tree of the parser, node by node: only what a formula is made of is taken. Anything else refuses the whole. */
function takeTree(tree: unknown, inputs: number): FormulaNode {
  let count = 0;
  const take = (given: unknown, depth: number): FormulaNode => {
    count += 1;
    const one = (typeof given === 'object' && given !== null ? given : {}) as Tree;
    if (count > formulaLimits.nodes || depth > formulaLimits.nodes) throw fault('elle est trop longue', 0);
    if (one['type'] === 'Literal' && typeof one['value'] === 'number') return { is: 'number', value: one['value'] };
    if (one['type'] === 'Identifier') {
      const index = Number.parseInt(String(one['name']).slice(1), 36);
      if (String(one['name']).startsWith('$') && index < inputs) return { is: 'input', index };
    }
    if (one['type'] === 'UnaryExpression' && one['operator'] === '-') return { is: 'negate', of: take(one['argument'], depth + 1) };
    if (one['type'] === 'BinaryExpression' && ['+', '-', '*', '/'].includes(String(one['operator'])))
      return { is: 'operation', operator: one['operator'] as FormulaOperator, left: take(one['left'], depth + 1), right: take(one['right'], depth + 1) };
    if (one['type'] === 'CallExpression' && Array.isArray(one['arguments'])) {
      const called = (one['callee'] ?? {}) as Tree;
      const name = called['type'] === 'Identifier' && String(called['name']).startsWith('_') ? formulaFunctions[Number(String(called['name']).slice(1))] : undefined;
      if (name) return checkCall(name, one['arguments'].map((argument) => take(argument, depth + 1)));
    }
    throw fault('une de ses parties n’est pas admise', 0);
  };
  return take(tree, 0);
}

function checkCall(name: FormulaFunction, given: FormulaNode[]): FormulaNode {
  if (name !== 'arrondi') return { is: 'call', name, given };
  const [, decimals] = given;
  const whole = decimals === undefined || (decimals.is === 'number' && Number.isInteger(decimals.value) && decimals.value <= 4);
  if (given.length > 2 || !whole) throw fault('« arrondi » s’écrit arrondi(ce qui est arrondi ; nombre de décimales de 0 à 4)', 0);
  return { is: 'call', name, given };
}

/**
 * Reads a formula: codes of indicators, numbers (decimal comma or point), + − × ÷, parentheses, and functions whose terms are separated by « ; ».
 * Refused with the character it is at: `formula-invalid`, `formula-unknown-code`; and what names nothing, `formula-unsuitable`.
 */
export function readFormula(text: string, indicators: readonly NameInFormula[], parser: ExpressionParser): ReadFormula {
  if (text.length > formulaLimits.characters) throw fault(`elle dépasse ${formulaLimits.characters} caractères`, formulaLimits.characters);
  const known = new Map(indicators.map((one) => [one.code.toUpperCase(), one]));
  const typed = text.normalize('NFC').trim();
  ensure(typed !== '', 'formula-unsuitable', { why: 'elle est vide', field: 'formula' });
  const scanner = new FormulaScanner(typed, known);
  const expression = scanner.scan();
  let tree: unknown;
  try {
    tree = parser(expression);
  } catch (error) {
    const index = (error as { index?: unknown }).index;
    throw fault('un signe manque ou est de trop', typeof index === 'number' ? Math.min(index, typed.length - 1) : 0);
  }
  return { text: typed, inputs: scanner.inputs, node: takeTree(tree, scanner.inputs.length) };
}
