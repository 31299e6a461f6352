import { SelectField, CheckField, ChoiceField, ChoicesField, DayField, LongTextField, NumberField, TextField } from '../../ui';
import { ratioValue } from '@maillage/domain/indicators';
import { periodKinds, textLimits } from '@maillage/domain/kernel';
import type { UseFormReturnType } from '@mantine/form';
import { indicatorsText } from '../../messages/indicators';
import type { IndicatorValues } from './form-values';
import classes from './indicators.module.css';
import { valueText } from './words';

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

function RatioFields({ form, locked }: StepProps) {
  const { numeratorLabel, denominatorLabel, unit, decimals } = form.values;
  const shown = { kind: 'ratio' as const, unit: unit || null, decimals: Number(decimals) };
  return (
    <>
      <TextField
        required
        label={text.numerator}
        hint={text.numeratorHint}
        maxLength={textLimits.title}
        {...form.getInputProps('numeratorLabel')}
      />
      <TextField
        required
        label={text.denominator}
        hint={text.denominatorHint}
        maxLength={textLimits.title}
        {...form.getInputProps('denominatorLabel')}
      />
      <SelectField
        required
        label={text.ratioUnit}
        disabled={locked}
        choices={(['%', '‰', ''] as const).map((value) => ({ value, label: text.units[value] }))}
        {...form.getInputProps('unit')}
      />
      {unit === '%' ? (
        <CheckField label={text.bounded} hint={text.boundedHint} {...form.getInputProps('bounded', { type: 'checkbox' })} />
      ) : null}
      {numeratorLabel && denominatorLabel ? (
        <p className={classes.soft}>
          {text.preview(
            numeratorLabel.toLowerCase(),
            denominatorLabel.toLowerCase(),
            valueText(shown, ratioValue(126, 200, shown)),
          )}
        </p>
      ) : null}
    </>
  );
}

/** The second step: how it is measured. */
export function HowStep({ form, locked }: StepProps) {
  const { kind } = form.values;
  return (
    <div className={classes.fields}>
      {locked ? <p className={classes.notice}>{text.locked}</p> : null}
      <ChoiceField
        required
        label={text.kind}
        disabled={locked}
        choices={(['ratio', 'count', 'yes-no'] as const).map((value) => ({
          value,
          label: indicatorsText.kinds[value],
          hint: text.kindHints[value],
        }))}
        {...form.getInputProps('kind')}
        onChange={(value) => {
          form.setFieldValue('kind', value);
          if (value === 'ratio' && form.values.kind !== 'ratio') form.setFieldValue('unit', '%');
          if (value !== 'ratio' && form.values.kind === 'ratio') form.setFieldValue('unit', '');
        }}
      />
      {kind === 'ratio' ? <RatioFields form={form} locked={locked} /> : null}
      {kind === 'count' ? (
        <TextField
          label={text.unit}
          hint={text.unitHint}
          maxLength={40}
          disabled={locked}
          autoComplete="off"
          {...form.getInputProps('unit')}
        />
      ) : null}
      {kind === 'count' && form.values.unit.trim() === '%' ? (
        <CheckField label={text.percentage} hint={text.boundedHint} {...form.getInputProps('bounded', { type: 'checkbox' })} />
      ) : null}
      {kind === 'ratio' || kind === 'count' ? (
        <SelectField
          required
          label={text.decimals}
          choices={['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }))}
          {...form.getInputProps('decimals')}
        />
      ) : null}
      <SelectField
        required
        label={text.frequency}
        hint={text.frequencyHint}
        disabled={locked}
        choices={periodKinds.map((value) => ({ value, label: indicatorsText.frequencies[value] }))}
        {...form.getInputProps('frequency')}
      />
      {kind === 'count' ? (
        <ChoiceField
          required
          label={text.aggregation}
          disabled={locked}
          choices={(['sum', 'last'] as const).map((value) => ({ value, label: text.aggregations[value] }))}
          {...form.getInputProps('aggregation')}
        />
      ) : null}
      {kind === 'ratio' || kind === 'count' ? (
        <>
          <ChoiceField
            required
            inline
            label={text.direction}
            disabled={locked}
            choices={(['up', 'down'] as const).map((value) => ({ value, label: text.directionChoices[value] }))}
            {...form.getInputProps('direction')}
          />
          <CheckField
            label={text.countsPatients}
            hint={text.countsPatientsHint}
            {...form.getInputProps('countsPatients', { type: 'checkbox' })}
          />
        </>
      ) : null}
    </div>
  );
}

/** The third step: where the figure comes from, who gives it, since when. */
export function FollowStep({ form, people }: StepProps & { people: { value: string; label: string }[] }) {
  const { kind, unit, decimals } = form.values;
  return (
    <div className={classes.fields}>
      <TextField label={text.source} hint={text.sourceHint} maxLength={textLimits.sentence} {...form.getInputProps('source')} />
      <LongTextField
        label={text.evidence}
        hint={text.evidenceHint}
        minRows={2}
        maxLength={textLimits.sentence}
        {...form.getInputProps('evidenceExpected')}
      />
      <SelectField
        label={text.responsible}
        hint={text.responsibleHint}
        empty={text.noResponsible}
        choices={people}
        {...form.getInputProps('responsiblePersonId')}
      />
      <DayField required label={text.trackedFrom} hint={text.trackedFromHint} {...form.getInputProps('trackedFrom')} />
      {kind === 'yes-no' ? null : (
        <>
          <NumberField
            label={text.baseline}
            hint={text.baselineHint}
            unit={unit || undefined}
            min={0}
            decimals={Number(decimals)}
            {...form.getInputProps('baselineValue')}
          />
          <DayField label={text.baselineOn} {...form.getInputProps('baselineOn')} />
        </>
      )}
    </div>
  );
}
