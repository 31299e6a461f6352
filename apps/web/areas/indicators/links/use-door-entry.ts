import { checkContribution, type RecordedMeasure } from '@maillage/domain/indicators';
import { errorText, isDomainError } from '@maillage/domain/kernel';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, errorSentence } from '../../../lib/api-error';
import { useDraft } from '../../../lib/draft';
import { keepFiles, readKeptFiles } from '../../../lib/kept-files';
import { newId } from '../../../lib/new-id';
import { collectionLinksText } from '../../../messages/collection-links';
import { namedApart } from '../proofs/evidence-file';
import { type DoorEntry, type LinkPage, useContribute, useDoorAgain, useJoinFile } from './collection-door-api';

const text = collectionLinksText.door;

/** What is typed: an empty field is null, what is no number is NaN. */
export interface DoorTyped {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  comment: string;
  /** Files sent before that are kept. */
  keptFiles: string[];
}

interface Kept {
  typed: DoorTyped;
  /** Names what is sent: the same again is written once. */
  id: string;
}

/** Why what is typed cannot be sent, and the field to correct. */
export interface DoorFault {
  field: string | null;
  sentence: string;
}

const typedOf = ({ contribution, indicator }: DoorEntry): DoorTyped => ({
  numerator: contribution?.numerator ?? null,
  denominator: contribution?.denominator ?? null,
  value: contribution && indicator.kind !== 'ratio' && indicator.kind !== 'average' ? contribution.value : null,
  comment: contribution?.comment ?? '',
  keptFiles: contribution?.files.map(({ id }) => id) ?? [],
});

function read(entry: DoorEntry, typed: DoorTyped, { today, contractStart }: LinkPage): { recorded: RecordedMeasure | null; fault: DoorFault | null } {
  try {
    const moment = { now: new Date(), today, calendar: { contractStart } };
    return { recorded: checkContribution({ ...entry.indicator, archivedAt: null }, { ...typed, periodKey: entry.period.key }, moment), fault: null };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { code, meta } = error;
    const missing = code === 'measure-parts-missing' ? (typed.numerator === null ? 'numerator' : 'denominator') : code === 'measure-value-missing' ? 'value' : null;
    const field = missing ?? (code === 'patient-identifier' ? 'comment' : typeof meta['field'] === 'string' ? meta['field'] : null);
    return { recorded: null, fault: { field, sentence: errorText(code, meta) } };
  }
}

/** Everything one value of a collection link does: typed, kept on the device, sent once, corrected, its files after it. */
export function useDoorEntry(page: LinkPage, entry: DoorEntry, token: string) {
  const place = `collecte:${page.linkId}:${entry.indicator.id}:${entry.period.key}`;
  const draft = useDraft<Kept>(place);
  const contribute = useContribute(token);
  const join = useJoinFile(token);
  const again = useDoorAgain(token);
  const [kept, setKept] = useState<Kept>(() => draft.restored?.values ?? { typed: typedOf(entry), id: newId() });
  const [dirty, setDirty] = useState(draft.restored !== null);
  const [correcting, setCorrecting] = useState(draft.restored !== null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [offline, setOffline] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const waiting = useRef<readonly File[]>([]);
  const sending = useRef(false);
  const { recorded, fault } = read(entry, kept.typed, page);
  const sent = entry.contribution;

  const hold = useCallback(
    (next: readonly File[]): void => {
      waiting.current = next;
      setFiles(next);
      void keepFiles(place, next);
    },
    [place],
  );

  // Files chosen on an earlier visit and not sent yet.
  useEffect(() => {
    let gone = false;
    void readKeptFiles(place).then((found) => {
      const fresh = found.filter(({ name }) => waiting.current.every((file) => file.name !== name));
      if (!gone && fresh.length > 0) hold([...fresh, ...waiting.current]);
    });
    return () => {
      gone = true;
    };
  }, [place, hold]);

  const sendFiles = async (contribution: string): Promise<void> => {
    for (let file = waiting.current[0]; file; file = waiting.current[0]) {
      const current = file;
      await join.mutateAsync({ contribution, file: current });
      hold(waiting.current.filter((other) => other !== current));
    }
  };

  /** What is done once at a time; what the network interrupts waits for it. */
  const once = async (work: () => Promise<void>): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setError(null);
    setOffline(false);
    try {
      await work();
    } catch (failure) {
      const lost = failure instanceof ApiError && failure.isNetwork;
      setOffline(lost);
      if (!lost) setError(failure instanceof ApiError && failure.code === 'edited-meanwhile' ? text.meanwhile : failure instanceof ApiError && failure.code === 'not-found' ? text.gone : errorSentence(failure));
      if (failure instanceof ApiError && (failure.status === 409 || failure.status === 404)) {
        // Another answer came first: what is typed stays in its fields, beside it.
        if (failure.status === 409) setCorrecting(true);
        await again();
      }
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  const send = async (): Promise<void> => {
    setTried(true);
    if (!recorded) return;
    await once(async () => {
      const { comment, ...figures } = kept.typed;
      const said = comment.trim() === '' ? null : comment;
      // What was refused can be sent again as it is: that is another answer.
      const id = kept.id === sent?.id ? newId() : kept.id;
      const made = await contribute.mutateAsync({ ...figures, id, comment: said, seen: sent?.id ?? null, indicatorId: entry.indicator.id, periodKey: entry.period.key });
      draft.clear();
      setDirty(false);
      setCorrecting(false);
      setTried(false);
      try {
        await sendFiles(made.id);
      } finally {
        await again();
      }
    });
  };

  const retryFiles = async (): Promise<void> => {
    if (sent) await once(async () => sendFiles(sent.id).finally(again));
  };

  // What waits for the network leaves as soon as it is back.
  const resume = useRef<() => Promise<void>>(send);
  useEffect(() => {
    resume.current = dirty || !sent ? send : retryFiles;
  });
  useEffect(() => {
    if (!offline) return undefined;
    const retry = (): void => void resume.current();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [offline]);

  return {
    typed: kept.typed,
    set: (change: Partial<DoorTyped>): void => {
      const next = { typed: { ...kept.typed, ...change }, id: newId() };
      setKept(next);
      setDirty(true);
      setError(null);
      draft.save(next);
    },
    recorded,
    fault,
    tried,
    busy,
    offline,
    error,
    keptOnDevice: dirty && (draft.savedAt !== null || draft.restored !== null),
    files,
    addFile: (file: File): void => {
      const apart = namedApart(file, [...(sent?.files ?? []), ...waiting.current]);
      hold([...waiting.current.filter(({ name }) => name !== apart.name), apart]);
    },
    dropFile: (file: File): void => hold(waiting.current.filter((other) => other !== file)),
    correcting,
    correct: (): void => {
      setKept({ typed: typedOf(entry), id: newId() });
      setCorrecting(true);
    },
    giveUp: (): void => {
      draft.clear();
      setDirty(false);
      setCorrecting(false);
      setTried(false);
      setError(null);
    },
    send,
    retryFiles,
  };
}

/** One value of a collection link, as its form drives it. */
export type DoorForm = ReturnType<typeof useDoorEntry>;
