import { isAnswer } from '@maillage/domain/indicators';
import { evidenceText } from '../../messages/evidence';
import { steeringText } from '../../messages/steering';
import { BulletBar, HrefLink, StatusBadge } from '../../ui';
import type { IndicatorCard } from './api';
import classes from './steering.module.css';
import { progressTone } from './tones';

/** How an indicator stands, in the five ways. */
export const toneOf = ({ standing }: Pick<IndicatorCard, 'standing'>) => progressTone[standing?.progress.state ?? 'no-data'];

/** Indicators against their targets, each opening its card. */
export function IndicatorBars({ cards }: { cards: readonly IndicatorCard[] }) {
  return (
    <ul className={classes.lines}>
      {cards.map((card) => (
        <li key={card.id} className={classes.bar}>
          <div className={classes.missionHead}>
            <HrefLink href={`/indicateurs/${card.id}`} className={classes.lineTitle}>
              {card.code} · {card.name}
            </HrefLink>
            <StatusBadge tone={toneOf(card)} label={steeringText.progress[card.standing?.progress.state ?? 'no-data']} />
            {card.proofMissing ? <StatusBadge tone="at-risk" label={evidenceText.missing} plain /> : null}
          </div>
          <BulletBar
            label={card.name}
            hideLabel
            unit={card.unit}
            decimals={card.decimals}
            yesNo={isAnswer(card.kind)}
            value={card.standing?.compared ?? null}
            target={card.standing?.target ?? null}
            tone={toneOf(card)}
          />
          {card.standing ? <p className={classes.soft}>{card.standing.sentence}</p> : null}
        </li>
      ))}
    </ul>
  );
}
