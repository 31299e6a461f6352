import { useDebouncedValue } from '@mantine/hooks';
import { formulaLimits, hasParts } from '@maillage/domain/indicators';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { computedText } from '../../../messages/computed';
import { ChoiceField, SelectField, TextField } from '../../../ui';
import { indicatorsQuery } from '../api';
import { type FormulaPreview, formulaPreviewQuery } from './computed-api';
import type { StepProps } from '../definition/form-steps';
import { inputOf } from '../definition/form-values';
import classes from '../indicators.module.css';

const text = computedText.form;

/** What a formula reads and gives, for the last periods. */
function Preview({ preview }: { preview: FormulaPreview }) {
  if (preview.fault !== null) return null;
  return (
    <div className={classes.facts}>
      <p className={classes.paragraph}>{text.reads(preview.words ?? '')}</p>
      <h3 className={classes.small}>{text.last}</h3>
      {preview.periods.length === 0 ? <p className={classes.soft}>{text.noPeriod}</p> : null}
      <ul className={classes.plain}>
        {preview.periods.map((period) => (
          <li key={period.label}>
            {text.at(period.label)} {period.text || !period.sentence ? <strong>{period.text ?? text.nothing}</strong> : null}
            {period.sentence ? <span className={classes.soft}> {period.sentence}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Formula({ form }: Pick<StepProps, 'form'>) {
  const { communityId } = useSession();
  const { indicatorId } = useParams({ strict: false });
  const { data: list } = useSuspenseQuery(indicatorsQuery(communityId, true));
  const { code, kind, unit, decimals, bounded, frequency, aggregation, trackedFrom } = inputOf(form.values);
  const [typed] = useDebouncedValue(form.values.formula.trim(), 300);
  const card = { indicatorId: indicatorId ?? null, code, kind, unit, decimals, bounded, frequency, aggregation, trackedFrom };
  const { data: preview } = useQuery({ ...formulaPreviewQuery(communityId, { ...card, text: typed }), enabled: typed !== '' && trackedFrom !== '' });
  const choices = list
    .filter(({ indicator }) => indicator.archivedAt === null && indicator.id !== indicatorId)
    .map(({ indicator }) => ({ value: indicator.code, label: computedText.link(indicator.code, indicator.name) }));
  const current = typed === form.values.formula.trim() && typed !== '' ? preview : undefined;
  return (
    <>
      <TextField required label={text.formula} hint={text.formulaHint} maxLength={formulaLimits.characters} autoComplete="off" {...form.getInputProps('formula')} error={form.errors['formula'] ?? current?.fault ?? null} />
      <SelectField
        label={text.insert}
        empty={text.pick}
        choices={choices}
        value=""
        onChange={(picked) => {
          const before = form.values.formula.trimEnd();
          if (picked) form.setFieldValue('formula', before === '' || /[+\-−*/×÷(;]$/.test(before) ? `${before} ${picked}`.trim() : `${before} + ${picked}`);
        }}
      />
      <p className={classes.soft}>{kind !== null && hasParts(kind) ? text.divide : text.functions}</p>
      <div aria-live="polite">{current ? <Preview preview={current} /> : null}</div>
    </>
  );
}

/** Who gives the values: people, or a formula over other indicators, read while it is typed. */
export function FormulaField({ form }: Pick<StepProps, 'form'>) {
  const [computed, setComputed] = useState(form.values.formula !== '');
  const on = computed || form.values.formula !== '';
  return (
    <>
      <ChoiceField
        required
        label={text.how}
        choices={[
          { value: 'given', label: text.given, hint: text.givenHint },
          { value: 'computed', label: text.computed, hint: text.computedHint },
        ]}
        value={on ? 'computed' : 'given'}
        onChange={(value) => {
          setComputed(value === 'computed');
          if (value !== 'computed') form.setFieldValue('formula', '');
        }}
      />
      {on ? <Formula form={form} /> : null}
    </>
  );
}
