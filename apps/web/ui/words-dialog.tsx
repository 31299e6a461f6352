import { type ReactNode, useState } from 'react';
import { errorSentence } from '../lib/api-error';
import { LongTextField } from './fields/text-field';
import { Dialog } from './dialog';
import { FormEnd } from './form-end';

/** Fewest characters that say something: what every rule that asks for a reason wants. */
const shortest = 5;

interface WordsDialogProps {
  opened: boolean;
  title: string;
  /** What was written before; nothing when absent. */
  initial?: string;
  children: ReactNode;
  label: string;
  hint: string;
  tooShort: string;
  confirmLabel: string;
  maxLength?: number;
  /** At each letter, for a draft. */
  onTyped?: (words: string) => void;
  /** The dialog stays open and shows the error when it fails. */
  onConfirm: (words: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for a few words that stay (a reason, a remark) before an act. */
export function WordsDialog({ opened, title, initial = '', children, label, hint, tooShort, confirmLabel, maxLength = 400, onTyped, onConfirm, onClose }: WordsDialogProps) {
  const [words, setWords] = useState(initial);
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setError(null);
    if (words.trim().length < shortest) return setFault(tooShort);
    setBusy(true);
    try {
      await onConfirm(words.trim());
      setWords('');
      onClose();
    } catch (failure) {
      setError(errorSentence(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog opened from a form is inside it for React: its sending is not the form's.
          event.stopPropagation();
          void send();
        }}
      >
        {children}
        <LongTextField
          required
          label={label}
          hint={hint}
          maxLength={maxLength}
          value={words}
          error={fault}
          onChange={(typed) => {
            setWords(typed);
            setFault(null);
            onTyped?.(typed);
          }}
        />
        <FormEnd error={error} busy={busy} submitLabel={confirmLabel} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
