import { hasParts, isAnswer, isCounted, isShare, ratioValue } from '@maillage/domain/indicators';
import { periodKinds, textLimits } from '@maillage/domain/kernel';
import { eventsText } from '../../../messages/events';
import { cardText } from '../../../messages/indicator-card';
import { indicatorsText } from '../../../messages/indicators';
import { CheckField, ChoiceField, SelectField, TextField } from '../../../ui';
import { BreakdownFields } from './breakdown-fields';
import type { StepProps } from './form-steps';
import { FormulaField } from '../computed/formula-field';
import classes from '../indicators.module.css';
import { valueText } from '../words';

const text = indicatorsText.form;

function RatioFields({ form, locked }: StepProps) {
  const { numeratorLabel, denominatorLabel, unit, decimals } = form.values;
  const shown = { kind: 'ratio' as const, unit: unit || null, decimals: Number(decimals) };
  return (
    <>
      <TextField required label={text.numerator} hint={text.numeratorHint} maxLength={textLimits.title} {...form.getInputProps('numeratorLabel')} />
      <TextField required label={text.denominator} hint={text.denominatorHint} maxLength={textLimits.title} {...form.getInputProps('denominatorLabel')} />
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
          {text.preview(numeratorLabel.toLowerCase(), denominatorLabel.toLowerCase(), valueText(shown, ratioValue(126, 200, shown)))}
        </p>
      ) : null}
      <p className={classes.soft}>{cardText.ratioNote}</p>
    </>
  );
}

function AverageFields({ form, locked }: StepProps) {
  const { numeratorLabel, denominatorLabel, unit, decimals } = form.values;
  const shown = { kind: 'average' as const, unit: unit || null, decimals: Number(decimals) };
  return (
    <>
      <TextField required label={cardText.total} hint={cardText.totalHint} maxLength={textLimits.title} {...form.getInputProps('numeratorLabel')} />
      <TextField required label={cardText.number} hint={cardText.numberHint} maxLength={textLimits.title} {...form.getInputProps('denominatorLabel')} />
      <TextField label={text.unit} hint={text.unitHint} maxLength={40} disabled={locked} autoComplete="off" {...form.getInputProps('unit')} />
      {numeratorLabel && denominatorLabel ? (
        <p className={classes.soft}>
          {cardText.averagePreview(numeratorLabel.toLowerCase(), denominatorLabel.toLowerCase(), valueText(shown, ratioValue(126, 20, shown)))}
        </p>
      ) : null}
      <p className={classes.soft}>{cardText.averageNote}</p>
    </>
  );
}

/** How the numbers of a year come together, for what is one number. */
function YearField({ form, locked }: StepProps) {
  const share = isShare(form.values.unit.trim());
  return (
    <ChoiceField
      required
      label={text.aggregation}
      hint={form.values.frequency === 'event' ? eventsText.yearHint : undefined}
      disabled={locked}
      choices={(['sum', 'last', 'mean'] as const).map((value) => ({
        value,
        label: form.values.frequency === 'event' ? eventsText.aggregations[value] : text.aggregations[value],
        disabled: share && value === 'mean',
        hint: share && value === 'mean' ? cardText.meanOfShares : undefined,
      }))}
      {...form.getInputProps('aggregation')}
    />
  );
}

/** The second step: how it is measured. */
export function HowStep({ form, locked }: StepProps) {
  const { kind } = form.values;
  const numbered = kind !== null && !isAnswer(kind);
  const counted = kind !== null && isCounted(kind);
  return (
    <div className={classes.fields}>
      {locked ? <p className={classes.notice}>{text.locked}</p> : null}
      <ChoiceField
        required
        label={text.kind}
        disabled={locked}
        choices={(['count', 'sum', 'ratio', 'average', 'yes-no', 'deliverable'] as const).map((value) => ({
          value,
          label: indicatorsText.kinds[value],
          hint: text.kindHints[value],
        }))}
        {...form.getInputProps('kind')}
        onChange={(value) => {
          form.setFieldValue('kind', value);
          if (value === 'ratio' && kind !== 'ratio') form.setFieldValue('unit', '%');
          if (value !== 'ratio' && kind === 'ratio') form.setFieldValue('unit', '');
          if ((value === 'sum' || value === 'average') && form.values.decimals === '0') form.setFieldValue('decimals', '1');
        }}
      />
      {kind === 'ratio' ? <RatioFields form={form} locked={locked} /> : null}
      {kind === 'average' ? <AverageFields form={form} locked={locked} /> : null}
      {counted ? (
        <TextField label={text.unit} hint={text.unitHint} maxLength={40} disabled={locked} autoComplete="off" {...form.getInputProps('unit')} />
      ) : null}
      {counted && form.values.unit.trim() === '%' ? (
        <CheckField label={text.percentage} hint={text.boundedHint} {...form.getInputProps('bounded', { type: 'checkbox' })} />
      ) : null}
      {numbered ? (
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
        hint={form.values.frequency === 'event' ? eventsText.frequencyHint : text.frequencyHint}
        disabled={locked}
        choices={periodKinds.map((value) => ({ value, label: indicatorsText.frequencies[value] }))}
        {...form.getInputProps('frequency')}
        onChange={(value) => {
          form.setFieldValue('frequency', value);
          // What happens is given by who was there, never computed.
          if (value === 'event') form.setFieldValue('formula', '');
        }}
      />
      {counted ? <YearField form={form} locked={locked} /> : null}
      {numbered ? (
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
      {numbered && form.values.frequency !== 'event' ? <FormulaField form={form} /> : null}
      {numbered && form.values.formula === '' && (hasParts(kind) || !isShare(form.values.unit.trim())) ? <BreakdownFields form={form} /> : null}
    </div>
  );
}
