import { formatDay } from '../../lib/format';
import { type FieldProps, SelectField } from '../../ui';

/** « 1er septembre » from `09-01`. */
export function formatYearStart(day: string): string {
  return formatDay(`2023-${day}`).replace(/\s2023$/u, '');
}

const firstDays = Array.from({ length: 12 }, (_, month) => `${String(month + 1).padStart(2, '0')}-01`);

/** The day a year begins each year: the first of a month; another day that is already there stays offered. */
export function YearStartField({ value = '01-01', ...field }: FieldProps<string>) {
  const days = firstDays.includes(value) ? firstDays : [...firstDays, value].sort();
  return <SelectField {...field} value={value} choices={days.map((day) => ({ value: day, label: formatYearStart(day) }))} />;
}
