import { useSuspenseQuery } from '@tanstack/react-query';
import type { ActionPanelProps } from '../../app/action-panels';
import { useCan, useSession } from '../../app/session';
import { steeringText } from '../../messages/steering';
import { ActionButton, HrefLink, Section, StatusBadge } from '../../ui';
import { actionDashboardQuery } from './api';
import { toneOf } from './indicator-bars';
import { IndicatorCurve } from './indicator-curve';
import classes from './steering.module.css';

const text = steeringText.action;

/** On the fiche action: its indicators, each with its curve against its target. */
export function ActionPanel({ actionId }: ActionPanelProps) {
  const { communityId } = useSession();
  const can = useCan();
  const { data } = useSuspenseQuery(actionDashboardQuery(communityId, actionId));
  if (data.indicators.length === 0) {
    return (
      <Section title={text.indicators} tools={can('indicators.write') ? <ActionButton variant="default" label={text.add} href={`/indicateurs/nouveau?action=${actionId}`} /> : undefined}>
        <p className={classes.soft}>{text.none}</p>
      </Section>
    );
  }
  return (
    <Section title={text.indicators} bare>
      <div className={classes.curves}>
        {data.indicators.map((card) => (
          <div key={card.id} className={classes.curve}>
            <p className={classes.missionHead}>
              <HrefLink href={`/indicateurs/${card.id}`} className="alone no-print" aria-label={steeringText.mission.open(card.name)}>
                {steeringText.mission.openShort}
              </HrefLink>
              <StatusBadge tone={toneOf(card)} label={steeringText.progress[card.standing?.progress.state ?? 'no-data']} />
            </p>
            <IndicatorCurve card={card} />
          </div>
        ))}
      </div>
    </Section>
  );
}
