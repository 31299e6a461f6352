import { importsText as text } from '../../../messages/imports';
import { type Column, DataTable, EmptyState, Section, StatusBadge, type StatusTone } from '../../../ui';
import type { ImportIssue, ValueImport } from './import-api';
import { toWrite } from './import-words';

const tones: Readonly<Record<ImportIssue['kind'], StatusTone>> = { refused: 'late', settled: 'none', warning: 'at-risk' };

const columns: Column<ImportIssue>[] = [
  { key: 'line', label: text.issue.line, value: ({ line }) => line, render: ({ line }) => text.issue.at(line), card: 'main' },
  { key: 'column', label: text.issue.column, value: ({ column }) => column, filter: true, filterAll: text.issue.allColumns, card: 'main' },
  { key: 'text', label: text.issue.text, value: (issue) => issue.text },
  { key: 'message', label: text.issue.message, value: ({ message }) => message },
  { key: 'kind', label: text.issue.kind, value: ({ kind }) => text.kind[kind], render: ({ kind }) => <StatusBadge plain tone={tones[kind]} label={text.kind[kind]} />, filter: true, filterAll: text.issue.allKinds },
];

/** So few lines are read at a glance: nothing to search, filter or export. */
const seenAtOnce = 5;

/** Every error with its place: searched, filtered, exported. */
export function ImportIssues({ page }: { page: ValueImport }) {
  const { issues, counts, status } = page;
  const all = counts ? counts.refused + counts.settled + counts.warned : issues.length;
  const rows = issues.map((issue, index) => ({ ...issue, index }));
  return (
    <Section title={text.issues} hint={issues.length > 0 && status === 'ready' ? (toWrite(page) > 0 ? text.issuesHint(issues.length, all) : text.issuesHintAlone(issues.length, all)) : undefined} bare>
      <DataTable
        id="erreurs-import"
        simple={rows.length <= seenAtOnce}
        caption={text.issuesCaption}
        columns={columns as Column<(typeof rows)[number]>[]}
        rows={rows}
        rowKey={({ index }) => String(index)}
        empty={<EmptyState level={3} title={text.noIssue}>{text.noIssueWhat}</EmptyState>}
      />
    </Section>
  );
}
