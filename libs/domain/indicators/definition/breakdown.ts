import { decimalsOf, type DomainErrorMeta, ensure, formatNumber, freeText, french, roundTo, textLimits } from '@maillage/domain/kernel';
import { hasParts, isAnswer, type IndicatorKind } from './kinds';

/** What a value can be split by. */
export const breakdownKinds = ['profession', 'structure', 'commune', 'age-band', 'list'] as const;
export type BreakdownKind = (typeof breakdownKinds)[number];

/** The ways a value is split, in French. */
export const breakdownLabels: Readonly<Record<BreakdownKind, string>> = {
  'profession': 'Par profession',
  'structure': 'Par structure',
  'commune': 'Par commune',
  'age-band': 'Par tranche d’âge',
  'list': 'Autre répartition',
};

/** How values can be detailed: the parts are names, in their order. One breakdown of each kind at most. */
export interface Breakdown {
  kind: BreakdownKind;
  /** What the parts are called: « Par profession », « Par lieu de dépistage ». */
  label: string;
  parts: string[];
}

/** Parts of a split at most, and characters of the name of one. */
export const breakdownLimits = { parts: 200, label: 80 } as const;

/** Usual bands of ages, to start from. */
export const usualAgeBands: readonly string[] = ['0–17 ans', '18–39 ans', '40–59 ans', '60–74 ans', '75 ans et plus'];

/** A part of a value: its share of the total, or of both parts of a ratio. A part that is not given is no row. */
export interface MeasurePart {
  breakdown: BreakdownKind;
  part: string;
  numerator: number | null;
  denominator: number | null;
  /** The figure of the part; null for a ratio over nobody. */
  value: number | null;
}

/** A part as people give it. */
export interface MeasurePartInput {
  breakdown: BreakdownKind;
  part: string;
  numerator?: number | null;
  denominator?: number | null;
  value?: number | null;
}

/** Breakdowns to be kept: a name, at least two parts, none twice. */
export function checkBreakdowns(input: readonly Breakdown[]): Breakdown[] {
  const seen = new Set<BreakdownKind>();
  return input.map(({ kind, label, parts }) => {
    ensure(breakdownKinds.includes(kind) && !seen.has(kind), 'breakdown-invalid', { rule: 'une seule répartition de chaque sorte' });
    seen.add(kind);
    const names = parts.flatMap((part) => freeText(part, 'Part', breakdownLimits.label) ?? []);
    ensure(names.length >= 2, 'breakdown-invalid', { rule: 'au moins deux parts par répartition' });
    ensure(names.length <= breakdownLimits.parts, 'breakdown-invalid', { rule: `au plus ${breakdownLimits.parts} parts par répartition` });
    ensure(new Set(names.map((name) => name.toLocaleLowerCase('fr'))).size === names.length, 'breakdown-invalid', { rule: 'chaque part une seule fois' });
    return { kind, label: freeText(label, 'Répartition', textLimits.title) ?? breakdownLabels[kind], parts: names };
  });
}

/** What the rules read of an indicator to take the parts of a value. */
export interface Detailed {
  kind: IndicatorKind;
  unit: string | null;
  decimals: number;
  breakdowns: readonly Breakdown[];
}

/** The whole that the parts make. */
export interface Whole {
  numerator: number | null;
  denominator: number | null;
  value: number;
}

/**
 * The parts of a value, checked: names of the definition, possible numbers, and for each breakdown the sum of its parts is the value
 * (of its numerators and denominators, for a rate or an average). Refused: `part-unknown`, `parts-differ`, the refusals of numbers.
 */
export function checkParts(
  indicator: Detailed,
  whole: Whole,
  input: readonly MeasurePartInput[],
  figure: (numerator: number, denominator: number) => number,
  decimals: number,
): MeasurePart[] {
  if (isAnswer(indicator.kind)) {
    ensure(input.length === 0, 'part-unknown', { part: input[0]?.part ?? '', field: 'parts' });
    return [];
  }
  const twoParts = hasParts(indicator.kind);
  const seen = new Set<string>();
  const parts = input.map((one): MeasurePart => {
    const breakdown = indicator.breakdowns.find(({ kind }) => kind === one.breakdown);
    const key = `${one.breakdown} ${one.part}`;
    ensure(breakdown !== undefined && breakdown.parts.includes(one.part) && !seen.has(key), 'part-unknown', { part: one.part, field: 'parts' });
    seen.add(key);
    const { breakdown: kind, part } = one;
    if (!twoParts) return { breakdown: kind, part, numerator: null, denominator: null, value: number(one.value, part, indicator.decimals) };
    const [numerator, denominator] = [number(one.numerator, part, decimals), number(one.denominator, part, decimals)];
    ensure(denominator > 0 || numerator === 0, 'measure-denominator-zero', { label: part, field: 'parts' });
    return { breakdown: kind, part, numerator, denominator, value: denominator > 0 ? figure(numerator, denominator) : null };
  });
  for (const { kind, label } of indicator.breakdowns) {
    const own = parts.filter(({ breakdown }) => breakdown === kind);
    if (own.length === 0) continue;
    for (const field of twoParts ? (['numerator', 'denominator'] as const) : (['value'] as const)) {
      const sum = roundTo(own.reduce((total, one) => total + (one[field] ?? 0), 0), 6);
      ensure(sum === roundTo(whole[field] ?? 0, 6), 'parts-differ', { label, sum: formatNumber(sum), total: formatNumber(whole[field] ?? 0), field: 'parts' });
    }
  }
  const order = (one: MeasurePart): number => {
    const at = indicator.breakdowns.findIndex(({ kind }) => kind === one.breakdown);
    return at * (breakdownLimits.parts + 1) + (indicator.breakdowns[at]?.parts.indexOf(one.part) ?? 0);
  };
  return parts.sort((a, b) => order(a) - order(b));
}

/** « Médecins : 12, Infirmiers : 3 sur 8 »: parts in one line, as the journal keeps them. */
export function tellParts(parts: readonly MeasurePart[]): string {
  return french(
    parts
      .map(({ part, numerator, denominator, value }) => `${part} : ${numerator === null || denominator === null ? formatNumber(value ?? 0) : `${formatNumber(numerator)} sur ${formatNumber(denominator)}`}`)
      .join(', '),
  );
}

/**
 * The parts to keep when a value is given again without a word of them: those it had, while its total is the same and they still
 * are parts of the indicator.
 */
export function keptParts(indicator: Pick<Detailed, 'breakdowns'>, existing: (Whole & { parts?: readonly MeasurePart[] }) | null | undefined, given: { [Field in keyof Whole]?: number | null }): readonly MeasurePart[] {
  if (!existing?.parts) return [];
  const same = (['numerator', 'denominator', 'value'] as const).every((field) => given[field] === undefined || given[field] === null || given[field] === existing[field]);
  const known = existing.parts.every(({ breakdown, part }) => indicator.breakdowns.some(({ kind, parts }) => kind === breakdown && parts.includes(part)));
  return same && known ? existing.parts : [];
}

function number(value: number | null | undefined, label: string, max: number): number {
  const meta: DomainErrorMeta = { label, field: 'parts', max };
  ensure(typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e12, 'invalid-number', meta);
  ensure(value >= 0, 'measure-negative', meta);
  ensure(decimalsOf(value) <= max, 'measure-decimals', meta);
  return value;
}
