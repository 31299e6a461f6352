import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { downloadText, toCsv } from '../../lib/csv';
import { formatNumber } from '../../lib/format';
import { uiText } from '../../messages/ui';
import { EmptyState } from '../empty-state';
import type { Column } from './columns';
import classes from './table.module.css';
import { TableCards } from './table-cards';
import { TablePages } from './table-pages';
import { arrangeRows } from './table-rows';
import { readHidden, useTableView, writeHidden } from './table-state';
import { TableGrid } from './table-grid';
import { TableToolbar } from './table-toolbar';

interface DataTableProps<Row> {
  /** Names the table on this device (chosen columns) and its exports. */
  id: string;
  /** What the table holds, read aloud before it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The page a row opens. */
  rowHref?: (row: Row) => string;
  /** What to show when there is no row at all: says what to do next. */
  empty: ReactNode;
  /** When the page shows two tables: the prefix of this one in the address. */
  urlName?: string;
  pageSize?: number;
  /** Without search, columns and export: for short lists. */
  simple?: boolean;
}

/** The text of a cell by default. */
export function cellText(value: string | number | null): string {
  if (value === null || value === '') return uiText.table.empty;
  return typeof value === 'number' ? formatNumber(value) : value;
}

/** A table people compare in: search, filters, sort and page in the address, columns to choose, export, cards on a phone. */
export function DataTable<Row>({ id, caption, columns, rows, rowKey, rowHref, empty, urlName, pageSize = 50, simple }: DataTableProps<Row>) {
  const [view, change] = useTableView(urlName);
  const [hidden, setHidden] = useState(() => readHidden(id, columns.filter((column) => column.hidden).map(({ key }) => key)));
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  if (rows.length === 0) return <>{empty}</>;

  const arranged = arrangeRows(rows, columns, view);
  const pages = Math.max(1, Math.ceil(arranged.length / pageSize));
  const page = Math.min(view.page, pages);
  const shown = arranged.slice((page - 1) * pageSize, page * pageSize);
  const visible = columns.filter((column, index) => index === 0 || !hidden.includes(column.key));

  const hide = (keys: string[]): void => {
    setHidden(keys);
    writeHidden(id, keys);
  };
  const exportRows = (): void => {
    const cells = arranged.map((row) => visible.map((column) => (column.exported ?? column.value)(row)));
    downloadText(`${id}.csv`, toCsv(visible.map(({ label }) => label), cells));
  };
  const drawing = { caption, columns: visible, rows: shown, rowKey, rowHref, view, change };

  return (
    <div className={classes.block}>
      {simple ? null : (
        <TableToolbar columns={columns} rows={rows} view={view} change={change} shown={arranged.length} hidden={hidden} onHide={hide} onExport={exportRows} phone={phone} />
      )}
      {arranged.length === 0 ? (
        <EmptyState title={uiText.table.nothing} action={{ label: uiText.table.clear, onClick: () => change({ q: '', filters: {} }) }}>
          {uiText.table.nothingWhat}
        </EmptyState>
      ) : phone ? (
        <TableCards {...drawing} />
      ) : (
        <TableGrid {...drawing} />
      )}
      {pages > 1 ? <TablePages page={page} pages={pages} onPage={(wanted) => change({ page: wanted })} /> : null}
    </div>
  );
}
