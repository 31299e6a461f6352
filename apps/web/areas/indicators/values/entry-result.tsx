import { formatDifference, hasParts, isAnswer, meetsTarget, type QualityWarning, type RecordedMeasure } from '@maillage/domain/indicators';
import { measuresText } from '../../../messages/measures';
import { StatusIcon } from '../../../ui';
import type { EntryLine } from '../api';
import classes from './entry.module.css';
import { valueText } from '../words';

const text = measuresText.entry;

/** What the figures typed give, beside the target and the value before: said while typing. */
export function EntryResult({ line, recorded, warnings }: { line: EntryLine; recorded: RecordedMeasure | null; warnings: readonly QualityWarning[] }) {
  const { indicator, target, targetOfYear } = line;
  if (!recorded) return null;
  const { value } = recorded;
  const compared = target !== null && !targetOfYear && !isAnswer(indicator.kind) ? target : null;
  const reached = compared !== null && meetsTarget(indicator, value, compared);
  return (
    <>
      {hasParts(indicator.kind) ? <span className={classes.computed}>{text.result(valueText(indicator, value))}</span> : null}
      {compared === null ? null : (
        <span className={classes.compared} data-reached={reached || undefined}>
          {reached ? (
            <>
              <StatusIcon tone="attained" /> {text.reached}
            </>
          ) : (
            text.away(formatDifference(indicator, value - compared))
          )}
        </span>
      )}
      {warnings.map(({ check, sentence }) => (
        <span key={check} className={classes.surprising}>
          <StatusIcon tone="at-risk" /> {sentence}
        </span>
      ))}
    </>
  );
}
