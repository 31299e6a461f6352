import type { Answer } from '../answer';
import { loadDemo } from '../demo/load-demo';

/** Loads the demonstration in an empty database. */
export async function demoCommand(): Promise<Answer> {
  const demo = await loadDemo();
  const lines = demo.loaded
    ? ['Communautés de démonstration chargées. Comptes\u00a0:', ...demo.accounts.map(({ email, name, shows }) => `  ${email} — ${name}, ${shows}`)]
    : ['Des communautés existent déjà\u00a0: la démonstration n’est pas chargée, rien n’a changé.'];
  return { data: demo, lines };
}
