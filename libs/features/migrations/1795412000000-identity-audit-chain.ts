import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chainLines, type AuditLink, type StoredAuditLink } from '../identity/audit-link';
import type { ChainHead } from '../identity/hash-chain';
import { hashHistoryLine, steadyState, vouchFor, type HistoryLine, type MeasureState } from '../indicators/values/measure-history';

const page = 2_000;

/** The state of a value as this version of the tables could tell it. */
const measureStateSql = `jsonb_strip_nulls(to_jsonb(m) - 'community_id') || jsonb_build_object('evidence', coalesce(
    (select jsonb_agg(jsonb_strip_nulls(to_jsonb(e) - 'community_id' - 'measure_id' || jsonb_build_object('name', f.name, 'hash', f.hash)) order by e.id)
       from evidence e left join file f on f.community_id = e.community_id and f.id = e.file_id
      where e.community_id = m.community_id and e.measure_id = m.id), '[]'::jsonb))`;

/**
 * The journal becomes a chain: lines are numbered by community and each holds the hash of the one before, the last one being kept
 * apart too; lines of the journal answer for the history of values. What a database in use already holds is tied as it is found.
 */
export class IdentityAuditChain1795412000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Instants as they are hashed, and numbers without a gap: a number passes by its negative, for two lines never to share one.
    await runner.query(`update audit_entry set at = date_trunc('milliseconds', at)`);
    await runner.query('alter table audit_entry alter column id drop identity, add column vouched jsonb, add column previous_hash text, add column hash text');
    await runner.query(`
      update audit_entry a set id = -n.number
        from (select community_id, id, row_number() over (partition by community_id order by id) as number from audit_entry) n
       where n.community_id = a.community_id and n.id = a.id`);
    await runner.query('update audit_entry set id = -id');
    await runner.query(`
      create table audit_head (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid references community (id) on delete cascade,
        sequence bigint not null check (sequence >= 0),
        hash text check (hash ~ '^[0-9a-f]{64}$'),
        primary key (community_id),
        check ((sequence = 0) = (hash is null))
      )`);
    await runner.query(`
      create function move_audit_head() returns trigger language plpgsql as $$
      begin
        if new.community_id <> old.community_id or new.sequence < old.sequence or (new.sequence = old.sequence and new.hash is distinct from old.hash) then
          raise exception 'The head of a journal only moves forward.';
        end if;
        return new;
      end $$`);
    await runner.query('create trigger audit_head_forward before update on audit_head for each row execute function move_audit_head()');
    await runner.query('alter table measure_change add column state jsonb, add column group_id uuid, add column hash text');
    await runner.query(`
      update measure_change c set state = ${measureStateSql}
        from measure m
       where m.community_id = c.community_id and m.indicator_id = c.indicator_id and m.period_key = c.period_key
         and c.id = (select max(l.id::text)::uuid from measure_change l
                      where l.community_id = c.community_id and l.indicator_id = c.indicator_id and l.period_key = c.period_key)`);
    const communities: { id: string; groupId: string }[] = await runner.query('select id, gen_random_uuid() as "groupId" from community order by id');
    for (const { id, groupId } of communities) await tie(runner, id, groupId);
    await runner.query(`
      alter table audit_entry alter column hash set not null, add check (id >= 1), add check ((id = 1) = (previous_hash is null)),
        add check (hash ~ '^[0-9a-f]{64}$'), add check (at = date_trunc('milliseconds', at))`);
    await runner.query('alter table measure_change alter column group_id set not null, alter column hash set not null');
    await runner.query('create index measure_change_group on measure_change (community_id, group_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index measure_change_group');
    await runner.query('alter table measure_change drop column hash, drop column group_id, drop column state');
    await runner.query('drop table audit_head');
    await runner.query('drop function move_audit_head');
    await runner.query('alter table audit_entry drop column hash, drop column previous_hash, drop column vouched');
    await runner.query('alter table audit_entry alter column id add generated always as identity');
    await runner.query(`select setval(pg_get_serial_sequence('audit_entry', 'id'), (select coalesce(max(id), 0) + 1 from audit_entry), false)`);
  }
}

