import { checkFormula, circleOf, type Formula, type FormulaIndicator } from '@maillage/domain/indicators';
import { DomainError } from '@maillage/domain/kernel';
import { readTyped } from './formula-parser';
import type { StoredIndicator } from '../definition/indicator.store';

/**
 * The formula of a definition, read against the indicators of the community and checked: known codes, units, rhythms, no circle. `own`: the
 * indicator itself when it exists. Codes it was written with stay known to it when they change. Refused: `formula-…`.
 */
export function resolveFormula(text: string, target: Omit<FormulaIndicator, 'id'>, own: StoredIndicator | null, others: readonly StoredIndicator[]): Formula {
  const id = own?.id ?? newcomer;
  const inUse = others.filter(({ archivedAt }) => archivedAt === null);
  const held = (own?.formula?.inputs ?? []).filter((input) => others.some((one) => one.id === input.id));
  const known = [...held.map((input) => ({ id: input.id, code: input.code })), ...inUse, { id, code: target.code }];
  const formula = readTyped(text, known);
  const feeding = new Map(others.flatMap((one): [string, string[]][] => (one.formula ? [[one.id, one.formula.inputs.map((input) => input.id)]] : [])));
  feeding.set(id, formula.inputs.map((input) => input.id));
  const circle = circleOf(id, feeding);
  const codes = new Map([...others.map((one): [string, string] => [one.id, one.code]), [id, target.code] as const]);
  if (circle) throw new DomainError('formula-circular', { circle: circle.map((one) => codes.get(one) ?? '').join(' → '), field: 'formula' });
  checkFormula(formula, { ...target, id }, new Map(others.map((one) => [one.id, one])));
  return { text: formula.text, inputs: formula.inputs };
}

/** Stands for an indicator that is being created. */
const newcomer = '00000000-0000-0000-0000-000000000000';
