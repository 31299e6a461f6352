import type { MigrationInterface, QueryRunner } from 'typeorm';
import { marksChanges } from './1795308000000-steering-snapshot';

/** Of the people, dashboards show names only: somebody who signs in (their place is « last used » now) leaves no mark. */
export class SteeringPeople1795311000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger membership_steering_update on membership;
      create function mark_steering_names() returns trigger language plpgsql as $$
      begin
        insert into steering_mark (community_id)
          select distinct c.community_id from changed c join former f on f.community_id = c.community_id and f.person_id = c.person_id
           where c.name is distinct from f.name;
        return null;
      end $$;
      create trigger membership_steering_update after update on membership
        referencing old table as former new table as changed for each statement execute function mark_steering_names()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger membership_steering_update on membership; drop function mark_steering_names()');
    const [, update] = marksChanges('membership', 'community_id').split(';');
    await runner.query(update ?? '');
  }
}
