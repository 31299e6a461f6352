import { type BreakdownKind, breakdownKinds, healthProfessions, usualAgeBands } from '@maillage/domain/indicators';
import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { cardText as text } from '../../../messages/indicator-card';
import { LongTextField, SelectField, TextField } from '../../../ui';
import { IconPlus, IconTrash } from '../../../ui/icons';
import { territoryQuery } from '../../community/api';
import { type BreakdownValues, type IndicatorValues, partsFault, partsOf } from './form-values';
import classes from '../indicators.module.css';

/** The usual parts of a breakdown, and how the button that takes them is called; null when a community writes its own. */
function useUsual(kind: BreakdownKind): { label: string; parts: readonly string[] } | null {
  const { communityId } = useSession();
  const { data: territory } = useQuery({ ...territoryQuery(communityId), enabled: kind === 'commune' });
  if (kind === 'profession') return { label: text.withProfessions, parts: healthProfessions };
  if (kind === 'age-band') return { label: text.withAges, parts: usualAgeBands };
  const communes = territory?.communes.map(({ name }) => name) ?? [];
  return kind === 'commune' && communes.length > 0 ? { label: text.withCommunes, parts: [...new Set(communes)] } : null;
}

interface OneProps {
  value: BreakdownValues;
  taken: readonly BreakdownKind[];
  error: string | null;
  onChange: (value: BreakdownValues) => void;
  onRemove: () => void;
}

function OneBreakdown({ value, taken, error, onChange, onRemove }: OneProps) {
  const usual = useUsual(value.kind);
  const parts = partsOf(value.parts);
  return (
    <li className={classes.breakdown}>
      <SelectField
        required
        label={text.breakdownKind}
        choices={breakdownKinds.filter((kind) => kind === value.kind || !taken.includes(kind)).map((kind) => ({ value: kind, label: text.breakdowns[kind] }))}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind, label: text.breakdowns[kind] })}
      />
      {value.kind === 'list' ? (
        <TextField required label={text.breakdownName} maxLength={240} value={value.label} onChange={(label) => onChange({ ...value, label })} />
      ) : null}
      <LongTextField
        required
        label={text.parts}
        hint={parts.length > 0 ? `${text.partsHint} ${text.partsCount(parts.length)}.` : text.partsHint}
        minRows={3}
        maxLength={20000}
        value={value.parts}
        error={error}
        onChange={(lines) => onChange({ ...value, parts: lines })}
      />
      <p className={classes.acts}>
        {usual ? (
          <Button variant="default" onClick={() => onChange({ ...value, parts: usual.parts.join('\n') })}>
            {usual.label}
          </Button>
        ) : null}
        <Button variant="subtle" color="red" aria-label={text.removeBreakdown(value.label)} leftSection={<IconTrash size={20} aria-hidden="true" />} onClick={onRemove}>
          {text.removeIt}
        </Button>
      </p>
    </li>
  );
}

/** How the values can be detailed: one breakdown of each kind, its parts one a line. */
export function BreakdownFields({ form }: { form: UseFormReturnType<IndicatorValues> }) {
  const { breakdowns } = form.values;
  const taken = breakdowns.map(({ kind }) => kind);
  const next = breakdownKinds.find((kind) => !taken.includes(kind));
  const set = (values: BreakdownValues[]): void => form.setFieldValue('breakdowns', values);
  const error = form.errors['breakdowns'];
  return (
    <fieldset className={classes.group}>
      <legend>{text.breakdown}</legend>
      <p className={classes.soft}>{text.breakdownHint}</p>
      <ul className={classes.breakdowns}>
        {breakdowns.map((value, at) => (
          <OneBreakdown
            key={at}
            value={value}
            taken={taken}
            error={typeof error === 'string' && partsFault(value) !== null ? partsFault(value) : null}
            onChange={(changed) => set(breakdowns.map((one, index) => (index === at ? changed : one)))}
            onRemove={() => set(breakdowns.filter((_, index) => index !== at))}
          />
        ))}
      </ul>
      {next ? (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          onClick={() => set([...breakdowns, { kind: next, label: text.breakdowns[next], parts: '' }])}
        >
          {text.addBreakdown}
        </Button>
      ) : null}
    </fieldset>
  );
}
