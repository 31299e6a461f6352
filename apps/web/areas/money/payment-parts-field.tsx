import { Button } from '@mantine/core';
import { formatEuros } from '../../lib/format';
import { paymentsText } from '../../messages/payments';
import { NumberField, SelectField } from '../../ui';
import { centsOfEuros, givenCents, type OpenLine, type PaymentValues, proposedParts, shownLines } from './payment-form-values';
import classes from './payments.module.css';

const text = paymentsText.form;

interface PartsProps {
  lines: readonly OpenLine[];
  values: PaymentValues;
  onChange: (change: Pick<PaymentValues, 'parts' | 'chosen'>) => void;
}

function hintOf({ openCents }: OpenLine, typed: number | null): string {
  if (openCents === null) return text.noAmount;
  const over = centsOfEuros(typed) - openCents;
  return over > 0 ? text.more(formatEuros(over)) : text.remaining(formatEuros(openCents));
}

/** What an amount received pays, line by line. */
export function PaymentPartsField({ lines, values, onChange }: PartsProps) {
  const shown = shownLines(lines, values);
  const others = lines.filter(({ key }) => !shown.some((line) => line.key === key));
  const left = centsOfEuros(values.euros) - givenCents(values);
  const give = (key: string, euros: number | null): void => {
    const { [key]: _, ...rest } = values.parts;
    onChange({ parts: { ...rest, [key]: euros }, chosen: true });
  };
  return (
    <fieldset className={classes.parts}>
      <legend>{text.parts}</legend>
      <p className={classes.soft}>{text.partsHint}</p>
      {shown.length === 0 ? <p className={classes.plain}>{text.noLine}</p> : null}
      {shown.map((line) => (
        <NumberField
          key={line.key}
          required
          label={text.partLabel(line.label, line.year)}
          hint={hintOf(line, values.parts[line.key] ?? null)}
          unit="€"
          min={0}
          decimals={2}
          value={values.parts[line.key] ?? null}
          onChange={(euros) => give(line.key, euros)}
        />
      ))}
      <div className={classes.partsFoot}>
        <SelectField
          required
          label={text.add}
          empty={text.addEmpty}
          choices={others.map(({ key, label, year }) => ({ value: key, label: text.partLabel(label, year) }))}
          value=""
          onChange={(key) => key && give(key, null)}
        />
        {values.chosen ? (
          <Button variant="subtle" onClick={() => onChange({ parts: proposedParts(lines, values.euros, values.receivedOn), chosen: false })}>
            {text.propose}
          </Button>
        ) : null}
      </div>
      {centsOfEuros(values.euros) > 0 ? (
        <p className={classes.left} role="status" data-over={left < 0 || undefined}>
          {left < 0 ? text.tooMuch(formatEuros(-left)) : left === 0 ? text.all : text.left(formatEuros(left))}
        </p>
      ) : null}
    </fieldset>
  );
}
