import { countConclusions, type ReviewSheet } from '@maillage/domain/review';
import { formatEuros, formatNumber } from '../../lib/format';
import { reviewText } from '../../messages/review';
import { EuroBar, Section, StatusBadge } from '../../ui';
import classes from './review.module.css';
import { allIndicators, barOf, conclusionTone, progressOf } from './words';

const text = reviewText.totals;

/** Euros, conclusions and preparation of the whole year: they move as the room is filled in. */
export function ReviewTotals({ sheet }: { sheet: ReviewSheet }) {
  const indicators = allIndicators(sheet);
  const counts = countConclusions(indicators);
  const { done, total } = progressOf(indicators);
  const actions = sheet.missions.flatMap((mission) => mission.actions);
  return (
    <Section title={text.title} hint={text.examined(done, total)}>
      <div className={classes.totals}>
        <EuroBar euros={barOf(indicators)} label={text.bar} />
        <dl className={classes.figures} aria-live="polite">
          <div>
            <dt>{text.settled}</dt>
            <dd>{formatEuros(sheet.euros.settledCents)}</dd>
          </div>
          <div>
            <dt>{text.computed}</dt>
            <dd>{formatEuros(sheet.euros.computedCents)}</dd>
          </div>
          <div>
            <dt>{text.preparation}</dt>
            <dd>{text.ready(actions.filter(({ status }) => status === 'ready').length, actions.length)}</dd>
          </div>
        </dl>
        <ul className={classes.counts} aria-label={text.conclusions}>
          {(['reached', 'partly', 'not-reached', 'none'] as const).map((key) => (
            <li key={key}>
              <strong>{formatNumber(counts[key])}</strong> <StatusBadge plain tone={conclusionTone[key]} label={reviewText.conclusions[key]} />
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
