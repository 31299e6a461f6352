import type { ContractTerms } from '@maillage/domain/contract';
import { exampleTerms } from '@maillage/domain/testing/example-terms';
import { currentTerms, loadContract, RecordContract, saveNextYear } from '@maillage/features/contract';
import type { MadeCommunity } from './makers';
import type { World } from './world';

/** A contract signed on 15 April 2022, whose year (the fifth, that of the example) has these terms; what is there already stays. */
export async function makeSignedYear(world: Pick<World, 'db' | 'clock' | 'get'>, community: MadeCommunity, year = 5, content: ContractTerms = exampleTerms): Promise<void> {
  const { coordinator, id } = community;
  const signed = await world.db.tenant.run(id, loadContract);
  if (!signed) await world.get(RecordContract).execute(coordinator, { revision: 0, signedOn: '2022-04-15', durationYears: 5, size: 3 });
  await world.db.tenant.run(id, async (tx) => {
    if (await currentTerms(tx, year)) return;
    await saveNextYear(tx, { ...coordinator, at: world.clock.now() }, year, content, 'Contrat signé');
  });
}
