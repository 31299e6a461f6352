import { hasParts, tellParts } from '@maillage/domain/indicators';
import { formatNumber } from '../../../lib/format';
import { cardText } from '../../../messages/indicator-card';
import { measuresText } from '../../../messages/measures';
import { ConflictDialog, type ConflictField } from '../../../ui';
import type { Indicator } from '../api';
import { type Entry, type Typed, typedOf } from './use-entry';
import { valueText } from '../words';

const text = measuresText.entry;

const detail = ({ parts }: Typed): string => tellParts(parts.map((one) => ({ numerator: null, denominator: null, value: null, ...one })));

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
    ...(hasParts(indicator.kind) ? parts : []),
    { label: text.value, mine: valueText(indicator, values.mine), theirs: valueText(indicator, values.theirs) },
    ...(mine.parts.length + theirs.parts.length > 0 ? [{ label: cardText.detail, mine: detail(mine), theirs: detail(theirs) }] : []),
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
