import 'reflect-metadata';
import { Command } from 'commander';
import { errorText, isDomainError } from '@maillage/domain/kernel';
import { ConfigError, MigrateError } from '@maillage/platform';
import { say, type Answer } from './answer';
import { BackupError } from './backup/owner';
import { addAgreementCommand, listAgreementsCommand, removeAgreementCommand } from './commands/agreement.command';
import { backupCommand, restoreCommand } from './commands/backup.command';
import { createCommunityCommand, listCommunitiesCommand, type CommunityOptions } from './commands/community.command';
import { demoCommand } from './commands/demo.command';
import { healthCommand } from './commands/health.command';
import { migrateCommand } from './commands/migrate.command';
import { verifyCommand, type VerifyOptions } from './commands/verify.command';

/** The library's own words, in French. */
const words: readonly [RegExp, string][] = [
  [/^Usage:/, 'Emploi\u00a0:'],
  [/^Options:/, 'Options\u00a0:'],
  [/^Commands:/, 'Commandes\u00a0:'],
  [/^Arguments:/, 'Arguments\u00a0:'],
  [/^error: required option '(.+)' not specified/, 'L’option « $1 » est obligatoire.'],
  [/^error: missing required argument '(.+)'/, 'L’argument « $1 » est obligatoire.'],
  [/^error: unknown option '(.+)'/, 'L’option « $1 » n’existe pas.'],
  [/^error: unknown command '(.+)'/, 'La commande « $1 » n’existe pas.'],
  [/^error: too many arguments.*/, 'Il y a trop d’arguments.'],
];
const inFrench = (text: string): string => words.reduce((said, [pattern, french]) => said.replace(pattern, french), text);

const program = new Command('maillage')
  .description('La porte de l’exploitant de Maillage.')
  .usage('<commande> [options]')
  .helpOption('-h, --help', 'affiche cette aide')
  .helpCommand(false)
  .configureHelp({ styleTitle: inFrench, subcommandTerm: (sub) => [sub.name(), ...sub.registeredArguments.map((given) => `<${given.name()}>`)].join(' ') })
  .configureOutput({ outputError: (text, write) => write(inFrench(text)) });

const asJson = 'répond par une ligne JSON, pour un programme';

/** A command whose answer is said in sentences, or in JSON with `--json`; `run` is given its arguments, then its options. */
function command<A extends unknown[]>(usage: string, description: string, run: (...given: A) => Promise<Answer>): Command {
  return program
    .command(usage)
    .description(description)
    .option('--json', asJson)
    .action(async (...given: unknown[]) => {
      const self = given.pop() as Command;
      say(await run(...(given as A)), self.opts<{ json?: boolean }>().json === true);
    });
}

command('migrate', 'crée ou met à jour les tables et leur cloisonnement', migrateCommand);
command('health', 'dit si cette installation peut travailler', healthCommand);
command('communities', 'liste les communautés, sans leur contenu', listCommunitiesCommand);
command<[CommunityOptions]>('create-community', 'crée une communauté et invite sa première coordination', createCommunityCommand)
  .requiredOption('--name <nom>', 'nom de la communauté')
  .requiredOption('--coordinator <adresse>', 'adresse électronique de la coordination')
  .option('--label <appellation>', 'CPTS par défaut')
  .option('--zone <fuseau>', 'Europe/Paris par défaut');
command('agreements', 'liste les versions de l’accord conventionnel', listAgreementsCommand);
command<[string]>('agreement-add <fichier>', 'ajoute une version de l’accord conventionnel', addAgreementCommand);
command<[string]>('agreement-remove <code>', 'retire une version ajoutée dont aucun contrat ne dépend', removeAgreementCommand);
command<[string]>('backup <fichier>', 'écrit tout ce que le produit garde dans un seul fichier', backupCommand);
command<[string]>('restore <fichier>', 'remet une sauvegarde dans une base vide', restoreCommand);
command<[VerifyOptions]>('verify', 'recalcule les empreintes des rapports et des journaux, et compare valeurs, preuves, verrous, termes… à ce que le journal en garde', verifyCommand)
  .option('--against <fichier>', 'réponse d’un « verify --json » gardée ailleurs\u00a0: ce qui était scellé alors doit l’être encore');
command('demo', 'charge les communautés de démonstration dans une base vide', demoCommand);

/** What went wrong, for people. */
function sentenceOf(error: unknown): string {
  if (isDomainError(error)) return errorText(error.code, error.meta);
  if (error instanceof ConfigError || error instanceof MigrateError || error instanceof BackupError) return error.message;
  return `La commande n’a pas abouti\u00a0: ${error instanceof Error ? error.message : String(error)}\n${error instanceof Error ? (error.stack ?? '') : ''}`;
}

program.parseAsync().catch((error: unknown) => {
  const sentence = sentenceOf(error);
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: sentence })}\n`);
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
});
