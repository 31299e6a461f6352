import { Button, CloseButton, Input } from '@mantine/core';
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { formatBytes } from '../../lib/format';
import { uiText } from '../../messages/ui';
import { IconFile, IconUpload } from '../icons';
import { fieldLabel } from './field-props';
import classes from './fields.module.css';

interface FileFieldProps {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  value: File | null;
  onChange: (file: File | null) => void;
  /** Extensions with their dot: `['.pdf', '.png']`. */
  accept: readonly string[];
  /** « PDF, PNG ou JPEG ». */
  acceptLabel: string;
  maxBytes: number;
}

/** One file, chosen with the keyboard, the mouse or a finger, or dropped. The limits are said before they are broken. */
export function FileField({ label, hint, error, required, disabled, value, onChange, accept, acceptLabel, maxBytes }: FileFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const shown = error ?? fault;

  const take = (file: File | undefined): void => {
    if (!file) return;
    if (!accept.some((ending) => file.name.toLowerCase().endsWith(ending))) return setFault(uiText.file.wrongType(file.name, acceptLabel));
    if (file.size > maxBytes) return setFault(uiText.file.tooBig(file.name, formatBytes(file.size), formatBytes(maxBytes)));
    setFault(null);
    onChange(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files[0]);
  };

  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-help${shown ? ` ${id}-error` : ''}`}>
      <Input.Label component="div" id={`${id}-label`}>
        {fieldLabel(label, required)}
      </Input.Label>
      <div
        className={classes.drop}
        data-over={over || undefined}
        data-error={shown ? true : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {value ? (
          <span className={classes.file}>
            <IconFile size={20} aria-hidden="true" />
            <span>
              {value.name} <span className={classes.soft}>({formatBytes(value.size)})</span>
            </span>
            <CloseButton
              size={44}
              disabled={disabled}
              aria-label={uiText.file.remove(value.name)}
              onClick={() => {
                setFault(null);
                onChange(null);
              }}
            />
          </span>
        ) : null}
        <Button variant="default" disabled={disabled} leftSection={<IconUpload size={18} aria-hidden="true" />} onClick={() => input.current?.click()} aria-describedby={`${id}-label`}>
          {value ? uiText.file.replace : uiText.file.choose}
        </Button>
        {value ? null : <span className={classes.soft}>{uiText.file.drop}</span>}
        <input
          ref={input}
          type="file"
          hidden
          accept={accept.join(',')}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <Input.Description id={`${id}-help`} mt={4}>
        {hint ? <>{hint} </> : null}
        {uiText.file.limit(acceptLabel, formatBytes(maxBytes))}
      </Input.Description>
      {shown ? (
        <Input.Error id={`${id}-error`} role="alert" mt={4}>
          {shown}
        </Input.Error>
      ) : null}
    </div>
  );
}
