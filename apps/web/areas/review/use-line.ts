import { errorText, isDomainError } from '@maillage/domain/kernel';
import { checkLine, type ReviewLine, type SheetIndicator } from '@maillage/domain/review';
import { useRef, useState } from 'react';
import { type EditedMeanwhile, editedMeanwhile, errorSentence } from '../../lib/api-error';
import { type Draft, useDraft } from '../../lib/draft';
import { useChangeLine } from './api';

/** What is typed on a line: texts are never null, an amount that is no number is NaN. */
export interface TypedLine {
  comment: string;
  fundRemark: string;
  arsRemark: string;
  conclusion: ReviewLine['conclusion'];
  agreedCents: number | null;
}

interface Kept {
  typed: TypedLine;
  revision: number;
}

type Conflict = EditedMeanwhile<Partial<ReviewLine>> & { revision: number };

/** How the line goes: typed, sent, kept on the device, in conflict. */
export interface LineEntry {
  typed: TypedLine;
  /** Changes what is typed, without sending it. */
  set: (change: Partial<TypedLine>) => void;
  /** Sends what is typed when it says something new; `change` is typed first. */
  save: (change?: Partial<TypedLine>) => Promise<void>;
  dirty: boolean;
  saving: boolean;
  saved: boolean;
  /** Why it cannot be sent, or why the server refused it, in French. */
  error: string | null;
  conflict: Conflict | null;
  keepMine: () => Promise<void>;
  takeTheirs: () => void;
  later: () => void;
  draft: Pick<Draft<Kept>, 'restored' | 'savedHour'>;
}

/** A line as its fields show it: what is not said is empty. */
export const typedOf = (line: Partial<ReviewLine>): TypedLine => ({
  comment: line.comment ?? '',
  fundRemark: line.fundRemark ?? '',
  arsRemark: line.arsRemark ?? '',
  conclusion: line.conclusion ?? null,
  agreedCents: line.agreedCents ?? null,
});

const same = (a: TypedLine, b: TypedLine): boolean =>
  a.comment.trim() === b.comment.trim() &&
  a.fundRemark.trim() === b.fundRemark.trim() &&
  a.arsRemark.trim() === b.arsRemark.trim() &&
  a.conclusion === b.conclusion &&
  Object.is(a.agreedCents, b.agreedCents);

const notNumber = (typed: TypedLine): boolean => Number.isNaN(typed.agreedCents);

/** Everything a line of the room does with what is typed in it: kept on the device at once, sent when the field is left. */
export function useLine(year: number, indicator: SheetIndicator, revision: number): LineEntry {
  const draft = useDraft<Kept>(`review:${year}:${indicator.code}`);
  const change = useChangeLine(year);
  const server = typedOf(indicator);
  const [base, setBase] = useState<Kept>({ typed: server, revision });
  const [typed, setTyped] = useState<TypedLine>(draft.restored?.values.typed ?? server);
  // What was typed on an older version keeps that version's number: the server then shows both.
  const [seen, setSeen] = useState(draft.restored?.values.revision ?? revision);
  const [error, setError] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);

  // One sending after the other: arrow keys go through several conclusions faster than the server answers.
  const turn = useRef(Promise.resolve());
  const kept = useRef<Kept | null>(null);
  const latest = useRef(typed);

  const dirty = !same(typed, base.typed);
  // Somebody else's version arrived: shown at once where nothing is being typed.
  if (revision !== base.revision && !change.isPending) {
    setBase({ typed: server, revision });
    if (!dirty) {
      setTyped(server);
      setSeen(revision);
    }
  }

  const type = (values: Partial<TypedLine>): TypedLine => {
    const next = { ...typed, ...values };
    latest.current = next;
    setTyped(next);
    setSaved(false);
    setError(null);
    draft.save({ typed: next, revision: seen });
    return next;
  };

  const post = async (sent: TypedLine, over: number): Promise<void> => {
    const last = kept.current && kept.current.revision >= base.revision ? kept.current : base;
    if (same(sent, last.typed) && over === last.revision) return draft.clear();
    try {
      const line = checkLine({ ...sent, agreedCents: notNumber(sent) ? -1 : sent.agreedCents }, indicator);
      setError(null);
      const room = await change.mutateAsync({ code: indicator.code, revision: over, ...line });
      kept.current = { typed: sent, revision: room.revisions.lines[indicator.code] ?? over };
      setSeen(kept.current.revision);
      setBase(kept.current);
      setConflict(null);
      setSaved(true);
      // What was typed while it was on its way is still to be sent, and stays kept on the device.
      if (same(latest.current, sent)) draft.clear();
    } catch (failure) {
      const meanwhile = editedMeanwhile<Partial<ReviewLine>>(failure);
      if (meanwhile) setConflict(meanwhile);
      else setError(isDomainError(failure) ? errorText(failure.code, failure.meta) : errorSentence(failure));
    }
  };
  const send = (sent: TypedLine, over = 0): Promise<void> => {
    turn.current = turn.current.then(() => post(sent, Math.max(over, seen, kept.current?.revision ?? 0)));
    return turn.current;
  };

  return {
    typed,
    set: (values) => void type(values),
    save: (values) => send(values ? type(values) : typed),
    dirty,
    saving: change.isPending,
    saved: saved && !dirty,
    error,
    conflict,
    keepMine: () => send(typed, conflict?.revision),
    takeTheirs: () => {
      if (!conflict) return;
      const theirs = typedOf(conflict.current);
      setSeen(conflict.revision);
      setTyped(theirs);
      setBase({ typed: theirs, revision: conflict.revision });
      setConflict(null);
      draft.clear();
    },
    later: () => setConflict(null),
    draft,
  };
}
