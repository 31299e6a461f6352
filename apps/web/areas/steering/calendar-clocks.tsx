import { calendarText as text } from '../../messages/calendar';
import { HrefLink, Section } from '../../ui';
import { useCan } from '../../app/session';
import type { YearClock } from './calendar-api';
import classes from './calendar.module.css';

/** The years that run, side by side: how far each has gone. */
export function CalendarClocks({ clocks }: { clocks: readonly YearClock[] }) {
  const can = useCan();
  const hasContract = clocks.some(({ kind }) => kind === 'contract');
  return (
    <Section
      title={text.clocks}
      bare
      tools={can('contract.write') && hasContract ? <HrefLink href="/reglages/contrat">{text.settings}</HrefLink> : undefined}
    >
      <ul className={classes.clocks}>
        {hasContract ? null : (
          <li data-none>
            <strong>{text.noContractYear}</strong>
            <span className={classes.soft}>{text.noContractYearWhat}</span>
            <HrefLink href="/reglages/contrat">{text.toContract}</HrefLink>
          </li>
        )}
        {clocks.map(({ kind, number, start, end, dayNumber, days }) => (
          <li key={kind} data-kind={kind}>
            <strong>{kind === 'contract' ? text.contractYear(number) : text.years[kind]}</strong>
            <span className={classes.soft}>{text.period(start, end)}</span>
            <span className={classes.track} aria-hidden="true">
              <span className={classes.fill} style={{ width: `${(dayNumber / days) * 100}%` }} />
            </span>
            <span className={classes.day}>{text.dayOf(dayNumber, days)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
