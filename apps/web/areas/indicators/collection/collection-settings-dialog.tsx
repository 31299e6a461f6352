import { collectionLimits } from '@maillage/domain/indicators';
import { Button, Group, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { errorSentence } from '../../../lib/api-error';
import { numberFault } from '../../../lib/number-rule';
import { collectionText } from '../../../messages/collection';
import { uiText } from '../../../messages/ui';
import { CheckField, FormError, NumberField, useToast } from '../../../ui';
import { type CollectionSettings, useChangeCollectionSettings } from './collection-api';
import classes from './collection.module.css';

const text = collectionText;
const rules = {
  dueDays: { ...collectionLimits.dueDays, decimals: 0 },
  beforeDays: { ...collectionLimits.beforeDays, decimals: 0 },
  weeklyLimit: { ...collectionLimits.weeklyLimit, decimals: 0 },
} as const;

interface Values {
  dueDays: number | null;
  remind: boolean;
  beforeDays: number | null;
  weeklyLimit: number | null;
}

function SettingsForm({ settings, onClose }: { settings: CollectionSettings; onClose: () => void }) {
  const toast = useToast();
  const change = useChangeCollectionSettings();
  const [error, setError] = useState<string | null>(null);
  const { dueDays, remind, beforeDays, weeklyLimit, revision } = settings;
  const form = useForm<Values>({
    initialValues: { dueDays, remind, beforeDays, weeklyLimit },
    validate: {
      dueDays: (value) => numberFault(value, rules.dueDays),
      beforeDays: (value, values) => (values.remind ? numberFault(value, rules.beforeDays) : null),
      weeklyLimit: (value, values) => (values.remind ? numberFault(value, rules.weeklyLimit) : null),
    },
  });
  const submit = form.onSubmit(async (values) => {
    setError(null);
    try {
      await change.mutateAsync({
        dueDays: values.dueDays ?? dueDays,
        remind: values.remind,
        beforeDays: values.beforeDays ?? beforeDays,
        weeklyLimit: values.weeklyLimit ?? weeklyLimit,
        revision,
      });
      toast.done(text.settingsSaved);
      onClose();
    } catch (failure) {
      setError(errorSentence(failure));
    }
  });
  return (
    <form onSubmit={submit} noValidate className={classes.settings}>
      <NumberField required label={text.dueDays} hint={text.dueDaysHint} unit={text.days} {...rules.dueDays} {...form.getInputProps('dueDays')} />
      <CheckField label={text.remindOn} hint={text.remindOnHint} {...form.getInputProps('remind', { type: 'checkbox' })} />
      {form.values.remind ? (
        <>
          <NumberField required label={text.beforeDays} hint={text.beforeDaysHint} unit={text.days} {...rules.beforeDays} {...form.getInputProps('beforeDays')} />
          <NumberField required label={text.weeklyLimit} hint={text.weeklyLimitHint} unit={text.times} {...rules.weeklyLimit} {...form.getInputProps('weeklyLimit')} />
        </>
      ) : null}
      {error ? <FormError>{error}</FormError> : null}
      <Group justify="flex-end" mt="sm">
        <Button variant="default" onClick={onClose} disabled={change.isPending}>
          {uiText.cancel}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {uiText.save}
        </Button>
      </Group>
    </form>
  );
}

/** When values fall due, and how people are reminded of them. */
export function CollectionSettingsDialog({ settings, opened, onClose }: { settings: CollectionSettings; opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={text.settings} closeButtonProps={{ 'aria-label': uiText.close, size: 44 }} closeOnClickOutside={false}>
      <SettingsForm key={settings.revision} settings={settings} onClose={onClose} />
    </Modal>
  );
}
