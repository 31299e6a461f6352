import { capitalise, formatPeriod } from '../../../lib/format';
import { parsePeriod } from '@maillage/domain/kernel';
import { indicatorsText } from '../../../messages/indicators';
import { Facts } from '../../../ui';
import type { IndicatorCard } from '../api';
import classes from '../indicators.module.css';
import { valueText } from '../words';

/** The targets of an indicator, the newest first. */
export function TargetsList({ card: { indicator, targets, contractStart } }: { card: IndicatorCard }) {
  if (targets.length === 0) return <p className={classes.soft}>{indicatorsText.card.noTargets}</p>;
  const dated = targets
    .map(({ periodKey, value, rationale }) => ({ period: parsePeriod(periodKey, { contractStart }), value, rationale }))
    .sort((a, b) => (a.period.end < b.period.end ? 1 : -1));
  return (
    <Facts
      items={dated.map(({ period, value, rationale }) => ({
        label: capitalise(formatPeriod(period)),
        value: rationale ? (
          <>
            {valueText(indicator, value)} <span className={classes.soft}>({rationale})</span>
          </>
        ) : (
          valueText(indicator, value)
        ),
      }))}
    />
  );
}
