import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { errorSentence } from '../../lib/api-error';
import { numberFault } from '../../lib/number-rule';
import { reportsText } from '../../messages/reports';
import { uiText } from '../../messages/ui';
import { CheckField, Facts, FormError, NumberField, Section, useToast } from '../../ui';
import { type Schedule, useChangeSchedule } from './api';
import classes from './reports.module.css';

const text = reportsText.recipients;
const dayRule = { min: 1, max: 28, decimals: 0 };

function ScheduleForm({ schedule }: { schedule: Schedule }) {
  const toast = useToast();
  const change = useChangeSchedule();
  const [error, setError] = useState<string | null>(null);
  const form = useForm<{ enabled: boolean; day: number | null }>({
    initialValues: { enabled: schedule.enabled, day: schedule.day },
    validate: { day: (value, { enabled }) => (enabled && value === null ? text.dayMissing : numberFault(value, dayRule)) },
  });
  const submit = form.onSubmit(async ({ enabled, day }) => {
    setError(null);
    try {
      await change.mutateAsync({ enabled, day: day ?? schedule.day, revision: schedule.revision });
      toast.done(text.scheduleSaved);
    } catch (failure) {
      setError(errorSentence(failure));
    }
  });
  return (
    <form onSubmit={submit} noValidate className={classes.fields}>
      <CheckField label={text.enabled} {...form.getInputProps('enabled', { type: 'checkbox' })} />
      {form.values.enabled ? <NumberField required label={text.day} hint={text.dayHint(form.values.day ?? schedule.day)} {...dayRule} {...form.getInputProps('day')} /> : null}
      {error ? <FormError>{error}</FormError> : null}
      <Button type="submit" className={classes.start} loading={change.isPending}>
        {uiText.save}
      </Button>
    </form>
  );
}

/** When reports prepare themselves. */
export function ScheduleSection({ schedule, editable }: { schedule: Schedule; editable: boolean }) {
  return (
    <Section title={text.schedule} hint={text.scheduleHint}>
      {editable ? (
        <ScheduleForm key={schedule.revision} schedule={schedule} />
      ) : (
        <Facts items={[{ label: text.enabled, value: schedule.enabled ? text.scheduleOn(schedule.day) : text.scheduleOff }]} />
      )}
    </Section>
  );
}
