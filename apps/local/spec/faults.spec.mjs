import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { lastJson } from '../command-line.mjs';
import { requireRoom } from '../disk.mjs';
import { matches, whyNpmFailed } from '../install.mjs';
import { refusal } from '../node-version.mjs';
import { whyItDoesNotRun } from '../postgres-binaries.mjs';
import { typographic } from '../saying.mjs';
import { sentenceOf } from '../trouble.mjs';

test('a Node.js too old is refused with the version needed', () => {
  assert.match(refusal('18.20.4', 'linux'), /20\.19/);
  assert.match(refusal('20.18.1', 'linux'), /20\.18\.1/);
  assert.equal(refusal('20.19.0', 'linux'), '');
  assert.equal(refusal('24.1.0', 'darwin'), '');
  assert.match(refusal('22.0.0', 'win32'), /WSL/);
});

test('too little room on the disk is said before anything is touched', () => {
  assert.throws(() => requireRoom(tmpdir(), 1600, 'l’installation', () => 120), /demande 1,6 Go et il reste 120 Mo/);
  requireRoom(tmpdir(), 100, 'l’installation', () => 120);
});

test('a full disk met on the way is said, wherever it shows', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', path: '/x/y' });
  assert.match(sentenceOf(full), /disque est plein.*\/x\/y/);
  assert.match(whyNpmFailed('npm error code ENOSPC'), /disque est plein/);
});

test('npm without a network or without rights is explained', () => {
  assert.match(whyNpmFailed('npm error code EAI_AGAIN'), /registre npm ne répond pas/);
  assert.match(whyNpmFailed('npm error code EACCES'), /chown/);
  assert.equal(whyNpmFailed('npm error code EUSAGE'), null);
});

test('a missing system library is named', () => {
  const stderr = 'postgres: error while loading shared libraries: libxml2.so.2: cannot open shared object file';
  assert.match(whyItDoesNotRun('/x/postgres', { stderr }), /libxml2\.so\.2 manque.*DATABASE_URL/s);
  assert.match(whyItDoesNotRun('/x/postgres', { stderr: "version `GLIBC_2.27' not found" }), /glibc 2\.27/);
});

test('a half-finished installation is recognised', () => {
  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b-darwin': { version: '1.0.0', optional: true } } };
  assert.equal(matches(lock, null), false);
  assert.equal(matches(lock, { packages: {} }), false);
  assert.equal(matches(lock, { packages: { 'node_modules/a': { version: '0.9.0' } } }), false);
  assert.equal(matches(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } }), true);
});

test('a package made for this system and silently left out by npm is missed; the one of another system is not', () => {
  const here = { os: 'linux', cpu: 'x64', libc: 'glibc' };
  const lock = (wanted) => ({ packages: { 'node_modules/binary': { version: '1.0.0', optional: true, ...wanted } } });
  const nothing = { packages: {} };
  assert.equal(matches(lock({ os: ['linux'], cpu: ['x64'], libc: ['glibc'] }), nothing, here), false);
  assert.equal(matches(lock({ os: ['linux'], cpu: ['x64'], libc: ['musl'] }), nothing, here), true);
  assert.equal(matches(lock({ os: ['darwin'] }), nothing, here), true);
  assert.equal(matches(lock({ os: ['!win32'] }), nothing, here), false);
  assert.equal(matches(lock({}), nothing, here), true);
});

test('the answer of the command line is found among its logs', () => {
  assert.deepEqual(lastJson('{"level":30}\nnoise\n{"loaded":true}\n'), { loaded: true });
  assert.deepEqual(lastJson('{\n  "loaded": true\n}\n'), { loaded: true });
  assert.deepEqual(lastJson(''), {});
});

test('what is said has the spaces of French', () => {
  assert.equal(typographic('Prêt (3 s) : « npm start » ; oui ! http://localhost:3000'), 'Prêt (3\u00a0s)\u00a0: «\u00a0npm start\u00a0»\u202f; oui\u202f! http://localhost:3000');
});
