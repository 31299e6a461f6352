import { type SheetIndicator, targetInWords, valueInWords } from '@maillage/domain/review';
import { formatEuros } from '../../lib/format';
import { reviewText } from '../../messages/review';
import { HrefLink, StatusBadge } from '../../ui';
import classes from './review.module.css';
import { resultInWords, resultTone } from './words';

const text = reviewText.line;

/** What was agreed of an indicator, and what was reached: the value, its source, its date, its proofs. */
export function LineFacts({ indicator, year }: { indicator: SheetIndicator; year: number }) {
  const { baseline, scoring, result, tier, link, kind } = indicator;
  const value = resultInWords(indicator);
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{text.target}</dt>
        <dd>
          <ul className={classes.plainList}>
            {targetInWords(indicator, scoring).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
          {baseline ? <span className={classes.soft}>{text.baseline(valueInWords({ kind }, baseline.value))}</span> : null}
        </dd>
      </div>
      <div>
        <dt>{text.result}</dt>
        <dd>
          <span className={classes.result}>
            {value === null ? <span className={classes.soft}>{text.noResult}</span> : <strong>{value}</strong>}
            {result.status === 'missing' ? null : <StatusBadge plain tone={resultTone[result.status]} label={reviewText.results[result.status]} />}
            {tier ? <span>{tier}</span> : null}
          </span>
          <span className={classes.soft}>
            {[result.source, result.asOf ? text.asOf(result.asOf) : null, value === null ? null : text.proofs(result.evidence)].filter(Boolean).join(' · ')}
          </span>
          {link?.periodKey ? (
            <HrefLink href={`/indicateurs/${link.indicatorId}/valeurs/${link.periodKey}`} className={`alone ${classes.small}`}>
              {text.open}
              <span className="only-read-aloud">{` : ${indicator.title}`}</span>
            </HrefLink>
          ) : link ? null : (
            <HrefLink href={`/contrat/euros?annee=${year}&montant=${indicator.code}`} className={`alone ${classes.small}`}>
              {text.link}
              <span className="only-read-aloud">{` : ${indicator.title}`}</span>
            </HrefLink>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** Euros of a line nobody may change. */
export function SettledEuros({ indicator }: { indicator: SheetIndicator }) {
  const { maxCents, settledCents, computedCents, agreedCents, notComputed } = indicator;
  if (maxCents === null) return <span className={classes.soft}>{notComputed ?? text.notComputed}</span>;
  if (maxCents === 0) return <span className={classes.soft}>{text.zero}</span>;
  return (
    <span>
      <strong>{formatEuros(settledCents)}</strong> {reviewText.totals.of(formatEuros(maxCents))}
      {agreedCents !== null && agreedCents !== computedCents ? <span className={classes.soft}> ({text.byHand(formatEuros(computedCents))})</span> : null}
    </span>
  );
}

