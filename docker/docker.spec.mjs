import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { composeFaults } from './compose-rules.mjs';
import { dockerfileFaults } from './dockerfile-rules.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const exists = (path) => existsSync(join(root, path));

const composeText = read('docker/compose.yaml');
const compose = () => parse(composeText, { merge: true });
const known = new Set([...read('libs/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+)[!?]?: /gm)].map(([, name]) => name));
const example = new Set([...read('docker/compose.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name));
const faultsOf = (value, text = composeText) => composeFaults(value, { known, example, text, exists });

for (const name of ['api', 'worker', 'web']) {
  test(`Dockerfile.${name} has no fault`, () => {
    assert.deepEqual(dockerfileFaults(read(`docker/Dockerfile.${name}`), exists), []);
  });
}

test('a Dockerfile that runs as root, unpinned, with shell forms and unknown files is refused', () => {
  const faults = dockerfileFaults('FROM node:latest\nCOPY nowhere .\nRUN npm install\nCMD node main.js\n', exists);
  for (const expected of [/latest/, /root/, /HEALTHCHECK/, /nowhere/, /package-lock/, /forme JSON/]) {
    assert.ok(faults.some((fault) => expected.test(fault)), `${expected} in ${faults.join(' | ')}`);
  }
});

test('a Dockerfile with a spelling mistake is refused', () => {
  assert.ok(dockerfileFaults('FROM node:22-slim\nRUNN true\nUSER node\nHEALTHCHECK NONE\n', exists).some((fault) => /RUNN/.test(fault)));
});

test('the compose file has no fault', () => {
  assert.ok(known.has('DATABASE_APP_URL') && known.size > 10);
  assert.deepEqual(faultsOf(compose()), []);
});

test('a compose file that starts too early, names unknown variables or opens the database is refused', () => {
  const broken = compose();
  delete broken.services.redis.healthcheck;
  broken.services.api.environment.DATABSE_URL = 'x';
  broken.services.worker.depends_on = {};
  broken.services.postgres.ports = ['5432:5432'];
  broken.services.web.volumes = ['nowhere:/data'];
  const faults = faultsOf(broken).join('\n');
  for (const expected of [/redis : healthcheck/, /api : attend la santé/, /DATABSE_URL/, /worker : utilise DATABASE_APP_URL sans attendre/, /5432/, /nowhere/]) {
    assert.match(faults, expected);
  }
});

test('a secret left out of the example is seen', () => {
  assert.match(faultsOf(compose(), `${composeText}\n# \${FORGOTTEN}`).join('\n'), /FORGOTTEN/);
});

test('nginx puts the same page policy and the same headers as the API', () => {
  const api = read('apps/api/http/security-headers.ts');
  const nginx = read('docker/nginx.conf.template');
  const headers = read('docker/nginx-headers.conf');
  const policy = /pagePolicy[\s\S]*?\]\.join/.exec(api)[0];
  const directives = [...policy.matchAll(/["`]([a-z-]+ [^"`]+)["`]/g)].map(([, directive]) => directive.replace('${nonce}', '$request_id'));
  assert.ok(directives.length >= 10);
  const [ofFiles, ofPages] = [...nginx.matchAll(/Content-Security-Policy "([^"]+)"/g)].map(([, text]) => text);
  assert.equal(ofFiles, /CONTENT_POLICY = "([^"]+)"/.exec(api)[1]);
  assert.equal(ofPages, `${directives.filter((one) => !one.startsWith('upgrade')).join('; ')}$maillage_upgrade`);
  const features = [...new Set(/PERMISSIONS = \[([\s\S]*?)\]/.exec(api)[1].match(/[a-z-]{3,}/g))];
  assert.equal(/Permissions-Policy "([^"]+)"/.exec(headers)[1], features.map((feature) => `${feature}=()`).join(', '));
  assert.match(headers, /Referrer-Policy "same-origin"/);
  assert.match(headers, /X-Frame-Options "DENY"/);
});
