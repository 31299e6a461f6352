import { type Cents, ensure, formatEuros, freeText } from '@maillage/domain/kernel';

/** What can be concluded of an indicator. */
export const conclusions = ['reached', 'partly', 'not-reached'] as const;
/** What was agreed of an objective. */
export type Conclusion = (typeof conclusions)[number];

/** The conclusions in French. */
export const conclusionLabels: Readonly<Record<Conclusion, string>> = { 'reached': 'atteint', 'partly': 'en partie', 'not-reached': 'non atteint' };

/** What a comment or a remark holds at most, in characters: three of them stay on the printed page of a mission. */
export const remarkLimit = 1500;

/** What is said of an indicator of the contract in the review of a year. */
export interface ReviewLine {
  /** The community's own comment. */
  comment: string | null;
  /** Remark of the *caisse* (CPAM). */
  fundRemark: string | null;
  arsRemark: string | null;
  /** null: not examined yet. */
  conclusion: Conclusion | null;
  /** Euros agreed; null: what the rule of the contract computes. */
  agreedCents: Cents | null;
}

/** A line nobody has written on. */
export const emptyLine: ReviewLine = { comment: null, fundRemark: null, arsRemark: null, conclusion: null, agreedCents: null };

/** What a line is about: the most the indicator pays (null: nothing is computed on it this year) and what the rule computes. */
export interface LineMoney {
  maxCents: Cents | null;
  computedCents: Cents;
}

/**
 * The line cleaned. Refused: a text too long or with a patient's identifier, an amount outside 0..max (`review-amount-outside`),
 * an amount typed that says the contrary of the conclusion (`review-conclusion-contradicts`).
 */
export function checkLine(input: ReviewLine, money: LineMoney): ReviewLine {
  const { conclusion, agreedCents } = input;
  ensure(conclusion === null || conclusions.includes(conclusion), 'invalid-input', { field: 'conclusion', label: 'Conclusion' });
  if (agreedCents !== null) {
    const max = money.maxCents ?? 0;
    ensure(Number.isInteger(agreedCents) && agreedCents >= 0 && agreedCents <= max && money.maxCents !== null, 'review-amount-outside', { max: formatEuros(max) });
    const against = contradiction({ conclusion, agreedCents }, money);
    ensure(against === null, 'review-conclusion-contradicts', { why: against });
  }
  return {
    comment: freeText(input.comment, 'Commentaire de la communauté', remarkLimit),
    fundRemark: freeText(input.fundRemark, 'Remarque de la caisse', remarkLimit),
    arsRemark: freeText(input.arsRemark, 'Remarque de l’ARS', remarkLimit),
    conclusion,
    agreedCents,
  };
}

/** Euros of a line: those agreed, else those computed. */
export const agreedOf = ({ agreedCents }: Pick<ReviewLine, 'agreedCents'>, { computedCents }: Pick<LineMoney, 'computedCents'>): Cents =>
  agreedCents ?? computedCents;

/** How the euros of a line say the contrary of its conclusion, in French; null when they agree. « En partie » may pay nothing: all or nothing is the rule. */
export function contradiction(line: Pick<ReviewLine, 'conclusion' | 'agreedCents'>, money: LineMoney): string | null {
  if (line.conclusion === null || money.maxCents === null || money.maxCents === 0) return null;
  const cents = agreedOf(line, money);
  if (line.conclusion === 'not-reached' && cents > 0) return `« non atteint » et ${formatEuros(cents)} retenus`;
  if (line.conclusion === 'reached' && cents === 0) return '« atteint » et 0 € retenu';
  return null;
}

/**
 * What the figures alone would conclude, offered and never written by itself: everything paid is « atteint », nothing « non atteint »,
 * a part « en partie ». null: nothing is computed, or nothing was validated.
 */
export function suggestedConclusion(money: LineMoney, result: { status: 'missing' | 'draft' | 'validated'; value: number | null }, kind: 'count' | 'rate' | 'done'): Conclusion | null {
  if (result.status !== 'validated' || result.value === null) return null;
  if (money.maxCents === null) return null;
  if (money.maxCents === 0) return kind === 'done' ? (result.value === 1 ? 'reached' : 'not-reached') : null;
  if (money.computedCents === 0) return 'not-reached';
  return money.computedCents >= money.maxCents ? 'reached' : 'partly';
}
