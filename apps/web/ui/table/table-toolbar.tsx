import { ActionIcon, Button, Checkbox, NativeSelect, Popover, Stack, TextInput, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { uiText } from '../../messages/ui';
import { IconColumns3, IconDownload, IconFilter, IconSearch, IconX } from '../icons';
import type { Column, TableView } from './columns';
import { choicesOf } from './table-rows';
import classes from './table.module.css';

interface TableToolbarProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  view: TableView;
  change: (wanted: Partial<TableView>) => void;
  /** How many rows are left by the search and the filters. */
  shown: number;
  hidden: readonly string[];
  onHide: (keys: string[]) => void;
  onExport: () => void;
  phone: boolean;
}

const text = uiText.table;

/** What is typed, sent to the address when the typing pauses. */
function SearchBox({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const [typed, setTyped] = useState(q);
  const timer = useRef(0);
  // The address changed by itself (back, filters taken away): show it, but never over what is being typed.
  const [seen, setSeen] = useState(q);
  const [sent, setSent] = useState(q);
  if (q !== seen) {
    setSeen(q);
    if (q !== sent) setTyped(q);
  }
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const search = (value: string, delay: number): void => {
    setTyped(value);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setSent(value.trim());
      onSearch(value.trim());
    }, delay);
  };
  return (
    <TextInput
      className={classes.search}
      type="search"
      aria-label={text.search}
      placeholder={text.searchHint}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      rightSection={
        typed ? (
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={text.clearSearch} onClick={() => search('', 0)}>
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        ) : null
      }
      value={typed}
      onChange={(event) => search(event.currentTarget.value, 250)}
    />
  );
}

/** On a phone, the filters and the order stand behind a button: the first rows are in sight. */
function Folded({ phone, count, children }: { phone: boolean; count: number; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  if (!phone) return <>{children}</>;
  return (
    <>
      <Button variant="default" className={classes.fold} aria-expanded={open} leftSection={<IconFilter size={18} aria-hidden="true" />} onClick={() => setOpen((was) => !was)}>
        {count > 0 ? text.foldedOf(count) : text.folded}
      </Button>
      {open ? children : null}
    </>
  );
}

/** Search, filters, columns and export, above a table. */
export function TableToolbar<Row>({ columns, rows, view, change, shown, hidden, onHide, onExport, phone }: TableToolbarProps<Row>) {
  const filters = columns.filter(({ filter }) => filter);
  const sortable = columns.filter(({ unsorted }) => !unsorted);
  return (
    <div className={`${classes.toolbar} no-print`}>
      <SearchBox q={view.q} onSearch={(q) => change({ q })} />
      <Folded phone={phone} count={Object.keys(view.filters).length}>
        {filters.map((column) => (
          <NativeSelect
            key={column.key}
            className={classes.filter}
            aria-label={text.filter(column.label)}
            value={view.filters[column.key] ?? ''}
            data={[{ value: '', label: column.filterAll ?? text.all(column.label) }, ...choicesOf(rows, column)]}
            onChange={(event) => {
              const { [column.key]: _, ...others } = view.filters;
              const value = event.currentTarget.value;
              change({ filters: value ? { ...others, [column.key]: value } : others });
            }}
          />
        ))}
        {phone ? (
          <NativeSelect
            className={classes.filter}
            aria-label={text.sort}
            value={view.sort ? `${view.sort.descending ? '-' : ''}${view.sort.key}` : ''}
            data={[{ value: '', label: text.sort }, ...sortable.flatMap(({ key, label }) => [{ value: key, label: `${label}, ${text.ascending}` }, { value: `-${key}`, label: `${label}, ${text.descending}` }])]}
            onChange={(event) => {
              const value = event.currentTarget.value;
              change({ sort: value ? { key: value.replace(/^-/, ''), descending: value.startsWith('-') } : null });
            }}
          />
        ) : null}
      </Folded>
      <div className={classes.end}>
        <span className={classes.count} role="status">
          {text.count(shown, rows.length)}
        </span>
        {phone ? null : (
          <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
            <Popover.Target>
              <Button variant="default" leftSection={<IconColumns3 size={18} aria-hidden="true" />}>
                {text.columns}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <Stack gap={0} role="group" aria-label={text.columnsTitle}>
                {columns.slice(1).map(({ key, label }) => (
                  <Checkbox key={key} label={label} checked={!hidden.includes(key)} onChange={(event) => onHide(event.currentTarget.checked ? hidden.filter((one) => one !== key) : [...hidden, key])} />
                ))}
              </Stack>
            </Popover.Dropdown>
          </Popover>
        )}
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />} onClick={onExport}>
          {text.export}
          <VisuallyHidden>{text.exportWhat}</VisuallyHidden>
        </Button>
      </div>
    </div>
  );
}
