import { renderPdf, reportPdf } from '..';
import { TaggedDocument } from '../pdf/document';
import { demoSnapshot } from '../testing/demo-report';
import { hostileSnapshot } from '../testing/hostile-report';
import { objectOf, objectsWith, pdfObjects, type RawObject } from '../testing/pdf-objects';
import { readPdf } from '../testing/read-pdf';

/**
 * What PDF/A-3a and PDF/UA-1 ask and a program can check in the bytes. No certified validator runs here:
 * the list below is what is verified, rule by rule.
 */
describe.each([
  ['the demo report', () => reportPdf(demoSnapshot())],
  ['a report of hostile texts', () => renderPdf(hostileSnapshot())],
])('%s follows the rules of accessible, durable PDF', (_, render) => {
  const bytes = render();
  const objects = pdfObjects(bytes);
  const catalog = objectsWith(objects, /\/Type \/Catalog/)[0] ?? { body: '' };
  const pages = objectsWith(objects, /\/Type \/Page /);
  const nodes = objectsWith(objects, /^<< \/S \/\w+ .*\/P \d+ 0 R/);

  it('says its language, its title and that it is tagged', () => {
    expect(catalog.body).toContain('/Lang (fr-FR)');
    expect(objectOf(objects, catalog, 'MarkInfo').body).toContain('/Marked true');
    expect(objectOf(objects, catalog, 'ViewerPreferences').body).toContain('/DisplayDocTitle true');
    expect(catalog.body).toMatch(/\/StructTreeRoot \d+ 0 R/);
  });

  it('declares both norms in metadata that can be read without opening the file', () => {
    const raw = bytes.toString('utf8');
    expect(raw).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(raw).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
  });

  it('brings its colours and its fonts: nothing depends on the reader’s machine', () => {
    const [intent = { body: '' }] = objectsWith(objects, /\/S \/GTS_PDFA1/);
    expect(catalog.body).toMatch(/\/OutputIntents \[\d+ 0 R\]/);
    const profile = objectOf(objects, intent, 'DestOutputProfile').stream;
    expect(profile?.toString('latin1', 36, 40)).toBe('acsp');
    expect(profile?.readUInt32BE(0)).toBe(profile?.length);
    const fonts = objectsWith(objects, /\/Subtype \/Type0/);
    expect(fonts).toHaveLength(2);
    for (const { body } of fonts) expect(body).toMatch(/\/BaseFont \/[A-Z]{6}\+SourceSans3-(Regular|Semibold).*\/ToUnicode \d+ 0 R/);
    const descriptors = objectsWith(objects, /\/FontFile2 \d+ 0 R/);
    expect(descriptors).toHaveLength(2);
    // Cut down to the letters used: a whole font is ten times that.
    for (const descriptor of descriptors) expect(objectOf(objects, descriptor, 'FontFile2').stream?.length).toBeLessThan(60_000);
  });

  it('uses nothing the norms forbid: encryption, scripts, transparency, outside references', () => {
    const all = [...objects.values()].map(({ body }) => body).join('\n');
    expect(all).not.toMatch(/\/Encrypt|\/JavaScript|\/JS |\/Launch|\/URI|\/SMask|\/CA |\/ca |\/LZWDecode|\/XFA/);
  });

  it('marks everything that is drawn: as an element, or as decoration', () => {
    for (const page of pages) for (const operator of strayOperators(contentOf(objects, page))) throw new Error(`outside any mark: ${operator}`);
  });

  it('ties each mark of each page to an element of the tree', () => {
    const parents = objectsWith(objects, /\/Type \/StructTreeRoot/)[0]?.body ?? '';
    for (const page of pages) {
      const key = /\/StructParents (\d+)/.exec(page.body)?.[1];
      const list = new RegExp(`(?:\\[|\\s)${key} \\[([^\\]]*)\\]`).exec(parents)?.[1] ?? '';
      const marks = [...contentOf(objects, page).matchAll(/\/MCID (\d+)/g)].map(([, mark]) => Number(mark));
      expect(marks).toEqual(marks.map((_mark, index) => index));
      expect(list.split(' R').filter((one) => one.trim() !== '')).toHaveLength(marks.length);
    }
  });

  it('describes each figure and names what each header cell is for', () => {
    const figures = nodes.filter(({ body }) => body.includes('/S /Figure'));
    for (const { body } of figures) expect(body).toMatch(/\/Alt \(\xFE\xFF.+\/BBox \[/);
    const headers = nodes.filter(({ body }) => body.includes('/S /TH '));
    expect(headers.length).toBeGreaterThan(20);
    for (const { body } of headers) expect(body).toMatch(/\/Scope \/(Column|Row)/);
  });

  it('ties each link to its element and describes it', () => {
    const links = objectsWith(objects, /\/Subtype \/Link/);
    expect(links.length).toBeGreaterThan(4);
    for (const { body } of links) expect(body).toMatch(/\/Contents \(.+\).*\/StructParent \d+/);
    expect(pages.every(({ body }) => body.includes('/Tabs /S'))).toBe(true);
    const parts = [...objects.values()].flatMap(({ body }) => [...body.matchAll(/\/Type \/OBJR \/Obj (\d+) 0 R \/Pg (\d+) 0 R/g)]);
    expect(parts).toHaveLength(links.length);
    for (const [, link, page] of parts) expect(objects.get(Number(page))?.body).toMatch(new RegExp(`/Annots \\[.*\\b${link} 0 R`));
  });

  it('goes down its headings one level at a time, from a single first title', () => {
    const levels = headingLevels(objects, catalog);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('draws no glyph the font does not have', () => {
    for (const page of pages) {
      const glyphs = [...contentOf(objects, page).matchAll(/<([0-9a-f]+)>/g)].flatMap(([, run]) => run?.match(/.{4}/g) ?? []);
      expect(glyphs.length).toBeGreaterThan(50);
      expect(glyphs).not.toContain('0000');
    }
  });
});

describe('what a document says of itself', () => {
  it('stays XML whatever the names of people and communities hold', () => {
    const facts = { title: 'Patients < 65 ans & « aidants »', author: '<b>CPTS</b>', subject: 'a & b', keywords: '', createdAt: new Date(0) };
    const document = new TaggedDocument(facts);
    document.addPage();
    const bytes = document.finish();
    expect(bytes.toString('utf8')).toContain('<rdf:li xml:lang="x-default">Patients &lt; 65 ans &amp; « aidants »</rdf:li>');
    expect(readPdf(bytes)).toMatchObject({ info: { Title: facts.title, Author: facts.author, Subject: facts.subject }, metadata: { part: '3', conformance: 'A', accessible: '1' } });
  });
});

function contentOf(objects: ReadonlyMap<number, RawObject>, page: RawObject): string {
  return objectOf(objects, page, 'Contents').stream?.toString('latin1') ?? '';
}

/** Painting operators that stand outside marked content. */
function strayOperators(content: string): string[] {
  let depth = 0;
  return content.split('\n').filter((line) => {
    if (/ (BDC|BMC)$/.test(line)) depth += 1;
    else if (line === 'EMC') depth -= 1;
    else if (depth === 0 && /(^| )(Tj|TJ|f|S|B|ET)$/.test(line)) return true;
    return false;
  });
}

/** Levels of the headings in the order of reading. */
function headingLevels(objects: ReadonlyMap<number, RawObject>, catalog: RawObject): number[] {
  const root = objectOf(objects, catalog, 'StructTreeRoot').body;
  const levels: number[] = [];
  const walk = (id: number): void => {
    const body = objects.get(id)?.body ?? '';
    const level = /^<< \/S \/H(\d)/.exec(body)?.[1];
    if (level) levels.push(Number(level));
    const kids = /\/K \[(.*?)\]/.exec(body)?.[1] ?? '';
    for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) walk(Number(kid));
  };
  walk(Number(/\/K \[(\d+)/.exec(root)?.[1]));
  return levels;
}
