import type { EntryLine } from '../api';
import { EntryParts } from './entry-parts';
import { FigureFields } from './figure-fields';
import type { Entry } from './use-entry';

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
export function EntryFields({ line: { indicator }, entry, errors, onLeave }: EntryFieldsProps) {
  return (
    <>
      <FigureFields indicator={indicator} typed={entry.typed} set={entry.set} errors={errors} onLeave={onLeave} />
      {indicator.breakdowns.length > 0 ? <EntryParts indicator={indicator} entry={entry} error={errors['parts']} /> : null}
    </>
  );
}
