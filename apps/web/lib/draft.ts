import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { formatHour, browserZone } from './format';
import { localTime } from '@maillage/domain/kernel';
import type { Session } from './session-types';

/** What is kept on the device. */
interface Kept<T> {
  savedAt: string;
  values: T;
}

/** A form's draft: what was found at the start, and how to keep or drop what is typed. */
export interface Draft<T> {
  /** What an earlier visit left; null when there is nothing to restore. */
  restored: { values: T; savedAt: Date } | null;
  /** When what is on screen was last kept; null as long as nothing was typed. */
  savedAt: Date | null;
  /** « 10 h 42 », for « Brouillon enregistré à 10 h 42 ». */
  savedHour: string | null;
  /** Keeps the values; to be called at each change (`onValuesChange: draft.save`). */
  save: (values: T) => void;
  /** Forgets the draft: after the form was sent, or when the person gives it up. */
  clear: () => void;
}

const prefix = 'maillage:draft:';
const longest = 30 * 24 * 3_600_000;
const pause = 400;

function read<T>(name: string): Draft<T>['restored'] {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Kept<T> | null;
    if (!kept) return null;
    const savedAt = new Date(kept.savedAt);
    if (!(Date.now() - savedAt.getTime() < longest)) {
      localStorage.removeItem(name);
      return null;
    }
    return { values: kept.values, savedAt };
  } catch {
    return null;
  }
}

function write<T>(name: string, values: T, savedAt: Date): boolean {
  try {
    localStorage.setItem(name, JSON.stringify({ savedAt: savedAt.toISOString(), values } satisfies Kept<T>));
    return true;
  } catch {
    // Storage full or refused: nothing is promised, the form itself still holds what was typed.
    return false;
  }
}

/**
 * Keeps what is typed on this device until it is sent: it survives a reload, a closed tab, a lost connection.
 * The key names the thing (`measure:<indicator>:<period>`); the person and the community are added here.
 */
export function useDraft<T>(key: string): Draft<T> {
  const session = useQueryClient().getQueryData<Session | null>(['session']);
  const name = `${prefix}${session?.person.id ?? '-'}:${session?.community?.id ?? '-'}:${key}`;
  const [restored] = useState(() => read<T>(name));
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const waiting = useRef<{ timer: number; values: T } | null>(null);

  const flush = useCallback(() => {
    const work = waiting.current;
    if (!work) return;
    window.clearTimeout(work.timer);
    waiting.current = null;
    const now = new Date();
    if (write(name, work.values, now)) setSavedAt(now);
  }, [name]);

  const save = useCallback(
    (values: T) => {
      if (waiting.current) window.clearTimeout(waiting.current.timer);
      waiting.current = { values, timer: window.setTimeout(flush, pause) };
    },
    [flush],
  );

  const clear = useCallback(() => {
    if (waiting.current) window.clearTimeout(waiting.current.timer);
    waiting.current = null;
    try {
      localStorage.removeItem(name);
    } catch {
      return;
    } finally {
      setSavedAt(null);
    }
  }, [name]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  return { restored, savedAt, savedHour: savedAt ? formatHour(localTime(savedAt, browserZone())) : null, save, clear };
}
