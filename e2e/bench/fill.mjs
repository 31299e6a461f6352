// Fills a database with synthetic communities, by COPY, as its owner.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { projectFolder } from '../../apps/local/places.mjs';
import { Trouble } from '../../apps/local/trouble.mjs';
import { communityRows } from './community.mjs';

/** Tables in the order they are filled, with the columns of the rows of community.mjs; the others keep their default. */
const tables = {
  community: ['id', 'name', 'label', 'created_at', 'time_zone', 'demo'],
  person: ['id', 'email', 'given_name', 'family_name', 'password_hash', 'password_changed_at', 'created_at'],
  membership: ['community_id', 'person_id', 'role', 'name', 'email', 'joined_at'],
  community_commune: ['community_id', 'insee_code'],
  aci_contract: ['community_id', 'id', 'signed_on', 'duration_years', 'agreement', 'size', 'updated_at'],
  mission_participation: ['community_id', 'mission_code', 'chosen', 'started_on', 'updated_at'],
  health_project: ['community_id', 'id', 'number', 'title', 'status', 'in_force_on', 'created_at', 'updated_at'],
  axis: ['community_id', 'version_id', 'id', 'position', 'title', 'updated_at'],
  action: ['community_id', 'id', 'number', 'status', 'status_sentence', 'status_since', 'lead_person_id', 'budget_cents', 'starts_on', 'ends_on', 'updated_at', 'steps_updated_at'],
  action_content: ['community_id', 'version_id', 'action_id', 'axis_id', 'position', 'title', 'objective', 'why', 'mission_codes', 'updated_at'],
  action_step: ['community_id', 'id', 'action_id', 'position', 'title', 'due_on', 'done_on'],
  indicator: [
    'community_id', 'id', 'code', 'name', 'definition', 'kind', 'numerator_label', 'denominator_label', 'unit', 'decimals', 'direction', 'frequency', 'aggregation',
    'bounded', 'counts_patients', 'source', 'evidence_expected', 'baseline_value', 'baseline_on', 'mission_codes', 'action_id', 'responsible_person_id', 'tracked_from',
    'created_at', 'updated_at',
  ],
  indicator_target: ['community_id', 'indicator_id', 'period_key', 'value'],
  measure: [
    'community_id', 'id', 'indicator_id', 'period_key', 'period_start', 'period_end', 'numerator', 'denominator', 'value', 'status', 'recorded_at', 'recorded_by',
    'validated_at', 'validated_by', 'updated_at', 'updated_by',
  ],
  contract_terms: ['community_id', 'contract_year', 'amendment', 'label', 'effective_on', 'content', 'hash', 'recorded_at'],
  contract_indicator_link: ['community_id', 'code', 'indicator_id', 'updated_at'],
  recipient: ['community_id', 'id', 'kind', 'name', 'organisation_key', 'email', 'added_at', 'updated_at'],
};

const batch = 20;
const communesPerCommunity = 25;

/** Fills the database of `url` with communities 1 to `communities`. `passwordHash` is that of every person. */
export async function fill({ url, communities, calendar, passwordHash, tell = () => undefined }) {
  const { Client } = load('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await requireSuperuser(client);
    // Rows that hold together by construction: nothing to check, nothing to mark.
    await client.query(`set session_replication_role = replica`);
    const known = (await client.query('select insee_code as code from commune order by insee_code')).rows.map(({ code }) => code);
    const at = `${calendar.periods[0].start}T08:00:00Z`;
    let count = 0;
    for (let first = 1; first <= communities; first += batch) {
      const ranks = Array.from({ length: Math.min(batch, communities - first + 1) }, (_, index) => first + index);
      const made = ranks.map((rank) => communityRows(rank, calendar, { passwordHash, at, communes: communesOf(known, rank) }));
      for (const [table, columns] of Object.entries(tables)) {
        const rows = made.flatMap((community) => community[table]);
        count += rows.length;
        await copy(client, table, columns, rows);
      }
      tell(`${Math.min(communities, first + batch - 1)} communautés`);
    }
    await client.query('reset session_replication_role');
    await client.query('vacuum (analyze)');
    return count;
  } finally {
    await client.end();
  }
}

async function requireSuperuser(client) {
  const { rows } = await client.query('select rolsuper as able from pg_roles where rolname = current_user');
  if (rows[0].able) return;
  throw new Trouble('Le banc de mesure remplit sa base par COPY : donnez dans TEST_DATABASE_URL l’adresse d’un compte superutilisateur, ou retirez cette variable.');
}

const communesOf = (known, rank) => Array.from({ length: communesPerCommunity }, (_, index) => known[(rank * 131 + index) % known.length]);

const load = (name) => createRequire(join(projectFolder, 'package.json'))(name);

async function copy(client, table, columns, rows) {
  const { from } = load('pg-copy-streams');
  await pipeline(Readable.from(chunks(rows)), client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`)));
}

function* chunks(rows) {
  let text = '';
  for (const row of rows) {
    text += `${row.map(cell).join('\t')}\n`;
    if (text.length > 65_536) {
      yield text;
      text = '';
    }
  }
  if (text) yield text;
}

const cell = (value) => (value === null || value === undefined ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (letter) => `\\${{ '\\': '\\', '\t': 't', '\n': 'n', '\r': 'r' }[letter]}`));
