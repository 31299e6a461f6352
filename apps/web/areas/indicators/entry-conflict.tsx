import { formatNumber } from '../../lib/format';
import { measuresText } from '../../messages/measures';
import { ConflictDialog, type ConflictField } from '../../ui';
import type { Indicator } from './api';
import { type Entry, type Typed, typedOf } from './use-entry';
import { valueText } from './words';

const text = measuresText.entry;

function fields(
  indicator: Indicator,
  mine: Typed,
  theirs: Typed,
  values: { mine: number | null; theirs: number | null },
): ConflictField[] {
  const number = (value: number | null): string => (value === null || Number.isNaN(value) ? '' : formatNumber(value));
  const parts = (['numerator', 'denominator'] as const).map((part) => ({
    label: indicator[`${part}Label`] ?? part,
    mine: number(mine[part]),
    theirs: number(theirs[part]),
  }));
  return [
    ...(indicator.kind === 'ratio' ? parts : []),
    { label: text.value, mine: valueText(indicator, values.mine), theirs: valueText(indicator, values.theirs) },
    { label: text.comment, mine: mine.comment, theirs: theirs.comment },
  ];
}

/** Somebody gave another value meanwhile: both side by side. */
export function EntryConflict({ indicator, entry }: { indicator: Indicator; entry: Entry }) {
  const { conflict, typed, recorded } = entry;
  return (
    <ConflictDialog
      conflict={conflict}
      fields={
        conflict
          ? fields(indicator, typed, typedOf(conflict.current), {
              mine: recorded?.value ?? null,
              theirs: conflict.current.value ?? null,
            })
          : []
      }
      onKeepMine={entry.keepMine}
      onTakeTheirs={entry.takeTheirs}
      onLater={entry.later}
    />
  );
}
