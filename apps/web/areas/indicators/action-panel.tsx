import { useQuery } from '@tanstack/react-query';
import type { ActionPanelProps } from '../../app/action-panels';
import { useCan, useSession } from '../../app/session';
import { indicatorsText } from '../../messages/indicators';
import { ActionButton, ChartSkeleton, HrefLink, LoadError, Section, StatusBadge } from '../../ui';
import { indicatorsQuery } from './api';
import { IndicatorChart } from './indicator-chart';
import classes from './indicators.module.css';
import { cardHref, progressTone } from './words';

const text = indicatorsText.panel;

/** The indicators of a fiche action, each with its curve against its target. */
export function ActionPanel({ actionId }: ActionPanelProps) {
  const { communityId, rights } = useSession();
  const can = useCan();
  const { data, error, refetch } = useQuery({ ...indicatorsQuery(communityId), enabled: rights.has('indicators.read') });
  if (!rights.has('indicators.read')) return null;
  if (error) return <LoadError error={error} onRetry={() => void refetch()} />;
  if (!data) return <ChartSkeleton />;
  const mine = data.filter(({ indicator }) => indicator.actionId === actionId);
  const create = can('indicators.write') ? <ActionButton variant="default" label={text.create} href={`/indicateurs/nouveau?action=${actionId}`} /> : null;
  return (
    <Section title={text.title} tools={create}>
      {mine.length === 0 ? <p className={classes.soft}>{text.none}</p> : null}
      <div className={classes.panel}>
        {mine.map(({ indicator, standing }) => (
          <div key={indicator.id}>
            {standing ? (
              <IndicatorChart indicator={indicator} standing={standing} title={indicator.name} level={3} />
            ) : (
              <h3 className={classes.small}>{indicator.name}</h3>
            )}
            <p className={classes.lead}>
              <StatusBadge tone={progressTone[standing?.progress.state ?? 'no-data']} label={indicatorsText.states[standing?.progress.state ?? 'no-data']} />
              <HrefLink href={cardHref(indicator.id)}>
                {text.open}
                <span className="only-read-aloud">{text.openOf(indicator.name)}</span>
              </HrefLink>
            </p>
          </div>
        ))}
      </div>
    </Section>
  );
}
