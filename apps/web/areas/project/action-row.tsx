import { formatDayShort } from '../../lib/format';
import { projectText } from '../../messages/project';
import { HrefLink, StatusIcon } from '../../ui';
import type { ActionSummary, ServedMission } from './api';
import { MissionTags } from './mission-tags';
import classes from './project.module.css';
import { ActionStatusBadge } from './status';

const text = projectText.row;

interface ActionRowProps {
  action: ActionSummary;
  missions: readonly ServedMission[];
  href: string;
}

/** An action in the tree: how it stands, who leads it, what it serves, what is late. */
export function ActionRow({ action, missions, href }: ActionRowProps) {
  const { number, title, status, statusSentence, lead, lateSteps, nextStep, steps, stepsDone, missionCodes } = action;
  return (
    <article className={`${classes.row} keep-together`}>
      <div className={classes.number}>{projectText.actionNumber(number)}</div>
      <div className={classes.what}>
        <h3 className={classes.rowTitle}>
          <HrefLink href={href} className="alone">
            {title}
          </HrefLink>
        </h3>
        {statusSentence ? <p className={classes.sentence}>{statusSentence}</p> : null}
        <MissionTags codes={missionCodes} missions={missions} />
      </div>
      <div className={classes.state}>
        <ActionStatusBadge status={status} />
        <p className={lead ? undefined : classes.missing}>{lead ? text.lead(lead.name) : text.noLead}</p>
      </div>
      <div className={classes.steps}>
        <p>{text.steps(stepsDone, steps)}</p>
        {lateSteps[0] ? (
          <p className={classes.late}>
            <StatusIcon tone="late" /> {text.late(lateSteps.length, lateSteps[0].lateDays)}
          </p>
        ) : null}
        {nextStep ? <p className={classes.soft}>{text.next(nextStep.title, formatDayShort(nextStep.dueOn))}</p> : null}
      </div>
    </article>
  );
}
