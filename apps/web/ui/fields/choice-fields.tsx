import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { uiText } from '../../messages/ui';
import { ChoicesSearch, narrowed, searchedFrom } from './choices-search';
import { fieldLabel, fieldOrder, type FieldProps } from './field-props';
import classes from './fields.module.css';

/** One thing to choose. */
export interface Choice<T extends string = string> {
  value: T;
  label: string;
  hint?: ReactNode;
  disabled?: boolean;
  /** In a long list: the heading it stands under; choices of one group follow each other. */
  group?: string;
}

type Option = Pick<Choice, 'value' | 'label' | 'disabled'>;

/** Choices as the list of the device takes them, under their headings. */
function optionsOf(choices: readonly Choice[]): (Option | { group: string; items: Option[] })[] {
  const options: (Option | { group: string; items: Option[] })[] = [];
  for (const { value, label, disabled, group } of choices) {
    const option = { value, label, disabled };
    const last = options.at(-1);
    if (group === undefined) options.push(option);
    else if (last && 'items' in last && last.group === group) last.items.push(option);
    else options.push({ group, items: [option] });
  }
  return options;
}

interface SelectFieldProps<T extends string> extends FieldProps<T> {
  choices: readonly Choice<T>[];
  /** The first line, standing for « nothing chosen yet ». */
  empty?: string;
  /** In a list where every field may stay empty: « facultatif » is not written at each. */
  unmarked?: boolean;
}

/** One among many, in the list of the device itself: quick on a phone and with a keyboard. */
export function SelectField<T extends string>({ label, hint, required, unmarked, choices, empty, onChange, ...rest }: SelectFieldProps<T>) {
  return (
    <NativeSelect
      {...rest}
      label={fieldLabel(label, required, unmarked)}
      description={hint}
      aria-required={required}
      inputWrapperOrder={fieldOrder}
      data={[...(empty === undefined ? [] : [{ value: '', label: empty }]), ...optionsOf(choices)]}
      onChange={(event) => onChange?.(event.currentTarget.value as T)}
    />
  );
}

interface ChoiceFieldProps<T extends string> extends Omit<FieldProps<T | null>, 'onFocus' | 'onBlur' | 'autoFocus' | 'id'> {
  choices: readonly Choice<T>[];
  /** On one line when the choices are short (« oui », « non »). */
  inline?: boolean;
}

/** One among few, all in sight. */
export function ChoiceField<T extends string>({ label, hint, required, choices, inline, value, defaultValue, disabled, onChange, error, name }: ChoiceFieldProps<T>) {
  return (
    <Radio.Group
      label={fieldLabel(label, required)}
      description={hint}
      error={error}
      name={name}
      value={value === undefined ? undefined : (value ?? '')}
      defaultValue={defaultValue ?? undefined}
      inputWrapperOrder={fieldOrder}
      onChange={(chosen) => onChange?.(chosen as T)}
    >
      <div className={classes.choices} data-inline={inline || undefined}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} description={choice.hint} disabled={disabled || choice.disabled} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface ChoicesFieldProps<T extends string> extends Omit<FieldProps<T[]>, 'onFocus' | 'onBlur' | 'autoFocus' | 'id' | 'name'> {
  choices: readonly Choice<T>[];
  /** Where there may be many (`value` is given then): the name of the field that narrows a long list by its words. What is chosen and not in sight stays chosen. */
  search?: string;
}

/** Several among few, all in sight; among many, narrowed by words. */
export function ChoicesField<T extends string>({ label, hint, required, choices, search, value, defaultValue, disabled, onChange, error }: ChoicesFieldProps<T>) {
  const [q, setQ] = useState('');
  const long = search !== undefined && choices.length >= searchedFrom;
  const shown = long ? narrowed(choices, q) : choices;
  return (
    <Checkbox.Group
      label={fieldLabel(label, required)}
      description={hint}
      error={error}
      value={value}
      defaultValue={defaultValue}
      inputWrapperOrder={fieldOrder}
      onChange={(chosen) => onChange?.(chosen as T[])}
    >
      {long ? <ChoicesSearch label={search} q={q} onSearch={setQ} /> : null}
      {long ? (
        <p role="status" className={classes.found}>
          {uiText.choices.found(shown.length, choices.length, value?.length ?? 0)}
        </p>
      ) : null}
      <div className={classes.choices} data-long={long || undefined}>
        {shown.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} label={choice.label} description={choice.hint} disabled={disabled || choice.disabled} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

interface CheckFieldProps extends Omit<FieldProps<boolean>, 'value' | 'required'> {
  checked?: boolean;
  value?: boolean;
}

/** One thing that is so or not. Takes `getInputProps('…', { type: 'checkbox' })`. */
export function CheckField({ label, hint, checked, value, onChange, defaultValue, ...rest }: CheckFieldProps) {
  return <Checkbox {...rest} label={label} description={hint} checked={checked ?? value} defaultChecked={defaultValue} onChange={(event) => onChange?.(event.currentTarget.checked)} />;
}
