import { ConfigError } from '@maillage/platform';
import { UndeclaredRoutes } from './route-check';

interface SystemFault {
  name?: string;
  code?: string;
  message?: string;
  port?: number;
}

const sentences: Readonly<Record<string, (fault: SystemFault) => string>> = {
  EADDRINUSE: ({ port }) => `Le port ${port ?? ''} est déjà pris. Arrêtez le programme qui l’occupe ou donnez un autre PORT.`,
  EACCES: ({ port }) => `Ce compte n’a pas le droit d’ouvrir le port ${port ?? ''}. Donnez un PORT supérieur à 1023.`,
  EADDRNOTAVAIL: () => 'L’adresse donnée dans HOST n’est pas une adresse de cette machine.',
};

/** Why the API could not start, in one French sentence that says what to do. */
export function startErrorText(error: unknown): string {
  const fault: SystemFault = typeof error === 'object' && error !== null ? error : {};
  if (error instanceof ConfigError || error instanceof UndeclaredRoutes || fault.name === 'DatabaseUnreachable') return (error as Error).message;
  const known = fault.code === undefined ? undefined : sentences[fault.code];
  return known ? known(fault) : `L’API n’a pas pu démarrer\u00a0: ${fault.message ?? String(error)}`;
}
