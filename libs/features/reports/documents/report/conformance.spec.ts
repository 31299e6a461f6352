import { renderPdf, reportPdf } from '..';
import { demoSnapshot } from '../testing/demo-report';
import { hostileSnapshot } from '../testing/hostile-report';
import { objectsWith, pdfObjects, type RawObject } from '../testing/pdf-objects';

/**
 * What PDF/A-3a and PDF/UA-1 ask and a program can check in our own bytes. No certified validator runs here:
 * the list below is what is verified, rule by rule.
 */
describe.each([
  ['the demo report', () => reportPdf(demoSnapshot())],
  ['a report of hostile texts', () => renderPdf(hostileSnapshot())],
])('%s follows the rules of accessible, durable PDF', (_, render) => {
  const bytes = render();
  const objects = pdfObjects(bytes);
  const catalog = objectsWith(objects, /\/Type\/Catalog/)[0]?.body ?? '';
  const pages = objectsWith(objects, /\/Type\/Page\//);
  const nodes = objectsWith(objects, /^<<\/S\/\w+\/P \d+ 0 R/);

  it('says its language, its title and that it is tagged', () => {
    expect(catalog).toContain('/Lang(fr-FR)');
    expect(catalog).toContain('/MarkInfo<</Marked true>>');
    expect(catalog).toContain('/DisplayDocTitle true');
    expect(catalog).toMatch(/\/StructTreeRoot \d+ 0 R/);
  });

  it('declares both norms in metadata that can be read without opening the file', () => {
    const raw = bytes.toString('utf8');
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
  });

  it('brings its colours and its fonts: nothing depends on the reader’s machine', () => {
    expect(catalog).toContain('/S/GTS_PDFA1');
    const profile = objectsWith(objects, /^<<\/N 3/)[0]?.stream;
    expect(profile?.toString('latin1', 36, 40)).toBe('acsp');
    expect(profile?.readUInt32BE(0)).toBe(profile?.length);
    const fonts = objectsWith(objects, /\/Subtype\/Type0/);
    expect(fonts).toHaveLength(2);
    for (const { body } of fonts) expect(body).toMatch(/\/BaseFont\/[A-Z]{6}\+SourceSans3-(Regular|Semibold).*\/ToUnicode \d+ 0 R/);
    expect(objectsWith(objects, /\/FontFile2 \d+ 0 R/)).toHaveLength(2);
  });

  it('uses nothing the norms forbid: encryption, scripts, transparency, outside references', () => {
    const all = [...objects.values()].map(({ body }) => body).join('\n');
    expect(all).not.toMatch(/\/Encrypt|\/JavaScript|\/JS |\/Launch|\/URI|\/SMask|\/CA |\/ca |\/LZWDecode|\/XFA/);
  });

  it('marks everything that is drawn: as an element, or as decoration', () => {
    for (const page of pages) for (const operator of strayOperators(contentOf(objects, page))) throw new Error(`outside any mark: ${operator}`);
  });

  it('ties each mark of each page to an element of the tree', () => {
    const parents = objectsWith(objects, /^<<\/Nums\[/)[0]?.body ?? '';
    for (const page of pages) {
      const key = /\/StructParents (\d+)/.exec(page.body)?.[1];
      const list = new RegExp(`(?:\\[|\\s)${key} \\[([^\\]]*)\\]`).exec(parents)?.[1] ?? '';
      const marks = [...contentOf(objects, page).matchAll(/\/MCID (\d+)/g)].map(([, mark]) => Number(mark));
      expect(marks).toEqual(marks.map((_mark, index) => index));
      expect(list.split(' R').filter((one) => one.trim() !== '')).toHaveLength(marks.length);
    }
  });

  it('describes each figure and names what each header cell is for', () => {
    const figures = nodes.filter(({ body }) => body.includes('/S/Figure'));
    for (const { body } of figures) expect(body).toMatch(/\/Alt <FEFF.+\/BBox\[/);
    const headers = nodes.filter(({ body }) => body.includes('/S/TH/'));
    expect(headers.length).toBeGreaterThan(20);
    for (const { body } of headers) expect(body).toMatch(/\/Scope\/(Column|Row)/);
  });

  it('ties each link to its element and describes it', () => {
    for (const { body } of objectsWith(objects, /\/Subtype\/Link/)) expect(body).toMatch(/\/Contents <FEFF.+\/StructParent \d+/);
    expect(pages.every(({ body }) => body.includes('/Tabs/S'))).toBe(true);
  });

  it('goes down its headings one level at a time, from a single first title', () => {
    const levels = headingLevels(objects, catalog);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('draws no glyph the font does not have', () => {
    for (const page of pages) {
      const glyphs = [...contentOf(objects, page).matchAll(/<([0-9A-F]+)>/g)].flatMap(([, run]) => run?.match(/.{4}/g) ?? []);
      expect(glyphs.length).toBeGreaterThan(50);
      expect(glyphs).not.toContain('0000');
    }
  });
});

function contentOf(objects: ReadonlyMap<number, RawObject>, page: RawObject): string {
  const id = Number(/\/Contents (\d+) 0 R/.exec(page.body)?.[1]);
  return objects.get(id)?.stream?.toString('latin1') ?? '';
}

/** Painting operators that stand outside marked content. */
function strayOperators(content: string): string[] {
  let depth = 0;
  return content.split('\n').filter((line) => {
    if (/ (BDC|BMC)$/.test(line) || line.endsWith('>>BDC')) depth += 1;
    else if (line === 'EMC') depth -= 1;
    else if (depth === 0 && /(^| )(Tj|TJ|f|S|B|ET)$/.test(line)) return true;
    return false;
  });
}

/** Levels of the headings in the order of reading. */
function headingLevels(objects: ReadonlyMap<number, RawObject>, catalog: string): number[] {
  const root = objects.get(Number(/\/StructTreeRoot (\d+)/.exec(catalog)?.[1]))?.body ?? '';
  const levels: number[] = [];
  const walk = (id: number): void => {
    const body = objects.get(id)?.body ?? '';
    const level = /^<<\/S\/H(\d)/.exec(body)?.[1];
    if (level) levels.push(Number(level));
    const kids = /\/K(?: |\[)(.*?)(?:\]|\/A|>>)/.exec(body)?.[1] ?? '';
    for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) walk(Number(kid));
  };
  walk(Number(/\/K (\d+)/.exec(root)?.[1]));
  return levels;
}
