import { Button } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { auditActs, auditFamilies, familyOfAct, isDay, type AuditAct, type AuditFamily } from '@maillage/domain/kernel';
import { useState } from 'react';
import { communityText } from '../../messages/community';
import { DayField, SelectField, TextField, type Choice } from '../../ui';
import type { JournalFilter } from './api';
import classes from './community.module.css';

const text = communityText.journal;

/** Every act under what it is about, each group led by the whole of it. */
const natures: readonly Choice[] = (Object.keys(auditFamilies) as AuditFamily[]).flatMap((family) => {
  const group = auditFamilies[family];
  const acts = (Object.keys(auditActs) as AuditAct[]).filter((act) => familyOfAct(act) === family);
  const each = acts.map((act) => ({ value: act as string, label: auditActs[act], group }));
  return acts.length > 1 ? [{ value: family, label: text.wholeFamily(group), group }, ...each] : each;
});

interface JournalFiltersProps {
  filter: JournalFilter;
  people: readonly { personId: string; name: string }[];
  /** What the subject asked for is called; null when none is asked. */
  subject: string | null;
  change(next: JournalFilter): void;
}

/** What is looked for in the journal, kept in the address. */
export function JournalFilters({ filter, people, subject, change }: JournalFiltersProps) {
  const [typed, setTyped] = useState(filter.q ?? '');
  const changeWords = useDebouncedCallback((q: string) => change({ q: q.trim() || undefined }), 300);
  const day = (value: string | null): string | undefined => (isDay(value) ? value : undefined);
  return (
    <div role="search" className={classes.searchBox}>
      <div className={classes.filters}>
        <TextField
          required
          type="search"
          label={text.search}
          hint={text.searchHint}
          maxLength={80}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            changeWords(value);
          }}
        />
        <SelectField
          required
          label={text.who}
          empty={text.everyone}
          choices={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          value={filter.qui ?? ''}
          onChange={(qui) => change({ qui: qui || undefined })}
        />
        <SelectField
          required
          label={text.nature}
          empty={text.everything}
          choices={natures}
          value={filter.nature ?? ''}
          onChange={(nature) => change({ nature: nature || undefined })}
        />
        <DayField required label={text.from} value={filter.depuis ?? null} onChange={(value) => change({ depuis: day(value) })} />
        <DayField required label={text.to} value={filter.jusqu ?? null} onChange={(value) => change({ jusqu: day(value) })} />
      </div>
      {filter.sujet ? (
        <p className={classes.subject}>
          <span>{text.subjectOnly(subject)}</span>
          <Button variant="subtle" onClick={() => change({ sujet: undefined })}>
            {text.everySubject}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
