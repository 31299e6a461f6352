import { migrations, tableRules } from '@maillage/features';
import { loadConfig, migrate } from '@maillage/platform';
import type { Answer } from '../answer';

/** Brings the database to the present state; done again, it changes nothing. */
export async function migrateCommand(): Promise<Answer> {
  const config = loadConfig();
  const { applied, changes } = await migrate({ ownerUrl: config.ownerUrl(), appUrl: config.DATABASE_APP_URL, migrations, rules: tableRules });
  const done = applied.length === 0 && changes.length === 0;
  return {
    data: { applied, changes: changes.length },
    lines: done ? ['La base de données est à jour.'] : [`Base de données mise à jour\u00a0: ${applied.length} étape(s), ${changes.length} règle(s) de cloisonnement.`],
  };
}
