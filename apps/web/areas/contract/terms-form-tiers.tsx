import { termsLimits } from '@maillage/domain/contract';
import { ActionIcon, Button } from '@mantine/core';
import { termsFormText } from '../../messages/terms-form';
import { NumberField, TextField } from '../../ui';
import { IconPlus, IconTrash } from '../../ui/icons';
import type { TierValues } from './terms-form-values';
import classes from './terms.module.css';
import formClasses from './terms-form.module.css';

const text = termsFormText.indicator;

interface TiersFieldsProps {
  tiers: readonly TierValues[];
  direction: 'up' | 'down';
  unit: string | undefined;
  faults: Record<string, string>;
  onChange: (tiers: TierValues[]) => void;
}

/** The tiers of a scoring, one row each, from the easiest to the hardest. */
export function TiersFields({ tiers, direction, unit, faults, onChange }: TiersFieldsProps) {
  const set = (index: number, change: Partial<TierValues>): void => onChange(tiers.map((tier, at) => (at === index ? { ...tier, ...change } : tier)));
  return (
    <fieldset className={formClasses.fieldset}>
      <legend>{text.tiers}</legend>
      <p className={classes.soft}>{text.tiersHint}</p>
      {tiers.map((tier, index) => (
        <div key={index} role="group" aria-label={text.tierRow(index + 1)} className={formClasses.tier}>
          <TextField required label={text.tierLabel} maxLength={termsLimits.label} autoComplete="off" error={faults[`tiers.${index}.label`]} value={tier.label} onChange={(label) => set(index, { label })} />
          <NumberField
            required
            label={direction === 'down' ? text.tierThresholdDown : text.tierThreshold}
            unit={unit}
            min={0}
            decimals={4}
            error={faults[`tiers.${index}.threshold`]}
            value={tier.threshold}
            onChange={(threshold) => set(index, { threshold })}
          />
          <NumberField
            label={text.tierAmount}
            unit={termsFormText.envelopes.euro}
            min={0}
            decimals={2}
            error={faults[`tiers.${index}.euros`]}
            value={tier.euros}
            onChange={(euros) => set(index, { euros })}
          />
          <div className={formClasses.tierTools}>
            <ActionIcon
              variant="subtle"
              color="red"
              size={44}
              disabled={tiers.length === 1}
              aria-label={text.removeTier(tier.label || text.tierRow(index + 1))}
              onClick={() => onChange(tiers.filter((_, at) => at !== index))}
            >
              <IconTrash size={20} aria-hidden="true" />
            </ActionIcon>
          </div>
        </div>
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} disabled={tiers.length >= termsLimits.tiers} onClick={() => onChange([...tiers, { label: '', threshold: null, euros: null }])}>
          {text.addTier}
        </Button>
      </div>
    </fieldset>
  );
}
