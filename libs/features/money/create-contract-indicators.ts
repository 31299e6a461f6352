import { contractYear, crisisYears, indicatorsOf, type ContractIndicator } from '@maillage/domain/contract';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, type Period } from '@maillage/domain/kernel';
import { contractTarget, definitionFrom, freeIndicatorCode } from '@maillage/domain/money';
import { audit, loadCommunity } from '@maillage/features/community';
import { currentTerms, loadContract, recognisedCrises } from '@maillage/features/contract';
import { DefineIndicator, loadIndicators, SetTargets } from '@maillage/features/indicators';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { linkedIndicators, writeLink } from './link.store';

/** What one click made. */
export interface CreatedIndicators {
  /** Indicators created and linked. */
  created: number;
  /** Targets of the contract year set, on them and on those already linked that had none. */
  targets: number;
}

/**
 * Creates a followed indicator for each indicator of a contract year that has none, links it, and gives it what the contract asks as
 * its target of the year. A second click creates nothing more. The crisis part is left out until a crisis is recognised: nothing is
 * to be proved before.
 */
@Injectable()
export class CreateContractIndicators {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly define: DefineIndicator,
    private readonly targets: SetTargets,
  ) {}

  /** Refuses: `contract-missing`, `terms-missing`, and what the rules of indicators refuse; then nothing at all is created. */
  async execute(actor: Actor, year: number): Promise<CreatedIndicators> {
    requireRight(actor, 'indicators.write');
    return this.db.run(actor.communityId, async (tx) => {
      // Held, so that two clicks do not create the same indicator twice.
      await loadCommunity(tx, actor.communityId, true);
      const contract = await loadContract(tx);
      if (!contract) throw new DomainError('contract-missing');
      const period = contractYear(contract, year);
      const terms = await currentTerms(tx, year);
      if (!terms) throw new DomainError('terms-missing', { year });
      const crisis = (await recognisedCrises(tx)).some((each) => crisisYears(each, contract).includes(year));
      const links = await linkedIndicators(tx);
      const taken = new Set((await loadIndicators(tx, { archived: true })).map(({ code }) => code));
      const made: CreatedIndicators = { created: 0, targets: 0 };
      for (const { mission, indicator } of indicatorsOf(terms.content)) {
        if (indicator.onlyIfCrisis && !crisis) continue;
        const linked = links.get(indicator.code);
        const id = linked ?? (await this.create(tx, actor, { indicator, mission: mission.code, period, taken }));
        if (linked === undefined) made.created += 1;
        const target = contractTarget(indicator);
        if (target !== null && (await this.targets.setMissing(tx, actor, id, { periodKey: period.key, value: target }))) made.targets += 1;
      }
      return made;
    });
  }

  private async create(
    tx: Tx,
    actor: Actor,
    { indicator, mission, period, taken }: { indicator: ContractIndicator; mission: string; period: Period; taken: Set<string> },
  ): Promise<string> {
    const code = freeIndicatorCode(indicator.code, taken);
    taken.add(code);
    const id = await this.define.createWithin(tx, actor, definitionFrom(indicator, { code, mission, yearStart: period.start }), [mission]);
    await writeLink(tx, indicator.code, id, { personId: actor.personId, at: this.clock.now() });
    await audit(tx, actor, {
      act: 'contract-link.changed',
      subjectType: 'contract-indicator',
      subjectId: indicator.code,
      label: indicator.title,
      after: { name: `${code} · ${indicator.title}` },
    });
    return id;
  }
}
