import { actionStatuses } from '@maillage/domain/project';
import { projectText } from '../../messages/project';
import { HrefLink, StatusIcon } from '../../ui';
import type { Project } from './api';
import classes from './project.module.css';
import { statusTone } from './status';

/** How many actions stand in each status, and how many steps are late; each figure opens the actions behind it. */
export function TreeSummary({ project, path }: { project: Project; path: string }) {
  const actions = project.axes.flatMap((axis) => axis.actions);
  const late = actions.reduce((sum, { lateSteps }) => sum + lateSteps.length, 0);
  return (
    <ul className={classes.summary} aria-label={projectText.page.summary(actions.length, project.axes.length)}>
      {actionStatuses.flatMap((status) => {
        const number = actions.filter((action) => action.status === status).length;
        if (number === 0) return [];
        return [
          <li key={status} data-tone={statusTone[status]}>
            <HrefLink href={`${path}?etat=${status}`}>
              <StatusIcon tone={statusTone[status]} /> {projectText.page.byStatus(number, projectText.statuses[status])}
            </HrefLink>
          </li>,
        ];
      })}
      {late > 0 ? (
        <li data-tone="late">
          <HrefLink href={`${path}?retard=oui`}>
            <StatusIcon tone="late" /> {projectText.page.lateSteps(late)}
          </HrefLink>
        </li>
      ) : null}
    </ul>
  );
}
