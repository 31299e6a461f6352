// Ports of this machine.
import { createServer, connect } from 'node:net';
import { Trouble } from './trouble.mjs';

/** Is this port free on this address? */
export function isFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Does something answer on this port? */
export function answers(port, host = '127.0.0.1', patience = 500) {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const end = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(patience, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** A port nobody uses, chosen by the system. */
export function anyFreePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host }, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Free for us, and nobody answers there under the name « localhost » (which may mean ::1 for a browser). */
async function isUsable(port, host) {
  return (await isFree(port, host)) && !(await answers(port, '127.0.0.1')) && !(await answers(port, '::1'));
}

/** The first free port from `from` on; free means that nothing listens there on any of the machine's addresses. */
export async function firstFreePort(from, { host = '127.0.0.1', tries = 100 } = {}) {
  for (let port = from; port < from + tries; port += 1) {
    if (await isUsable(port, host)) return port;
  }
  throw new Trouble(
    `Aucun port libre entre ${from} et ${from + tries - 1}. Fermez un des programmes qui les occupent, ` +
      'ou choisissez-en un autre : « PORT=4000 npm start ».',
  );
}

/** The port asked for (PORT), or the first free one from 3000 on. */
export async function chosenPort(asked, host = '127.0.0.1') {
  if (asked === undefined || asked === '') return firstFreePort(3000, { host });
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Trouble(`PORT vaut « ${asked} » : donnez un nombre entre 1 et 65535, par exemple « PORT=4000 npm start ».`);
  }
  if (!(await isUsable(port, host))) {
    throw new Trouble(
      `Le port ${port} est déjà occupé par un autre programme (ou réservé au système). ` +
        'Fermez ce programme, choisissez un autre port (« PORT=4000 npm start »), ' +
        'ou laissez Maillage en trouver un : « npm start » sans PORT.',
    );
  }
  return port;
}
