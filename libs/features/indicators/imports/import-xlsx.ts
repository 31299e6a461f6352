import { importLimits, type ImportRow } from '@maillage/domain/indicators';
import { french } from '@maillage/domain/kernel';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { openArchive, type Archive } from './import-archive';
import { refuseFile } from './import-refusal';

const unreadable = 'le classeur est abîmé : il ne se lit pas. Enregistrez-le à nouveau depuis votre tableur';
/** Characters of all the texts of a workbook, kept while it is read. */
const mostSharedText = 30_000_000;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** What happens while a part is read. */
interface Listener {
  open?(name: string, tag: SaxesTagPlain): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads a part; what the listener gathered leaves the memory after each piece. A DTD, and with it any entity of its own, is refused. */
async function* read<T>(archive: Archive, part: string, listener: Listener, gathered: () => T[], signal?: AbortSignal): AsyncGenerator<T[]> {
  if (!archive.has(part)) return;
  const parser = new SaxesParser();
  const fail = (): never => refuseFile(unreadable);
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('opentag', (tag) => listener.open?.(localName(tag.name), tag));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('closetag', (tag) => listener.close?.(localName(tag.name)));
  for await (const piece of archive.text(part)) {
    signal?.throwIfAborted();
    parser.write(piece);
    yield gathered();
  }
  parser.close();
  yield gathered();
}

async function whole(archive: Archive, part: string, listener: Listener, signal?: AbortSignal): Promise<void> {
  const nothing: never[] = [];
  const reading = read(archive, part, listener, () => nothing, signal);
  while (!(await reading.next()).done);
}

/** The first sheet in sight, and how days are counted. */
async function firstSheet(archive: Archive): Promise<{ part: string; since1904: boolean }> {
  if (!archive.has('xl/workbook.xml')) refuseFile(unreadable);
  let [relation, since1904] = [undefined as string | undefined, false];
  await whole(archive, 'xl/workbook.xml', {
    open(name, { attributes }) {
      if (name === 'workbookPr') since1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (name === 'sheet' && relation === undefined && (attributes['state'] ?? 'visible') === 'visible') relation = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => localName(key) === 'id' && key.includes(':'))?.[1];
    },
  });
  const targets = new Map<string, string>();
  await whole(archive, 'xl/_rels/workbook.xml.rels', {
    open(name, { attributes }) {
      if (name === 'Relationship' && attributes['TargetMode'] !== 'External') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
  });
  const target = targets.get(relation ?? '') ?? refuseFile('le classeur n\'a aucune feuille visible');
  return { part: target.startsWith('/') ? target.slice(1) : `xl/${target}`, since1904 };
}

/** Texts that cells share. */
async function sharedTexts(archive: Archive, signal?: AbortSignal): Promise<string[]> {
  const texts: string[] = [];
  let [text, inside, phonetic, total] = ['', false, 0, 0];
  await whole(archive, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      inside = name === 't' && phonetic === 0;
    },
    text(piece) {
      if (inside) text += piece;
    },
    close(name) {
      if (name === 't') inside = false;
      if (name === 'rPh') phonetic -= 1;
      if (name !== 'si') return;
      total += text.length + 8;
      if (total > mostSharedText) refuseFile('il contient trop de texte. Gardez seulement les colonnes utiles');
      texts.push(text);
    },
  }, signal);
  return texts;
}

type Look = 'day' | 'percent' | undefined;
const days = new Set([14, 15, 16, 17, 22, ...Array.from({ length: 10 }, (_, index) => 27 + index), ...Array.from({ length: 9 }, (_, index) => 50 + index)]);

