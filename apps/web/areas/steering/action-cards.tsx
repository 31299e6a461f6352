import { steeringText } from '../../messages/steering';
import { HrefLink, StatusBadge } from '../../ui';
import type { ActionCard } from './api';
import classes from './steering.module.css';
import { actionTone } from './tones';

const text = steeringText.mission;

/** Actions with their status and the sentence that explains it. */
export function ActionCards({ actions }: { actions: readonly ActionCard[] }) {
  return (
    <ul className={classes.lines}>
      {actions.map((action) => (
        <li key={action.id} className={classes.line}>
          <div className={classes.lineText}>
            <HrefLink href={`/projet/actions/${action.id}`} className={classes.lineTitle}>
              {action.number}. {action.title}
            </HrefLink>
            {action.statusSentence ? <p>{action.statusSentence}</p> : null}
            <p className={classes.soft}>
              {[
                ...(action.lead ? [text.lead(action.lead)] : []),
                text.steps(action.stepsDone, action.stepsTotal),
                ...(action.lateSteps.length > 0 ? [text.lateSteps(action.lateSteps.length)] : []),
              ].join(' · ')}
            </p>
          </div>
          <StatusBadge tone={actionTone[action.status]} label={action.statusLabel} />
        </li>
      ))}
    </ul>
  );
}
