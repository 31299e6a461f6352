import { hasParts, isAnswer, isShare } from '@maillage/domain/indicators';
import { formatDay } from '../../../lib/format';
import { eventsText } from '../../../messages/events';
import { cardText } from '../../../messages/indicator-card';
import { indicatorsText } from '../../../messages/indicators';
import { Facts, HrefLink } from '../../../ui';
import type { Indicator, IndicatorCard } from '../api';
import classes from '../indicators.module.css';
import { valueText } from '../words';

const text = indicatorsText.card;

/** The formula in words: « Demandes honorées ÷ Demandes reçues, en % ». */
export function formulaOf({ kind, unit, numeratorLabel, denominatorLabel }: Pick<Indicator, 'kind' | 'unit' | 'numeratorLabel' | 'denominatorLabel'>): string {
  const { formula } = cardText;
  if (kind === 'deliverable') return formula.deliverable;
  if (isAnswer(kind)) return formula.answer;
  if (!hasParts(kind)) return unit ? formula.count(unit) : formula.plain;
  const [above, below] = [numeratorLabel ?? '', denominatorLabel ?? ''];
  return isShare(unit) ? formula.share(above, below, unit ?? '') : formula.average(above, below);
}

/** How its periods, or its events, add up to a year, in words. */
export function yearOf({ kind, aggregation, frequency }: Pick<Indicator, 'kind' | 'aggregation'> & Partial<Pick<Indicator, 'frequency'>>): string {
  if (isAnswer(kind)) return cardText.yearOf.answer;
  if (kind === 'ratio' || kind === 'average') return cardText.yearOf[kind];
  return frequency === 'event' ? eventsText.yearOf[aggregation] : cardText.yearOf[aggregation];
}

/** What the indicator is, in words: what is measured, how, and how it is followed. */
export function DefinitionFacts({ card: { indicator, place } }: { card: IndicatorCard }) {
  const { kind, baseline, alert, breakdowns, sourceKind, source } = indicator;
  const origin = sourceKind === null ? null : cardText.sources[sourceKind];
  const from = baseline ? text.baselineLine(valueText(indicator, baseline.value), formatDay(baseline.on)) : null;
  return (
    <div className={classes.definition}>
      <p className={classes.paragraph}>{indicator.definition}</p>
      <section className={classes.facts}>
        <h3 className={classes.small}>{cardText.groups.what}</h3>
        <Facts
          items={[
            { label: cardText.rationale, value: indicator.rationale ? <span className={classes.paragraph}>{indicator.rationale}</span> : null },
            { label: text.missions, value: place.missionLabels.join(', ') },
            {
              label: text.action,
              value: place.action ? (
                <HrefLink href={`/projet/actions/${place.action.id}`} className="alone">
                  {text.actionLine(place.action.number, place.action.title)}
                </HrefLink>
              ) : null,
            },
            { label: cardText.limits, value: indicator.limits ? <span className={classes.paragraph}>{indicator.limits}</span> : null },
          ]}
        />
      </section>
      <section className={classes.facts}>
        <h3 className={classes.small}>{cardText.groups.how}</h3>
        <Facts
          items={[
            { label: text.kind, value: indicatorsText.kinds[kind] },
            { label: text.calculation, value: formulaOf(indicator) },
            { label: text.frequency, value: indicatorsText.frequencies[indicator.frequency] },
            { label: text.year, value: yearOf(indicator) },
            { label: text.direction, value: isAnswer(kind) ? null : indicatorsText.directions[indicator.direction] },
            {
              label: cardText.breakdown,
              value:
                breakdowns.length === 0 ? null : (
                  <ul className={classes.plain}>
                    {breakdowns.map(({ kind: by, label, parts }) => (
                      <li key={by}>
                        {label} ({parts.length <= 8 ? parts.join(', ') : cardText.partsCount(parts.length)})
                      </li>
                    ))}
                  </ul>
                ),
            },
            { label: text.patients, value: indicator.countsPatients ? text.masked : null },
          ]}
        />
      </section>
      <section className={classes.facts}>
        <h3 className={classes.small}>{cardText.groups.follow}</h3>
        <Facts
          items={[
            { label: text.source, value: origin && source && source !== origin ? `${origin} · ${source}` : (source ?? origin) },
            {
              label: text.evidence,
              value: kind === 'deliverable' && indicator.evidenceExpected ? `${indicator.evidenceExpected} (${cardText.proofNeeded})` : indicator.evidenceExpected,
            },
            { label: text.responsible, value: place.responsible ?? indicatorsText.list.nobody },
            { label: text.trackedFrom, value: formatDay(indicator.trackedFrom) },
            { label: cardText.dueDays, value: indicator.dueDays === null ? null : cardText.dueDaysOf(indicator.dueDays) },
            { label: text.baseline, value: from && baseline?.source ? `${from} (${baseline.source})` : from },
            {
              label: cardText.thresholds,
              value: alert ? cardText.thresholdsLine(valueText(indicator, alert.warn), valueText(indicator, alert.alarm)) : null,
            },
          ]}
        />
      </section>
    </div>
  );
}
