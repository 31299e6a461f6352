import { isAnswer, isSettled } from '@maillage/domain/indicators';
import { Button, Checkbox } from '@mantine/core';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { browserZone, formatDay, formatInstant } from '../../../lib/format';
import { useSession } from '../../../app/session';
import { type Day, localTime } from '@maillage/domain/kernel';
import { collectionText } from '../../../messages/collection';
import { eventsText } from '../../../messages/events';
import { measuresText } from '../../../messages/measures';
import { validationText } from '../../../messages/validation';
import { FormError, HrefLink, LongTextField, StatusBadge, useToast } from '../../../ui';
import type { EntryGrid, EntryLine, Measure } from '../api';
import { AbsenceField } from '../collection/collection-absence';
import { EntryConflict } from './entry-conflict';
import { EventMore } from './entry-event';
import { EntryFields, figureInputs } from './entry-fields';
import { EntryResult } from './entry-result';
import classes from './entry.module.css';
import { EvidenceField } from '../proofs/evidence-field';
import { type Entry, type Typed, useEntry } from './use-entry';
import { useSubmitMeasure } from '../validation/validation-api';
import { useWaitingFiles } from '../proofs/use-waiting-files';
import { ValueState } from './value-state';
import { cardHref, lifeOf, partsText, periodShort, valueHref, valueText } from '../words';

const text = measuresText.entry;

interface EntryLineFormProps {
  line: EntryLine;
  grid: Pick<EntryGrid, 'today' | 'contractStart'>;
  /** May give values here. */
  writable: boolean;
  checked: boolean;
  onCheck: (checked: boolean) => void;
  onSaved: (typed: Typed, saved: { id: string; revision: number }) => void;
  /** After the line was saved with the keyboard: on to the next one. */
  onNext: (from: HTMLElement) => void;
}

/** The sentences to show, by field: a missing part is said only when the person wants to save. */
function errorsOf({ fault, tried }: Entry, left: boolean): Record<string, string> {
  if (!fault?.field || (fault.missing ? !tried : !tried && !left)) return {};
  return { [fault.field]: fault.sentence };
}

/** « T2 2026 » of « T2 2026 (avr.–juin) » */
const shortLabel = ({ label }: { label: string }): string => label.replace(/ \(.*\)$/, '');

function Marks({ line, editable }: { line: EntryLine; editable: boolean }) {
  const { indicator, previous, earlier, target, targetSetFor, targetOfYear } = line;
  const aim =
    target === null || targetSetFor === null
      ? text.noTarget
      : targetOfYear
        ? text.targetOfYear(valueText(indicator, target), periodShort(targetSetFor))
        : valueText(indicator, target);
  return (
    <dl className={classes.marks}>
      <div>
        <dt>{text.previous}</dt>
        <dd>{previous ? text.previousOf(previous.text, shortLabel(previous)) : text.noPrevious}</dd>
        {earlier.map((one) => (
          <dd key={one.label} className={classes.earlier}>
            {text.previousOf(one.text, shortLabel(one))}
          </dd>
        ))}
      </div>
      <div>
        <dt>{text.target}</dt>
        <dd>{aim}</dd>
        {!editable || isAnswer(indicator.kind) ? null : <dd className={classes.earlier}>{indicator.bounded ? text.allowedShare : text.allowed}</dd>}
      </div>
    </dl>
  );
}

/** An answer came by a link and waits to be accepted: a period that is over, open and unanswered, for which nobody is asked any more. */
export const isReceived = ({ measure, absence, lock, expected, period }: EntryLine, today: Day): boolean =>
  !measure && !absence && !lock && !expected && period.kind !== 'event' && period.end <= today;

/** How the value stands; under a lock, what is neither settled nor open to the reader says so. */
function State({ line, entry, today }: { line: EntryLine; entry: Entry; today: Day }) {
  if (entry.dirty) return <StatusBadge tone="at-risk" label={text.changed} plain />;
  if (!line.measure && line.absence) return <StatusBadge tone="none" label={collectionText.noValue.status} plain />;
  const closed = line.lock !== null && !line.writable;
  if (line.measure)
    return (
      <>
        <StatusBadge {...lifeOf(line, today)} plain />
        {closed && !isSettled(line.measure.status) ? <StatusBadge tone="none" label={validationText.stages.locked} plain /> : null}
      </>
    );
  if (closed) return <StatusBadge {...lifeOf(line, today)} plain />;
  if (isReceived(line, today)) return <StatusBadge tone="on-track" label={collectionText.states['to-accept'](0)} plain />;
  const late = line.expected?.lateDays ?? 0;
  return late > 0 ? (
    <StatusBadge tone="late" label={text.lateDays(late)} plain />
  ) : (
    <StatusBadge tone="none" label={line.period.kind === 'event' ? eventsText.entry.state : line.period.end > today ? text.soFar : text.toEnter} plain />
  );
}