/** Ties what a community already holds: its lines, and one more that answers for the history of its values. */
async function tie(runner: QueryRunner, communityId: string, groupId: string): Promise<void> {
  let last: ChainHead | null = null;
  for (;;) {
    const stored = await linesAfter(runner, communityId, last?.sequence ?? 0);
    const lines = chainLines(last, stored.map((line) => ({ ...line, at: line.at.toISOString() })));
    if (lines.length === 0) break;
    await runner.query(
      `update audit_entry a set previous_hash = l."previousHash", hash = l.hash
         from json_to_recordset($2::json) as l (sequence bigint, "previousHash" text, hash text) where a.community_id = $1 and a.id = l.sequence`,
      [communityId, JSON.stringify(lines.map(({ sequence, previousHash, hash }) => ({ sequence, previousHash, hash })))],
    );
    last = lines.at(-1) ?? last;
  }
  const told = await historyLine(runner, communityId, groupId, last);
  if (told) await insertLine(runner, told);
  last = told ?? last;
  await runner.query('insert into audit_head (community_id, sequence, hash) values ($1, $2, $3)', [communityId, last?.sequence ?? 0, last?.hash ?? null]);
}

/** Driver without the product's types: numbers of 8 bytes come as text. */
async function linesAfter(runner: QueryRunner, communityId: string, after: number): Promise<Omit<StoredAuditLink, 'sequence' | 'previousHash' | 'hash'>[]> {
  return runner.query(
    `select community_id as "communityId", at, person_id as "personId", role, act, subject_type as "subjectType", subject_id as "subjectId",
            subject_label as "subjectLabel", before, after, vouched
       from audit_entry where community_id = $1 and id > $2 order by id limit ${page}`,
    [communityId, after],
  );
}

/** Hashes the history of the values of a community; the line of the journal that answers for it, or null without history. */
async function historyLine(runner: QueryRunner, communityId: string, groupId: string, last: ChainHead | null): Promise<AuditLink | null> {
  const hashes: { id: string; hash: string }[] = [];
  for (;;) {
    const stored: Omit<HistoryLine, 'groupId'>[] = await runner.query(
      `select community_id as "communityId", id, indicator_id as "indicatorId", period_key as "periodKey", act, at, by_person_id as "byPersonId",
              before, after, reason, state
         from measure_change where community_id = $1 and ($2::uuid is null or id > $2) order by id limit ${page}`,
      [communityId, hashes.at(-1)?.id ?? null],
    );
    if (stored.length === 0) break;
    const lines = stored.map((one) => {
      const line: HistoryLine = { ...one, groupId, state: one.state && steadyState(one.state as MeasureState) };
      return { ...line, hash: hashHistoryLine(line) };
    });
    await runner.query(
      `update measure_change c set group_id = $2, state = l.state, hash = l.hash
         from json_to_recordset($3::json) as l (id uuid, state jsonb, hash text) where c.community_id = $1 and c.id = l.id`,
      [communityId, groupId, JSON.stringify(lines.map(({ id, state, hash }) => ({ id, state, hash })))],
    );
    hashes.push(...lines.map(({ id, hash }) => ({ id, hash })));
  }
  if (hashes.length === 0) return null;
  const [now]: { at: Date }[] = await runner.query(`select date_trunc('milliseconds', now()) as at`);
  const content = {
    communityId, at: (now?.at ?? new Date(0)).toISOString(), personId: null, role: null, act: 'history.tied', subjectType: 'community', subjectId: communityId,
    subjectLabel: null, before: null, after: null, vouched: vouchFor(groupId, hashes),
  };
  return chainLines(last, [content])[0] ?? null;
}

async function insertLine(runner: QueryRunner, line: AuditLink): Promise<void> {
  await runner.query(
    `insert into audit_entry (community_id, id, at, act, subject_type, subject_id, vouched, previous_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [line.communityId, line.sequence, line.at, line.act, line.subjectType, line.subjectId, JSON.stringify(line.vouched), line.previousHash, line.hash],
  );
}
