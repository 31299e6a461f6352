import { projectText } from '../../messages/project';
import type { ServedMission } from './api';
import classes from './project.module.css';

/** The missions an action serves, as tags. */
export function MissionTags({ codes, missions }: { codes: readonly string[]; missions: readonly ServedMission[] }) {
  return (
    <ul className={classes.tags} aria-label={projectText.missions}>
      {codes.map((code) => {
        const mission = missions.find((each) => each.code === code);
        return (
          <li key={code} title={mission?.label}>
            {mission?.shortLabel ?? code}
          </li>
        );
      })}
    </ul>
  );
}