/** What is kept on this device and not yet by the server. */
function Keeping({ entry }: { entry: Entry }) {
  const { restored, savedHour } = entry.draft;
  if (entry.waiting) return <p className={classes.waiting}>{text.waiting}</p>;
  const said = savedHour ? text.kept(savedHour) : restored ? text.restored(formatInstant(restored.savedAt, browserZone())) : null;
  if (!said) return null;
  return (
    <p className={classes.keeping}>
      <span>{said}</span>
      <Button variant="subtle" size="compact-md" onClick={entry.discard}>
        {text.discard}
      </Button>
    </p>
  );
}

function Locked({ line }: { line: EntryLine }) {
  const { timeZone } = useSession();
  const { indicator, measure, validatedByName } = line;
  if (!measure) return null;
  const parts = partsText(measure);
  const day = measure.validatedAt ? formatDay(localTime(new Date(measure.validatedAt), timeZone).day) : '';
  return (
    <p className={classes.locked}>
      <strong>{valueText(indicator, measure.value)}</strong>
      {parts ? <span className={classes.soft}>{parts}</span> : null}
      {isSettled(measure.status) && validatedByName ? (
        <span className={classes.soft}>{text.validatedBy(validatedByName, day)}</span>
      ) : null}
    </p>
  );
}

/** Sends a draft to those who validate, without changing it. */
function SubmitButton({ measure, name }: { measure: Measure; name: string }) {
  const toast = useToast();
  const submit = useSubmitMeasure();
  const send = async (): Promise<void> => {
    try {
      await submit.mutateAsync({ measureId: measure.id, revision: measure.revision });
      toast.done(validationText.acts.submitted);
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <Button variant="default" loading={submit.isPending} onClick={() => void send()}>
      {validationText.acts.submitShort}
      <span className="only-read-aloud">{text.of(name)}</span>
    </Button>
  );
}

/** One indicator of the period: its marks, its fields, its proofs, its comment; saved by itself. */
export function EntryLineForm({ line, grid, writable, checked, onCheck, onSaved, onNext }: EntryLineFormProps) {
  const id = useId();
  const { indicator, place, measure, evidence, period } = line;
  const entry = useEntry(line, grid, onSaved);
  const files = useWaitingFiles(measure?.id ?? null, `${indicator.id}:${period.key}`);
  const form = useRef<HTMLFormElement>(null);
  const byKeyboard = useRef(false);
  const [left, setLeft] = useState(false);
  const [commenting, setCommenting] = useState(false);
  const validated = isSettled(measure?.status);
  const editable = writable && line.writable;
  const closed = line.lock !== null && !line.writable;
  const quiet = validated || closed;
  // What was sent back waits for who gave it.
  const advances = !measure?.remark && (line.moves.includes('validate') || line.moves.includes('check'));
  const errors = errorsOf(entry, left);
  const general = entry.fault && entry.tried && !entry.fault.field ? entry.fault.sentence : null;
  const comments = commenting || entry.typed.comment !== '' || entry.warnings.length > 0;

  const save = async (): Promise<void> => {
    const fast = byKeyboard.current;
    byKeyboard.current = false;
    const saved = await entry.save();
    if (saved === null) return;
    if (files.files.length > 0) void files.send(saved);
    if (fast && form.current) onNext(form.current);
  };
  const keyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.type === 'checkbox') return;
    const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>(figureInputs)];
    const next = inputs[inputs.indexOf(event.target) + 1];
    event.preventDefault();
    if (next) return next.focus();
    byKeyboard.current = true;
    event.currentTarget.requestSubmit();
  };

  return (
    <li
      className={classes.line}
      id={`ligne-${indicator.id}`}
      data-dirty={entry.dirty || undefined}
      data-validated={quiet || undefined}
    >
      <form
        ref={form}
        noValidate
        aria-labelledby={`${id} ${id}-code`}
        className={classes.form}
        onKeyDown={keyDown}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {measure?.remark || line.lock ? (
          <div className={classes.said}>
            <ValueState line={line} mine={editable} lockSaid />
          </div>
        ) : null}
        <div className={classes.what}>
          <h2 id={id}>
            <HrefLink href={measure ? valueHref(indicator.id, period.key) : cardHref(indicator.id)} className="alone">
              {indicator.name}
            </HrefLink>
          </h2>
          <p id={`${id}-code`} className={classes.soft}>
            {indicator.code}
            {place.responsible ? ` · ${place.responsible}` : ''}
          </p>
          {quiet ? null : (
            <details className={classes.definition}>
              <summary>
                {text.definition}
                <span className="only-read-aloud">{text.definitionOf(indicator.name)}</span>
              </summary>
              <p>{indicator.definition}</p>
            </details>
          )}
        </div>
        <Marks line={line} editable={editable} />
        <div className={classes.fields}>
          {editable ? (
            <EntryFields line={line} entry={entry} errors={errors} onLeave={() => setLeft(true)} />
          ) : (
            <Locked line={line} />
          )}
          <div className={classes.result} aria-live="polite">
            {editable ? <EntryResult line={line} recorded={entry.recorded} warnings={entry.warnings} /> : null}
          </div>
        </div>
        <div className={classes.act}>
          {validated && !entry.dirty ? <StatusBadge {...lifeOf(line, grid.today)} plain /> : <State line={line} entry={entry} today={grid.today} />}
          {editable ? (
            <Button type="submit" variant={entry.dirty ? 'filled' : 'default'} loading={entry.saving} disabled={!entry.dirty}>
              {text.save}
              <span className="only-read-aloud">{text.of(indicator.name)}</span>
            </Button>
          ) : null}
          {editable && measure && line.moves.includes('submit') && !entry.dirty ? <SubmitButton measure={measure} name={indicator.name} /> : null}
          {advances ? (
            <Checkbox
              checked={checked}
              disabled={entry.dirty}
              onChange={(event) => onCheck(event.currentTarget.checked)}
              label={
                <>
                  {text.check}
                  <span className="only-read-aloud">{text.checkOf(indicator.name)}</span>
                  {evidence.length === 0 && indicator.evidenceExpected ? (
                    <span className={classes.proofless}> ({text.proofMissing})</span>
                  ) : null}
                </>
              }
            />
          ) : null}
        </div>
        <div className={classes.said}>
          {general ? (
            <p className={classes.fault} role="alert">
              {general}
            </p>
          ) : null}
          {entry.error ? <FormError>{entry.error}</FormError> : null}
          <div role="status">{editable ? <Keeping entry={entry} /> : null}</div>
        </div>
        <div className={classes.more}>
          {measure || period.kind === 'event' ? null : (
            <AbsenceField
              place={{ indicatorId: indicator.id, periodKey: period.key }}
              name={indicator.name}
              absence={line.absence}
              writable={editable && line.writable && period.end <= grid.today}
            />
          )}
          {closed && !measure ? null : (
            <EvidenceField
              indicator={indicator}
              periodKey={period.key}
              measureId={measure?.id ?? null}
              evidence={evidence}
              writable={line.lock ? editable : writable}
              removable={editable && !validated}
              waiting={files}
              limitsElsewhere
            />
          )}
          {editable ? (
            comments ? (
              <div className={classes.commentField}>
                <LongTextField
                  label={text.comment}
                  hint={text.commentHint}
                  minRows={2}
                  maxLength={4000}
                  value={entry.typed.comment}
                  error={errors['comment']}
                  autoFocus={commenting}
                  onChange={(comment) => entry.set({ comment })}
                  onBlur={() => setLeft(true)}
                />
              </div>
            ) : (
              <Button variant="subtle" className={classes.addComment} onClick={() => setCommenting(true)}>
                {text.addComment}
                <span className="only-read-aloud">{text.of(indicator.name)}</span>
              </Button>
            )
          ) : measure?.comment ? (
            <p className={classes.comment}>{measure.comment}</p>
          ) : null}
        </div>
      </form>
      {period.kind === 'event' ? <EventMore line={line} grid={grid} writable={writable} /> : null}
      <EntryConflict indicator={indicator} entry={entry} />
    </li>
  );
}
