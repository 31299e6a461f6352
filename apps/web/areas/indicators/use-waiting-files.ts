import { useRef, useState } from 'react';
import { errorSentence } from '../../lib/api-error';
import { measuresText } from '../../messages/measures';
import { useToast } from '../../ui';
import { useAddEvidence } from './api';
import type { WaitingFiles } from './evidence-field';

/** Files on their way to a value: sent at once when it exists, else with it. What could not be sent stays, to be tried again. */
export function useWaitingFiles(measureId: string | null): WaitingFiles & { send: (measureId: string) => Promise<void> } {
  const toast = useToast();
  const add = useAddEvidence();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const waiting = useRef<File[]>([]);

  const keep = (next: File[]): void => {
    waiting.current = next;
    setFiles(next);
  };
  const send = async (to: string): Promise<void> => {
    setError(null);
    for (const file of [...waiting.current]) {
      setSending(file.name);
      try {
        await add.mutateAsync({ measureId: to, file });
        keep(waiting.current.filter((other) => other !== file));
        toast.done(measuresText.evidence.added);
      } catch (failure) {
        setError(`${measuresText.evidence.failed(file.name)} ${errorSentence(failure)}`);
        break;
      } finally {
        setSending(null);
      }
    }
  };

  return {
    files,
    sending,
    error,
    add: (file) => {
      keep([...waiting.current.filter(({ name }) => name !== file.name), file]);
      if (measureId !== null) void send(measureId);
    },
    drop: (file) => {
      keep(waiting.current.filter((other) => other !== file));
      setError(null);
    },
    retry: measureId === null ? null : () => void send(measureId),
    send,
  };
}
