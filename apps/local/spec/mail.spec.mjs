import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTransport } from 'nodemailer';
import { startMailCatcher } from '../mail/catcher.mjs';
import { emptyFolder } from './sandbox.mjs';

const message = {
  from: 'Maillage <ne-pas-repondre@exemple.fr>',
  to: 'ars@exemple.fr',
  subject: 'Rapport « indicateurs » du 3e trimestre',
  text: 'Bonjour,\n\nVoici le rapport : https://exemple.fr/r/1.\n<script>alert(1)</script>',
  attachments: [{ filename: 'rapport d’activité.pdf', content: Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 255]), contentType: 'application/pdf' }],
};

test('a message sent over SMTP is kept, shown and its attachment given back byte for byte', async (context) => {
  const folder = emptyFolder(context);
  const catcher = await startMailCatcher({ folder, fixedPorts: false });
  context.after(() => catcher.stop());
  await createTransport(catcher.smtpUrl).sendMail(message);

  const list = await (await fetch(`${catcher.inboxUrl}/messages.json`)).json();
  assert.equal(list.length, 1);
  assert.equal(list[0].subject, message.subject);
  assert.deepEqual(list[0].envelope.to, ['ars@exemple.fr']);
  assert.equal(list[0].attachments[0].name, 'rapport d’activité.pdf');

  const page = await (await fetch(`${catcher.inboxUrl}/`)).text();
  assert.match(page, /Rapport « indicateurs » du 3e trimestre/);
  const one = await (await fetch(`${catcher.inboxUrl}/messages/${list[0].id}`)).text();
  assert.match(one, /<a href="https:\/\/exemple\.fr\/r\/1"/);
  assert.doesNotMatch(one, /<script>/);

  const file = await fetch(`${catcher.inboxUrl}/messages/${list[0].id}/attachments/0`);
  assert.equal(file.headers.get('content-type'), 'application/pdf');
  assert.deepEqual([...new Uint8Array(await file.arrayBuffer())], [0x25, 0x50, 0x44, 0x46, 0, 255]);
  assert.equal((await fetch(`${catcher.inboxUrl}/messages/unknown`)).status, 404);

  const again = await startMailCatcher({ folder, fixedPorts: false });
  context.after(() => again.stop());
  assert.equal((await again.mailbox.list()).length, 1, 'messages stay after a restart');
});
