import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan, useSession } from '../../../app/session';
import { SettingsPage } from '../../../app/settings-page';
import { editedMeanwhile, errorSentence } from '../../../lib/api-error';
import { validationText } from '../../../messages/validation';
import { CheckField, ChoiceField, Facts, FormError, Section, useToast } from '../../../ui';
import { type ValidationSettings, useChangeValidation, validationSettingsQuery } from './validation-api';
import classes from './validation.module.css';

const text = validationText.settings;
type Way = keyof typeof text.choices;

const wayOf = ({ by, steps }: Pick<ValidationSettings, 'by' | 'steps'>): Way => (steps === 2 ? 'both' : by);

function SettingsForm({ settings }: { settings: ValidationSettings }) {
  const toast = useToast();
  const change = useChangeValidation();
  const [way, setWay] = useState<Way>(wayOf(settings));
  const [submitOnSave, setSubmitOnSave] = useState(settings.submitOnSave);
  const [error, setError] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setError(null);
    try {
      await change.mutateAsync({ by: way === 'coordinator' ? 'coordinator' : 'board', steps: way === 'both' ? 2 : 1, submitOnSave, revision: settings.revision });
      toast.done(text.saved);
    } catch (failure) {
      const other = editedMeanwhile<ValidationSettings>(failure);
      if (!other) return setError(errorSentence(failure));
      setWay(wayOf(other.current));
      setSubmitOnSave(other.current.submitOnSave);
      setError(errorSentence(failure));
    }
  };
  return (
    <form
      noValidate
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ChoiceField
        required
        label={text.who}
        value={way}
        choices={(Object.keys(text.choices) as Way[]).map((value) => ({ value, ...text.choices[value] }))}
        onChange={(chosen) => setWay(chosen ?? 'coordinator')}
      />
      <CheckField label={text.submitOnSave} hint={text.submitOnSaveHint} value={submitOnSave} onChange={setSubmitOnSave} />
      {error ? <FormError>{error}</FormError> : null}
      <div>
        <Button type="submit" loading={change.isPending}>
          {text.save}
        </Button>
      </div>
    </form>
  );
}

/** Réglages › Validation des valeurs. */
export function ValidationSettingsPage() {
  const { communityId } = useSession();
  const can = useCan();
  const { data: settings } = useSuspenseQuery(validationSettingsQuery(communityId));
  const { submitOnSave } = settings;
  return (
    <SettingsPage title={text.title} lead={text.lead}>
      <Section title={text.rule} hint={can('community.write') ? undefined : text.readOnly}>
        {can('community.write') ? (
          <SettingsForm settings={settings} />
        ) : (
          <Facts
            items={[
              { label: text.who, value: text.choices[wayOf(settings)].label },
              { label: text.submitOnSave, value: submitOnSave ? text.yes : text.no },
            ]}
          />
        )}
      </Section>
    </SettingsPage>
  );
}
