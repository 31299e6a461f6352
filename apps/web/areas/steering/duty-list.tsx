import { steeringText } from '../../messages/steering';
import { HrefLink, StatusBadge } from '../../ui';
import type { Duty } from './api';
import { hrefOf } from './links';
import classes from './steering.module.css';

const text = steeringText.home;

/** Things to do, each with its way there, who and since when. */
export function DutyList({ duties }: { duties: readonly Duty[] }) {
  return (
    <ul className={classes.lines}>
      {duties.map((duty, index) => (
        <li key={`${duty.kind} ${duty.link.id ?? index} ${duty.link.periodKey ?? ''} ${duty.title}`} className={classes.line}>
          <div className={classes.lineText}>
            <p className={classes.kind}>{steeringText.kinds[duty.kind]}</p>
            <HrefLink href={hrefOf(duty.link)} className={classes.lineTitle}>
              {duty.title}
            </HrefLink>
            <p className={classes.soft}>{duty.detail}</p>
          </div>
          <div className={classes.lineEnd}>
            <StatusBadge tone={duty.lateDays > 0 ? 'late' : 'on-track'} label={duty.lateDays > 0 ? text.late(duty.lateDays) : text.toNow} />
            {duty.who ? <span className={classes.soft}>{text.by(duty.who)}</span> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
