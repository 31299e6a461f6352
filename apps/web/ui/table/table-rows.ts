import { searchable } from '@maillage/domain/kernel';
import type { Column, TableView } from './columns';

const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

function matches<Row>(row: Row, columns: readonly Column<Row>[], words: readonly string[]): boolean {
  const text = searchable(columns.map(({ value }) => value(row) ?? '').join(' '));
  return words.every((word) => text.includes(word));
}

/** The values of a row that the filter of a column compares. */
function filterValues<Row>(row: Row, { value, filterValues: several }: Column<Row>): readonly string[] {
  return several ? several(row) : [String(value(row) ?? '')];
}

/** The rows kept by the search and the filters, in the order asked for. Without one, the order received. */
export function arrangeRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], { q, sort, filters }: TableView): Row[] {
  const words = searchable(q).split(' ').filter(Boolean);
  const asked = columns.filter(({ key }) => filters[key] !== undefined);
  const kept = rows.filter((row) => asked.every((column) => filterValues(row, column).includes(filters[column.key] ?? '')) && (words.length === 0 || matches(row, columns, words)));
  const column = sort ? columns.find(({ key }) => key === sort.key) : undefined;
  if (!column || !sort) return kept;
  return kept.toSorted((one, other) => {
    const [a, b] = [column.value(one), column.value(other)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return sort.descending ? compare(b, a) : compare(a, b);
  });
}

/** The values a column can be filtered by, in French order. */
export function choicesOf<Row>(rows: readonly Row[], column: Column<Row>): string[] {
  const values = new Set(rows.flatMap((row) => filterValues(row, column)).filter(Boolean));
  return [...values].sort(collator.compare);
}
