import { Button, SegmentedControl } from '@mantine/core';
import { agreedOf, conclusions, type Conclusion, contradiction, remarkLimit, type SheetIndicator, suggestedConclusion } from '@maillage/domain/review';
import { type FocusEvent, useId, useState } from 'react';
import { formatEuros, formatNumber, french } from '../../lib/format';
import { reviewText } from '../../messages/review';
import { ConflictDialog, FormError, LongTextField, NumberField, StatusBadge } from '../../ui';
import { IconCheck, IconChevronDown, IconChevronRight } from '../../ui/icons';
import { LineFacts, SettledEuros } from './line-facts';
import { ProposalPanel } from './proposal-panel';
import classes from './review.module.css';
import { type LineEntry, typedOf, type TypedLine, useLine } from './use-line';
import { conclusionTone } from './words';

const text = reviewText.line;
const remarks = [
  { key: 'comment', label: text.comment },
  { key: 'fundRemark', label: text.fund },
  { key: 'arsRemark', label: text.ars },
] as const;

const conclusionWord = (conclusion: Conclusion | null): string => (conclusion === null ? text.nothing : reviewText.conclusions[conclusion]);
const amountWord = (cents: number | null): string => (cents === null ? text.computed : formatEuros(cents));

function Conflict({ entry }: { entry: LineEntry }) {
  const { conflict, typed } = entry;
  const theirs = typedOf(conflict?.current ?? {});
  const field = (label: string, write: (line: TypedLine) => string) => ({ label, mine: write(typed), theirs: write(theirs) });
  return (
    <ConflictDialog
      conflict={conflict}
      fields={
        conflict
          ? [
              field(text.fields.conclusion, ({ conclusion }) => conclusionWord(conclusion)),
              field(text.fields.agreedCents, ({ agreedCents }) => amountWord(agreedCents)),
              ...remarks.map(({ key, label }) => field(label, (line) => line[key])),
            ]
          : []
      }
      onKeepMine={entry.keepMine}
      onTakeTheirs={entry.takeTheirs}
      onLater={entry.later}
    />
  );
}

/** How the sending of a line goes, said without moving anything. */
function Sending({ entry }: { entry: LineEntry }) {
  const { saving, saved, dirty, draft } = entry;
  const said = saving ? text.saving : saved ? text.saved : dirty ? (draft.restored ? text.restored : text.notSaved) : '';
  return (
    <span className={classes.sending} role="status">
      {saved && !saving ? <IconCheck size={16} aria-hidden="true" /> : null}
      {said}
    </span>
  );
}

interface LineProps {
  year: number;
  nextYear: number | null;
  indicator: SheetIndicator;
  revisions: { line: number; proposal: number };
  /** Whether proposals open the next year. */
  proposes: boolean;
  write: boolean;
}

