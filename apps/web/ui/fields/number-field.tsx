import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatNumber, parseFrenchNumber } from '../../lib/format';
import { numberFault, type NumberRule } from '../../lib/number-rule';
import { fieldLabel, fieldOrder, type FieldProps, unitSection } from './field-props';
import classes from './fields.module.css';

interface NumberFieldProps extends FieldProps<number | null>, NumberRule {
  /** Inside the field: « patients », « % », « € ». */
  unit?: string;
  placeholder?: string;
  /** In a list where every field may stay empty: « facultatif » is not written at each. */
  unmarked?: boolean;
}

const write = (value: number | null | undefined): string => (value === null || value === undefined || Number.isNaN(value) ? '' : formatNumber(value));

/**
 * A number as the French write it: « 1 234,5 ». Gives null when empty and NaN while what is typed is no number,
 * so that a form refuses it (`validate: { x: (v) => numberFault(v, rule) }`).
 */
export function NumberField({ label, hint, required, unmarked, error, unit, min, max, decimals, value, defaultValue, onChange, onBlur, ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState(() => write(value ?? defaultValue));
  const [left, setLeft] = useState(false);
  const current = parseFrenchNumber(typed);

  // The value changed from outside (a reset, a restored draft): show it.
  const [seen, setSeen] = useState(value);
  if (value !== undefined && !Object.is(value, seen)) {
    setSeen(value);
    if (!Object.is(value, current)) setTyped(write(value));
  }

  const fault = left ? numberFault(current, { min, max, decimals }) : null;
  return (
    <TextInput
      {...rest}
      {...unitSection(unit)}
      label={fieldLabel(label, required, unmarked)}
      description={hint}
      error={error ?? fault}
      aria-required={required}
      inputWrapperOrder={fieldOrder}
      inputMode={decimals === 0 && (min ?? 0) >= 0 ? 'numeric' : 'decimal'}
      autoComplete="off"
      classNames={{ input: classes.number, wrapper: classes.short }}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setLeft(false);
        onChange?.(parseFrenchNumber(event.currentTarget.value));
      }}
      onBlur={(event) => {
        setLeft(true);
        if (current !== null && !Number.isNaN(current)) setTyped(write(current));
        onBlur?.(event as never);
      }}
    />
  );
}
