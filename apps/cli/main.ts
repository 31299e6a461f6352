import 'reflect-metadata';
import { Command } from 'commander';
import { errorText, isDomainError } from '@maillage/domain/kernel';
import { ConfigError, MigrateError } from '@maillage/platform';
import { say, type Answer } from './answer';
import { demoCommand } from './commands/demo.command';
import { migrateCommand } from './commands/migrate.command';

const program = new Command('maillage').description('La porte de l’exploitant de Maillage.').helpOption('-h, --help', 'affiche cette aide').helpCommand(false);

/** A command whose answer is said in sentences, or in JSON with `--json`. */
function command(name: string, description: string, run: (options: Record<string, string>) => Promise<Answer>): Command {
  return program
    .command(name)
    .description(description)
    .option('--json', 'répond par une ligne JSON, pour un programme')
    .action(async (options: Record<string, string> & { json?: boolean }) => say(await run(options), options.json === true));
}

command('migrate', 'crée ou met à jour les tables et leur cloisonnement', migrateCommand);
command('demo', 'charge les communautés de démonstration dans une base vide', demoCommand);

/** What went wrong, for people. */
function sentenceOf(error: unknown): string {
  if (isDomainError(error)) return errorText(error.code, error.meta);
  if (error instanceof ConfigError || error instanceof MigrateError) return error.message;
  return `La commande n’a pas abouti\u00a0: ${error instanceof Error ? error.message : String(error)}\n${error instanceof Error ? (error.stack ?? '') : ''}`;
}

program.parseAsync().catch((error: unknown) => {
  const sentence = sentenceOf(error);
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: sentence })}\n`);
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
});
