import { bulletRows, chartThemes, lineAgainstTarget } from '@maillage/domain/charts';
import { init } from 'echarts';
import { TaggedDocument } from '../pdf/document';
import { objectOf, objectsWith, pdfObjects } from '../testing/pdf-objects';
import { readPdf, textOf } from '../testing/read-pdf';
import { bulletFigure } from './bullet-figure';
import { lineFigure } from './line-figure';

type Spot = [x: number, y: number];

/** What the charting library draws from an option, as SVG. */
function onScreen(option: Record<string, unknown>, width: number, height: number): string {
  const engine = init(null, null, { renderer: 'svg', ssr: true, width, height });
  engine.setOption(option);
  const svg = engine.renderToSVGString();
  engine.dispose();
  return svg;
}

/** The same option on a page. */
function onPaper(draw: (document: TaggedDocument) => void): { content: string; bytes: Buffer } {
  const document = new TaggedDocument({ title: 'Essai', author: 'Essai', subject: 'Essai', keywords: '', createdAt: new Date(0) });
  document.addPage();
  draw(document);
  const bytes = document.finish();
  const objects = pdfObjects(bytes);
  const [page = { body: '' }] = objectsWith(objects, /\/Type \/Page /);
  return { bytes, content: objectOf(objects, page, 'Contents').stream?.toString('latin1') ?? '' };
}

/** Each point as a share of the width and height the points take: what two drawings of one chart have in common. */
function shape(spots: readonly Spot[]): string[] {
  const [xs, ys] = [spots.map(([x]) => x), spots.map(([, y]) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return spots.map(([x, y]) => `${((x - left) / (right - left)).toFixed(2)} ${((y - low) / (high - low)).toFixed(2)}`);
}

const periods = ['T4 2024', 'T1 2025', 'T2 2025', 'T3 2025', 'T4 2025', 'T1 2026', 'T2 2026', 'T3 2026'];
const line = lineAgainstTarget(
  { periods, series: [{ name: 'Essai', values: [31, 34, 38, 41, null, 47, 49, 52], drafts: [...Array<boolean>(7).fill(false), true] }], targets: Array<number>(8).fill(60), unit: '%', decimals: 0 },
  chartThemes.print,
);

describe('a line on paper', () => {
  const paper = onPaper((document) => lineFigure(line, 240, 110, 'Courbe d’essai').draw(document.pages[0] as never, 50, 50, document.root));
  const screen = onScreen(line.option, 640, 280);

  it('goes through the same points as on screen, gaps included', () => {
    // On paper a point is a disc: its path starts one radius to the left of its centre.
    const drawn = [...paper.content.matchAll(/([\d.]+) ([\d.]+) m\n(?:[\d. ]+ c\n){4}h\nB/g)].map(([, x, y]): Spot => [Number(x), Number(y)]);
    const shown = [...screen.matchAll(/<path d="M1 0A1 1[^"]*" transform="matrix\([\d.]+,0,0,[\d.]+,([\d.]+),([\d.]+)\)"/g)].map(([, x, y]): Spot => [Number(x), Number(y)]);
    expect(shown).toHaveLength(7);
    expect(shape(drawn)).toEqual(shape(shown));
  });

  it('has as many stretches of line as on screen: a gap cuts it', () => {
    expect(paper.content.match(/0\.0588\d* 0\.3607\d* 0\.3960\d* SCN\n[\d.]+ w\n[\d.]+ [\d.]+ m\n(?:[\d.]+ [\d.]+ l\n)+S/g)).toHaveLength(2);
    expect(/<path d="(M[^"]*)" fill="none"[^>]*stroke="#0f5c65"/.exec(screen)?.[1]?.match(/M/g)).toHaveLength(2);
  });

  it('draws the target dashed, and a value not validated hollow', () => {
    expect(paper.content).toMatch(/\[3\.72 2\.48\] 0 d/);
    expect(paper.content).toMatch(/1 1 1 scn\n\/DeviceRGB CS\n0\.0588\d* 0\.3607\d* 0\.3960\d* SCN\n1\.1 w\n[\d. ]+ m\n(?:[\d. ]+ c\n){4}h\nB/);
  });

  it('writes the same words: last value, target, scale, last period', () => {
    const text = textOf(readPdf(paper.bytes).pages[0] as never);
    for (const word of ['52 %', 'objectif 60 %', '0 %', 'T3 2026']) expect(text).toContain(word);
  });
});

describe('bullets on paper', () => {
  const row = { unit: 'actes', decimals: 0, statusLabel: 'à risque' } as const;
  const chart = bulletRows(
    { scale: 'own', rows: [{ ...row, label: 'Un', value: 30, target: 40, tone: 'at-risk' }, { ...row, label: 'Deux', value: 50, target: 40, tone: 'attained' }, { ...row, label: 'Trois', value: null, target: 40, tone: 'none' }] },
    chartThemes.print,
  );
  const paper = onPaper((document) => bulletFigure(chart, 490, 'Barres d’essai', []).draw(document.pages[0] as never, 50, 50, document.root));

  it('has the lengths of the screen, against the same mark, and no bar without a value', () => {
    const widths = [...paper.content.matchAll(/([\d.]+) [\d.]+ ([\d.]+) 8 re\nf/g)].map(([, x, width]) => ({ x: Number(x), width: Number(width) }));
    const [track, first, , second, third] = widths;
    const marks = [...paper.content.matchAll(/([\d.]+) [\d.]+ 1\.6 14 re\nf/g)].map(([, x]) => Number(x) + 0.8 - (track?.x ?? 0));
    expect(widths).toHaveLength(5);
    expect(third?.width).toBe(track?.width);
    expect((first?.width ?? 0) / (marks[0] ?? 1)).toBeCloseTo(0.75, 2);
    expect((second?.width ?? 0) / (marks[1] ?? 1)).toBeCloseTo(1.25, 2);
    expect(new Set(marks.map((mark) => mark.toFixed(1))).size).toBe(1);
  });

  it('says each figure and its target, a shared unit once', () => {
    expect(textOf(readPdf(paper.bytes).pages[0] as never)).toContain('30 / 40 actes');
  });
});
