import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of tables the journal answers for: the table, its column, and what it belongs to. */
const cascades = [
  ['payment_part', 'payment_id', 'payment_received'],
  ['collection_link_indicator', 'link_id', 'collection_link'],
] as const;

/**
 * What the journal answers for is never deleted by a cascade: the database does that as the owner of the table, whose writes leave no
 * mark, and the check would take it for a hand. Neither a payment nor a link is ever deleted by the product.
 */
export class IdentitySealedCascades1795436000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.belong(runner, '');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.belong(runner, 'on delete cascade');
  }

  private async belong(runner: QueryRunner, end: string): Promise<void> {
    for (const [table, column, parent] of cascades) {
      const name = `${table}_community_id_${column}_fkey`;
      await runner.query(`alter table ${table} drop constraint ${name}, add constraint ${name} foreign key (community_id, ${column}) references ${parent} (community_id, id) ${end}`);
    }
  }
}
