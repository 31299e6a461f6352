// The mail catcher: takes every message sent on this machine, shows it on a page, sends nothing further.
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { anyFreePort, firstFreePort } from '../ports.mjs';
import { listPage, messagePage, notFoundPage } from './inbox-page.mjs';
import { openMailbox, summary } from './mailbox.mjs';

const largestMessage = 40 * 1024 * 1024;

/**
 * Starts the catcher on loopback: `{ smtpUrl, inboxUrl, mailbox, stop() }`.
 * JSON for programs: GET /messages.json, GET /messages/<id>.json; DELETE /messages empties the box.
 */
export async function startMailCatcher({ folder, fixedPorts = true }) {
  const mailbox = openMailbox(folder);
  const smtpPort = fixedPorts ? await firstFreePort(1025) : await anyFreePort();
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: largestMessage,
    logger: false,
    onData: (stream, session, done) => receive(stream, session, mailbox, done),
  });
  smtp.on('error', () => undefined); // a client that hangs up is no fault of ours
  await listen(smtp, smtpPort);
  const inboxPort = fixedPorts ? await firstFreePort(8025) : await anyFreePort();
  const web = createServer((request, response) => {
    answer(request, response, mailbox).catch(() => send(response, 500, 'text/plain; charset=utf-8', 'Erreur'));
  });
  await listen(web, inboxPort);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    inboxUrl: `http://localhost:${inboxPort}`,
    mailbox,
    stop: async () => {
      web.closeAllConnections();
      await Promise.all([new Promise((resolve) => web.close(resolve)), new Promise((resolve) => smtp.close(resolve))]);
    },
  };
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    const socket = server.server ?? server;
    socket.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      socket.removeListener('error', reject);
      resolve();
    });
  });
}

function receive(stream, session, mailbox, done) {
  const chunks = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  stream.on('end', () => {
    if (stream.sizeExceeded) {
      done(Object.assign(new Error('Message trop volumineux'), { responseCode: 552 }));
      return;
    }
    try {
      const envelope = {
        from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
        to: session.envelope.rcptTo.map((recipient) => recipient.address),
        receivedAt: new Date().toISOString(),
      };
      const id = mailbox.keep(Buffer.concat(chunks), envelope);
      done(null, `Message garde sous ${id}`);
    } catch (error) {
      done(Object.assign(new Error(error.message), { responseCode: 452 }));
    }
  });
}

async function answer(request, response, mailbox) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '')) return send(response, 403, 'text/plain; charset=utf-8', 'Adresse refusée');
  if (request.method === 'DELETE' && pathname === '/messages') {
    mailbox.clear();
    return send(response, 204, 'text/plain', '');
  }
  if (request.method !== 'GET') return send(response, 405, 'text/plain; charset=utf-8', 'Lecture seulement');
  if (pathname === '/') return send(response, 200, html, listPage(await mailbox.list()));
  if (pathname === '/messages.json') return send(response, 200, json, JSON.stringify(await mailbox.list()));
  const [, id, rest = ''] = /^\/messages\/([\w-]+)(\.eml|\.json|\/html|\/attachments\/\d+)?$/.exec(pathname) ?? [];
  const message = id ? await mailbox.read(id) : null;
  if (!message) return send(response, 404, html, notFoundPage());
  if (rest === '') return send(response, 200, html, messagePage(message));
  if (rest === '.json') return send(response, 200, json, JSON.stringify({ ...summary(message), text: message.text, html: message.html }));
  if (rest === '.eml') return send(response, 200, 'message/rfc822', message.raw, `${message.id}.eml`);
  if (rest === '/html') return send(response, 200, html, message.html);
  const part = message.attachments[Number(rest.split('/').at(-1))];
  return part ? send(response, 200, part.mediaType, part.bytes, part.name) : send(response, 404, html, notFoundPage());
}

const html = 'text/html; charset=utf-8';
const json = 'application/json; charset=utf-8';

function send(response, status, type, body, fileName) {
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    ...(fileName ? { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` } : {}),
  });
  response.end(body);
}
