import { isAnswer, isCounted, type IndicatorDefinition } from '@maillage/domain/indicators';
import { measuresText } from '../../../messages/measures';
import { ChoiceField, NumberField } from '../../../ui';
import classes from './figure-fields.module.css';

const text = measuresText.entry;

/** What is typed: an empty field is null, what is no number is NaN. */
export interface Figures {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
}

interface FigureFieldsProps {
  indicator: Pick<IndicatorDefinition, 'kind' | 'unit' | 'decimals' | 'bounded' | 'numeratorLabel' | 'denominatorLabel'>;
  typed: Figures;
  set: (change: Partial<Figures>) => void;
  /** The sentence of a field to correct, by its name. */
  errors: Record<string, string>;
  onLeave?: () => void;
}

/** Two numbers for a rate or an average, one for a count or a quantity, a choice for yes or no. */
export function FigureFields({ indicator, typed, set, errors, onLeave }: FigureFieldsProps) {
  if (isAnswer(indicator.kind)) {
    return (
      <ChoiceField
        required
        inline
        label={text.answer}
        choices={[
          { value: 'yes', label: text.yes },
          { value: 'no', label: text.no },
        ]}
        value={typed.value === null ? null : typed.value === 1 ? 'yes' : 'no'}
        error={errors['value']}
        onChange={(answer) => set({ value: answer === 'yes' ? 1 : 0 })}
      />
    );
  }
  if (isCounted(indicator.kind)) {
    return (
      <NumberField
        required
        name="value"
        label={text.value}
        unit={indicator.unit ?? undefined}
        min={0}
        decimals={indicator.decimals}
        value={typed.value}
        error={errors['value']}
        onChange={(value) => set({ value })}
        onBlur={onLeave}
      />
    );
  }
  return (
    <div className={classes.parts}>
      {(['numerator', 'denominator'] as const).map((part) => (
        <NumberField
          key={part}
          required
          name={part}
          label={indicator[`${part}Label`] ?? part}
          min={0}
          decimals={indicator.bounded ? 0 : 2}
          value={typed[part]}
          error={errors[part]}
          onChange={(value) => set({ [part]: value })}
          onBlur={onLeave}
        />
      ))}
    </div>
  );
}
