import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Day, textLimits } from '@maillage/domain/kernel';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError, errorSentence } from '../../lib/api-error';
import { projectText } from '../../messages/project';
import { ChoiceField, dayFault, DayField, FormError, Section, TextField, useToast } from '../../ui';
import { modelsQuery, useOpenDraft } from './api';
import classes from './project.module.css';

const text = projectText.start;
const blank = 'nothing';

/** The first project of a community: from a ready model, from the example, or from nothing. */
export function StartForm() {
  const toast = useToast();
  const navigate = useNavigate();
  const open = useOpenDraft();
  const { data: models = [] } = useQuery(modelsQuery);
  const [error, setError] = useState<string | null>(null);
  const form = useForm<{ source: string; title: string; startsOn: Day | null }>({
    initialValues: { source: 'six-missions', title: text.defaultName, startsOn: null },
    validate: {
      title: (title) => (title.trim() === '' ? text.nameMissing : null),
      startsOn: (day) => dayFault(day),
    },
  });
  const submit = form.onSubmit(async ({ source, title, startsOn }) => {
    setError(null);
    try {
      await open.mutateAsync(source === blank ? { source: 'nothing', title } : { source: 'model', model: source, title, startsOn });
      toast.done(text.started);
      await navigate({ to: '/projet/brouillon' });
    } catch (failure) {
      if (failure instanceof ApiError) form.setErrors(failure.fieldErrors);
      setError(errorSentence(failure));
    }
  });
  return (
    <Section title={text.title} hint={text.what}>
      <form onSubmit={submit} noValidate className={classes.form}>
        <ChoiceField
          required
          label={text.source}
          choices={[
            ...models.map(({ code, title, description, axes, actions }) => ({ value: code, label: text.model(title, axes, actions), hint: description })),
            { value: blank, label: text.nothing, hint: text.nothingHint },
          ]}
          {...form.getInputProps('source')}
        />
        <TextField required label={text.name} hint={text.nameHint} maxLength={textLimits.title} {...form.getInputProps('title')} />
        {form.values.source === blank ? null : <DayField label={text.startsOn} hint={text.startsOnHint} {...form.getInputProps('startsOn')} />}
        {error ? <FormError>{error}</FormError> : null}
        <div>
          <Button type="submit" loading={open.isPending}>
            {text.submit}
          </Button>
        </div>
      </form>
    </Section>
  );
}
