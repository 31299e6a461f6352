import { hasParts, type MeasurePartInput } from '@maillage/domain/indicators';
import { formatNumber, roundTo } from '@maillage/domain/kernel';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { cardText } from '../../../messages/indicator-card';
import { FormError, NumberField } from '../../../ui';
import type { Indicator } from '../api';
import classes from './entry-parts.module.css';
import type { Entry } from './use-entry';

const text = cardText.entry;

type Field = 'numerator' | 'denominator' | 'value';

/** How far the parts of a breakdown are from the total, in words. */
function Sum({ total, sum, label }: { total: number | null; sum: number; label: string | null }) {
  const named = label ? `${label} : ` : '';
  if (total === null || Number.isNaN(total)) return <p className={classes.sum}>{text.noTotal}</p>;
  const left = roundTo(total - sum, 6);
  const said = left === 0 ? text.same : left > 0 ? text.left(formatNumber(left)) : text.over(formatNumber(-left));
  return <p className={left === 0 ? classes.sum : classes.off}>{`${named}${said}`}</p>;
}

interface BreakdownPartsProps {
  indicator: Indicator;
  breakdown: Indicator['breakdowns'][number];
  entry: Entry;
}

function BreakdownParts({ indicator, breakdown, entry: { typed, set } }: BreakdownPartsProps) {
  const two = hasParts(indicator.kind);
  const fields: readonly Field[] = two ? ['numerator', 'denominator'] : ['value'];
  const own = (part: string): MeasurePartInput | undefined => typed.parts.find((one) => one.breakdown === breakdown.kind && one.part === part);
  const change = (part: string, field: Field, value: number | null): void => {
    const before = own(part) ?? { breakdown: breakdown.kind, part, numerator: null, denominator: null, value: null };
    const after = { ...before, [field]: value };
    const others = typed.parts.filter((one) => one !== own(part));
    // A part left empty is no part: it is not zero.
    set({ parts: fields.every((one) => after[one] === null || after[one] === undefined) ? others : [...others, after] });
  };
  const sumOf = (field: Field): number => roundTo(typed.parts.reduce((sum, one) => sum + (one.breakdown === breakdown.kind ? (one[field] ?? 0) : 0), 0), 6);
  const labelOf = (field: Field): string => (field === 'numerator' ? indicator.numeratorLabel : field === 'denominator' ? indicator.denominatorLabel : null) ?? '';
  return (
    <fieldset className={classes.breakdown}>
      <legend>{breakdown.label}</legend>
      <ul className={classes.parts}>
        {breakdown.parts.map((part) => (
          <li key={part}>
            {fields.map((field) => (
              <NumberField
                key={field}
                label={two ? `${part} · ${labelOf(field)}` : part}
                unmarked
                min={0}
                decimals={two ? (indicator.bounded ? 0 : 2) : indicator.decimals}
                value={own(part)?.[field] ?? null}
                onChange={(value) => change(part, field, value)}
              />
            ))}
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        {fields.map((field) => (
          <Sum key={field} total={typed[field]} sum={sumOf(field)} label={two ? labelOf(field) : null} />
        ))}
      </div>
    </fieldset>
  );
}

/** The parts of a value: closed until the person details it, their sum said as they are typed. */
export function EntryParts({ indicator, entry, error }: { indicator: Indicator; entry: Entry; error: string | undefined }) {
  const [opened, setOpened] = useState(entry.typed.parts.length > 0);
  if (!opened) {
    return (
      <Button variant="subtle" className={classes.open} onClick={() => setOpened(true)}>
        {text.open}
        <span className="only-read-aloud">{text.openOf(indicator.name)}</span>
      </Button>
    );
  }
  return (
    <div className={classes.all}>
      {indicator.breakdowns.map((breakdown) => (
        <BreakdownParts key={breakdown.kind} indicator={indicator} breakdown={breakdown} entry={entry} />
      ))}
      {error ? <FormError>{error}</FormError> : null}
      <Button
        variant="subtle"
        className={classes.open}
        onClick={() => {
          setOpened(false);
          entry.set({ parts: [] });
        }}
      >
        {text.close}
      </Button>
    </div>
  );
}
