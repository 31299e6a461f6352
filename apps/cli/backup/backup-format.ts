/** What a backup says of itself: the first entry of the archive. */
export interface BackupManifest {
  format: 'maillage-backup/1';
  createdAt: string;
  migrations: string[];
  tables: { name: string; columns: string[]; rows: number }[];
  /** SHA-256 of the files people added; the bytes follow under that name. */
  files: string[];
}

/** Where the archive says what it holds. */
export const manifestEntry = 'manifest.json';
/** Where the rows of a table are in the archive. */
export const tableEntry = (name: string): string => `tables/${name}.copy`;
/** Where a file is in the archive, by its hash. */
export const fileEntry = (hash: string): string => `files/${hash}`;
