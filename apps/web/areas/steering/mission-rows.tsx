import { steeringText } from '../../messages/steering';
import { BulletBar, EuroBar, euroSentence, HrefLink, StatusBadge } from '../../ui';
import type { MissionStanding } from './api';
import classes from './steering.module.css';
import { barTone, missionTone } from './tones';

const text = steeringText.mission;

/** « 3 indicateurs atteints, 1 à risque, 2 sans valeur, 4 actions ». */
export function standingWords({ totals }: Pick<MissionStanding, 'totals'>): string {
  const { indicatorsByState: states } = totals;
  const parts = [
    ...(states.reached > 0 ? [text.reached(states.reached)] : []),
    ...(states['on-track'] > 0 ? [text.onTrack(states['on-track'])] : []),
    ...(states['at-risk'] > 0 ? [text.atRisk(states['at-risk'])] : []),
    ...(states.late > 0 ? [text.behind(states.late)] : []),
    ...(states['no-data'] > 0 ? [text.unknown(states['no-data'])] : []),
    ...(totals.indicators === 0 ? [text.noneYet] : []),
    text.actionsCount(totals.actions),
  ];
  return text.summary(parts);
}

/** Every mission with the way it has come towards its targets. */
export function MissionRows({ missions }: { missions: readonly MissionStanding[] }) {
  return (
    <ul className={classes.missions}>
      {missions.map((mission) => (
        <li key={mission.code} className={classes.mission}>
          <div className={classes.missionHead}>
            <HrefLink href={`/missions/${mission.code}`} className={classes.lineTitle}>
              {mission.label}
            </HrefLink>
            <StatusBadge tone={missionTone[mission.state]} label={text.states[mission.state]} />
          </div>
          <BulletBar label={text.attainment} hideLabel unit="%" value={mission.attainment} target={100} max={110} tone={barTone(mission)} />
          <p className={classes.soft}>{standingWords(mission)}</p>
          {mission.euros ? (
            <>
              <EuroBar bare euros={mission.euros} label={text.euros} />
              <p className={classes.soft} aria-hidden="true">
                {euroSentence(mission.euros)}
              </p>
            </>
          ) : null}
          {mission.clock.lateDays > 0 ? <p className={classes.late}>{mission.clock.sentence}</p> : null}
        </li>
      ))}
    </ul>
  );
}
