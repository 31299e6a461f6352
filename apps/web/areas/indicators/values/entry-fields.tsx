import { isAnswer, isCounted } from '@maillage/domain/indicators';
import { ChoiceField, NumberField } from '../../../ui';
import { measuresText } from '../../../messages/measures';
import type { EntryLine } from '../api';
import classes from './entry.module.css';
import { EntryParts } from './entry-parts';
import type { Entry } from './use-entry';

const text = measuresText.entry;

/** The inputs a person types figures in, in the order of the keyboard. */
export const figureInputs = 'input[name="numerator"], input[name="denominator"], input[name="value"]';
/** Those, and the answers to choose. */
export const entryInputs = `${figureInputs}, input[type="radio"]`;

interface EntryFieldsProps {
  line: EntryLine;
  entry: Entry;
  /** The sentence of a field to correct, by its name. */
  errors: Record<string, string>;
  onLeave: () => void;
}

/** The fields of a value: its total first, then its parts when the person asks for them. */
export function EntryFields(props: EntryFieldsProps) {
  return (
    <>
      <TotalFields {...props} />
      {props.line.indicator.breakdowns.length > 0 ? <EntryParts indicator={props.line.indicator} entry={props.entry} error={props.errors['parts']} /> : null}
    </>
  );
}

/** Two numbers for a rate or an average, one for a count or a quantity, a choice for yes or no. */
function TotalFields({ line: { indicator }, entry: { typed, set }, errors, onLeave }: EntryFieldsProps) {
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
  const decimals = indicator.bounded ? 0 : 2;
  return (
    <div className={classes.parts}>
      {(['numerator', 'denominator'] as const).map((part) => (
        <NumberField
          key={part}
          required
          name={part}
          label={indicator[`${part}Label`] ?? part}
          min={0}
          decimals={decimals}
          value={typed[part]}
          error={errors[part]}
          onChange={(value) => set({ [part]: value })}
          onBlur={onLeave}
        />
      ))}
    </div>
  );
}
