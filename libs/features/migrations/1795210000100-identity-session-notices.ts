import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever changes who a session is, or what they may do, is told to the processes that remember sessions. */
export class IdentitySessionNotices1795210000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function tell_session_change() returns trigger language plpgsql as $$
      begin
        perform pg_notify('session_change', old.person_id::text);
        return null;
      end $$;
      create trigger session_change after delete or update of community_id, expires_at, token_hash, person_id on session
        for each row execute function tell_session_change();
      create trigger membership_change after delete or update of role, ended_at on membership
        for each row execute function tell_session_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger membership_change on membership; drop trigger session_change on session; drop function tell_session_change()');
  }
}
