import { ActionIcon, Popover, TextInput } from '@mantine/core';
import type { Day } from '@maillage/domain/kernel';
import { type ComponentType, useState } from 'react';
import { formatDay, formatDayShort, parseFrenchDay } from '../../lib/format';
import { uiText } from '../../messages/ui';
import { IconCalendar } from '../icons';
import type { DayCalendarProps } from './day-calendar';
import { fieldLabel, fieldOrder, type FieldProps } from './field-props';
import classes from './fields.module.css';

interface DayFieldProps extends FieldProps<Day | null> {
  min?: Day;
  max?: Day;
}

const invalid = 'invalid';

/** The sentence for a day that breaks its limits, or null. What is typed and is no day comes as « invalid ». */
export function dayFault(day: Day | null | undefined, { min, max }: { min?: Day; max?: Day } = {}): string | null {
  if (!day) return null;
  if (day === invalid) return uiText.day.invalid;
  if (min && day < min) return uiText.day.min(formatDay(min));
  if (max && day > max) return uiText.day.max(formatDay(max));
  return null;
}

/** A day, typed (14/04/2027, 140427…) or picked in a calendar. */
export function DayField({ label, hint, required, error, value, defaultValue, min, max, disabled, onChange, onBlur, ...rest }: DayFieldProps) {
  const [typed, setTyped] = useState(() => (value ?? defaultValue ? formatDayShort(value ?? defaultValue ?? '') : ''));
  const [left, setLeft] = useState(false);
  const [open, setOpen] = useState(false);
  const [Calendar, setCalendar] = useState<ComponentType<DayCalendarProps> | null>(null);
  const day = parseFrenchDay(typed);
  const read = typed.trim() === '' ? null : (day ?? invalid);

  const toggle = async (): Promise<void> => {
    // Loaded when it is first wanted; without it, the day is typed.
    const found = await import('./day-calendar').catch(() => null);
    if (!found) return;
    setCalendar(() => found.DayCalendar);
    setOpen((was) => !was);
  };

  // The value changed from outside (a reset, a restored draft): show it.
  const [seen, setSeen] = useState(value);
  if (value !== undefined && value !== seen) {
    setSeen(value);
    if (value !== read && value !== invalid) setTyped(value === null ? '' : formatDayShort(value));
  }

  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <TextInput
          {...rest}
          disabled={disabled}
          label={fieldLabel(label, required)}
          description={hint}
          error={error ?? (left ? dayFault(read, { min, max }) : null)}
          aria-required={required}
          inputWrapperOrder={fieldOrder}
          classNames={{ wrapper: classes.short }}
          placeholder={uiText.day.hint}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          rightSectionWidth={48}
          rightSection={
            <ActionIcon variant="subtle" color="gray" size={44} disabled={disabled} aria-label={uiText.day.open} aria-haspopup="dialog" aria-expanded={open} onClick={() => void toggle()}>
              <IconCalendar size={20} aria-hidden="true" />
            </ActionIcon>
          }
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            setLeft(false);
            onChange?.(text.trim() === '' ? null : (parseFrenchDay(text) ?? invalid));
          }}
          onBlur={(event) => {
            setLeft(true);
            if (day) setTyped(formatDayShort(day));
            onBlur?.(event as never);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={uiText.day.open}>
        {Calendar ? (
          <Calendar
            day={day ?? null}
            min={min}
            max={max}
            onPick={(picked) => {
              setTyped(formatDayShort(picked));
              onChange?.(picked);
              setOpen(false);
            }}
          />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}
