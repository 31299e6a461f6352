import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { EditedMeanwhile } from '../lib/api-error';
import { errorSentence } from '../lib/api-error';
import { formatWhen } from '../lib/format';
import { uiText } from '../messages/ui';
import classes from './conflict-dialog.module.css';
import { FormError } from './form-error';
import { Dialog } from './dialog';

const text = uiText.conflict;

/** One field of both versions, already written in French. */
export interface ConflictField {
  label: string;
  mine: string;
  theirs: string;
}

interface ConflictDialogProps {
  /** What `editedMeanwhile(error)` found; null keeps the dialog closed. */
  conflict: Pick<EditedMeanwhile, 'who' | 'when'> | null;
  fields: readonly ConflictField[];
  /** Sends this person's version again, over the one now kept. */
  onKeepMine: () => Promise<unknown> | void;
  /** Puts the version now kept into the form. */
  onTakeTheirs: () => void;
  /** Closes, leaving everything as it is typed. */
  onLater: () => void;
}

function Version({ children, differs }: { children: ReactNode; differs: boolean }) {
  return (
    <td data-differs={differs || undefined}>
      {children || '—'}
      {differs ? <span className="only-read-aloud"> ({text.differs})</span> : null}
    </td>
  );
}

/** Two people wrote the same thing: both versions side by side, and a choice. The second never wins silently. */
export function ConflictDialog({ conflict, fields, onKeepMine, onTakeTheirs, onLater }: ConflictDialogProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const keep = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await onKeepMine();
    } catch (failure) {
      setError(errorSentence(failure));
    } finally {
      setBusy(false);
    }
  };
  // The server writes the moment in French, in the community's zone; an instant is written here.
  const when = conflict?.when && /^\d{4}-\d{2}-\d{2}T/.test(conflict.when) ? new Date(conflict.when) : null;
  const moment = when && !Number.isNaN(when.getTime()) ? formatWhen(when, new Date()) : (conflict?.when ?? '');
  return (
    <Dialog opened={conflict !== null} onClose={onLater} title={text.title} size="xl">
      <p className={classes.who}>{text.who(conflict?.who ?? text.someone, moment)}</p>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={text.title}>
        <table className={classes.versions}>
          <thead>
            <tr>
              <th scope="col">{text.field}</th>
              <th scope="col">{text.mine}</th>
              <th scope="col">{text.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ label, mine, theirs }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <Version differs={mine !== theirs}>{mine}</Version>
                <Version differs={mine !== theirs}>{theirs}</Version>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {error ? <FormError>{error}</FormError> : null}
      <Group justify="flex-end" mt="lg">
        <Button variant="subtle" onClick={onLater} disabled={busy}>
          {text.later}
        </Button>
        <Button variant="default" onClick={onTakeTheirs} disabled={busy}>
          {text.takeTheirs}
        </Button>
        <Button onClick={() => void keep()} loading={busy}>
          {text.keepMine}
        </Button>
      </Group>
    </Dialog>
  );
}
