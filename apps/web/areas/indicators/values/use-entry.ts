import { type MeasurePartInput, recordMeasure, type RecordedMeasure, type QualityWarning, warningsOf } from '@maillage/domain/indicators';
import { type DomainError, errorText, formatNumber, isDomainError } from '@maillage/domain/kernel';
import { useEffect, useRef, useState } from 'react';
import { ApiError, type EditedMeanwhile, editedMeanwhile, errorSentence } from '../../../lib/api-error';
import { type Draft, useDraft } from '../../../lib/draft';
import { measuresText } from '../../../messages/measures';
import { validationText } from '../../../messages/validation';
import { type EntryGrid, type EntryLine, type Measure, useRecordMeasure } from '../api';

/** What is typed on a line: an empty field is null, what is no number is NaN. */
export interface Typed {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  comment: string;
  /** Its parts, empty when only the total is given. */
  parts: MeasurePartInput[];
}

/** Why what is typed cannot be recorded, and the field to correct. */
export interface EntryFault {
  field: string | null;
  sentence: string;
  /** Something is only missing: said when the person wants to save. */
  missing: boolean;
}

interface Kept {
  typed: Typed;
  revision: number;
}

type Conflict = EditedMeanwhile<Partial<Measure>> & { revision: number };

/** How the line goes: typed and checked, sent, kept on the device, in conflict. */
export interface Entry {
  typed: Typed;
  set: (change: Partial<Typed>) => void;
  dirty: boolean;
  /** The value as it would be recorded; null while it cannot be. */
  recorded: RecordedMeasure | null;
  fault: EntryFault | null;
  /** What is unusual in the value typed: it is taken with a comment. */
  warnings: readonly QualityWarning[];
  /** A save was asked for: what is missing is said too. */
  tried: boolean;
  saving: boolean;
  waiting: boolean;
  error: string | null;
  conflict: Conflict | null;
  draft: Pick<Draft<Kept>, 'restored' | 'savedHour'>;
  /** Gives the id of the value when it is kept by the server; null otherwise. */
  save: () => Promise<string | null>;
  keepMine: () => Promise<void>;
  takeTheirs: () => void;
  later: () => void;
  discard: () => void;
}

const text = measuresText.entry;
const missing = new Set(['measure-parts-missing', 'measure-value-missing']);

/** The value kept by the server, as the fields show it. */
export const typedOf = (measure: Partial<Measure> | null): Typed => ({
  numerator: measure?.numerator ?? null,
  denominator: measure?.denominator ?? null,
  value: measure && measure.numerator == null ? (measure.value ?? null) : null,
  comment: measure?.comment ?? '',
  parts: (measure?.parts ?? []) as MeasurePartInput[],
});

const same = (a: Typed, b: Typed): boolean =>
  Object.is(a.numerator, b.numerator) &&
  Object.is(a.denominator, b.denominator) &&
  Object.is(a.value, b.value) &&
  a.comment.trim() === b.comment.trim() &&
  JSON.stringify(a.parts) === JSON.stringify(b.parts);

/** The field a refusal is about; of two parts, the first that is missing. */
function fieldOf({ code, meta }: DomainError, typed: Typed): string | null {
  if (code === 'measure-parts-missing') return typed.numerator === null ? 'numerator' : 'denominator';
  if (code === 'measure-value-missing' || code === 'measure-not-yes-no') return 'value';
  if (code === 'patient-identifier') return 'comment';
  return typeof meta['field'] === 'string' ? meta['field'] : null;
}

/** What stands under a narrow field: few words where the rule's own sentence is long. */
function sentenceOf({ code, meta }: DomainError): string {
  const { faults } = text;
  if (code === 'measure-numerator-above') return faults[code](formatNumber(Number(meta['denominatorValue'])));
  if (code === 'measure-decimals') return faults[code](Number(meta['max']));
  return code in faults ? faults[code as 'measure-negative'] : errorText(code, meta);
}

