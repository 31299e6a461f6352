// Servers given by the environment (DATABASE_URL, REDIS_URL, SMTP_URL): does someone answer there? Said before anything else.
import process from 'node:process';
import { answers } from './ports.mjs';
import { Trouble } from './trouble.mjs';

const servers = [
  { name: 'DATABASE_URL', what: 'PostgreSQL', protocols: ['postgres:', 'postgresql:'], port: 5432, example: 'postgres://compte:motdepasse@serveur:5432/maillage' },
  { name: 'REDIS_URL', what: 'Redis', protocols: ['redis:', 'rediss:'], port: 6379, example: 'redis://serveur:6379' },
  { name: 'SMTP_URL', what: 'de courrier', protocols: ['smtp:', 'smtps:'], port: 25, example: 'smtp://serveur:587' },
];

/** Refuses to go on when an address given is not one, or when nobody answers there. Passwords are never repeated. */
export async function checkGivenAddresses(environment = process.env) {
  for (const server of servers) {
    const given = environment[server.name];
    if (given) await check(given, server);
  }
}

async function check(given, { name, what, protocols, port, example }) {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !protocols.includes(url.protocol) || !url.hostname) {
    throw new Trouble(`${name} n’est pas une adresse de serveur ${what}. Écrivez par exemple « ${name}=${example} npm start », ou retirez cette variable.`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const at = Number(url.port) || port;
  if (await answers(at, host, 5000)) return;
  throw new Trouble(
    `Le serveur ${what} donné par ${name} ne répond pas (${host}, port ${at}). Démarrez-le ou corrigez l’adresse, puis relancez ; ` +
      'sans cette variable, Maillage emploie le sien.',
  );
}