/** What can be typed on a line: conclusion and euros in sight, texts one click away. Leaving a field sends it. */
function LineForm({ year, indicator, revision }: { year: number; indicator: SheetIndicator; revision: number }) {
  const entry = useLine(year, indicator, revision);
  const { typed, set, save, error } = entry;
  const written = remarks.filter(({ key }) => typed[key].trim() !== '').length;
  const [open, setOpen] = useState(written > 0);
  const id = useId();
  const { maxCents, computedCents } = indicator;
  const suggested = suggestedConclusion(indicator, indicator.result, indicator.kind);
  const against = Number.isNaN(typed.agreedCents) ? null : contradiction(typed, indicator);
  // Sent when the whole line is left, so that going from one field to the next sends nothing by halves.
  const onBlur = (event: FocusEvent<HTMLDivElement>): void => {
    if (entry.dirty && !event.currentTarget.contains(event.relatedTarget)) void save();
  };
  return (
    <div className={classes.form} onBlur={onBlur}>
      <div className={classes.quick}>
        <div className={classes.conclusion}>
          <span className={classes.fieldLabel} id={id}>
            {text.conclusion}
          </span>
          <SegmentedControl
            aria-labelledby={id}
            aria-label={text.conclusionOf(indicator.title)}
            name={`conclusion-${indicator.code}`}
            value={typed.conclusion ?? 'none'}
            onChange={(chosen) => void save({ conclusion: chosen === 'none' ? null : (chosen as Conclusion) })}
            data={[...conclusions, 'none' as const].map((value) => ({ value, label: reviewText.conclusions[value] }))}
            classNames={{ root: classes.segments, label: classes.segment }}
          />
          {typed.conclusion === null && suggested ? (
            <Button variant="subtle" size="compact-md" className={classes.suggestion} onClick={() => void save({ conclusion: suggested })}>
              {text.suggestion(reviewText.conclusions[suggested])}
            </Button>
          ) : null}
        </div>
        {maxCents === null || maxCents === 0 ? (
          <p className={classes.soft}>
            <SettledEuros indicator={indicator} />
          </p>
        ) : (
          <NumberField
            label={text.agreed}
            unit="€"
            min={0}
            max={maxCents / 100}
            decimals={2}
            placeholder={formatNumber(computedCents / 100)}
            hint={text.agreedHint(formatEuros(computedCents), formatEuros(maxCents))}
            value={typed.agreedCents === null ? null : typed.agreedCents / 100}
            error={against ? french(`${against}.`) : undefined}
            onChange={(euros) => set({ agreedCents: euros === null ? null : Math.round(euros * 100) })}
          />
        )}
      </div>
      <div className={classes.under}>
        <Button
          variant="subtle"
          aria-expanded={open}
          onClick={() => setOpen((was) => !was)}
          leftSection={open ? <IconChevronDown size={18} aria-hidden="true" /> : <IconChevronRight size={18} aria-hidden="true" />}
        >
          {text.texts(written)}
          <span className="only-read-aloud">{` : ${indicator.title}`}</span>
        </Button>
        <Sending entry={entry} />
      </div>
      {open ? (
        <div className={classes.texts}>
          {remarks.map(({ key, label }) => (
            <LongTextField key={key} label={label} maxLength={remarkLimit} minRows={2} value={typed[key]} onChange={(value) => set({ [key]: value })} hint={key === 'comment' ? text.noPatient : undefined} />
          ))}
        </div>
      ) : null}
      {error ? (
        <FormError>
          {error}{' '}
          <Button variant="subtle" size="compact-md" onClick={() => void save()}>
            {text.retry}
          </Button>
        </FormError>
      ) : null}
      <Conflict entry={entry} />
    </div>
  );
}

/** What was said and settled, where nothing can be changed. */
function LineRead({ indicator }: { indicator: SheetIndicator }) {
  const said = remarks.flatMap(({ key, label }) => (indicator[key] ? [{ label, value: indicator[key] }] : []));
  return (
    <div className={classes.read}>
      <p className={classes.settled}>
        <StatusBadge tone={conclusionTone[indicator.conclusion ?? 'none']} label={reviewText.conclusions[indicator.conclusion ?? 'none']} />
        <SettledEuros indicator={indicator} />
      </p>
      {said.length > 0 ? (
        <dl className={classes.said}>
          {said.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}

/** An indicator of the contract in the room. */
export function IndicatorLine({ year, nextYear, indicator, revisions, proposes, write }: LineProps) {
  const id = useId();
  const paid = indicator.maxCents === null ? null : agreedOf(indicator, indicator);
  return (
    <article className={classes.line} aria-labelledby={id} data-conclusion={indicator.conclusion ?? 'none'} data-code={indicator.code}>
      <header className={classes.lineHead}>
        <h4 id={id}>{indicator.title}</h4>
        {indicator.maxCents ? (
          <span className={classes.lineEuros}>
            <strong>{formatEuros(paid ?? 0)}</strong> {reviewText.totals.of(formatEuros(indicator.maxCents))}
          </span>
        ) : null}
      </header>
      <LineFacts indicator={indicator} year={year} />
      {write ? <LineForm year={year} indicator={indicator} revision={revisions.line} /> : <LineRead indicator={indicator} />}
      {proposes && nextYear !== null ? <ProposalPanel year={year} nextYear={nextYear} indicator={indicator} revision={revisions.proposal} write={write} /> : null}
    </article>
  );
}
