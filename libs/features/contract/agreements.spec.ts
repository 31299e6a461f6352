import { agreementByCode, type AgreementVersion } from '@maillage/domain/contract';
import { makeCommunity, makeTwoCommunities, makeWorld, refusal, type World } from '../testing';
import { AgreementQueries, ContractQueries, RecordContract, type ContractInput } from './index';

/** A later avenant with one mission less, as an operator's file says it. */
function laterAvenant(): AgreementVersion {
  const current = JSON.parse(JSON.stringify(agreementByCode('aci-cpts/avenant-2'))) as AgreementVersion;
  return {
    ...current,
    code: 'aci-cpts/avenant-3', label: 'Avenant 3', structure: { label: 'CFS', name: 'Communauté France Santé' },
    signedOn: '2026-06-01', validFrom: '2026-07-01', replaces: 'aci-cpts/avenant-2', missions: current.missions.slice(0, 5),
    amounts: current.amounts.filter(({ missionCode }) => missionCode !== 'professional-support'),
  };
}

describe('versions of the agreement', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld({ fresh: true });
  });
  afterAll(() => world.close());

  const input: ContractInput = { signedOn: '2022-04-15', durationYears: 5, size: 3, revision: 0 };
  const record = (actor: Parameters<RecordContract['execute']>[0], change: Partial<ContractInput> = {}) =>
    world.get(RecordContract).execute(actor, { ...input, ...change });

  it('are those shipped, then those the operator added; a contract keeps its own', async () => {
    const [old, young] = await makeTwoCommunities(world);
    await record(old.coordinator);
    const before = await world.get(AgreementQueries).agreements(old.coordinator);
    expect(before.agreements.map(({ code, validTo }) => [code, validTo])).toEqual([['aci-cpts/2019', '2022-03-30'], ['aci-cpts/avenant-2', null]]);
    expect(before.agreements[1]?.sources.map(({ key }) => key)).toContain('paps-hdf');
    expect(await refusal(record(young.coordinator, { signedOn: '2026-07-01', agreement: 'aci-cpts/avenant-3' }))).toBe('agreement-unknown');

    const version = laterAvenant();
    await world.db.peek(`insert into agreement_version (code, content, hash, added_at) values ($1, $2, 'x', now())`, [version.code, JSON.stringify(version)]);

    const { agreements } = await world.get(AgreementQueries).agreements(old.coordinator);
    expect(agreements.map(({ code, validTo }) => [code, validTo])).toEqual([
      ['aci-cpts/2019', '2022-03-30'], ['aci-cpts/avenant-2', '2026-06-30'], ['aci-cpts/avenant-3', null],
    ]);
    expect((await world.get(ContractQueries).contract(old.coordinator)).contract?.agreement).toBe('aci-cpts/avenant-2');
    expect((await world.get(ContractQueries).missions(old.coordinator)).missions).toHaveLength(6);
    await record(young.coordinator, { signedOn: '2026-07-01' });
    expect((await world.get(ContractQueries).contract(young.coordinator)).contract?.agreement).toBe('aci-cpts/avenant-3');
    expect(await world.get(ContractQueries).missions(young.coordinator)).toMatchObject({ agreementLabel: 'Avenant 3', missions: { length: 5 } });
  });

  it('cannot be written by the product', async () => {
    const { id } = await makeCommunity(world);
    await expect(world.db.tenant.run(id, (tx) => tx.query('delete from agreement_version'))).rejects.toThrow(/permission/);
  });
});

describe('settings of the contract', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  });
  afterAll(() => world.close());

  it('begin with days and civil years, stay as they are when left out, and are journalled', async () => {
    const [{ coordinator }, other] = await makeTwoCommunities(world);
    const record = (change: Partial<ContractInput>) => world.get(RecordContract).execute(coordinator, { signedOn: '2022-04-15', durationYears: 5, size: 3, revision: 0, ...change });
    const defaults = { prorataUnit: 'days', accountingYearStart: '01-01', membershipYearStart: '01-01' };
    expect((await record({})).contract).toMatchObject(defaults);
    const changed = { prorataUnit: 'months' as const, accountingYearStart: '04-01', membershipYearStart: '09-01' };
    expect((await record({ revision: 1, ...changed })).contract).toMatchObject(changed);
    expect(await record({ revision: 2 })).toMatchObject({ revision: 2, contract: changed });
    for (const day of ['02-29', '13-01', '1-1', '']) expect(await refusal(record({ revision: 2, accountingYearStart: day }))).toBe('invalid-input');
    expect((await world.get(ContractQueries).contract(other.coordinator)).contract).toBeNull();
    const [entry] = await world.db.peek<{ after: object }>(`select after from audit_entry where act = 'contract.changed' and person_id = $1`, [coordinator.personId]);
    expect(entry?.after).toMatchObject({ prorataUnit: 'mois', accountingYearStart: '01/04' });
  });
});
