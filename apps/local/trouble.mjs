// A fault with a sentence for the person at the keyboard: what happened, what was kept, what to do.

/** Stops a command with a French sentence instead of a stack trace. */
export class Trouble extends Error {
  constructor(sentence, options) {
    super(sentence, options);
    this.name = 'Trouble';
  }
}

const isFullDisk = (error) => error?.code === 'ENOSPC' || /ENOSPC|No space left on device/i.test(String(error?.message));

/** The sentence to print for any error: ours as it is, the usual system ones explained, the others with their detail. */
export function sentenceOf(error) {
  if (error instanceof Trouble) return error.message;
  if (isFullDisk(error)) return diskIsFull(error.path);
  if (error?.code === 'EACCES' || error?.code === 'EPERM') {
    return (
      `Droit refusé sur « ${error.path ?? error.message} ». Ce dossier appartient sans doute à un autre compte ` +
      '(une installation faite avec sudo, par exemple). Rendez-le à votre compte avec « sudo chown -R $(id -un) . », ' +
      'puis recommencez.'
    );
  }
  if (error?.code === 'EROFS' || (error?.code === 'ENOENT' && error.syscall === 'mkdir')) {
    return 'Le dossier du projet est en lecture seule. Copiez-le à un endroit où vous pouvez écrire, puis recommencez.';
  }
  return `Arrêt inattendu. Détail technique :\n${error?.stack ?? error}`;
}

/** The sentence of a full disk. */
export function diskIsFull(path) {
  const where = path ? ` (écriture de « ${path} »)` : '';
  return (
    `Le disque est plein${where}. Rien de ce qui était déjà enregistré n’est perdu. ` +
    'Libérez de la place, puis relancez la même commande.'
  );
}
