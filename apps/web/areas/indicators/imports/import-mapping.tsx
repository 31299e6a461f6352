import { Button } from '@mantine/core';
import { type ColumnUse, importFields, mappingFaults, readPeriod } from '@maillage/domain/indicators';
import { useState } from 'react';
import { errorSentence } from '../../../lib/api-error';
import { importsText as text } from '../../../messages/imports';
import { type Choice, FormError, Section, SelectField } from '../../../ui';
import { type ValueImport, useImportActs } from './import-api';
import classes from './import.module.css';

function choicesFor(header: string, indicators: ValueImport['indicators']): Choice[] {
  const period = readPeriod(header);
  return [
    { value: 'ignore', label: text.use.ignore },
    ...importFields.map((field): Choice => ({ value: field, label: text.use[field] })),
    ...(period && 'key' in period ? [{ value: `period:${period.key}`, label: text.usePeriod(header) }] : []),
    ...indicators.map(({ id, code, name }): Choice => ({ value: `indicator:${id}`, label: `${code} ${name}`, group: text.useIndicators })),
  ];
}

/** What each column is: guessed, corrected here, remembered. */
export function ImportMapping({ page }: { page: ValueImport }) {
  const { map } = useImportActs(page.id);
  const [uses, setUses] = useState<string[]>(() => page.columns.map((_, index) => page.uses[index] ?? 'ignore'));
  const [error, setError] = useState<string | null>(null);
  const faults = mappingFaults(uses as ColumnUse[]);
  const same = uses.every((use, index) => use === page.uses[index]);

  const send = async (): Promise<void> => {
    setError(null);
    try {
      await map.mutateAsync({ revision: page.revision, uses });
    } catch (failure) {
      setError(errorSentence(failure));
    }
  };

  return (
    <Section title={text.mapping} hint={text.mappingHint}>
      <div className={classes.stack}>
        <ul className={classes.columns}>
          {page.columns.map(({ header, samples }, index) => (
            <li key={index}>
              <SelectField
                unmarked
                label={header === '' ? text.untitled(index + 1) : header}
                hint={samples.length === 0 ? text.emptyColumn : text.samples(samples.slice(0, 3).join(' · '))}
                choices={choicesFor(header, page.indicators)}
                value={uses[index] ?? 'ignore'}
                onChange={(use) => setUses(uses.map((before, column) => (column === index ? use : before)))}
              />
            </li>
          ))}
        </ul>
        {faults.length > 0 ? (
          <ul className={classes.faults} role="status">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        ) : null}
        {error ? <FormError>{error}</FormError> : null}
        <div>
          <Button variant={page.status === 'to-map' ? 'filled' : 'default'} loading={map.isPending} disabled={faults.length > 0 || (same && page.status === 'ready')} onClick={() => void send()}>
            {text.check}
          </Button>
        </div>
      </div>
    </Section>
  );
}
