import { isAnswer } from '@maillage/domain/indicators';
import { writeValue } from '@maillage/domain/charts';
import { useMediaQuery } from '@mantine/hooks';
import { Fragment } from 'react';
import { evidenceText } from '../../messages/evidence';
import { steeringText } from '../../messages/steering';
import { HrefLink, StatusBadge } from '../../ui';
import type { BoardPage, IndicatorCard } from './api';
import { toneOf } from './indicator-bars';
import classes from './board.module.css';
import { missionTone } from './tones';

const text = steeringText.board;

type Mission = BoardPage['missions'][number];

function MissionName({ mission }: { mission: Mission }) {
  return (
    <>
      <HrefLink href={`/missions/${mission.code}`} className="alone">
        {mission.shortLabel}
      </HrefLink>
      <StatusBadge plain tone={missionTone[mission.state]} label={steeringText.mission.states[mission.state]} />
    </>
  );
}

function IndicatorName({ card }: { card: IndicatorCard }) {
  return (
    <HrefLink href={`/indicateurs/${card.id}`} className="alone">
      {card.code} {card.name}
    </HrefLink>
  );
}

function IndicatorState({ card }: { card: IndicatorCard }) {
  return (
    <span className={classes.states}>
      <StatusBadge plain tone={toneOf(card)} label={steeringText.progress[card.standing?.progress.state ?? 'no-data']} />
      {card.proofMissing ? <StatusBadge plain tone="at-risk" label={evidenceText.missing} /> : null}
    </span>
  );
}

/** The value and the target, written; the unit is said once when it is a word. */
function figuresOf({ standing, kind, unit, decimals }: IndicatorCard): { value: string; target: string } {
  const yesNo = isAnswer(kind);
  const write = (value: number | null | undefined, unitShown: string | null): string => writeValue(value ?? null, { unit: unitShown, decimals, yesNo });
  return { value: write(standing?.compared, unit), target: write(standing?.target, unit === '%' ? unit : null) };
}

function MissionsTable({ missions }: { missions: readonly Mission[] }) {
  return (
    <table className={classes.table}>
      <caption className="only-read-aloud">{text.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.mission}</th>
          <th scope="col">{text.indicator}</th>
          <th scope="col" className={classes.number}>
            {text.value}
          </th>
          <th scope="col" className={classes.number}>
            {text.target}
          </th>
          <th scope="col">{text.stands}</th>
        </tr>
      </thead>
      <tbody>
        {missions.map((mission) => (
          <Fragment key={mission.code}>
            {(mission.keyIndicators.length > 0 ? mission.keyIndicators : [null]).map((card, index) => (
              <tr key={card?.id ?? 'none'} data-first={index === 0 || undefined}>
                {index === 0 ? (
                  <th scope="rowgroup" rowSpan={Math.max(1, mission.keyIndicators.length)}>
                    <MissionName mission={mission} />
                  </th>
                ) : null}
                {card ? (
                  <>
                    <td>
                      <IndicatorName card={card} />
                    </td>
                    <td className={classes.number}>{figuresOf(card).value}</td>
                    <td className={classes.number}>{figuresOf(card).target}</td>
                    <td>
                      <IndicatorState card={card} />
                    </td>
                  </>
                ) : (
                  <td colSpan={4}>{text.noIndicator}</td>
                )}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function MissionsCards({ missions }: { missions: readonly Mission[] }) {
  return (
    <ul className={classes.cards} aria-label={text.caption}>
      {missions.map((mission) => (
        <li key={mission.code} className={classes.card}>
          <p className={classes.cardHead}>
            <MissionName mission={mission} />
          </p>
          {mission.keyIndicators.length === 0 ? <p className={classes.cardNone}>{text.noIndicator}</p> : null}
          <ul className={classes.cards}>
            {mission.keyIndicators.map((card) => (
              <li key={card.id} className={classes.cardLine}>
                <IndicatorName card={card} />
                <span>
                  <strong>{figuresOf(card).value}</strong>
                  {card.standing?.target == null ? null : text.against(figuresOf(card).target)}
                </span>
                <IndicatorState card={card} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** The missions with the indicators to look at first: a table to compare in, cards on a phone, the table again on paper. */
export function BoardMissions({ missions }: { missions: readonly Mission[] }) {
  const phone = useMediaQuery('screen and (max-width: 47.99em)', false, { getInitialValueInEffect: false });
  return phone ? <MissionsCards missions={missions} /> : <MissionsTable missions={missions} />;
}
