import { textLimits } from '@maillage/domain/kernel';
import type { UseFormReturnType } from '@mantine/form';
import { indicatorsText } from '../../../messages/indicators';
import { ChoicesField, LongTextField, SelectField, TextField } from '../../../ui';
import type { IndicatorValues } from './form-values';
import classes from '../indicators.module.css';

const text = indicatorsText.form;

/** What each step is given. */
export interface StepProps {
  form: UseFormReturnType<IndicatorValues>;
  /** Values exist: what they mean no longer changes. */
  locked: boolean;
}

/** What can be chosen in the first step. */
export interface WhatChoices {
  missions: { value: string; label: string }[];
  actions: { value: string; label: string }[];
}

/** The first step: what is measured, and for which mission or action. */
export function WhatStep({ form, choices }: StepProps & { choices: WhatChoices }) {
  return (
    <div className={classes.fields}>
      <TextField
        required
        label={text.name}
        hint={text.nameHint}
        maxLength={textLimits.title}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <TextField
        required
        label={text.code}
        hint={text.codeHint}
        maxLength={20}
        autoComplete="off"
        {...form.getInputProps('code')}
      />
      <LongTextField
        required
        label={text.definition}
        hint={text.definitionHint}
        maxLength={textLimits.paragraph}
        {...form.getInputProps('definition')}
      />
      <ChoicesField
        required
        label={text.missions}
        hint={text.missionsHint}
        choices={choices.missions}
        {...form.getInputProps('missions')}
      />
      {choices.actions.length > 0 ? (
        <SelectField label={text.action} empty={text.noAction} choices={choices.actions} {...form.getInputProps('actionId')} />
      ) : null}
    </div>
  );
}
