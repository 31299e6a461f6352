import { ActionIcon, Button } from '@mantine/core';
import { isProofMissing } from '@maillage/domain/indicators';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useSession } from '../../../app/session';
import { errorSentence } from '../../../lib/api-error';
import { formatBytes, formatDay } from '../../../lib/format';
import { localTime } from '@maillage/domain/kernel';
import { evidenceText } from '../../../messages/evidence';
import { measuresText } from '../../../messages/measures';
import { ConfirmDialog, HrefLink, StatusBadge, useToast } from '../../../ui';
import { IconCamera, IconLink, IconPaperclip, IconRefresh, IconTrash, IconX } from '../../../ui/icons';
import type { Evidence, Indicator } from '../api';
import { evidenceHref, proofHref, useDetachEvidence, useFileLimit } from './evidence-api';
import { evidenceAccept, evidenceFault, namedApart, periodInName, preparedFile } from './evidence-file';
import { EvidenceIcon } from './evidence-icon';
import classes from './evidence.module.css';

const AttachDialog = lazy(() => import('./attach-dialog').then((module) => ({ default: module.AttachDialog })));

const text = measuresText.evidence;

/** Files chosen before they could be sent: there is no value yet, or no network. */
export interface WaitingFiles {
  files: readonly File[];
  sending: string | null;
  error: string | null;
  /** How many were found again on the device. */
  restored: number;
  add: (file: File) => void;
  drop: (file: File) => void;
  /** Sends again what stayed; absent as long as there is no value to tie it to. */
  retry: (() => void) | null;
}

interface EvidenceFieldProps {
  /** What is proved: its name is read aloud after each button. */
  indicator: Pick<Indicator, 'name' | 'code' | 'kind' | 'evidenceExpected'>;
  periodKey: string;
  /** The value, once it exists. */
  measureId: string | null;
  evidence: readonly Evidence[];
  /** May add; a validated value takes proofs too. */
  writable: boolean;
  /** May take away: only from a value that is not settled. */
  removable: boolean;
  waiting: WaitingFiles;
  /** The page says the limits once for all its lines. */
  limitsElsewhere?: boolean;
}

/** What can be joined, said before it is refused. */
export function useEvidenceHint(): string {
  return text.limit(text.types, formatBytes(useFileLimit()));
}

/** « preuve manquante » where one is expected, « sans preuve » elsewhere: wherever a value without proof is shown. */
export function MissingProof({ indicator }: { indicator: Pick<Indicator, 'kind' | 'evidenceExpected'> }) {
  return isProofMissing(indicator, 0) ? <StatusBadge tone="at-risk" label={evidenceText.missing} plain /> : <StatusBadge tone="none" label={evidenceText.without} plain />;
}

function Kept({ proof, removable }: { proof: Evidence; removable: boolean }) {
  const { timeZone } = useSession();
  const toast = useToast();
  const detach = useDetachEvidence();
  const [asking, setAsking] = useState(false);
  const day = formatDay(localTime(new Date(proof.addedAt), timeZone).day);
  const title = proof.addedBy ? text.addedBy(proof.addedBy, day) : text.addedOn(day);
  const shown = (
    <>
      <EvidenceIcon kind={proof.kind} />
      <span>{proof.name}</span> {proof.size === null ? null : <span className={classes.soft}>({formatBytes(proof.size)})</span>}
    </>
  );
  return (
    <li className={classes.file}>
      {proof.kind === 'file' ? (
        <a href={evidenceHref(proof.id)} download={proof.name} title={title}>
          {shown}
        </a>
      ) : proof.url ? (
        <a href={proof.url} target="_blank" rel="noopener noreferrer" title={title}>
          {shown}
          <span className="only-read-aloud"> {evidenceText.visitNew}</span>
        </a>
      ) : (
        <HrefLink href={proofHref(proof.id)}>{shown}</HrefLink>
      )}
      <HrefLink href={proofHref(proof.id)} className={classes.page}>
        {evidenceText.page}
        <span className="only-read-aloud">{evidenceText.pageOf(proof.name)}</span>
      </HrefLink>
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
          await detach.mutateAsync({ measureId: proof.measureId, evidenceId: proof.id });
          toast.done(text.removed);
        }}
      >
        {text.removeWhat(proof.name)}
      </ConfirmDialog>
    </li>
  );
}

function Waiting({ waiting }: { waiting: WaitingFiles }) {
  const { files, sending, error, restored, drop, retry } = waiting;
  return (
    <>
      {restored > 0 && files.length > 0 ? <li className={classes.soft}>{evidenceText.restored(restored)}</li> : null}
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

/** The proofs of a value: those kept, those on their way, and how to add one from the device, the camera of a phone, or what the community has. */
export function EvidenceField({ indicator, periodKey, measureId, evidence, writable, removable, waiting, limitsElsewhere }: EvidenceFieldProps) {
  const { name, code, evidenceExpected: expected } = indicator;
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const maxBytes = useFileLimit();
  const hint = useEvidenceHint();
  const [fault, setFault] = useState<string | null>(null);
  const [attaching, setAttaching] = useState(false);

  const take = async (file: File | undefined, photo: boolean): Promise<void> => {
    if (!file) return;
    try {
      const prepared = await preparedFile(file, photo ? text.photoName(code, periodInName(periodKey)) : null);
      const wrong = evidenceFault(prepared, maxBytes);
      setFault(wrong);
      if (wrong === null) waiting.add(namedApart(prepared, evidence));
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
  const button = (label: string, icon: ReactNode, act: () => void, className?: string) => (
    <Button className={className} variant="default" leftSection={icon} onClick={act}>
      {label}
      <span className="only-read-aloud">{text.of(name)}</span>
    </Button>
  );

  return (
    <div className={classes.field} role="group" aria-label={`${text.title}${text.of(name)}`}>
      {measureId !== null && evidence.length === 0 && waiting.files.length === 0 ? <MissingProof indicator={indicator} /> : null}
      {expected && (writable || evidence.length === 0) ? <p className={classes.soft}>{text.expected(expected)}</p> : null}
      {evidence.length + waiting.files.length > 0 || waiting.error ? (
        <ul className={classes.files}>
          {evidence.map((proof) => (
            <Kept key={proof.id} proof={proof} removable={removable} />
          ))}
          <Waiting waiting={waiting} />
        </ul>
      ) : writable || measureId !== null ? null : (
        <p className={classes.soft}>{text.none}</p>
      )}
      {writable ? (
        <div className={classes.buttons}>
          {button(text.add, <IconPaperclip size={18} aria-hidden="true" />, () => chooser.current?.click())}
          {button(text.photo, <IconCamera size={18} aria-hidden="true" />, () => camera.current?.click(), classes.camera)}
          {measureId === null ? null : button(evidenceText.attach, <IconLink size={18} aria-hidden="true" />, () => setAttaching(true))}
          {input(chooser, false)}
          {input(camera, true)}
        </div>
      ) : null}
      {writable && !limitsElsewhere ? <p className={classes.limits}>{hint}</p> : null}
      {fault ? (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      ) : null}
      {attaching && measureId !== null ? (
        <Suspense fallback={null}>
          <AttachDialog measureId={measureId} attached={evidence} onClose={() => setAttaching(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
