import { DomainError } from '@maillage/domain/kernel';

/** How much a file may hold. Bytes of the file itself; of everything an archive unfolds to; characters of a line and of a cell. */
export const importLimits = {
  bytes: 20_000_000,
  unfoldedBytes: 200_000_000,
  /** An archive that grows more than that many times was made to fill a memory. */
  unfoldedTimes: 150,
  rows: 200_000,
  emptyRows: 50_000,
  columns: 400,
  lineCharacters: 200_000,
  cellCharacters: 4_000,
  /** Errors and warnings kept with their place; the others are counted. */
  issues: 500,
} as const;

/** Where an import stands. `to-map`: the columns must be named; `refused`: the file cannot be read; `failed`: something unexpected. */
export const importStatuses = ['analysing', 'to-map', 'ready', 'writing', 'done', 'refused', 'failed', 'cancelled'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** Where an import stands, in French. */
export const importStatusLabels: Readonly<Record<ImportStatus, string>> = {
  'analysing': 'vérification en cours',
  'to-map': 'colonnes à indiquer',
  'ready': 'à confirmer',
  'writing': 'écriture en cours',
  'done': 'importé',
  'refused': 'fichier refusé',
  'failed': 'interrompu',
  'cancelled': 'annulé',
};

const acts = {
  /** The file was read, its columns are not all known. */
  'columns-unknown': { from: ['analysing'], to: 'to-map' },
  'checked': { from: ['analysing'], to: 'ready' },
  'file-refused': { from: ['analysing'], to: 'refused' },
  /** Columns are named, again or for the first time. */
  'map': { from: ['to-map', 'ready', 'failed'], to: 'analysing' },
  'confirm': { from: ['ready'], to: 'writing' },
  'written': { from: ['writing'], to: 'done' },
  /** What would be written is no longer what was confirmed: the preview is shown again. */
  'outdated': { from: ['writing'], to: 'ready' },
  'fail': { from: ['analysing', 'writing'], to: 'failed' },
  'cancel': { from: ['analysing', 'to-map', 'ready', 'writing', 'failed'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly ImportStatus[]; to: ImportStatus }>;

/** What can happen to an import. */
export type ImportAct = keyof typeof acts;

/** The next state of an import; `import-transition` when this cannot happen to it now. */
export function moveImport(status: ImportStatus, act: ImportAct): ImportStatus {
  const { from, to } = acts[act];
  if (!(from as readonly ImportStatus[]).includes(status)) throw new DomainError('import-transition', { status: importStatusLabels[status] });
  return to;
}

/** Whether a worker is at it. */
export const isImportBusy = (status: ImportStatus): boolean => status === 'analysing' || status === 'writing';

/** What a file holds, counted. */
export interface ImportCounts {
  /** Lines of the table that are not empty, its title apart. */
  lines: number;
  /** Values where there was none. */
  created: number;
  changed: number;
  /** The same as those already there: nothing is done. */
  same: number;
  /** Already validated or locked: never overwritten. */
  settled: number;
  /** Cells or lines that cannot be taken. */
  refused: number;
  /** Cells left empty: no value, which is not zero. */
  empty: number;
  /** Values taken that deserve a look. */
  warned: number;
}

/** The counts of a file before its first line is read. */
export const noCounts: ImportCounts = { lines: 0, created: 0, changed: 0, same: 0, settled: 0, refused: 0, empty: 0, warned: 0 };

/** Something to see in the file, with its place. */
export interface ImportIssue {
  kind: 'refused' | 'settled' | 'warning';
  /** Line of the file, from 1. */
  line: number;
  /** The column, by its title; null for the whole line. */
  column: string | null;
  /** What is written there. */
  text: string;
  /** What is wrong, in French. */
  message: string;
}
