import { Button } from '@mantine/core';
import { formatNumber } from '../../lib/format';
import { uiText } from '../../messages/ui';
import { IconChevronLeft, IconChevronRight } from '../icons';
import classes from './table.module.css';

/** From one page of a table to the next. */
export function TablePages({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  return (
    <nav className={classes.pages} aria-label={uiText.table.pagination}>
      <Button variant="default" disabled={page <= 1} aria-label={uiText.table.previous} onClick={() => onPage(page - 1)}>
        <IconChevronLeft size={20} aria-hidden="true" />
      </Button>
      <span aria-live="polite">{uiText.table.page(formatNumber(page), formatNumber(pages))}</span>
      <Button variant="default" disabled={page >= pages} aria-label={uiText.table.next} onClick={() => onPage(page + 1)}>
        <IconChevronRight size={20} aria-hidden="true" />
      </Button>
    </nav>
  );
}
