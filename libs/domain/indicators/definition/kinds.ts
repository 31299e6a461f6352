import type { PeriodKind } from '@maillage/domain/kernel';

/**
 * What the values of an indicator are: a rate with both parts typed, a count, yes or no, a quantity (hours, euros), an average whose
 * total and number are typed apart, or a deliverable (yes or no, with its proof).
 */
export const indicatorKinds = ['ratio', 'count', 'yes-no', 'sum', 'average', 'deliverable'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];
/** Which way a value should go. */
export const indicatorDirections = ['up', 'down'] as const;
export type IndicatorDirection = (typeof indicatorDirections)[number];
/**
 * How the numbers of a year come together: added (acts, meetings), the last one (professionals enrolled) or their mean (patients
 * followed each month). Rates and averages always add their parts, whatever is written here.
 */
export const aggregations = ['sum', 'last', 'mean'] as const;
export type Aggregation = (typeof aggregations)[number];
/** Where a figure comes from. */
export const sourceKinds = ['cpam', 'rezone', 'declared', 'register', 'other'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Kinds of an indicator, in French. */
export const indicatorKindLabels: Readonly<Record<IndicatorKind, string>> = {
  'ratio': 'taux (numérateur et dénominateur)',
  'count': 'nombre',
  'sum': 'quantité',
  'average': 'moyenne (total et nombre)',
  'yes-no': 'oui ou non',
  'deliverable': 'livrable (oui ou non, avec sa preuve)',
};
/** Directions, in French. */
export const directionLabels: Readonly<Record<IndicatorDirection, string>> = { up: 'doit augmenter', down: 'doit diminuer' };
/** Rhythms of an indicator, in French. */
export const frequencyLabels: Readonly<Record<PeriodKind, string>> = {
  'month': 'chaque mois',
  'quarter': 'chaque trimestre',
  'half-year': 'chaque semestre',
  'civil-year': 'chaque année civile',
  'contract-year': 'chaque année du contrat',
  'event': 'à chaque événement',
};
/** Where values come from, in French. */
export const sourceKindLabels: Readonly<Record<SourceKind, string>> = {
  cpam: 'Requête de la CPAM',
  rezone: 'Rezone CPTS',
  declared: 'Déclaré par la communauté',
  register: 'Registre',
  other: 'Autre source',
};

/** True for what is answered by yes (1) or no (0): no unit, no decimals, no target but yes. */
export const isAnswer = (kind: IndicatorKind): boolean => kind === 'yes-no' || kind === 'deliverable';

/** True for what is typed in two parts (numerator and denominator, total and number): several values add their parts. */
export const hasParts = (kind: IndicatorKind): boolean => kind === 'ratio' || kind === 'average';

/** True for what is typed as one number that adds up or not: a count or a quantity. */
export const isCounted = (kind: IndicatorKind): boolean => kind === 'count' || kind === 'sum';

/** True when the values of a year are added: its target is that of the year, one value alone is not compared with it. */
export const isAdded = ({ kind, aggregation }: { kind: IndicatorKind; aggregation: Aggregation }): boolean => isCounted(kind) && aggregation === 'sum';

/** True for a percentage or a per thousand: never added, never averaged. */
export const isShare = (unit: string | null): boolean => unit === '%' || unit === '‰';

/** True when a value cannot be validated without a proof: the yes of a deliverable. */
export const needsProof = ({ kind }: { kind: IndicatorKind }, value: number): boolean => kind === 'deliverable' && value === 1;
