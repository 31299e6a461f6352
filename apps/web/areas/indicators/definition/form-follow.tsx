import { collectionLimits, isAnswer, sourceKinds } from '@maillage/domain/indicators';
import { textLimits } from '@maillage/domain/kernel';
import { cardText } from '../../../messages/indicator-card';
import { indicatorsText } from '../../../messages/indicators';
import { DayField, LongTextField, NumberField, SelectField, TextField } from '../../../ui';
import type { StepProps } from './form-steps';
import classes from '../indicators.module.css';

const text = indicatorsText.form;

/** The value before the work began, and from where a value asks for attention. */
function Figures({ form }: StepProps) {
  const { unit, decimals, direction, baselineValue } = form.values;
  const number = { unit: unit || undefined, min: 0, decimals: Number(decimals) };
  return (
    <>
      <NumberField label={text.baseline} hint={text.baselineHint} {...number} {...form.getInputProps('baselineValue')} />
      <DayField label={text.baselineOn} {...form.getInputProps('baselineOn')} />
      {baselineValue !== null ? (
        <TextField label={cardText.baselineSource} maxLength={textLimits.sentence} {...form.getInputProps('baselineSource')} />
      ) : null}
      <fieldset className={classes.group}>
        <legend>{cardText.thresholds}</legend>
        <p className={classes.soft}>{direction === 'up' ? cardText.thresholdsHintUp : cardText.thresholdsHintDown}</p>
        <div className={classes.pair}>
          <NumberField label={cardText.warn} {...number} {...form.getInputProps('alertWarn')} />
          <NumberField label={cardText.alarm} {...number} {...form.getInputProps('alertAlarm')} />
        </div>
      </fieldset>
    </>
  );
}

/** The third step: why it is followed, where the figure comes from, who gives it, since when. */
export function FollowStep({ form, locked, people }: StepProps & { people: { value: string; label: string }[] }) {
  const { kind } = form.values;
  return (
    <div className={classes.fields}>
      <LongTextField label={cardText.rationale} hint={cardText.rationaleHint} minRows={2} maxLength={textLimits.paragraph} {...form.getInputProps('rationale')} />
      <SelectField
        label={cardText.sourceKind}
        empty={cardText.noSourceKind}
        choices={sourceKinds.map((value) => ({ value, label: cardText.sources[value] }))}
        {...form.getInputProps('sourceKind')}
      />
      <TextField label={text.source} hint={text.sourceHint} maxLength={textLimits.sentence} {...form.getInputProps('source')} />
      <LongTextField
        required={kind === 'deliverable'}
        label={text.evidence}
        hint={text.evidenceHint}
        minRows={2}
        maxLength={textLimits.sentence}
        {...form.getInputProps('evidenceExpected')}
      />
      <LongTextField label={cardText.limits} hint={cardText.limitsHint} minRows={2} maxLength={textLimits.paragraph} {...form.getInputProps('limits')} />
      <SelectField
        label={text.responsible}
        hint={text.responsibleHint}
        empty={text.noResponsible}
        choices={people}
        {...form.getInputProps('responsiblePersonId')}
      />
      <DayField required label={text.trackedFrom} hint={text.trackedFromHint} {...form.getInputProps('trackedFrom')} />
      {form.values.frequency === 'event' || form.values.formula.trim() !== '' ? null : (
        <NumberField label={cardText.dueDays} hint={cardText.dueDaysHint} unit={cardText.days} {...collectionLimits.dueDays} decimals={0} {...form.getInputProps('dueDays')} />
      )}
      {kind !== null && isAnswer(kind) ? null : <Figures form={form} locked={locked} />}
    </div>
  );
}
