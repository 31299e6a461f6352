import type { ReactNode } from 'react';
import type { CsvValue } from '../../lib/csv';

/** One column: what it holds, how it is drawn, what can be done with it. */
export interface Column<Row> {
  key: string;
  label: string;
  /** What the column is sorted, searched, filtered and exported by. Null is no value, and sorts last. */
  value: (row: Row) => string | number | null;
  /** How it is drawn; by default the value, numbers in French. */
  render?: (row: Row) => ReactNode;
  /** What the export holds, when it is not `value`. */
  exported?: (row: Row) => CsvValue;
  /** Figures are aligned to the right. */
  numeric?: boolean;
  /** Offers the values of the column as a filter. */
  filter?: boolean;
  /** What the filter offers and matches, when a row has several values (the missions it serves). */
  filterValues?: (row: Row) => readonly string[];
  /** The name of the filter, when it is not the label (« toutes les missions »). */
  filterAll?: string;
  /** Not shown until asked for. */
  hidden?: boolean;
  /** Cannot be sorted. */
  unsorted?: boolean;
  /** On a phone: « main » for the two numbers that matter, « none » to leave it out. */
  card?: 'main' | 'detail' | 'none';
}

/** What the address says of a table. */
export interface TableView {
  q: string;
  sort: { key: string; descending: boolean } | null;
  page: number;
  filters: Record<string, string>;
}
