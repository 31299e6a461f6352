import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { ComponentProps } from 'react';
import { uiText } from '../../messages/ui';
import { formatNumber } from '../../lib/format';
import { fieldLabel, fieldOrder, type FieldProps, unitSection } from './field-props';
import classes from './fields.module.css';

interface TextFieldProps extends FieldProps<string> {
  type?: 'text' | 'email' | 'url' | 'tel' | 'search' | 'time';
  autoComplete?: string;
  inputMode?: ComponentProps<'input'>['inputMode'];
  placeholder?: string;
  maxLength?: number;
  unit?: string;
  /** Id of a `datalist`: words that can be picked, others can be typed. */
  list?: string;
  /** What narrows a list is not « facultatif ». */
  unmarked?: boolean;
}

/** One line of text. */
export function TextField({ label, hint, required, unmarked, unit, onChange, ...rest }: TextFieldProps) {
  return (
    <TextInput
      {...rest}
      {...unitSection(unit)}
      label={fieldLabel(label, required, unmarked)}
      description={hint}
      aria-required={required}
      inputWrapperOrder={fieldOrder}
      onChange={(event) => onChange?.(event.currentTarget.value)}
    />
  );
}

/** A password, that can be shown while it is typed. */
export function PasswordField({ label, hint, required, onChange, ...rest }: FieldProps<string> & { autoComplete: 'current-password' | 'new-password' }) {
  return (
    <PasswordInput
      {...rest}
      label={fieldLabel(label, required)}
      description={hint}
      aria-required={required}
      aria-invalid={rest.error ? true : undefined}
      inputWrapperOrder={fieldOrder}
      visibilityToggleButtonProps={{ 'aria-label': uiText.password, tabIndex: 0, 'aria-hidden': false, size: 40 }}
      onChange={(event) => onChange?.(event.currentTarget.value)}
    />
  );
}

interface LongTextFieldProps extends FieldProps<string> {
  maxLength?: number;
  minRows?: number;
  placeholder?: string;
}

/** Several lines, growing with what is typed; the room left is said when the end is near. */
export function LongTextField({ label, hint, required, maxLength, minRows = 3, onChange, ...rest }: LongTextFieldProps) {
  const length = rest.value?.length ?? 0;
  const counter = maxLength !== undefined && length > maxLength * 0.7 ? uiText.form.room(formatNumber(length), formatNumber(maxLength)) : null;
  return (
    <Textarea
      {...rest}
      label={fieldLabel(label, required)}
      description={
        hint || counter ? (
          <>
            {hint}
            {counter ? <span className={classes.counter}>{counter}</span> : null}
          </>
        ) : undefined
      }
      aria-required={required}
      inputWrapperOrder={fieldOrder}
      autosize
      minRows={minRows}
      maxRows={16}
      maxLength={maxLength}
      onChange={(event) => onChange?.(event.currentTarget.value)}
    />
  );
}
