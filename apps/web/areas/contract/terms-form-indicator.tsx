import { termsLimits } from '@maillage/domain/contract';
import { useState } from 'react';
import { termsFormText } from '../../messages/terms-form';
import { uiText } from '../../messages/ui';
import { CheckField, ChoiceField, DayField, Dialog, FormEnd, LongTextField, NumberField, TextField } from '../../ui';
import { indicatorFaults, indicatorOf, type IndicatorValues } from './terms-form-values';
import { TiersFields } from './terms-form-tiers';
import { ScoringList } from './terms-indicator';
import classes from './terms.module.css';
import formClasses from './terms-form.module.css';

const text = termsFormText.indicator;

interface IndicatorDialogProps {
  /** null: closed. What is typed lives in the form of the year, so that a reload loses nothing. */
  values: IndicatorValues | null;
  /** The mission has a part that only a crisis pays. */
  withCrisis: boolean;
  onChange: (values: IndicatorValues) => void;
  onKeep: (values: IndicatorValues) => void;
  onClose: () => void;
}

type FieldsProps = Pick<IndicatorDialogProps, 'withCrisis' | 'onChange'> & { values: IndicatorValues; faults: Record<string, string> };

/** How it is measured and paid. */
function ScoringFields({ values, faults, onChange }: FieldsProps) {
  const { kind, mode, direction } = values;
  const set = (change: Partial<IndicatorValues>): void => onChange({ ...values, ...change });
  const unit = kind === 'rate' ? '%' : undefined;
  const amount = (label: string) => (
    <NumberField label={label} hint={text.amountHint} unit={termsFormText.envelopes.euro} min={0} decimals={2} error={faults['euros']} value={values.euros} onChange={(euros) => set({ euros })} />
  );
  if (kind === 'done') return amount(text.amountDone);
  return (
    <>
      <ChoiceField
        required
        label={text.direction}
        choices={(['up', 'down'] as const).map((value) => ({ value, label: text.directions[value] }))}
        value={direction}
        onChange={(value) => value && set({ direction: value })}
      />
      <div className={formClasses.pair}>
        <NumberField label={text.baseline} hint={text.baselineHint} required={mode === 'linear'} unit={unit} min={0} decimals={4} error={faults['baseline']} value={values.baseline} onChange={(baseline) => set({ baseline })} />
        <DayField label={text.baselineOn} error={faults['baselineOn']} value={values.baselineOn} onChange={(baselineOn) => set({ baselineOn })} />
      </div>
      <ChoiceField
        required
        label={text.mode}
        choices={(['target', 'tiers', 'linear'] as const).map((value) => ({ value, label: text.modes[value] }))}
        value={mode}
        onChange={(value) => value && set({ mode: value })}
      />
      {mode === 'tiers' ? (
        <TiersFields tiers={values.tiers} direction={direction} unit={unit} faults={faults} onChange={(tiers) => set({ tiers })} />
      ) : (
        <div className={formClasses.pair}>
          <NumberField required label={text.threshold} unit={unit} min={0} decimals={4} error={faults['threshold']} value={values.threshold} onChange={(threshold) => set({ threshold })} />
          {amount(text.amount)}
        </div>
      )}
    </>
  );
}

function IndicatorFields(props: FieldsProps) {
  const { values, faults, withCrisis, onChange } = props;
  const set = (change: Partial<IndicatorValues>): void => onChange({ ...values, ...change });
  return (
    <div className={classes.stack}>
      <TextField required label={text.title} hint={text.titleHint} maxLength={termsLimits.title} autoComplete="off" error={faults['title']} value={values.title} onChange={(title) => set({ title })} />
      <LongTextField label={text.clause} hint={text.clauseHint} minRows={2} maxLength={termsLimits.clause} value={values.clause} onChange={(clause) => set({ clause })} />
      <ChoiceField
        required
        inline
        label={text.source}
        choices={(['cpam', 'cpts'] as const).map((value) => ({ value, label: text.sources[value] }))}
        value={values.source}
        onChange={(source) => source && set({ source })}
      />
      <ChoiceField
        required
        label={text.kind}
        choices={(['done', 'count', 'rate'] as const).map((value) => ({ value, label: text.kinds[value] }))}
        value={values.kind}
        onChange={(kind) => kind && set({ kind })}
      />
      <ScoringFields {...props} />
      {withCrisis ? <CheckField label={text.onlyIfCrisis} checked={values.onlyIfCrisis} onChange={(onlyIfCrisis) => set({ onlyIfCrisis })} /> : null}
      <LongTextField label={text.evidence} hint={text.evidenceHint} minRows={2} maxLength={termsLimits.clause} value={values.evidence} onChange={(evidence) => set({ evidence })} />
      <LongTextField label={text.note} minRows={1} maxLength={termsLimits.clause} value={values.note} onChange={(note) => set({ note })} />
    </div>
  );
}

/** One indicator of the contract: its words, how it is measured, what it pays. */
export function IndicatorDialog({ values, withCrisis, onChange, onKeep, onClose }: IndicatorDialogProps) {
  const [faults, setFaults] = useState<Record<string, string>>({});
  const close = (): void => {
    setFaults({});
    onClose();
  };
  const keep = (kept: IndicatorValues): void => {
    const found = indicatorFaults(kept);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    onKeep(kept);
  };
  const sound = values !== null && Object.keys(indicatorFaults(values)).length === 0;
  return (
    <Dialog opened={values !== null} onClose={close} size="xl" title={values?.code ? text.edit : text.add}>
      {values ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            keep(values);
          }}
        >
          <IndicatorFields values={values} faults={faults} withCrisis={withCrisis} onChange={onChange} />
          {sound ? (
            <div className={formClasses.preview}>
              <strong>{text.preview}</strong>
              <ScoringList indicator={indicatorOf(values, [])} />
            </div>
          ) : null}
          <FormEnd error={Object.keys(faults).length > 0 ? uiText.form.toFix(Object.keys(faults).length) : null} submitLabel={text.keep} onCancel={close} />
        </form>
      ) : null}
    </Dialog>
  );
}
