import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCan, useSession } from '../../app/session';
import { evidenceText } from '../../messages/evidence';
import { importsText } from '../../messages/imports';
import { collectionText } from '../../messages/collection';
import { indicatorsText } from '../../messages/indicators';
import { validationText } from '../../messages/validation';
import { ActionButton, type Column, DataTable, EmptyState, LinkTabs, Page } from '../../ui';
import { IconCheck, IconMail, IconPaperclip, IconPlus, IconUpload } from '../../ui/icons';
import { type IndicatorLine, indicatorsQuery } from './api';
import { AwaitedSection } from './awaited-section';
import { listColumns } from './list-columns';
import { cardHref } from './words';

const text = indicatorsText.list;

/** A filter that would offer one choice is no filter. */
function usefulFilters(rows: readonly IndicatorLine[]): Column<IndicatorLine>[] {
  return listColumns.map((column) => {
    if (!column.filter) return column;
    const values = new Set(rows.flatMap((row) => column.filterValues?.(row) ?? [String(column.value(row) ?? '')]));
    return { ...column, filter: values.size > 1 };
  });
}

/** Indicateurs. */
export function IndicatorsPage() {
  const { communityId, role } = useSession();
  const can = useCan();
  const archives = useSearch({ strict: false }).vue === 'archives';
  const { data } = useSuspenseQuery(indicatorsQuery(communityId, archives));
  const rows = useMemo(() => data.filter(({ indicator }) => (indicator.archivedAt !== null) === archives), [data, archives]);
  const columns = useMemo(() => usefulFilters(rows), [rows]);
  const reached = rows.filter(({ standing }) => standing?.progress.state === 'reached').length;
  const define = can('indicators.write');
  const empty = !archives && rows.length === 0;

  return (
    <Page
      title={indicatorsText.title}
      lead={archives ? undefined : text.lead(rows.length, reached)}
      action={can('measures.write') && !empty ? { label: text.enter, href: '/indicateurs/saisie' } : undefined}
      tools={
        empty ? null : (
          <>
            <ActionButton variant="default" label={role === 'lead' ? collectionText.titleMine : collectionText.open} href="/indicateurs/collecte" icon={<IconMail size={18} aria-hidden="true" />} />
            <ActionButton variant="default" label={validationText.page.title} href="/indicateurs/validation" icon={<IconCheck size={18} aria-hidden="true" />} />
            <ActionButton variant="default" label={evidenceText.title} href="/indicateurs/preuves" icon={<IconPaperclip size={18} aria-hidden="true" />} />
            {can('measures.write') ? (
              <ActionButton variant="default" label={importsText.importLink} href="/indicateurs/importer" icon={<IconUpload size={18} aria-hidden="true" />} />
            ) : null}
            {define ? <ActionButton variant="default" label={text.create} href="/indicateurs/nouveau" icon={<IconPlus size={18} aria-hidden="true" />} /> : null}
          </>
        )
      }
    >
      {can('measures.write') && !archives && !empty ? <AwaitedSection /> : null}
      {define ? (
        <LinkTabs
          label={text.views}
          tabs={[
            { label: text.current, href: '/indicateurs', current: !archives },
            { label: text.archived, href: '/indicateurs?vue=archives', current: archives },
          ]}
        />
      ) : null}
      <DataTable
        id="indicateurs"
        caption={text.caption}
        columns={columns}
        rows={rows}
        rowKey={({ indicator }) => indicator.id}
        rowHref={({ indicator }) => cardHref(indicator.id)}
        empty={
          archives ? (
            <EmptyState level={2} title={text.emptyArchived}>{text.emptyArchivedWhat}</EmptyState>
          ) : (
            <EmptyState
              level={2}
              title={text.empty}
              action={define ? { label: text.create, href: '/indicateurs/nouveau' } : undefined}
            >
              {define ? text.emptyWrite : text.emptyRead}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
