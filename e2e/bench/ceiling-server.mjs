// The reference: a bare Node http + pg server, without framework, session, guard or log. It answers the same documents from
// the same tables, behind the same wall (one transaction: begin and role and community, the named read, commit).
//   /page?c=<community>&p=<page>   the dashboard, as it is kept
//   /raw?c=<community>&q=<name>    a page of the product as its SQL alone would give it (raw-sql.mjs)
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { projectFolder } from '../../apps/local/places.mjs';
import { rawSql } from './raw-sql.mjs';

const { Pool } = createRequire(join(projectFolder, 'package.json'))('pg');
const pool = new Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: Number(process.env.BENCH_POOL), keepAlive: true });
const uuid = /^[0-9a-f-]{36}$/;

async function read(communityId, query) {
  const client = await pool.connect();
  try {
    await client.query(`BEGIN READ ONLY; SELECT set_config('role', 'maillage_app', true), set_config('app.community_id', '${communityId}', true)`);
    const { rows } = await client.query(query);
    await client.query('COMMIT');
    return rows[0];
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const communityId = searchParams.get('c') ?? '';
  if (!uuid.test(communityId)) {
    response.writeHead(400, { 'content-length': '0' }).end();
    return;
  }
  const query =
    pathname === '/page'
      ? { name: 'page', text: 'select version, body from steering_page where page = $1', values: [searchParams.get('p')] }
      : { name: searchParams.get('q'), ...rawSql(searchParams.get('q'), searchParams) };
  read(communityId, query).then(
    ({ version, body }) => {
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
        ...(version ? { etag: `"${version}"` } : {}),
      });
      response.end(body);
    },
    (error) => {
      const text = String(error.message);
      response.writeHead(500, { 'content-length': String(Buffer.byteLength(text)) }).end(text);
    },
  );
});

process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(0));
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.({ ready: true }));
