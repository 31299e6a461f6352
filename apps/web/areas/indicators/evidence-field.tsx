import { ActionIcon, Button } from '@mantine/core';
import { evidenceLimits } from '@maillage/domain/indicators';
import { useRef, useState } from 'react';
import { useSession } from '../../app/session';
import { errorSentence } from '../../lib/api-error';
import { formatBytes, formatDay } from '../../lib/format';
import { localTime } from '@maillage/domain/kernel';
import { measuresText } from '../../messages/measures';
import { ConfirmDialog, useToast } from '../../ui';
import { IconCamera, IconPaperclip, IconRefresh, IconTrash, IconX } from '../../ui/icons';
import { type Evidence, evidenceHref, useRemoveEvidence } from './api';
import { evidenceAccept, evidenceFault, preparedFile } from './evidence-file';
import classes from './evidence.module.css';

const text = measuresText.evidence;

/** Files chosen before they could be sent: there is no value yet, or no network. */
export interface WaitingFiles {
  files: readonly File[];
  sending: string | null;
  error: string | null;
  add: (file: File) => void;
  drop: (file: File) => void;
  /** Sends again what stayed; absent as long as there is no value to tie it to. */
  retry: (() => void) | null;
}

interface EvidenceFieldProps {
  /** The indicator, read aloud after each button. */
  name: string;
  code: string;
  periodKey: string;
  expected: string | null;
  evidence: readonly Evidence[];
  /** May add; a validated value takes proofs too. */
  writable: boolean;
  /** May take away: only from a draft. */
  removable: boolean;
  waiting: WaitingFiles;
  /** The page says the limits once for all its lines. */
  limitsElsewhere?: boolean;
}

/** What can be joined, said before it is refused. */
export const evidenceHint = text.limit(text.types, formatBytes(evidenceLimits.bytes));

function Kept({ proof, removable }: { proof: Evidence; removable: boolean }) {
  const { timeZone } = useSession();
  const toast = useToast();
  const remove = useRemoveEvidence();
  const [asking, setAsking] = useState(false);
  const day = formatDay(localTime(new Date(proof.addedAt), timeZone).day);
  return (
    <li className={classes.file}>
      <a
        href={evidenceHref(proof.id)}
        download={proof.name}
        title={proof.addedBy ? text.addedBy(proof.addedBy, day) : text.addedOn(day)}
      >
        <IconPaperclip size={18} aria-hidden="true" />
        <span>{proof.name}</span> <span className={classes.soft}>({formatBytes(proof.size)})</span>
      </a>
      {removable ? (
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={text.remove(proof.name)} onClick={() => setAsking(true)}>
          <IconTrash size={18} aria-hidden="true" />
        </ActionIcon>
      ) : null}
      <ConfirmDialog
        opened={asking}
        title={text.removeAsk}
        confirmLabel={text.removeIt}
        destructive
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await remove.mutateAsync(proof.id);
          toast.done(text.removed);
        }}
      >
        {text.removeWhat(proof.name)}
      </ConfirmDialog>
    </li>
  );
}

function Waiting({ waiting }: { waiting: WaitingFiles }) {
  const { files, sending, error, drop, retry } = waiting;
  return (
    <>
      {files.map((file) => (
        <li key={file.name} className={classes.file} data-waiting>
          <span className={classes.name}>
            <IconPaperclip size={18} aria-hidden="true" />
            <span>{file.name}</span>{' '}
            <span className={classes.soft}>({sending === file.name ? text.sending(file.name) : text.pending})</span>
          </span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            disabled={sending !== null}
            aria-label={text.remove(file.name)}
            onClick={() => drop(file)}
          >
            <IconX size={18} aria-hidden="true" />
          </ActionIcon>
        </li>
      ))}
      {error ? (
        <li className={classes.fault} role="alert">
          {error}
          {retry ? (
            <Button variant="subtle" size="compact-md" leftSection={<IconRefresh size={16} aria-hidden="true" />} onClick={retry}>
              {text.retry}
            </Button>
          ) : null}
        </li>
      ) : null}
    </>
  );
}

/** The proofs of a value: those kept, those on their way, and how to add one from the device or from the camera of a phone. */
export function EvidenceField({
  name,
  code,
  periodKey,
  expected,
  evidence,
  writable,
  removable,
  waiting,
  limitsElsewhere,
}: EvidenceFieldProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);

  const take = async (file: File | undefined, photo: boolean): Promise<void> => {
    if (!file) return;
    try {
      const prepared = await preparedFile(file, photo ? text.photoName(code, periodKey) : null);
      const wrong = evidenceFault(prepared);
      setFault(wrong);
      if (wrong === null) waiting.add(prepared);
    } catch (error) {
      setFault(errorSentence(error));
    }
  };
  const input = (ref: typeof chooser, photo: boolean) => (
    <input
      ref={ref}
      type="file"
      hidden
      accept={photo ? 'image/*' : evidenceAccept.join(',')}
      capture={photo ? 'environment' : undefined}
      onChange={(event) => {
        void take(event.currentTarget.files?.[0], photo);
        event.currentTarget.value = '';
      }}
    />
  );

  return (
    <div className={classes.field} role="group" aria-label={`${text.title}${text.of(name)}`}>
      {expected && (writable || evidence.length === 0) ? <p className={classes.soft}>{text.expected(expected)}</p> : null}
      {evidence.length + waiting.files.length > 0 || waiting.error ? (
        <ul className={classes.files}>
          {evidence.map((proof) => (
            <Kept key={proof.id} proof={proof} removable={removable} />
          ))}
          <Waiting waiting={waiting} />
        </ul>
      ) : writable ? null : (
        <p className={classes.soft}>{text.none}</p>
      )}
      {writable ? (
        <div className={classes.buttons}>
          <Button
            variant="default"
            leftSection={<IconPaperclip size={18} aria-hidden="true" />}
            onClick={() => chooser.current?.click()}
          >
            {text.add}
            <span className="only-read-aloud">{text.of(name)}</span>
          </Button>
          <Button
            className={classes.camera}
            variant="default"
            leftSection={<IconCamera size={18} aria-hidden="true" />}
            onClick={() => camera.current?.click()}
          >
            {text.photo}
            <span className="only-read-aloud">{text.of(name)}</span>
          </Button>
          {input(chooser, false)}
          {input(camera, true)}
        </div>
      ) : null}
      {writable && !limitsElsewhere ? <p className={classes.limits}>{evidenceHint}</p> : null}
      {fault ? (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  );
}
