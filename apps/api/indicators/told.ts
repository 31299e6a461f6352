import { without } from '@maillage/domain/kernel';
import type { EntryGrid, EvidenceCard, IndicatorCard, IndicatorLine } from '@maillage/features/indicators';
import type { ProofCardDto } from './evidence.dto';
import type { IndicatorDto } from './indicator-definition.dto';
import type { IndicatorLineDto } from './indicators.dto';
import type { ActedValueLineDto, EntryGridDto, IndicatorCardDto } from './measures.dto';

// What the store keeps beside what people read (who wrote, where bytes are) stays inside: an answer has the fields of its class only.

const indicatorTold = (indicator: IndicatorLine['indicator']): IndicatorDto => without(indicator, 'updatedBy');

/** A line of the list of indicators, as its class documents it. */
export const lineTold = (line: IndicatorLine): IndicatorLineDto => ({ ...line, indicator: indicatorTold(line.indicator) });

/** The card of an indicator, as its class documents it. */
export const cardTold = (card: IndicatorCard): IndicatorCardDto => ({ ...card, indicator: indicatorTold(card.indicator), values: card.values.map(valueTold) });

/** The entry page, as its class documents it. */
export const gridTold = (grid: EntryGrid): EntryGridDto => ({
  ...grid,
  lines: grid.lines.map((line) => ({ ...line, ...valueTold(line), indicator: indicatorTold(line.indicator) })),
});

/** A value with what can be done to it; the line may come with the indicator it is a value of. */
function valueTold({ indicator: _, ...line }: IndicatorCard['values'][number] & { indicator?: unknown }): ActedValueLineDto {
  return {
    ...line,
    measure:
      line.measure &&
      without(line.measure, 'recordedBy', 'validatedBy', 'submittedBy', 'checkedBy', 'returnedBy', 'exceptionId', 'updatedAt', 'updatedBy'),
    evidence: line.evidence.map((proof) => without(proof, 'fileId')),
  };
}

/** A proof of the list, as its class documents it. */
export const proofTold = <T extends { fileId: string | null }>(proof: T): Omit<T, 'fileId'> => without(proof, 'fileId');

/** The card of a proof, as its class documents it. */
export const proofCardTold = (card: EvidenceCard): ProofCardDto => ({
  ...card,
  evidence: without(card.evidence, 'fileId', 'addedById'),
  values: card.values.map((value) => without(value, 'periodEnd')),
});
