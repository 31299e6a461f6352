import { communeSearchKey, departmentsOf, territoryPopulation, type TerritoryPopulation } from '@maillage/domain/community';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { communesOfTerritory, findByPostcode, findCommunes, findEpci, type CommuneView, type EpciView } from './territory.store';
import { communesVintage } from './load-communes';

/** What a search of the reference list answers. */
export interface CommuneSearch {
  communes: CommuneView[];
  epci: EpciView[];
}

/** The communes a community covers, and how many people live there. */
export interface TerritoryView {
  communes: CommuneView[];
  population: TerritoryPopulation;
  /** Codes of the départements, the most present first. */
  departments: string[];
  /** Year of the geographic code and of its populations. */
  vintage: number;
}

const searchLimit = 20;

/** The territory of the community at work, for other areas inside their own transaction. */
export async function territoryOf(tx: Tx): Promise<TerritoryView> {
  const communes = await communesOfTerritory(tx);
  return {
    communes,
    population: territoryPopulation(communes),
    departments: departmentsOf(communes),
    vintage: communes[0]?.vintage ?? communesVintage,
  };
}

/** Reads of the territory and of the country's communes. */
@Injectable()
export class TerritoryQueries {
  constructor(private readonly db: TenantDb) {}

  /** The territory of the actor's community. */
  async territory(actor: Actor): Promise<TerritoryView> {
    requireRight(actor, 'community.read');
    return this.db.run(actor.communityId, territoryOf, { readOnly: true });
  }

  /** Communes and EPCI by name (accents and case aside), postcode, INSEE code or SIREN. */
  async search(actor: Actor, query: string): Promise<CommuneSearch> {
    requireRight(actor, 'community.read');
    const words = communeSearchKey(query);
    const code = query.replace(/[^0-9a-z]/gi, '').toUpperCase();
    if (words.length < 2) return { communes: [], epci: [] };
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const isPostcodeStart = /^\d{3,4}$/.test(words);
        const communes = isPostcodeStart
          ? await findByPostcode(tx, words, searchLimit)
          : await findCommunes(tx, words, code, searchLimit);
        return { communes, epci: /^\d{1,5}$/.test(words) ? [] : await findEpci(tx, words, 5) };
      },
      { readOnly: true },
    );
  }
}

/** Whether the territory has a commune: the first step of a community's first hour. */
export async function isTerritoryDrawn(tx: Tx): Promise<boolean> {
  const rows: { drawn: boolean }[] = await tx.query('select exists (select from community_commune) as drawn');
  return rows[0]?.drawn ?? false;
}
