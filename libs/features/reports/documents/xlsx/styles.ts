/** How cells look, by name. */
export type StyleName = (typeof order)[number];

const order = [
  'plain', 'title', 'subtitle', 'section', 'head', 'headRight', 'text', 'line', 'strong', 'faint', 'code', 'day', 'demo',
  'rank', 'number0', 'number1', 'number2', 'number3', 'number4', 'percent0', 'percent1', 'percent2', 'percent3', 'percent4', 'permille',
  'reached', 'on-track', 'at-risk', 'late', 'none',
] as const;

interface Look {
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly format?: number;
  readonly align?: string;
}

// Fonts: 0 body, 1 title, 2 subtitle, 3 head, 4 strong, 5 faint, 6 brand, 7 accent, 8–11 the four states.
const fonts = ['', '<b/>|18|FF16262A', '|12|FF4D5D62', '<b/>|10|FFFFFFFF', '<b/>|10|FF16262A', '|10|FF6A7A7F', '<b/>|13|FF0F5C65', '<b/>|10|FF984F08', '<b/>|10|FF14653A', '<b/>|10|FF1B5482', '<b/>|10|FF984F08', '<b/>|10|FFA3231B'];
const top = '<alignment vertical="top" wrapText="1"/>';
const right = '<alignment vertical="top" horizontal="right" indent="1"/>';
const formats: Readonly<Record<number, string>> = {
  164: '#,##0.0', 165: '#,##0.000', 166: '#,##0.0000', 167: '0.0%', 168: '0.000%', 169: '0.0000%', 170: 'dd/mm/yyyy', 171: '#,##0.0" ‰"',
};

const looks: Readonly<Record<StyleName, Look>> = {
  'plain': {},
  'title': { font: 1 },
  'subtitle': { font: 2 },
  'section': { font: 6 },
  'head': { font: 3, fill: 2, border: 1, align: '<alignment vertical="center" wrapText="1"/>' },
  'headRight': { font: 3, fill: 2, border: 1, align: '<alignment vertical="center" horizontal="right" indent="1" wrapText="1"/>' },
  'text': { border: 1, align: top },
  'line': { border: 1, align: '<alignment vertical="top"/>' },
  'strong': { font: 4, border: 1, align: top },
  'faint': { font: 5, border: 1, align: top },
  'code': { font: 4, border: 1, align: '<alignment vertical="top"/>' },
  'day': { border: 1, format: 170, align: '<alignment vertical="top" horizontal="left"/>' },
  'demo': { font: 7 },
  'rank': { border: 1, format: 1, align: '<alignment vertical="top" horizontal="left"/>' },
  'number0': { border: 1, format: 3, align: right },
  'number1': { border: 1, format: 164, align: right },
  'number2': { border: 1, format: 4, align: right },
  'number3': { border: 1, format: 165, align: right },
  'number4': { border: 1, format: 166, align: right },
  'percent0': { border: 1, format: 9, align: right },
  'percent1': { border: 1, format: 167, align: right },
  'percent2': { border: 1, format: 10, align: right },
  'percent3': { border: 1, format: 168, align: right },
  'percent4': { border: 1, format: 169, align: right },
  'permille': { border: 1, format: 171, align: right },
  'reached': { font: 8, border: 1, align: top },
  'on-track': { font: 9, border: 1, align: top },
  'at-risk': { font: 10, border: 1, align: top },
  'late': { font: 11, border: 1, align: top },
  'none': { font: 5, border: 1, align: top },
};

/** Whether texts of this style go on over several lines. */
export function wraps(name: StyleName): boolean {
  return looks[name].align?.includes('wrapText') ?? false;
}

/** The place of a style in the file. */
export function styleIndex(name: StyleName): number {
  return order.indexOf(name);
}

/** The style of a number with so many decimals. */
export function numberStyle(decimals: number): StyleName {
  return (['number0', 'number1', 'number2', 'number3', 'number4'] as const)[Math.min(4, Math.max(0, decimals))] ?? 'number0';
}

/** The style of a share with so many decimals; the cell holds 0,63 and shows 63 %. */
export function percentStyle(decimals: number): StyleName {
  return (['percent0', 'percent1', 'percent2', 'percent3', 'percent4'] as const)[Math.min(4, Math.max(0, decimals))] ?? 'percent0';
}

let written: string | undefined;

/** The styles part of the file, always the same. */
export function stylesXml(): string {
  written ??=
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="${Object.keys(formats).length}">${Object.entries(formats).map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replace(/"/g, '&quot;')}"/>`).join('')}</numFmts>` +
    `<fonts count="${fonts.length}">${fonts.map(fontXml).join('')}</fonts>` +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF0F5C65"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FFD5DDDF"/></bottom><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${order.length}">${order.map((name) => lookXml(looks[name])).join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
  return written;
}

function fontXml(font: string): string {
  const [weight = '', size = '10', colour = 'FF16262A'] = font === '' ? [] : font.split('|');
  return `<font>${weight}<sz val="${size}"/><color rgb="${colour}"/><name val="Calibri"/><family val="2"/></font>`;
}

function lookXml({ font = 0, fill = 0, border = 0, format = 0, align = '' }: Look): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${align ? ' applyAlignment="1"' : ''}>${align}</xf>`;
}
