import { type ContractIndicator, indicatorsOf } from '@maillage/domain/contract';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, found } from '@maillage/domain/kernel';
import { checkLink } from '@maillage/domain/money';
import { audit, loadCommunity, requireRevision } from '@maillage/features/community';
import { allCurrentTerms } from '@maillage/features/contract';
import { loadIndicator } from '@maillage/features/indicators';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { findLink, writeLink } from './link.store';

/** Which indicator gives the value of a contract indicator; null unlinks. */
export interface LinkInput {
  indicatorId: string | null;
  /** Revision of the link on screen; 0 where there was none. */
  revision: number;
}

/** Says which followed indicator gives the value of an indicator of the contract, for every year that has it. */
@Injectable()
export class LinkContractIndicator {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** The revision of the link. Refuses what does not count the same thing; the same link again changes nothing. */
  async execute(actor: Actor, code: string, { indicatorId, revision }: LinkInput): Promise<{ revision: number }> {
    requireRight(actor, 'indicators.write');
    return this.db.run(actor.communityId, async (tx) => {
      const { timeZone } = await loadCommunity(tx, actor.communityId, true);
      const contract = found(await latestWritten(tx, code));
      const indicator = indicatorId === null ? null : await loadIndicator(tx, indicatorId);
      const before = await findLink(tx, code);
      if ((before?.indicatorId ?? null) === indicatorId) return { revision: before?.revision ?? 0 };
      const seen = before?.indicatorId === null && revision === 0 ? before.revision : revision;
      if (before) await requireRevision(tx, before, seen, { indicatorId: before.indicatorId }, timeZone);
      else if (revision !== 0) throw new DomainError('not-found');
      if (indicator) checkLink(contract, indicator);
      await writeLink(tx, code, indicatorId, { personId: actor.personId, at: this.clock.now() });
      await audit(tx, actor, {
        act: indicator ? 'contract-link.changed' : 'contract-link.removed',
        subjectType: 'contract-indicator',
        subjectId: code,
        label: contract.title,
        after: { name: indicator ? `${indicator.code} · ${indicator.name}` : null },
      });
      return { revision: (before?.revision ?? 0) + 1 };
    });
  }
}

/** The contract indicator of a code as its latest year writes it. */
async function latestWritten(tx: Tx, code: string): Promise<ContractIndicator | undefined> {
  const years = await allCurrentTerms(tx);
  return years.flatMap(({ content }) => indicatorsOf(content)).findLast(({ indicator }) => indicator.code === code)?.indicator;
}
