import type { ProgressState } from '@maillage/domain/indicators';
import type { ActionStatus } from '@maillage/domain/project';
import type { Page } from '../pdf/page';
import type { CellMark } from '../pdf/table';
import { colour } from './style';

/** How something stands; each has its own shape, so that colour is never needed. */
export type Tone = keyof typeof colour.status;

/** The tone of the state of an indicator. */
export const toneOfState: Readonly<Record<ProgressState, Tone>> = {
  'reached': 'attained',
  'on-track': 'on-track',
  'at-risk': 'at-risk',
  'late': 'late',
  'no-target': 'none',
  'no-data': 'none',
};

/** The tone of the state of an action. */
export const toneOfAction: Readonly<Record<ActionStatus, Tone>> = {
  'not-started': 'none',
  'on-track': 'on-track',
  'at-risk': 'at-risk',
  'late': 'late',
  'done': 'attained',
  'dropped': 'none',
};

/** Draws the shape of a tone in a square of this size: tick, disc, triangle, cross, dash. */
export function drawMark(page: Page, tone: Tone, x: number, middle: number, size: number): void {
  const ink = colour.status[tone];
  const [left, right, top, bottom] = [x, x + size, middle - size / 2, middle + size / 2];
  if (tone === 'attained') {
    page.polyline([[left, middle + size * 0.05], [left + size * 0.36, bottom - size * 0.08], [right, top + size * 0.1]], { stroke: ink, width: size * 0.24 });
  } else if (tone === 'on-track') page.disc(x + size / 2, middle, size * 0.42, { fill: ink });
  else if (tone === 'at-risk') page.polygon([[x + size / 2, top], [right, bottom - size * 0.06], [left, bottom - size * 0.06]], { fill: ink });
  else if (tone === 'late') {
    const inset = size * 0.1;
    page.polyline([[left + inset, top + inset], [right - inset, bottom - inset]], { stroke: ink, width: size * 0.24 });
    page.polyline([[right - inset, top + inset], [left + inset, bottom - inset]], { stroke: ink, width: size * 0.24 });
  } else page.line(left + size * 0.08, middle, right - size * 0.08, middle, { stroke: ink, width: size * 0.2 });
}

/** The shape before a word in a cell. */
export function toneMark(tone: Tone, size = 6.6): CellMark {
  return { width: size + 3.6, draw: (page, x, middle) => drawMark(page, tone, x, middle, size) };
}

/** An arrow up or down: how a value moved, whatever it means. */
export function trendMark(direction: 'up' | 'down' | 'same', tint: string, size = 6): CellMark {
  return {
    width: size + 3.6,
    draw(page, x, middle) {
      if (direction === 'same') {
        page.line(x, middle, x + size, middle, { stroke: tint, width: 1.2 });
        return;
      }
      const [tip, foot] = direction === 'up' ? [middle - size / 2, middle + size / 2] : [middle + size / 2, middle - size / 2];
      page.line(x + size / 2, foot, x + size / 2, tip, { stroke: tint, width: 1.2 });
      page.polyline([[x + size * 0.08, tip + (foot - tip) * 0.42], [x + size / 2, tip], [x + size * 0.92, tip + (foot - tip) * 0.42]], { stroke: tint, width: 1.2 });
    },
  };
}
