import { formatDifference, isSurprising, meetsTarget, type RecordedMeasure } from '@maillage/domain/indicators';
import { measuresText } from '../../messages/measures';
import { StatusIcon } from '../../ui';
import type { EntryLine } from './api';
import classes from './entry.module.css';
import { valueText } from './words';

const text = measuresText.entry;

/** What the figures typed give, beside the target and the value before: said while typing. */
export function EntryResult({ line, recorded }: { line: EntryLine; recorded: RecordedMeasure | null }) {
  const { indicator, target, targetOfYear, previous } = line;
  if (!recorded) return null;
  const { value } = recorded;
  const compared = target !== null && !targetOfYear && indicator.kind !== 'yes-no' ? target : null;
  const reached = compared !== null && meetsTarget(indicator, value, compared);
  const surprising = isSurprising(indicator, value, previous?.value ?? null);
  return (
    <>
      {indicator.kind === 'ratio' ? <span className={classes.computed}>{text.result(valueText(indicator, value))}</span> : null}
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
      {surprising && previous ? (
        <span className={classes.surprising}>
          <StatusIcon tone="at-risk" /> {text.surprising(previous.text)}
        </span>
      ) : null}
    </>
  );
}
