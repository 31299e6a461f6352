import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/fr';
import { DatePicker } from '@mantine/dates';
import type { Day } from '@maillage/domain/kernel';
import { todayIn } from '../../lib/format';
import { uiText } from '../../messages/ui';

/** What the calendar is told. */
export interface DayCalendarProps {
  day: Day | null;
  min?: Day;
  max?: Day;
  onPick: (day: Day) => void;
}

/** The calendar behind a day field; loaded when it is first opened. */
export function DayCalendar({ day, min, max, onPick }: DayCalendarProps) {
  return (
    <DatePicker
      locale="fr"
      firstDayOfWeek={1}
      weekendDays={[]}
      hideOutsideDates
      size="md"
      value={day}
      defaultDate={day ?? min ?? todayIn()}
      minDate={min}
      maxDate={max}
      ariaLabels={{ previousMonth: uiText.day.previous, nextMonth: uiText.day.next }}
      onChange={(picked) => {
        if (picked) onPick(picked);
      }}
    />
  );
}
