import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { communityTitle, frenchTimeZones, maskBelowLimits } from '@maillage/domain/community';
import { useDraft } from '../../lib/draft';
import { formatNumber } from '../../lib/format';
import { numberFault } from '../../lib/number-rule';
import { useSending } from '../../lib/sending';
import { communityText } from '../../messages/community';
import { uiText } from '../../messages/ui';
import { ConflictDialog, DraftNote, FormError, NumberField, Section, SelectField, TextField, useToast } from '../../ui';
import { type Settings, useChangeSettings } from './api';
import classes from './community.module.css';

const text = communityText.settings;
const maskRule = { min: maskBelowLimits.min, max: maskBelowLimits.max, decimals: 0 };

interface Values {
  name: string;
  label: string;
  timeZone: string;
  maskBelow: number | null;
  /** Revision the typing began on: it stays with the draft, so that an older one never overwrites in silence. */
  revision: number;
}

const valuesOf = ({ name, label, timeZone, maskBelow, revision }: Settings): Values => ({
  name,
  label,
  timeZone,
  maskBelow,
  revision,
});

/** « La Réunion (Indian/Reunion) »: the zones of France, and the present one if it is another. */
function zoneChoices(current: string) {
  const choices = frenchTimeZones.map(({ zone, label }) => ({ value: zone, label: `${label} (${zone})` }));
  return choices.some(({ value }) => value === current)
    ? choices
    : [...choices, { value: current, label: text.otherZone(current) }];
}

/** The settings of the community, to be changed. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const toast = useToast();
  const change = useChangeSettings();
  const draft = useDraft<Values>('community:settings');
  const sending = useSending<Settings>();
  const { conflict, error } = sending;
  const form = useForm<Values>({
    initialValues: draft.restored?.values ?? valuesOf(settings),
    onValuesChange: draft.save,
    validate: { maskBelow: (value) => (value === null ? text.maskRequired : numberFault(value, maskRule)) },
  });

  const send = async (values: Values): Promise<void> => {
    const saved = await change.mutateAsync({ ...values, maskBelow: values.maskBelow ?? settings.maskBelow });
    takeOver(saved);
    toast.done(text.saved);
  };
  const takeOver = (saved: Settings): void => {
    form.setInitialValues(valuesOf(saved));
    form.setValues(valuesOf(saved));
    draft.clear();
    sending.later();
  };
  const submit = form.onSubmit((values) => sending.send(() => send(values), (failure) => form.setErrors(failure.fieldErrors)));

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <Section title={text.identity}>
        <div className={classes.fields}>
          <TextField
            required
            label={text.label}
            hint={text.labelHint}
            maxLength={60}
            autoComplete="off"
            {...form.getInputProps('label')}
          />
          <TextField
            required
            label={text.name}
            hint={text.nameHint}
            maxLength={160}
            autoComplete="off"
            {...form.getInputProps('name')}
          />
          <p className={classes.preview}>
            {text.shown} <strong>{communityTitle(form.values)}</strong>
          </p>
        </div>
      </Section>
      <Section title={text.rules}>
        <div className={classes.fields}>
          <SelectField
            required
            label={text.timeZone}
            hint={text.timeZoneHint}
            choices={zoneChoices(settings.timeZone)}
            {...form.getInputProps('timeZone')}
          />
          <NumberField
            required
            label={text.maskBelow}
            hint={text.maskHint(maskRule.min, maskRule.max)}
            unit={text.maskUnit}
            {...maskRule}
            {...form.getInputProps('maskBelow')}
          />
        </div>
      </Section>
      {error ? <FormError>{error}</FormError> : null}
      <Group className={classes.buttons}>
        <Button type="submit" loading={change.isPending}>
          {uiText.save}
        </Button>
        <DraftNote
          draft={draft}
          onDiscard={() => {
            form.setValues(valuesOf(settings));
            draft.clear();
          }}
        />
      </Group>
      <ConflictDialog
        conflict={conflict}
        fields={conflict ? conflictFields(form.values, conflict.current) : []}
        onKeepMine={() => send({ ...form.values, revision: conflict?.current.revision ?? form.values.revision })}
        onTakeTheirs={() => conflict && takeOver(conflict.current)}
        onLater={sending.later}
      />
    </form>
  );
}

function conflictFields(mine: Values, theirs: Settings) {
  const number = (value: number | null): string => (value === null ? '' : formatNumber(value));
  return [
    { label: text.label, mine: mine.label, theirs: theirs.label },
    { label: text.name, mine: mine.name, theirs: theirs.name },
    { label: text.timeZone, mine: mine.timeZone, theirs: theirs.timeZone },
    { label: text.maskBelow, mine: number(mine.maskBelow), theirs: number(theirs.maskBelow) },
  ];
}
