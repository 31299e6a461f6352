import type { Alignment, Borders, Fill, Font, Style } from '@protobi/exceljs';

/** How cells look, by name. */
export type StyleName = keyof typeof looks;

const bodyColour = 'FF16262A';
const font = (size: number, argb: string, bold = false): Partial<Font> => ({ name: 'Calibri', family: 2, size, bold, color: { argb } });

const body = font(10, bodyColour);
const strong = font(10, bodyColour, true);
const faint = font(10, 'FF6A7A7F');
const brand: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF0F5C65' } };
const line: Partial<Borders> = { bottom: { style: 'thin', color: { argb: 'FFD5DDDF' } } };
const top: Partial<Alignment> = { vertical: 'top', wrapText: true };
const left: Partial<Alignment> = { vertical: 'top', horizontal: 'left' };
const right: Partial<Alignment> = { vertical: 'top', horizontal: 'right', indent: 1 };

const cell = (alignment: Partial<Alignment>, look: Partial<Font> = body): Partial<Style> => ({ font: look, border: line, alignment });
const number = (numFmt: string): Partial<Style> => ({ ...cell(right), numFmt });
const head = (alignment: Partial<Alignment>): Partial<Style> => ({ font: font(10, 'FFFFFFFF', true), fill: brand, border: line, alignment });

const looks = {
  'plain': { font: body },
  'title': { font: font(18, bodyColour, true) },
  'subtitle': { font: font(12, 'FF4D5D62') },
  'section': { font: font(13, 'FF0F5C65', true) },
  'demo': { font: font(10, 'FF984F08', true) },
  'head': head({ vertical: 'middle', wrapText: true }),
  'headRight': head({ vertical: 'middle', horizontal: 'right', indent: 1, wrapText: true }),
  'text': cell(top),
  'line': cell({ vertical: 'top' }),
  'strong': cell(top, strong),
  'faint': cell(top, faint),
  'code': cell({ vertical: 'top' }, strong),
  'day': { ...cell(left), numFmt: 'dd/mm/yyyy' },
  'rank': { ...cell(left), numFmt: '0' },
  'number0': number('#,##0'),
  'number1': number('#,##0.0'),
  'number2': number('#,##0.00'),
  'number3': number('#,##0.000'),
  'number4': number('#,##0.0000'),
  'percent0': number('0%'),
  'percent1': number('0.0%'),
  'percent2': number('0.00%'),
  'percent3': number('0.000%'),
  'percent4': number('0.0000%'),
  'permille': number('#,##0.0" ‰"'),
  'reached': cell(top, font(10, 'FF14653A', true)),
  'on-track': cell(top, font(10, 'FF1B5482', true)),
  'at-risk': cell(top, font(10, 'FF984F08', true)),
  'late': cell(top, font(10, 'FFA3231B', true)),
  'none': cell(top, faint),
} satisfies Record<string, Partial<Style>>;

/** The look of a style. */
export const lookOf = (name: StyleName): Partial<Style> => looks[name];

/** Whether texts of this style go on over several lines. */
export function wraps(name: StyleName): boolean {
  return lookOf(name).alignment?.wrapText ?? false;
}

/** The style of a number with so many decimals. */
export function numberStyle(decimals: number): StyleName {
  return (['number0', 'number1', 'number2', 'number3', 'number4'] as const)[Math.min(4, Math.max(0, decimals))] ?? 'number0';
}

/** The style of a share with so many decimals; the cell holds 0,63 and shows 63 %. */
export function percentStyle(decimals: number): StyleName {
  return (['percent0', 'percent1', 'percent2', 'percent3', 'percent4'] as const)[Math.min(4, Math.max(0, decimals))] ?? 'percent0';
}
