import { chartThemes } from '@maillage/domain/charts';
import type { LineStyle } from '../pdf/block';
import type { Frame } from '../pdf/flow';
import type { TableStyle } from '../pdf/table';

/** 18 mm in points: the margins on the four sides. */
export const margin = 51.02;

/** The body of a page, between the running head and the foot. */
export const frame: Frame = { left: margin, right: margin, top: margin + 18, bottom: margin + 12 };

/** The colours of the printed documents. */
export const colour = {
  ink: '#16262a',
  soft: '#4d5d62',
  faint: '#6a7a7f',
  brand: '#0f5c65',
  accent: '#984f08',
  rule: '#d5dddf',
  strongRule: '#16262a',
  status: chartThemes.print.status,
} as const;

/** The letters: one family, two weights, a few sizes. */
export const letters = {
  title: { face: 'strong', size: 23, leading: 29, colour: colour.ink },
  subtitle: { face: 'regular', size: 12.5, leading: 18, colour: colour.ink },
  community: { face: 'strong', size: 11, leading: 16, colour: colour.brand },
  h2: { face: 'strong', size: 14.5, leading: 19, colour: colour.brand },
  h3: { face: 'strong', size: 10.5, leading: 14, colour: colour.ink },
  lead: { face: 'regular', size: 10.5, leading: 14.5, colour: colour.ink },
  body: { face: 'regular', size: 9.5, leading: 13, colour: colour.ink },
  note: { face: 'regular', size: 8.5, leading: 11.5, colour: colour.soft },
  cell: { face: 'regular', size: 8.8, leading: 11.4, colour: colour.ink },
  cellStrong: { face: 'strong', size: 8.8, leading: 11.4, colour: colour.ink },
  cellFaint: { face: 'regular', size: 8.8, leading: 11.4, colour: colour.faint },
  cellNote: { face: 'regular', size: 7.8, leading: 10, colour: colour.soft },
  head: { face: 'strong', size: 7.8, leading: 9.6, colour: colour.soft },
  figure: { face: 'strong', size: 23, leading: 26, colour: colour.ink },
  running: { face: 'regular', size: 7.8, leading: 10, colour: colour.faint },
  runningStrong: { face: 'strong', size: 7.8, leading: 10, colour: colour.soft },
} as const satisfies Record<string, LineStyle>;

/** The tables of a report. */
export const tableStyle: TableStyle = { head: letters.head, padding: { x: 5, y: 3.4 }, strongRule: colour.strongRule, rule: colour.rule };

/** The same, closer: for the first page. */
export const compactTable: TableStyle = { ...tableStyle, padding: { x: 5, y: 2.7 } };

/** Another colour, same letters. */
export function tinted(style: LineStyle, tint: string): LineStyle {
  return { ...style, colour: tint };
}
