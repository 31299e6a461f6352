import { outgoingInWords, type ReviewSheet, type SheetIndicator, targetInShort } from '@maillage/domain/review';
import { formatDayShort, formatEuros } from '../../lib/format';
import { reviewText } from '../../messages/review';
import { StatusBadge } from '../../ui';
import classes from './paper.module.css';
import { conclusionTone, resultOnPaper } from './words';

const text = reviewText.print;

/** The conclusion, with its sign. */
export function Conclusion({ indicator }: { indicator: SheetIndicator }) {
  const key = indicator.conclusion ?? 'none';
  return <StatusBadge plain tone={conclusionTone[key]} label={reviewText.conclusions[key]} />;
}

/** The euros settled, out of the most. */
export function Euros({ indicator, whole }: { indicator: SheetIndicator; whole?: boolean }) {
  const { maxCents, settledCents, computedCents, agreedCents, onlyIfCrisis } = indicator;
  if (maxCents === null) return <span className={classes.soft}>{onlyIfCrisis && whole ? text.crisisOnly : '–'}</span>;
  if (maxCents === 0) return <span className={classes.soft}>–</span>;
  return (
    <>
      <strong>{formatEuros(settledCents)}</strong>
      <span className={classes.soft}> {whole ? reviewText.totals.of(formatEuros(maxCents)) : `/ ${formatEuros(maxCents)}`}</span>
      {whole && agreedCents !== null && agreedCents !== computedCents ? <span className={classes.under}>{reviewText.line.byHand(formatEuros(computedCents))}</span> : null}
    </>
  );
}

/** The result, then where it comes from. */
export function Result({ indicator, sheet }: { indicator: SheetIndicator; sheet: ReviewSheet }) {
  const value = resultOnPaper(indicator, sheet);
  const { result, proofs } = indicator;
  if (value === null) return <span className={classes.soft}>{reviewText.results.missing}</span>;
  return (
    <>
      <strong>{value}</strong>
      {result.status === 'draft' ? <span className={classes.soft}> ({reviewText.results.draft})</span> : null}
      <span className={classes.under}>{[result.source, result.asOf ? formatDayShort(result.asOf) : null].filter(Boolean).join(', ')}</span>
      <span className={classes.under}>
        {reviewText.line.proofs(result.evidence)}
        {proofs.length > 0 ? ` : ${proofs.map(({ name }) => name).join(', ')}` : ''}
      </span>
    </>
  );
}

/** What the next year would say, in few words. */
export function nextInShort(indicator: SheetIndicator, { community }: ReviewSheet): string {
  const { proposal } = indicator;
  if (!proposal.renewed) return text.given;
  const target = targetInShort(indicator, proposal.scoring);
  return proposal.baseline ? `${outgoingInWords(indicator, proposal.baseline.value, community.maskBelow)} → ${target}` : target;
}

/** Says that small numbers of patients are hidden, where one is. */
export function MaskNote({ sheet, indicators }: { sheet: ReviewSheet; indicators: readonly SheetIndicator[] }) {
  const { maskBelow } = sheet.community;
  const small = (indicator: SheetIndicator, value: number | null | undefined): boolean =>
    indicator.fromSmall === true || (indicator.kind === 'count' && indicator.countsPatients && typeof value === 'number' && value < maskBelow);
  const masked = indicators.some((one) => small(one, one.result.value) || (one.proposal.renewed && small(one, one.proposal.baseline?.value)));
  return masked ? <p className={classes.soft}>{text.masked(maskBelow)}</p> : null;
}
