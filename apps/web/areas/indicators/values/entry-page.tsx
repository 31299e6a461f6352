import { Button, Checkbox } from '@mantine/core';
import { isSettled } from '@maillage/domain/indicators';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useCan, useSession } from '../../../app/session';
import { capitalise, formatDay } from '../../../lib/format';
import { eventsText } from '../../../messages/events';
import { importsText } from '../../../messages/imports';
import { indicatorsText } from '../../../messages/indicators';
import { measuresText } from '../../../messages/measures';
import { validationText } from '../../../messages/validation';
import { ActionButton, EmptyState, Page, SelectField, useToast } from '../../../ui';
import { type EntryGrid, type EntryLine, entryQuery, useValidate } from '../api';
import { entryInputs } from './entry-fields';
import { EventDay } from './entry-event';
import { EntryLineForm, isReceived } from './entry-line';
import { useEvidenceHint } from '../proofs/evidence-field';
import classes from './entry.module.css';
import type { EntrySearch } from '../routes';
import { type Typed, readTyped } from './use-entry';
import { LockNote } from './value-state';

const text = measuresText.entry;

/** What is left, and until when. */
function Summary({ grid: { lines, today, period } }: { grid: EntryGrid }) {
  const can = useCan();
  if (period?.kind === 'event') {
    const given = lines.flatMap(({ measure }) => measure ?? []);
    return <p className={classes.summary}>{eventsText.entry.lead(given.length, given.filter(({ status }) => !isSettled(status)).length)}</p>;
  }
  if (period && period.end > today) return <p className={classes.summary}>{text.running(formatDay(period.end))}</p>;
  if (lines.some(({ lock }) => lock)) return <p className={classes.summary}>{validationText.state.lockedGiven(lines.filter(({ measure }) => measure).length, lines.length)}</p>;
  const toEnter = lines.filter((line) => !line.measure && !line.absence && !isReceived(line, today));
  const toValidate = lines.filter(({ measure }) => measure && !isSettled(measure.status)).length;
  const due = toEnter.flatMap(({ expected }) => expected?.dueOn ?? []).sort()[0];
  const entered = toEnter.length === 0 && !can('measures.validate');
  return (
    <p className={classes.summary}>
      {entered ? text.allEntered(lines.length) : text.summary(toEnter.length, toValidate, lines.length)}{' '}
      {due ? (due < today ? text.late(formatDay(due)) : text.due(formatDay(due))) : null}
    </p>
  );
}

function NoLine({ grid }: { grid: EntryGrid }) {
  const { role } = useSession();
  const can = useCan();
  if (grid.period?.kind === 'event' && grid.period.end > grid.today)
    return (
      <EmptyState level={2} title={eventsText.entry.noneFuture}>
        {eventsText.entry.noneFutureWhat}
      </EmptyState>
    );
  if (grid.periods.length > 0)
    return (
      <EmptyState level={2} title={text.noLine}>
        {text.noLineWhat}
      </EmptyState>
    );
  const why = role === 'lead' ? text.noIndicatorLead : can('indicators.write') ? text.noIndicatorWrite : text.noIndicatorRead;
  return (
    <EmptyState level={2} title={text.noIndicator} action={{ label: text.toIndicators, href: '/indicateurs' }}>
      {why}
    </EmptyState>
  );
}

/** The next line with an empty field after this one, or the next field at all. */
function goOn(from: HTMLElement): void {
  const list = from.closest('ul');
  const inputs = [...(list?.querySelectorAll<HTMLInputElement>(entryInputs) ?? [])];
  const after = inputs.filter(
    (input) => from.compareDocumentPosition(input) & Node.DOCUMENT_POSITION_FOLLOWING && !from.contains(input),
  );
  (after[0] ?? from.querySelector<HTMLElement>('button[type="submit"]'))?.focus();
}

/** What is missing, then what is to be validated, then the rest, what a lock closes with it; each in the order of the codes. */
function inOrder(lines: readonly EntryLine[]): string[] {
  const rank = ({ measure, lock, writable }: EntryLine): number => (lock && !writable ? 2 : measure === null || measure.remark ? 0 : isSettled(measure.status) ? 2 : 1);
  return [...lines].sort((a, b) => rank(a) - rank(b)).map(({ indicator }) => indicator.id);
}

