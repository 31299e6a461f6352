import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';

/** What came of a file, and how many megabytes it took beyond the file itself. */
interface Answer {
  rows: number;
  refused: string | null;
  megabytes: number;
}

const registration = path.resolve(__dirname, '../../../platform/testing/ts-register.cjs');
const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
const workbook = '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="V" sheetId="1" r:id="rId1"/></sheets></workbook>';
const relations = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';
const head = '<row r="1"><c r="A1" t="inlineStr"><is><t>Code</t></is></c><c r="B1" t="inlineStr"><is><t>Période</t></is></c></row>';
const line = '<row r="2"><c r="A2" t="inlineStr"><is><t>REU-01</t></is></c><c r="B2"><f>1+1</f><v>2</v></c></row>';

async function xlsx(sheet: string, more: Record<string, string | Buffer> = {}): Promise<Buffer> {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', types);
  zip.file('xl/workbook.xml', workbook);
  zip.file('xl/_rels/workbook.xml.rels', relations);
  zip.file('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${sheet}</sheetData></worksheet>`);
  for (const [name, content] of Object.entries(more)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The same archive saying that each of its parts is small. */
function lying(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = 0; at < copy.length - 4; at += 1) {
    const sign = copy.readUInt32LE(at);
    const place = sign === 0x02014b50 ? at + 24 : sign === 0x04034b50 ? at + 22 : null;
    if (place !== null && copy.readUInt32LE(place) > 1_000_000) copy.writeUInt32LE(900, place);
  }
  return copy;
}

describe('files made to harm', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'imports-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = async (content: Buffer | string): Promise<Answer> => {
    const file = path.join(folder, 'file');
    writeFileSync(file, content);
    const child = fork(path.join(__dirname, 'testing/read-table.ts'), [file], { execArgv: ['--max-old-space-size=200', '-r', registration], silent: true });
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    return new Promise((resolve, reject) => {
      child.once('message', (answer) => resolve(answer as Answer));
      child.once('exit', (code) => reject(new Error(`${code} ${text}`)));
    });
  };
  const refused = async (content: Buffer | string, what: RegExp, megabytes = 90): Promise<void> => {
    const answer = await read(content);
    expect(answer.refused).toMatch(/^Le fichier ne peut pas être importé/);
    expect(answer.refused).toMatch(what);
    expect(answer.megabytes).toBeLessThan(megabytes);
  };

  it('a workbook that unfolds without end', async () => {
    const bomb = await xlsx(head, { 'xl/sharedStrings.xml': Buffer.alloc(30_000_000, 32) });
    expect(bomb.length).toBeLessThan(100_000);
    await refused(bomb, /démesuré/);
    // The sizes it tells are not believed: what unfolds is counted.
    await refused(lying(bomb), /démesuré/);
    const kinds = await xlsx(head, { '[Content_Types].xml': Buffer.alloc(30_000_000, 32) });
    const answer = await read(kinds);
    expect(answer.refused).toMatch(/^Le fichier ne peut pas être importé/);
    expect(answer.megabytes).toBeLessThan(90);
  }, 120_000);

  it('a million empty rows, in a workbook and in a CSV', async () => {
    await refused(await xlsx(`${head}${Array.from({ length: 1_000_000 }, (_, row) => `<row r="${row + 2}"/>`).join('')}`), /lignes y sont vides/);
    await refused(`Code;Période\n${';\n'.repeat(1_000_000)}`, /lignes y sont vides/);
    await refused('\n'.repeat(1_000_000), /lignes y sont vides/);
  }, 60_000);

  it('a program under another name', async () => {
    const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'), Buffer.alloc(2_000)]);
    await refused(program, /n’est pas celui d’un tableau/);
    await refused(Buffer.from('%PDF-1.4\n%%EOF\n'), /PDF/);
    await refused(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2_000)]), /\.xls/);
  }, 60_000);

  it('quotes that are never closed, or out of place, with their line', async () => {
    await refused('Code;Période\nREU-01;T3\nREU-02;"T3 2026\nREU-03;T3\n', /ligne 3/);
    await refused('Code;Période\nREU-01;T3\nREU-02;"T3" 2026\n', /ligne 3/);
    await refused(`Code;Période\nREU-01;"${'x;y\n'.repeat(200_000)}`, /ligne 2/);
  }, 60_000);

  it('a line of 50 MB', async () => {
    await refused(`Code;Période\n${'x'.repeat(50_000_000)}\n`, /ligne 2 dépasse/);
    await refused('x'.repeat(50_000_000), /ligne 1 dépasse/);
    await refused(await xlsx(`${head}<row r="2"><c r="A2" t="inlineStr"><is><t>${'xyz'.repeat(5_000_000)}</t></is></c></row>`), /démesuré|ligne 2 dépasse/);
  }, 60_000);

  it('UTF-16, and bytes that are no text', async () => {
    await refused(Buffer.from('\uFEFFCode;Période\nREU-01;T3\n', 'utf16le'), /UTF-16/);
    await refused(Buffer.from('Code;Période\nREU-01;T3\n', 'utf16le'), /caractères qui ne sont pas du texte/);
    await refused(Buffer.alloc(0), /vide/);
  }, 60_000);

  it('formulas and links are never followed; a document type of its own is refused', async () => {
    expect(await read(await xlsx(`${head}${line}`))).toMatchObject({ rows: 1, refused: null });
    const zip = new JSZip();
    for (const [name, content] of Object.entries({ '[Content_Types].xml': types, 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': relations, 'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData>${head}</sheetData></worksheet>` })) zip.file(name, content);
    await refused(await zip.generateAsync({ type: 'nodebuffer' }), /abîmé/);
    await refused(Buffer.from((await xlsx(head)).subarray(0, 700)), /abîmé|tableau/);
  }, 60_000);
});
