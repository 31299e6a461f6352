import type { ReactNode } from 'react';
import { uiText } from '../../messages/ui';
import classes from './fields.module.css';

/**
 * What every field takes. `value`, `onChange` and `error` come from `form.getInputProps('…')`.
 * A field says when it may stay empty; what must be filled is not marked.
 */
export interface FieldProps<T> {
  label: string;
  /** Help under the field: where the figure comes from, limits, an example. */
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  value?: T;
  defaultValue?: T;
  onChange?: (value: T) => void;
  onFocus?: (event: never) => void;
  onBlur?: (event: never) => void;
  name?: string;
  id?: string;
  autoFocus?: boolean;
}

/** The label of a field, with « facultatif » where it may stay empty. */
export function fieldLabel(label: string, required: boolean | undefined, unmarked?: boolean): ReactNode {
  if (required || unmarked) return label;
  return (
    <>
      {label} <span className={classes.optional}>({uiText.optional})</span>
    </>
  );
}

/** Label above, field, help under it, then the error: all tied together for screen readers. */
export const fieldOrder: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** The unit, inside the field, at its right; announced after the label. */
export function unitSection(unit: string | null | undefined): { rightSection?: ReactNode; rightSectionWidth?: string; rightSectionPointerEvents?: 'none' } {
  if (!unit) return {};
  return {
    rightSection: (
      <span className={classes.unit} aria-hidden="true">
        {unit}
      </span>
    ),
    rightSectionWidth: `${Math.min(unit.length, 16) * 0.5 + 1.75}rem`,
    rightSectionPointerEvents: 'none',
  };
}