/** What numbers mean by the style of their cell: a day, a percentage, or themselves. */
async function looksOf(archive: Archive): Promise<Look[]> {
  const formats = new Map<number, string>();
  const looks: Look[] = [];
  let inCells = false;
  await whole(archive, 'xl/styles.xml', {
    open(name, { attributes }) {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        const code = (formats.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
        looks.push(id === 9 || id === 10 || code.includes('%') ? 'percent' : days.has(id) || /[dy]|m{3,}|^m+\/y/i.test(code) ? 'day' : undefined);
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return looks;
}

/** « B12 » → 1: the column, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const rank = letter.charCodeAt(0) - 64;
    if (rank < 1 || rank > 26) break;
    column = column * 26 + rank;
  }
  return column - 1;
}

const dayMs = 86_400_000;

function numberText(raw: string, look: Look, since1904: boolean): string {
  // Spreadsheets keep 15 digits: what comes after is noise of the machine.
  const value = Number(Number(raw).toPrecision(15));
  if (!Number.isFinite(value)) return raw;
  if (look === 'percent') return `${Number((value * 100).toPrecision(15))} %`;
  if (look !== 'day' || value < 1 || value > 2_958_465) return String(value);
  const day = Math.floor(value) + (since1904 ? 1_462 : 0);
  return new Date(Date.UTC(1899, 11, 30) + day * dayMs).toISOString().slice(0, 10);
}

const reaching = /\[|\||\b(?:webservice|hyperlink|importxml|filterxml|rtd|call|dde|indirect|sql\.request)\b/i;

/** The rows of the first sheet in sight that are not empty, as each piece of it is read. Formulas are never run: a plain result kept beside one is read, else its cell is an error. */
export async function* xlsxRows(bytes: Buffer, signal?: AbortSignal): AsyncGenerator<ImportRow[]> {
  const archive = await openArchive(bytes);
  const { part, since1904 } = await firstSheet(archive);
  const texts = await sharedTexts(archive, signal);
  const looks = await looksOf(archive);
  const ready: ImportRow[] = [];
  let [line, rows, empty] = [0, 0, 0];
  let cells: string[] = [];
  let faults = new Map<number, string>();
  let cell = { column: -1, type: 'n', look: undefined as Look, value: '', formula: null as string | null };
  let into: 'value' | 'formula' | null = null;

  const endCell = (): void => {
    const { column, type, look, value, formula } = cell;
    if (column < 0) return;
    if (column >= importLimits.columns) {
      if (value !== '') refuseFile(`la ligne ${line} a plus de ${importLimits.columns} colonnes`);
      return;
    }
    const text = type === 's' ? (texts[Number(value)] ?? '') : type === 'b' ? (value === '1' ? 'oui' : value === '0' ? 'non' : '') : type === 'n' && value !== '' ? numberText(value, look, since1904) : value;
    if (text.length > importLimits.cellCharacters) refuseFile(`la ligne ${line}, colonne ${column + 1}, dépasse ${importLimits.cellCharacters} caractères`);
    while (cells.length < column) cells.push('');
    cells[column] = text;
    if (type === 'e') faults.set(column, french(`Le tableur affiche une erreur dans cette case (${text}).`));
    else if (formula !== null && (value === '' || reaching.test(formula))) {
      faults.set(column, french(value === '' ? 'Cette case est une formule sans résultat enregistré : collez sa valeur à la place.' : 'Cette case est une formule qui va chercher ailleurs : elle n\'est pas suivie. Collez sa valeur à la place.'));
      cells[column] = value === '' ? `=${formula.slice(0, 60)}` : text;
    }
  };
  const endRow = (): void => {
    if (cells.every((text) => text.trim() === '') && faults.size === 0) {
      empty += 1;
      if (empty > importLimits.emptyRows) refuseFile(`plus de ${importLimits.emptyRows} lignes y sont vides (jusqu'à la ligne ${line}). Supprimez-les, puis recommencez`);
      return;
    }
    rows += 1;
    if (rows > importLimits.rows) refuseFile(`il dépasse ${importLimits.rows} lignes. Coupez-le en plusieurs fichiers`);
    ready.push({ line, cells, ...(faults.size > 0 ? { faults } : {}) });
  };

  const listener: Listener = {
    open(name, { attributes }) {
      if (name === 'row') {
        line = Number(attributes['r'] ?? line + 1);
        [cells, faults] = [[], new Map()];
        cell = { ...cell, column: -1 };
      } else if (name === 'c') {
        const column = attributes['r'] === undefined ? cell.column + 1 : columnOf(attributes['r']);
        cell = { column, type: attributes['t'] ?? 'n', look: looks[Number(attributes['s'] ?? -1)], value: '', formula: null };
      } else if (name === 'v' || name === 't') into = 'value';
      else if (name === 'f') [into, cell.formula] = ['formula', cell.formula ?? ''];
    },
    text(piece) {
      if (into === 'value') cell.value += piece;
      else if (into === 'formula' && (cell.formula ?? '').length < 1_000) cell.formula = (cell.formula ?? '') + piece;
      if (cell.value.length > importLimits.lineCharacters) refuseFile(`la ligne ${line} dépasse ${importLimits.lineCharacters} caractères`);
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') into = null;
      else if (name === 'c') endCell();
      else if (name === 'row') endRow();
    },
  };
  yield* read(archive, part, listener, () => ready.splice(0), signal);
}
