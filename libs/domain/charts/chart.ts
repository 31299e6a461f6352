/** An option object for the charting library: plain data, made without the library. */
export type ChartOption = Record<string, unknown>;

/** The figures behind a chart, already written in French: what « Voir le tableau » shows, and what a tooltip reads. */
export interface ChartTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A chart as every builder gives it; the screen and the PDF draw the same one. */
export interface Chart {
  option: ChartOption;
  table: ChartTable;
  /** The height it is made for, in pixels at full width. */
  height: number;
}

/** What stands in a cell without a value: a missing value is not zero. */
export const noValue = '—';
