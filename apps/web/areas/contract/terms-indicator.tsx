import type { ContractIndicator } from '@maillage/domain/contract';
import { Title } from '@mantine/core';
import { formatDay, formatEuros } from '../../lib/format';
import { termsText } from '../../messages/terms';
import { StatusBadge } from '../../ui';
import { scoringLines, valueWords, weightWords } from './terms-words';
import classes from './terms.module.css';

const text = termsText.indicator;

/** What an indicator pays, as lines « condition → euros »; `brief` leaves out the rules that the page says once for all. */
export function ScoringList({ indicator, brief = false }: { indicator: ContractIndicator; brief?: boolean }) {
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
      {note && !(brief && indicator.scoring.mode !== 'linear') ? <p className={classes.small}>{note}</p> : null}
    </>
  );
}

/** An indicator as signed: the contract's own words beside its numbers. */
export function TermsIndicator({ indicator }: { indicator: ContractIndicator }) {
  const { title, clause, source, direction, baseline, maxCents, evidence, note, onlyIfCrisis } = indicator;
  const start = baseline && (baseline.on ? text.baselineOn(valueWords(indicator, baseline.value), formatDay(baseline.on)) : valueWords(indicator, baseline.value));
  const facts = [
    text.sources[source],
    ...(direction ? [text.directions[direction]] : []),
    ...(start ? [text.baseline(start)] : []),
    ...(evidence.length > 0 ? [text.evidence(evidence)] : []),
  ];
  return (
    <li className={classes.indicator}>
      <div className={classes.indicatorHead}>
        <Title order={5} className={classes.indicatorName}>
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
      <ScoringList indicator={indicator} brief />
      <p className={classes.facts}>{facts.join(' · ')}</p>
      {note ? <p className={classes.facts}>{text.noteOf(note)}</p> : null}
    </li>
  );
}
