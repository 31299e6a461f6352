import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../../../app/session';
import { ApiError, errorSentence } from '../../../lib/api-error';
import { keepFiles, readKeptFiles } from '../../../lib/kept-files';
import { evidenceText } from '../../../messages/evidence';
import { measuresText } from '../../../messages/measures';
import { useToast } from '../../../ui';
import { useAddEvidence } from './evidence-api';
import type { WaitingFiles } from './evidence-field';
import { namedApart } from './evidence-file';

/**
 * Files on their way to a value: sent at once when it exists, else with it. What could not be sent stays on the device, through a
 * reload too, and leaves when the network is back. `place` names the value: its indicator and its period.
 */
export function useWaitingFiles(measureId: string | null, place: string): WaitingFiles & { send: (measureId: string) => Promise<void> } {
  const toast = useToast();
  const add = useAddEvidence();
  const { communityId, person } = useSession();
  const key = `${person.id}:${communityId}:${place}`;
  const [files, setFiles] = useState<readonly File[]>([]);
  const [restored, setRestored] = useState(0);
  const [sending, setSending] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [offline, setOffline] = useState(false);
  const waiting = useRef<File[]>([]);
  const busy = useRef(false);

  const keep = useCallback(
    (next: File[]): void => {
      waiting.current = next;
      setFiles(next);
      void keepFiles(key, next);
    },
    [key],
  );

  const send = async (to: string): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setError(null);
    setOffline(false);
    try {
      for (let file = waiting.current[0]; file; file = waiting.current[0]) {
        const current = file;
        setSending(current.name);
        await add.mutateAsync({ measureId: to, file: current });
        keep(waiting.current.filter((other) => other !== current));
        toast.done(measuresText.evidence.added);
      }
      setRestored(0);
    } catch (failure) {
      const lost = failure instanceof ApiError && failure.isNetwork;
      setOffline(lost);
      setError(lost ? evidenceText.offline : `${measuresText.evidence.failed(waiting.current[0]?.name ?? '')} ${errorSentence(failure)}`);
    } finally {
      busy.current = false;
      setSending(null);
    }
  };

  // What an earlier visit left on the device, before or after what is chosen now.
  useEffect(() => {
    let gone = false;
    void readKeptFiles(key).then((kept) => {
      const found = kept.filter(({ name }) => waiting.current.every((file) => file.name !== name));
      if (gone || found.length === 0) return;
      keep([...found, ...waiting.current]);
      setRestored(found.length);
    });
    return () => {
      gone = true;
    };
  }, [key, keep]);

  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  // The value is there now, whatever way it was kept: its files follow.
  useEffect(() => {
    if (measureId !== null && files.length > 0 && error === null) void latest.current(measureId);
  }, [measureId, files, error]);
  useEffect(() => {
    if (!offline || measureId === null) return undefined;
    const again = (): void => void latest.current(measureId);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [offline, measureId]);

  return {
    files,
    sending,
    error,
    restored,
    add: (file) => {
      setError(null);
      const apart = namedApart(file, waiting.current);
      keep([...waiting.current.filter(({ name }) => name !== apart.name), apart]);
    },
    drop: (file) => {
      keep(waiting.current.filter((other) => other !== file));
      setError(null);
    },
    retry: measureId === null ? null : () => void send(measureId),
    send,
  };
}
