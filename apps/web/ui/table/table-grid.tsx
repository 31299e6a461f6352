import { UnstyledButton } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { uiText } from '../../messages/ui';
import { HrefLink } from '../href-link';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '../icons';
import type { Column, TableView } from './columns';
import { cellText } from './data-table';
import classes from './table.module.css';

/** What both drawings of a table receive. */
export interface TableDrawing<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string;
  view: TableView;
  change: (wanted: Partial<TableView>) => void;
}

function SortHead<Row>({ column, view, change }: Pick<TableDrawing<Row>, 'view' | 'change'> & { column: Column<Row> }) {
  const sorted = view.sort?.key === column.key ? view.sort : null;
  const state = sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined;
  const Icon = sorted ? (sorted.descending ? IconArrowDown : IconArrowUp) : IconArrowsSort;
  return (
    <th scope="col" aria-sort={state} data-numeric={column.numeric || undefined}>
      {column.unsorted ? (
        <span className={classes.head}>{column.label}</span>
      ) : (
        <UnstyledButton
          className={classes.sort}
          title={uiText.table.sortBy(column.label)}
          data-active={sorted ? true : undefined}
          onClick={() => change({ sort: sorted?.descending ? null : { key: column.key, descending: sorted !== null } })}
        >
          <span>{column.label}</span>
          <Icon size={15} aria-hidden="true" />
        </UnstyledButton>
      )}
    </th>
  );
}

/** The table itself, its header staying in sight. */
export function TableGrid<Row>({ caption, columns, rows, rowKey, rowHref, view, change }: TableDrawing<Row>) {
  const router = useRouter();
  const open = (event: MouseEvent<HTMLTableRowElement>, row: Row): void => {
    const target = event.target as Element;
    if (!rowHref || target.closest('a, button, input, select, label') || window.getSelection()?.toString()) return;
    if (event.metaKey || event.ctrlKey) window.open(rowHref(row), '_blank', 'noopener');
    else void router.navigate({ href: rowHref(row) });
  };
  return (
    <div className={classes.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className="only-read-aloud">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHead key={column.key} column={column} view={view} change={change} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-opens={rowHref ? true : undefined} onClick={(event) => open(event, row)}>
              {columns.map((column, index) => {
                const content = column.render ? column.render(row) : cellText(column.value(row));
                const Cell = index === 0 ? 'th' : 'td';
                return (
                  <Cell key={column.key} scope={index === 0 ? 'row' : undefined} data-numeric={column.numeric || undefined}>
                    {index === 0 && rowHref ? (
                      <HrefLink href={rowHref(row)} className="alone">
                        {content}
                      </HrefLink>
                    ) : (
                      content
                    )}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