/** The values of the period that are checked, and their validation in one act. */
function Validation({
  lines,
  checked,
  onChange,
}: {
  lines: readonly EntryLine[];
  checked: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  const toast = useToast();
  const validate = useValidate();
  const drafts = lines.flatMap(({ measure, moves }) => (measure && !measure.remark && (moves.includes('validate') || moves.includes('check')) ? [measure] : []));
  const chosen = drafts.filter(({ id }) => checked.includes(id));
  if (drafts.length === 0) return null;
  const send = async (): Promise<void> => {
    try {
      await validate.mutateAsync(chosen.map(({ id, revision }) => ({ id, revision })));
      onChange([]);
      toast.done(text.validatedAll(chosen.length));
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <div className={`${classes.validation} no-print`} data-chosen={chosen.length > 0 || undefined}>
      <Checkbox
        label={text.checkAll}
        checked={chosen.length === drafts.length}
        indeterminate={chosen.length > 0 && chosen.length < drafts.length}
        onChange={(event) => onChange(event.currentTarget.checked ? drafts.map(({ id }) => id) : [])}
      />
      <span className={classes.selected} role="status">
        {chosen.length > 0 ? text.selected(chosen.length) : text.selectHint}
      </span>
      <Button disabled={chosen.length === 0} loading={validate.isPending} onClick={() => void send()}>
        {text.validateAll(chosen.length)}
      </Button>
    </div>
  );
}

interface LinesProps {
  grid: EntryGrid;
  checked: readonly string[];
  onCheck: (change: (ids: string[]) => string[]) => void;
  onSaved: (line: EntryLine, typed: Typed, saved: { id: string; revision: number }) => void;
}

/** The lines of a period. Their order is that of its opening: a line does not move under the hand that saves it. */
function Lines({ grid, checked, onCheck, onSaved }: LinesProps) {
  const can = useCan();
  const [order] = useState(() => inOrder(grid.lines));
  const lines = [...grid.lines].sort((a, b) => order.indexOf(a.indicator.id) - order.indexOf(b.indicator.id));
  return (
    <ul className={classes.lines} aria-label={grid.period?.kind === 'event' ? eventsText.entry.lines : text.lines}>
      {lines.map((line) => {
        const id = line.measure?.id;
        return (
          <EntryLineForm
            key={line.indicator.id}
            line={line}
            grid={grid}
            writable={can('measures.write')}
            checked={id !== undefined && checked.includes(id)}
            onCheck={(on) => onCheck((before) => [...before.filter((one) => one !== id), ...(on && id ? [id] : [])])}
            onSaved={(typed, saved) => onSaved(line, typed, saved)}
            onNext={goOn}
          />
        );
      })}
    </ul>
  );
}

/** What a value just saved is, until it is read again. */
const sentNow = (now: string) => ({ status: 'submitted' as const, origin: 'typed' as const, submittedAt: now, checkedAt: null, remark: null, returnedAt: null });

/** Saisir les valeurs: the indicators of a period, one line each. */
export function EntryPage() {
  const { communityId, person } = useSession();
  const can = useCan();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { periode, indicateur }: EntrySearch = useSearch({ strict: false });
  const [checked, setChecked] = useState<string[]>([]);
  const { data: grid } = useSuspenseQuery(entryQuery(communityId, periode));
  const writable = can('measures.write');
  // All the lines are of one period: a lock closes them together.
  const lock = grid.lines.find((line) => line.lock)?.lock;
  const opened = grid.lines.filter((line) => line.lock && line.writable);
  const hint = useEvidenceHint();
  const key = grid.period?.key;
  const event = grid.period?.kind === 'event' ? grid.period : null;

  // The line an address names is brought in sight, ready to be typed in.
  useEffect(() => {
    const line = indicateur && key ? document.getElementById(`ligne-${indicateur}`) : null;
    if (!line) return undefined;
    line.scrollIntoView({ block: 'center' });
    const timer = window.setTimeout(() => line.querySelector<HTMLInputElement>(entryInputs)?.focus(), 50);
    return () => window.clearTimeout(timer);
  }, [indicateur, key]);

  const patch = (line: EntryLine, typed: Typed, saved: { id: string; revision: number }): void => {
    const { recorded } = readTyped(line, typed, grid);
    if (!recorded) return;
    const now = new Date().toISOString();
    const { recordedAt: _, ...content } = recorded;
    const measure = { ...content, ...saved, indicatorId: line.indicator.id, recordedAt: now, validatedAt: null, ...sentNow(now), definitionVersion: line.indicator.version };
    client.setQueryData(
      entryQuery(communityId, periode).queryKey,
      (before) =>
        before && {
          ...before,
          lines: before.lines.map((one) =>
            one.indicator.id === line.indicator.id
              ? {
                  ...one,
                  measure,
                  absence: null,
                  recordedByName: person.name,
                  expected: one.expected && { ...one.expected, need: 'to-validate' as const },
                }
              : one,
          ),
        },
    );
  };

  return (
    <Page
      title={event ? eventsText.entry.title(grid.periods.find((one) => one.key === key)?.label ?? formatDay(event.start)) : text.title}
      breadcrumbs={[{ label: indicatorsText.title, href: '/indicateurs' }]}
      lead={grid.lines.length > 0 ? <Summary grid={grid} /> : undefined}
      tools={
        grid.periods.length > 0 || event ? (
          <>
            <div className={classes.period}>
              <SelectField
                required
                label={text.period}
                value={key ?? ''}
                choices={grid.periods.map((one) => ({
                  value: one.key,
                  label: one.kind === 'event' ? eventsText.entry.choice : capitalise(one.locked ? text.periodLocked(one.label) : one.running ? text.periodRunning(one.label) : text.periodLeft(one.label, one.toEnter, one.toValidate)),
                }))}
                onChange={(wanted) => {
                  setChecked([]);
                  void navigate({ to: '/indicateurs/saisie', search: { periode: wanted }, replace: true });
                }}
              />
            </div>
            <ActionButton variant="default" label={importsText.importLink} href="/indicateurs/importer" />
            {event ? (
              <div className={classes.period}>
                <EventDay key={key} day={event.start} today={grid.today} indicatorId={indicateur} />
              </div>
            ) : null}
          </>
        ) : undefined
      }
    >
      {grid.lines.length === 0 ? (
        <NoLine grid={grid} />
      ) : (
        <>
          {lock ? <LockNote lock={lock}>{opened.length > 0 ? <p>{validationText.state.exceptionsMine(opened.length)}</p> : null}</LockNote> : null}
          {lock && opened.length === 0 ? null : writable ? (
            <p className={classes.help}>
              <span className={classes.keyboard}>{text.keyboard} </span>
              {text.proofs(hint)}
            </p>
          ) : (
            <p className={classes.help}>{text.readOnly}</p>
          )}
          <Lines key={key} grid={grid} checked={checked} onCheck={setChecked} onSaved={patch} />
          {can('measures.validate') ? <Validation lines={grid.lines} checked={checked} onChange={setChecked} /> : null}
        </>
      )}
    </Page>
  );
}
