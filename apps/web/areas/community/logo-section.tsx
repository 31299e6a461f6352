import { Button, Group } from '@mantine/core';
import { logoLimits } from '@maillage/domain/community';
import { useState } from 'react';
import { errorSentence } from '../../lib/api-error';
import { communityText } from '../../messages/community';
import { ConfirmDialog, FileField, Section, useToast } from '../../ui';
import { type Settings, useRemoveLogo, useSetLogo } from './api';
import classes from './community.module.css';

const text = communityText.logo;

/** The logo as it is, and another to send. */
export function LogoSection({ settings, editable }: { settings: Settings; editable: boolean }) {
  const toast = useToast();
  const set = useSetLogo();
  const remove = useRemoveLogo();
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);

  const send = async (): Promise<void> => {
    if (!file) return;
    setError(null);
    try {
      await set.mutateAsync(file);
      setFile(null);
      toast.done(text.saved);
    } catch (failure) {
      setError(errorSentence(failure));
    }
  };

  return (
    <Section title={text.title} hint={text.hint}>
      <div className={classes.fields}>
        {settings.logoFileId ? (
          <img className={classes.logo} src={`/api/community/logo?v=${settings.logoFileId}`} alt={text.alt(settings.title)} />
        ) : (
          <p className={classes.soft}>{text.none}</p>
        )}
        {editable ? (
          <>
            <FileField
              required
              label={text.field}
              value={file}
              onChange={(chosen) => {
                setFile(chosen);
                setError(null);
              }}
              error={error}
              accept={['.png', '.jpg', '.jpeg', '.svg']}
              acceptLabel={text.accept}
              maxBytes={logoLimits.bytes}
            />
            <Group className={classes.buttons}>
              {file ? (
                <Button onClick={() => void send()} loading={set.isPending}>
                  {text.send}
                </Button>
              ) : null}
              {settings.logoFileId ? (
                <Button variant="default" onClick={() => setAsking(true)}>
                  {text.remove}
                </Button>
              ) : null}
            </Group>
          </>
        ) : null}
      </div>
      <ConfirmDialog
        opened={asking}
        title={text.removeAsk}
        confirmLabel={text.remove}
        destructive
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await remove.mutateAsync();
          toast.done(text.removed);
        }}
      >
        {text.removeWhat}
      </ConfirmDialog>
    </Section>
  );
}
