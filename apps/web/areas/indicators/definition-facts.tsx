import { formatDay } from '../../lib/format';
import { indicatorsText } from '../../messages/indicators';
import { Facts, HrefLink } from '../../ui';
import type { IndicatorCard } from './api';
import classes from './indicators.module.css';
import { valueText } from './words';

const text = indicatorsText.card;

/** What the indicator is, in words. */
export function DefinitionFacts({ card: { indicator, place } }: { card: IndicatorCard }) {
  const { kind, numeratorLabel, denominatorLabel, baseline } = indicator;
  return (
    <div className={classes.definition}>
      <p className={classes.paragraph}>{indicator.definition}</p>
      <Facts
        items={[
          { label: text.missions, value: place.missionLabels.join(', ') },
          {
            label: text.action,
            value: place.action ? (
              <HrefLink href={`/projet/actions/${place.action.id}`} className="alone">
                {text.actionLine(place.action.number, place.action.title)}
              </HrefLink>
            ) : null,
          },
          { label: text.responsible, value: place.responsible ?? indicatorsText.list.nobody },
          { label: text.kind, value: indicatorsText.kinds[kind] },
          {
            label: text.calculation,
            value: numeratorLabel && denominatorLabel ? text.ratio(numeratorLabel, denominatorLabel) : null,
          },
          { label: text.frequency, value: indicatorsText.frequencies[indicator.frequency] },
          { label: text.direction, value: kind === 'yes-no' ? null : indicatorsText.directions[indicator.direction] },
          { label: text.year, value: kind === 'count' ? text[indicator.aggregation] : null },
          { label: text.source, value: indicator.source },
          { label: text.evidence, value: indicator.evidenceExpected },
          {
            label: text.baseline,
            value: baseline ? text.baselineLine(valueText(indicator, baseline.value), formatDay(baseline.on)) : null,
          },
          { label: text.trackedFrom, value: formatDay(indicator.trackedFrom) },
          { label: text.patients, value: indicator.countsPatients ? text.masked : null },
        ]}
      />
    </div>
  );
}
