import { addYears, type Day, eventPeriod, eventRank, eventsOfDay } from '@maillage/domain/kernel';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '../../../app/session';
import { eventsText } from '../../../messages/events';
import { dayFault, DayField, HrefLink } from '../../../ui';
import type { EntryGrid, EntryLine } from '../api';
import { ExceptionDialog } from '../validation/exception-dialog';
import { entryHref } from '../words';
import classes from './entry.module.css';

const text = eventsText.entry;

/** How far back an event is dated, in years: before, its import says it as well. */
const yearsBack = 10;

/** The day of the event that is given: another one opens its own lines. */
export function EventDay({ day, today, indicatorId }: { day: Day; today: Day; indicatorId: string | undefined }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState<Day | null>(day);
  const limits = { min: addYears(today, -yearsBack), max: today };
  const open = (wanted: Day | null): void => {
    if (!wanted || wanted === day || dayFault(wanted, limits)) return;
    void navigate({ to: '/indicateurs/saisie', search: { periode: eventPeriod(wanted).key, indicateur: indicatorId }, replace: true });
  };
  return (
    <DayField
      required
      label={text.day}
      hint={text.dayHint}
      value={typed}
      {...limits}
      onChange={(wanted) => {
        setTyped(wanted);
        // Picked in the calendar: nothing more is to come. What is typed opens once the field is left.
        if (!(document.activeElement instanceof HTMLInputElement)) open(wanted);
      }}
      onBlur={() => open(typed)}
    />
  );
}

/** Under an event: one more on the same day once it is given, or what opens its locked day. */
export function EventMore({ line, grid, writable }: { line: EntryLine; grid: Pick<EntryGrid, 'today'>; writable: boolean }) {
  const can = useCan();
  const [granting, setGranting] = useState(false);
  const { indicator, period, measure, lock } = line;
  const rank = eventRank(period.key);
  if (measure) {
    if (!writable || lock || rank === eventsOfDay) return null;
    return (
      <div className={classes.event}>
        <Button component={HrefLink} variant="default" href={entryHref(eventPeriod(period.start, rank + 1).key, indicator.id)}>
          {text.another}
          <span className="only-read-aloud">{text.of(indicator.name)}</span>
        </Button>
      </div>
    );
  }
  if (!lock || !can('measures.lock')) return null;
  return (
    <div className={classes.event}>
      <Button variant="default" onClick={() => setGranting(true)}>
        {text.except}
        <span className="only-read-aloud">{text.of(indicator.name)}</span>
      </Button>
      {granting ? <ExceptionDialog indicatorId={indicator.id} periodKey={period.key} today={grid.today} onClose={() => setGranting(false)} /> : null}
    </div>
  );
}
