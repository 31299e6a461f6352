import type { MigrationInterface, QueryRunner } from 'typeorm';
import { marksChanges } from './1795308000000-steering-snapshot';

/**
 * A proof becomes a thing of its own that several values can be tied to: a file, an address, or a record of the product. Proofs there
 * already keep their id, their file, and who added them when; each stays tied to its value.
 */
export class IndicatorsEvidence1795422000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table measure_evidence (
        community_id uuid not null default nullif(current_setting('app.community_id', true), '')::uuid,
        measure_id uuid not null,
        evidence_id uuid not null,
        added_at timestamptz not null,
        added_by uuid,
        primary key (community_id, measure_id, evidence_id),
        foreign key (community_id, measure_id) references measure (community_id, id),
        foreign key (community_id, evidence_id) references evidence (community_id, id)
      )`);
    await runner.query('create index measure_evidence_evidence on measure_evidence (community_id, evidence_id)');
    await runner.query(`
      insert into measure_evidence (community_id, measure_id, evidence_id, added_at, added_by)
      select community_id, measure_id, id, added_at, added_by from evidence`);
    await runner.query(`
      alter table evidence add column kind text not null default 'file', add column name text, add column hash text, add column url text,
        add column record_kind text, add column record_id uuid, add column removed_at timestamptz, add column removed_by uuid`);
    await runner.query('update evidence e set name = f.name from file f where f.community_id = e.community_id and f.id = e.file_id');
    await runner.query('drop index evidence_measure');
    await runner.query(`
      alter table evidence drop column measure_id, alter column kind drop default, alter column name set not null, alter column file_id drop not null,
        add check (kind in ('file', 'link', 'record')),
        add check ((kind = 'file') = (file_id is not null)),
        add check ((kind = 'file') = (hash is null)), add check (hash ~ '^[0-9a-f]{64}$'),
        add check ((kind = 'link') = (url is not null)),
        add check ((kind = 'record') = (record_kind is not null)), add check ((record_kind is null) = (record_id is null)),
        add check (removed_at is not null or removed_by is null)`);
    await runner.query('create index evidence_added on evidence (community_id, added_at desc, id)');
    await runner.query('create index evidence_file on evidence (community_id, file_id)');
    await runner.query('create index evidence_hash on evidence (community_id, hash)');
    await runner.query(marksChanges('measure_evidence', 'community_id'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from measure_evidence l using evidence e where e.community_id = l.community_id and e.id = l.evidence_id and e.kind <> 'file'`);
    await runner.query(`alter table evidence add column measure_id uuid`);
    await runner.query('drop index evidence_added, evidence_file, evidence_hash');
    await runner.query(`
      update evidence e set measure_id = l.measure_id from (select distinct on (community_id, evidence_id) * from measure_evidence order by community_id, evidence_id, added_at) l
       where l.community_id = e.community_id and l.evidence_id = e.id`);
    // A proof tied to several values is told once by value again.
    await runner.query(`
      insert into evidence (community_id, id, kind, name, file_id, measure_id, added_at, added_by)
      select l.community_id, gen_random_uuid(), 'file', e.name, e.file_id, l.measure_id, l.added_at, l.added_by
        from measure_evidence l join evidence e on e.community_id = l.community_id and e.id = l.evidence_id where l.measure_id <> e.measure_id`);
    await runner.query('drop table measure_evidence');
    await runner.query('delete from evidence where measure_id is null');
    await runner.query(`
      alter table evidence drop column removed_by, drop column removed_at, drop column record_id, drop column record_kind, drop column url, drop column hash,
        drop column name, drop column kind, alter column file_id set not null, alter column measure_id set not null,
        add foreign key (community_id, measure_id) references measure (community_id, id)`);
    await runner.query('create index evidence_measure on evidence (community_id, measure_id)');
  }
}
