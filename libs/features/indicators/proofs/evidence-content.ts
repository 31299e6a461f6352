import type { FoundContent } from '@maillage/domain/indicators';
import { fileTypeFromFile } from 'file-type';
import { open as openFile } from 'node:fs/promises';
import { open as openZip, type Entry, type ZipFile } from 'yauzl';

/** Bytes read at the beginning of a file to recognise what has no signature. */
const headBytes = 4_096;
/** Parts of an archive whose names are read; a document of an office has a few hundred. */
const mostParts = 10_000;

const programs: ReadonlySet<string> = new Set([
  'application/x-msdownload', 'application/x-elf', 'application/x-mach-binary', 'application/java-vm', 'application/wasm', 'application/x-ms-shortcut',
  'application/x-apple-diskimage', 'application/vnd.android.package-archive', 'application/x-msi', 'application/x-rpm', 'application/x-deb',
]);

/** What the bytes of a file say it is, whatever its name: a few of them are read, never the whole. */
export async function readContent(path: string): Promise<FoundContent> {
  const head = await headOf(path);
  const text = textDanger(head);
  if (text) return { mediaType: null, danger: text };
  // A file cut short or made to mislead has no type: it is refused as such.
  const mediaType = await fileTypeFromFile(path).then((found) => found?.mime ?? null, () => null);
  if (mediaType !== null && programs.has(mediaType)) return { mediaType, danger: 'program' };
  if (mediaType !== null && /macroenabled/i.test(mediaType)) return { mediaType, danger: 'macros' };
  if (mediaType !== null && /openxmlformats|oasis\.opendocument/.test(mediaType)) {
    const parts = await partsOf(path).catch(() => null);
    if (parts === null) return { mediaType: null, danger: null };
    if (parts.some(isMacro)) return { mediaType, danger: 'macros' };
  }
  return { mediaType, danger: null };
}

async function headOf(path: string): Promise<Buffer> {
  const file = await openFile(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Pages, drawings and scripts have no signature: their first words tell. */
function textDanger(head: Buffer): FoundContent['danger'] {
  if (head.subarray(0, 2).toString('latin1') === 'MZ') return 'program';
  const wide = head[0] === 0xff && head[1] === 0xfe ? head.toString('utf16le') : head.toString('utf8');
  const text = wide.replace(/^\uFEFF/, '').trimStart().toLowerCase();
  if (text.startsWith('#!')) return 'program';
  if (!text.startsWith('<')) return null;
  if (/<svg[\s>]|<!doctype\s+svg/.test(text)) return 'svg';
  return /<!doctype\s+html|<(html|head|body|script|iframe|object|embed|form|meta|img)[\s>/]/.test(text) ? 'html' : null;
}

/** Code in a document: the project of macros of one family of office, the library of scripts of the other. */
const isMacro = (name: string): boolean => /(^|\/)vbaProject(Signature\w*)?\.bin$/i.test(name) || /^(Basic|Scripts)\/./i.test(name);

async function partsOf(path: string): Promise<string[]> {
  const zip = await new Promise<ZipFile>((resolve, reject) => openZip(path, { lazyEntries: true, strictFileNames: false }, (error, opened) => (opened ? resolve(opened) : reject(error ?? new Error('no archive')))));
  return new Promise<string[]>((resolve, reject) => {
    const names: string[] = [];
    zip.on('entry', (entry: Entry) => {
      names.push(entry.fileName);
      if (names.length > mostParts) {
        zip.close();
        reject(new Error('too many parts'));
      } else zip.readEntry();
    });
    zip.on('end', () => resolve(names));
    zip.on('error', reject);
    zip.readEntry();
  });
}
