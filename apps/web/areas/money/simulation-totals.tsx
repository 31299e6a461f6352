import type { Euros, YearEuros } from '@maillage/domain/money';
import { formatEuros } from '../../lib/format';
import { simulationText } from '../../messages/simulation';
import { EuroBar, Section } from '../../ui';
import { wholeMission } from './euros-words';
import classes from './simulation.module.css';

const text = simulationText.totals;

/** « +2 500 € », with its direction for the eye too. */
export function Change({ cents }: { cents: number }) {
  return (
    <span className={classes.change} data-change={Math.sign(cents)}>
      {simulationText.difference(cents)}
    </span>
  );
}

/** What a supposition changes in all and for each mission: both bars on one scale. */
export function SimulationTotals({ before, after }: { before: YearEuros; after: YearEuros }) {
  const gain = after.earnedCents - before.earnedCents;
  const moved = after.missions.flatMap((mission) => {
    const was = before.missions.find(({ code }) => code === mission.code);
    const euros = wholeMission(mission);
    const change = euros.earnedCents - (was ? wholeMission(was).earnedCents : 0);
    return change === 0 ? [] : [{ mission, euros, change }];
  });
  const scale = Math.max(1, ...after.missions.map((mission) => wholeMission(mission).maxCents));
  const bar = (label: string, euros: Euros) => <EuroBar label={label} euros={euros} scaleCents={before.maxCents} />;
  return (
    <Section title={text.title}>
      <div className={classes.totals}>
        <p className={classes.gain} role="status">
          <strong aria-hidden="true">{formatEuros(after.earnedCents)}</strong> <span aria-hidden="true">{gain === 0 ? text.same : <Change cents={gain} />}</span>
          <span className="only-read-aloud">{text.status(formatEuros(after.earnedCents), simulationText.difference(gain))}</span>
        </p>
        {bar(text.then, after)}
        {bar(text.now, before)}
        <h3 className={classes.small}>{text.byMission}</h3>
        {moved.length === 0 ? (
          <p className={classes.soft}>{text.noChange}</p>
        ) : (
          <ul className={classes.moved}>
            {moved.map(({ mission, euros, change }) => (
              <li key={mission.code}>
                <p>
                  <span>{mission.shortLabel}</span>
                  <Change cents={change} />
                </p>
                <EuroBar bare label={mission.label} euros={euros} scaleCents={scale} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
