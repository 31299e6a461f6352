/** What a backup says of itself: the first entry of the archive. */
export interface BackupManifest {
  format: 'maillage-backup/1';
  createdAt: string;
  migrations: string[];
  tables: { name: string; columns: string[]; rows: number }[];
  /** SHA-256 of the files people added; the bytes follow under that name. */
  files: string[];
}

export const manifestEntry = 'manifest.json';
export const tableEntry = (name: string): string => `tables/${name}.copy`;
export const fileEntry = (hash: string): string => `files/${hash}`;
