import type { Answer } from '../answer';
import { restoreBackup } from '../backup/restore-backup';
import { writeBackup } from '../backup/write-backup';

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1).replace('.', ',')}\u00a0Mo`;

/** Saves everything to one file. */
export async function backupCommand(file: string): Promise<Answer> {
  const written = await writeBackup(file);
  return {
    data: written,
    lines: [`Sauvegarde écrite\u00a0: ${written.path} (${megabytes(written.size)}, ${written.rows} lignes de ${written.tables} tables, ${written.files} fichiers).`],
  };
}

/** Puts a backup back into an empty database. */
export async function restoreCommand(file: string): Promise<Answer> {
  const restored = await restoreBackup(file);
  return {
    data: restored,
    lines: [
      `Sauvegarde du ${restored.createdAt} restaurée\u00a0: ${restored.rows} lignes de ${restored.tables} tables, ${restored.files} fichiers.`,
      'Les personnes devront se reconnecter.',
    ],
  };
}