/** What is typed, read by the rule the server applies. */
export function readTyped(
  line: EntryLine,
  typed: Typed,
  grid: Pick<EntryGrid, 'today' | 'contractStart'>,
): { recorded: RecordedMeasure | null; fault: EntryFault | null; warnings: readonly QualityWarning[] } {
  const { indicator, period } = line;
  const rule = { ...indicator, archivedAt: indicator.archivedAt === null ? null : new Date(indicator.archivedAt) };
  try {
    const moment = { now: new Date(), today: grid.today, calendar: { contractStart: grid.contractStart } };
    // A validated value cannot be typed over: its line shows no field.
    const recorded = recordMeasure(rule, null, { ...typed, periodKey: period.key }, moment);
    const warnings = warningsOf(indicator, recorded.value, line.quality);
    const unexplained = warnings.length > 0 && typed.comment.trim() === '';
    return { recorded, warnings, fault: unexplained ? { field: 'comment', sentence: validationText.checks.ask, missing: true } : null };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return {
      recorded: null,
      warnings: [],
      fault: { field: fieldOf(error, typed), sentence: sentenceOf(error), missing: missing.has(error.code) },
    };
  }
}

/** Everything a line of the entry page does with what is typed in it. */
export function useEntry(
  line: EntryLine,
  grid: Pick<EntryGrid, 'today' | 'contractStart'>,
  onSaved: (typed: Typed, saved: { id: string; revision: number }) => void,
): Entry {
  const { indicator, period, measure } = line;
  const draft = useDraft<Kept>(`measure:${indicator.id}:${period.key}`);
  const record = useRecordMeasure();
  const [base, setBase] = useState<Kept>(() => ({ typed: typedOf(measure), revision: measure?.revision ?? 0 }));
  const [typed, setTyped] = useState<Typed>({ ...base.typed, ...draft.restored?.values.typed });
  const [revision, setRevision] = useState(draft.restored?.values.revision ?? base.revision);
  const [tried, setTried] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const dirty = !same(typed, base.typed);
  const { recorded, fault, warnings } = readTyped(line, typed, grid);

  const restart = (from: Kept): void => {
    setBase(from);
    setTyped(from.typed);
    setRevision(from.revision);
    setTried(false);
    setError(null);
    setWaiting(false);
    setConflict(null);
    draft.clear();
  };

  // The server holds another version than the one typing began on: shown at once when nothing is typed, else told when saving.
  const held = measure?.revision ?? 0;
  const [seen, setSeen] = useState(held);
  if (held !== seen) {
    setSeen(held);
    if (held !== base.revision) {
      const now = { typed: typedOf(measure), revision: held };
      setBase(now);
      if (!dirty) {
        setTyped(now.typed);
        setRevision(held);
      }
    }
  }

  const send = async (over: number): Promise<string | null> => {
    setError(null);
    try {
      const { comment, parts, ...figures } = typed;
      const saved = await record.mutateAsync({
        ...figures,
        ...(indicator.breakdowns.length > 0 ? { parts } : {}),
        comment: comment.trim() === '' ? null : comment,
        revision: over,
        indicatorId: indicator.id,
        periodKey: period.key,
      });
      restart({ typed, revision: saved.revision });
      onSaved(typed, saved);
      return saved.id;
    } catch (failure) {
      const other = editedMeanwhile<Partial<Measure>>(failure);
      setWaiting(failure instanceof ApiError && failure.isNetwork);
      setConflict(
        other && failure instanceof ApiError ? { ...other, revision: Number(failure.problem.meta?.['revision']) } : null,
      );
      if (other) return null;
      if (failure instanceof ApiError && failure.isAbsent && over > 0) {
        setRevision(0);
        setError(text.gone);
      } else if (!(failure instanceof ApiError && failure.isNetwork)) setError(errorSentence(failure));
      return null;
    }
  };

  const save = async (): Promise<string | null> => {
    setTried(true);
    if (!dirty) return measure?.id ?? null;
    return recorded && !fault ? send(revision) : null;
  };

  // What was kept for want of network leaves as soon as it is back.
  const again = useRef(save);
  useEffect(() => {
    again.current = save;
  });
  useEffect(() => {
    if (!waiting) return undefined;
    const retry = (): void => void again.current();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [waiting]);

  return {
    typed,
    set: (change) => {
      const next = { ...typed, ...change };
      setTyped(next);
      setError(null);
      if (same(next, base.typed)) draft.clear();
      else draft.save({ typed: next, revision });
    },
    dirty,
    recorded,
    fault,
    warnings: dirty ? warnings : [],
    tried,
    saving: record.isPending,
    waiting,
    error,
    conflict,
    draft: dirty ? draft : { restored: null, savedHour: null },
    save,
    keepMine: async () => {
      await send(conflict?.revision ?? revision);
    },
    takeTheirs: () => {
      if (conflict) restart({ typed: typedOf(conflict.current), revision: conflict.revision });
    },
    later: () => setConflict(null),
    discard: () => restart({ typed: typedOf(measure), revision: held }),
  };
}
