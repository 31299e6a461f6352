import { contractYearPeriod, type Day, daysBetween, french } from '@maillage/domain/kernel';
import { formatDay, formatDayShort } from '../../lib/format';
import { contractText } from '../../messages/contract';
import type { Mission, MissionsPage } from './api';
import classes from './timeline.module.css';

const text = contractText.missions;

interface TimelineProps {
  mission: Mission;
  page: MissionsPage;
}

/**
 * A mission along the life of the contract, every mission on the same scale: when it was awaited, started and deployed, and today.
 * The same dates stand in words beside it, so it is hidden from screen readers.
 */
export function MissionTimeline({ mission, page }: TimelineProps) {
  const { contractSignedOn: from, contractEndsOn: to, today } = page;
  if (!from || !to || !mission.chosen) return null;
  const length = daysBetween(from, to);
  const at = (day: Day): number => Math.max(0, Math.min(100, (daysBetween(from, day) / length) * 100));
  const { startedOn, deployedOn, startDue, deployDue, state } = mission.clock;
  const now = today < from ? from : today > to ? to : today;
  const span = (start: Day, end: Day, kind: string) =>
    start < end ? (
      <span className={classes.span} data-kind={kind} style={{ left: `${at(start)}%`, width: `${at(end) - at(start)}%` }} />
    ) : null;
  const mark = (day: Day | null, kind: string, label: string) =>
    day === null ? null : (
      <span className={classes.mark} data-kind={kind} style={{ left: `${at(day)}%` }} title={french(`${label} : ${formatDay(day)}`)} />
    );
  return (
    <div className={classes.timeline} aria-hidden="true">
      <div className={classes.track}>
        {state === 'late-start' && startDue ? span(startDue, now, 'late') : null}
        {startedOn ? span(startedOn, deployedOn ?? now, 'started') : null}
        {state === 'late-deploy' && deployDue ? span(deployDue, now, 'late') : null}
        {deployedOn ? span(deployedOn, now, 'deployed') : null}
        {anniversaries(from, to).map((day) => (
          <span key={day} className={classes.year} style={{ left: `${at(day)}%` }} />
        ))}
        {mark(startDue, 'due', text.legend.startDue)}
        {mark(deployDue, 'due', text.legend.deployDue)}
        {today >= from && today <= to ? <span className={classes.today} style={{ left: `${at(today)}%` }} /> : null}
      </div>
    </div>
  );
}

/** The days on which a contract year begins, but the first. */
function anniversaries(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let number = 2; number < 99; number += 1) {
    const { start } = contractYearPeriod(from, number);
    if (start >= to) break;
    days.push(start);
  }
  return days;
}

/** What the strokes of the timelines mean, and the scale they share. */
export function TimelineLegend({ page }: { page: MissionsPage }) {
  const { contractSignedOn: from, contractEndsOn: to } = page;
  if (!from || !to) return null;
  return (
    <div className={classes.legend} aria-hidden="true">
      <span className={classes.entry} data-kind="started">
        {text.legend.started}
      </span>
      <span className={classes.entry} data-kind="deployed">
        {text.legend.deployed}
      </span>
      <span className={classes.entry} data-kind="late">
        {text.legend.late}
      </span>
      <span className={classes.entry} data-kind="due">
        {text.legend.due}
      </span>
      <span className={classes.entry} data-kind="today">
        {text.legend.today}
      </span>
      <span>{text.legend.scale(formatDayShort(from), formatDayShort(to))}</span>
    </div>
  );
}
