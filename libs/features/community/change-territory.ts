import { checkTerritory, refuseOverlap } from '@maillage/domain/community';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { audit } from './audit';
import { loadCommunity } from './community.store';
import { territoryOf, type TerritoryView } from './territory.queries';
import { codesOfEpci, communesByCode, deleteTerritory, insertTerritory, type CommuneView } from './territory.store';

/** What to add: communes by INSEE code, and whole EPCI by SIREN number. */
export interface TerritoryAddition {
  communes?: readonly string[];
  epci?: readonly string[];
}

const names = (communes: readonly CommuneView[]): string[] => communes.map((commune) => commune.name);

/** Adds communes to the territory. Those already there are left as they are: an EPCI can complete a territory begun by hand. */
@Injectable()
export class AddToTerritory {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: TerritoryAddition): Promise<TerritoryView> {
    requireRight(actor, 'community.write');
    return this.db.run(actor.communityId, async (tx) => {
      const community = await loadCommunity(tx, actor.communityId, true);
      const before = await territoryOf(tx);
      const present = new Set(before.communes.map((commune) => commune.inseeCode));
      const added = (await this.asked(tx, input)).filter((code) => !present.has(code));
      if (added.length === 0) return before;
      const communes = await communesByCode(tx, added);
      const reference = new Map([...before.communes, ...communes].map((commune) => [commune.inseeCode, commune]));
      checkTerritory([...present, ...added], reference);
      refuseOverlap([...reference.values()]);
      await insertTerritory(tx, added, this.clock.now());
      const after = await territoryOf(tx);
      await audit(tx, actor, {
        act: 'territory.communes-added',
        subjectType: 'territory',
        subjectId: community.id,
        before: { population: before.population.total },
        after: { communes: names(communes), population: after.population.total },
      });
      return after;
    });
  }

  private async asked(tx: Tx, input: TerritoryAddition): Promise<string[]> {
    const codes = new Set(input.communes ?? []);
    for (const siren of input.epci ?? []) {
      const members = await codesOfEpci(tx, siren);
      if (members.length === 0) throw new DomainError('epci-unknown', { siren });
      for (const code of members) codes.add(code);
    }
    return [...codes];
  }
}

/** Takes communes out of the territory. Values already recorded keep the population they were computed with. */
@Injectable()
export class RemoveFromTerritory {
  constructor(private readonly db: TenantDb) {}

  async execute(actor: Actor, codes: readonly string[]): Promise<TerritoryView> {
    requireRight(actor, 'community.write');
    return this.db.run(actor.communityId, async (tx) => {
      await loadCommunity(tx, actor.communityId, true);
      const before = await territoryOf(tx);
      const leaving = before.communes.filter((commune) => codes.includes(commune.inseeCode));
      if (leaving.length !== new Set(codes).size) throw new DomainError('not-found');
      if (leaving.length === 0) return before;
      await deleteTerritory(tx, codes);
      const after = await territoryOf(tx);
      await audit(tx, actor, {
        act: 'territory.communes-removed',
        subjectType: 'territory',
        subjectId: actor.communityId,
        before: { communes: names(leaving), population: before.population.total },
        after: { population: after.population.total },
      });
      return after;
    });
  }
}
