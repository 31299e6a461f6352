import jsep from 'jsep';
import { readFormula, type ExpressionParser, type Formula, type NameInFormula, type ReadFormula } from '@maillage/domain/indicators';

/** Turns an expression into a tree; it runs nothing, and only what the rules of formulas know is taken from the tree. */
export const expressionParser: ExpressionParser = (expression) => jsep(expression);

/** Reads what was typed, against the indicators it may name. */
export const readTyped = (text: string, indicators: readonly NameInFormula[]): ReadFormula => readFormula(text, indicators, expressionParser);

/** Reads a formula as it was kept: its names are those it had then, whatever codes have become. */
export const readKept = ({ text, inputs }: Formula): ReadFormula => readTyped(text, inputs);
