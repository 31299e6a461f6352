import { collectionLinkLimits } from '@maillage/domain/indicators';
import { ActionIcon, Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { errorSentence } from '../../../lib/api-error';
import { formatBytes } from '../../../lib/format';
import { collectionLinksText } from '../../../messages/collection-links';
import { measuresText } from '../../../messages/measures';
import { IconCamera, IconPaperclip, IconX } from '../../../ui/icons';
import type { DoorEntry } from './collection-door-api';
import classes from './collection-door.module.css';
import { evidenceAccept, evidenceFault, periodInName, preparedFile } from '../proofs/evidence-file';
import type { DoorForm } from './use-door-entry';

const text = collectionLinksText.door;

/** The files of a value: taken with the camera of a phone or chosen, sent with it. */
export function DoorFiles({ entry, form }: { entry: DoorEntry; form: DoorForm }) {
  const { indicator, period, label, contribution } = entry;
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const of = text.of(indicator.name, label);
  const kept = (contribution?.files ?? []).filter(({ id }) => form.typed.keptFiles.includes(id));
  const room = kept.length + form.files.length < collectionLinkLimits.files;

  const take = async (file: File | undefined, photo: boolean): Promise<void> => {
    if (!file) return;
    try {
      const prepared = await preparedFile(file, photo ? text.fileName(periodInName(period.key)) : null);
      const wrong = evidenceFault(prepared, collectionLinkLimits.fileBytes);
      setFault(wrong);
      if (wrong === null) form.addFile(prepared);
    } catch (error) {
      setFault(errorSentence(error));
    }
  };
  const input = (ref: typeof chooser, photo: boolean) => (
    <input
      ref={ref}
      type="file"
      hidden
      aria-label={`${photo ? measuresText.evidence.photo : measuresText.evidence.add}${of}`}
      accept={photo ? 'image/*' : evidenceAccept.join(',')}
      capture={photo ? 'environment' : undefined}
      onChange={(event) => {
        void take(event.currentTarget.files?.[0], photo);
        event.currentTarget.value = '';
      }}
    />
  );
  const line = (key: string, name: string, size: number, note: string, drop: () => void) => (
    <li key={key}>
      <span>
        {name} <span className={classes.soft}>({formatBytes(size)}, {note})</span>
      </span>
      <ActionIcon variant="subtle" color="gray" size={44} disabled={form.busy} aria-label={text.drop(name)} onClick={drop}>
        <IconX size={18} aria-hidden="true" />
      </ActionIcon>
    </li>
  );

  return (
    <div role="group" aria-label={`${text.files}${of}`} className={classes.proofs}>
      {indicator.evidenceExpected ? <p className={classes.soft}>{measuresText.evidence.expected(indicator.evidenceExpected)}</p> : null}
      {kept.length + form.files.length > 0 ? (
        <ul className={classes.files}>
          {kept.map(({ id, name, size }) => line(id, name, size, text.fileSent, () => form.set({ keptFiles: form.typed.keptFiles.filter((other) => other !== id) })))}
          {form.files.map((file) => line(file.name, file.name, file.size, text.fileWaiting, () => form.dropFile(file)))}
        </ul>
      ) : null}
      {room ? (
        <div className={classes.buttons}>
          <Button variant="default" leftSection={<IconCamera size={18} aria-hidden="true" />} onClick={() => camera.current?.click()}>
            {measuresText.evidence.photo}
            <span className="only-read-aloud">{of}</span>
          </Button>
          <Button variant="default" leftSection={<IconPaperclip size={18} aria-hidden="true" />} onClick={() => chooser.current?.click()}>
            {measuresText.evidence.add}
            <span className="only-read-aloud">{of}</span>
          </Button>
          {input(camera, true)}
          {input(chooser, false)}
        </div>
      ) : null}
      <p className={classes.soft}>{text.filesHint}</p>
      {fault ? (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  );
}
