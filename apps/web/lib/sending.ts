import { useState } from 'react';
import { ApiError, type EditedMeanwhile, editedMeanwhile, errorSentence } from './api-error';

/** How the sending of a form goes. */
interface Sending<Current> {
  /** Why it was refused, in French. */
  error: string | null;
  /** What somebody else saved meanwhile. */
  conflict: EditedMeanwhile<Current> | null;
  busy: boolean;
  /** Does the act; never throws. `refused` takes the sentences that belong to fields. */
  send: (act: () => Promise<unknown>, refused?: (failure: ApiError) => void) => Promise<void>;
  /** Leaves the conflict aside, with everything as it is typed. */
  later: () => void;
}

/** Sends a form over the revision that was on screen: a refusal and a conflict stay to be shown. */
export function useSending<Current>(): Sending<Current> {
  const [error, setError] = useState<string | null>(null);
  const [conflict, setConflict] = useState<EditedMeanwhile<Current> | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (act: () => Promise<unknown>, refused?: (failure: ApiError) => void): Promise<void> => {
    setError(null);
    setBusy(true);
    try {
      await act();
    } catch (failure) {
      const other = editedMeanwhile<Current>(failure);
      if (other) return setConflict(other);
      if (failure instanceof ApiError) refused?.(failure);
      setError(errorSentence(failure));
    } finally {
      setBusy(false);
    }
  };
  return { error, conflict, busy, send, later: () => setConflict(null) };
}
