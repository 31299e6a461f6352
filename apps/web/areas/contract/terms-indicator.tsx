import type { ContractIndicator } from '@maillage/domain/contract';
import { Title } from '@mantine/core';
import { formatDay, formatEuros } from '../../lib/format';
import { termsText } from '../../messages/terms';
import { StatusBadge } from '../../ui';
import { scoringLines, valueWords, weightWords } from './terms-words';
import classes from './terms.module.css';

const text = termsText.indicator;

/** What an indicator pays, as lines « condition → euros ». */
export function ScoringList({ indicator }: { indicator: ContractIndicator }) {
  const { lines, note } = scoringLines(indicator);
  return (
    <>
      <ul className={classes.scoring} aria-label={text.scoringOf(indicator.title)}>
        {lines.map(({ label, condition, cents }, index) => (
          <li key={index}>
            <span>
              {label}
              {condition ? <> : {condition}</> : null}
            </span>
            <span aria-hidden="true">→</span>
            <strong data-missing={cents === null || undefined}>{weightWords(cents)}</strong>
          </li>
        ))}
      </ul>
      {note ? <p className={classes.small}>{note}</p> : null}
    </>
  );
}

/** Name and value on one line each: a contract has some forty indicators. */
function Details({ items }: { items: readonly { label: string; value: string | null }[] }) {
  return (
    <dl className={classes.details}>
      {items
        .filter(({ value }) => value !== null)
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** An indicator as signed: the contract's own words beside its numbers. */
export function TermsIndicator({ indicator }: { indicator: ContractIndicator }) {
  const { title, clause, source, direction, baseline, maxCents, evidence, note, onlyIfCrisis } = indicator;
  return (
    <li className={classes.indicator}>
      <div className={classes.indicatorHead}>
        <Title order={4} className={classes.indicatorName}>
          {title}
        </Title>
        {onlyIfCrisis ? <StatusBadge tone="none" label={text.onlyIfCrisis} /> : null}
        {maxCents === null ? (
          <StatusBadge tone="at-risk" label={termsText.amounts.noWeight} />
        ) : (
          <strong className={classes.max}>{text.max(formatEuros(maxCents))}</strong>
        )}
      </div>
      {clause ? (
        <blockquote className={classes.clause}>
          <span className="only-read-aloud">{text.clause} : </span>
          {clause}
        </blockquote>
      ) : null}
      <div className={classes.indicatorBody}>
        <div>
          <ScoringList indicator={indicator} />
        </div>
        <Details
          items={[
            { label: text.source, value: text.sources[source] },
            { label: text.direction, value: direction ? text.directions[direction] : null },
            {
              label: text.baseline,
              value: baseline
                ? baseline.on
                  ? text.baselineOn(valueWords(indicator, baseline.value), formatDay(baseline.on))
                  : valueWords(indicator, baseline.value)
                : null,
            },
            { label: text.evidence, value: evidence.join(' · ') || null },
            { label: text.note, value: note },
          ]}
        />
      </div>
    </li>
  );
}
