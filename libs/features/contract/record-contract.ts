import {
  agreementByCode,
  agreementOn,
  checkContract,
  checkContractSettings,
  checkParticipation,
  defaultContractSettings,
  type AciContract,
  type AgreementVersion,
  type ContractSettings,
} from '@maillage/domain/contract';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, isDay } from '@maillage/domain/kernel';
import { audit, loadCommunity, requireRevision } from '@maillage/features/community';
import { Clock, Ids, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadAgreements } from './agreement.queries';
import { ClosedYears } from './closed-years';
import { ContractQueries, type ContractView } from './contract.queries';
import { loadContract, loadParticipations, saveContract, type StoredContract } from './contract.store';
import { followSignature, requireTermsFitting } from './terms-ground';
import { termsVersions } from './terms.store';

/** The contract as typed; without an agreement, the one in force on the day of the signature; a setting left out stays as it is. */
export interface ContractInput extends Omit<AciContract, 'agreement'>, Partial<ContractSettings> {
  agreement?: string | null;
  /** Revision on screen; 0 the first time. */
  revision: number;
}

/** Records what was signed, or corrects it. */
@Injectable()
export class RecordContract {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly closing: ClosedYears,
    private readonly queries: ContractQueries,
  ) {}

  async execute(actor: Actor, input: ContractInput): Promise<ContractView> {
    requireRight(actor, 'contract.write');
    return this.db.run(actor.communityId, async (tx) => {
      const { timeZone } = await loadCommunity(tx, actor.communityId, true);
      const stored = await loadContract(tx);
      await requireSame(tx, stored, input.revision, timeZone);
      const today = this.clock.today(timeZone);
      const agreements = await loadAgreements(tx);
      const signed = checkContract({ ...input, agreement: agreementCode(input, agreements) }, agreements, today);
      const contract = { ...signed, ...checkContractSettings(settingsOf(input, stored ?? defaultContractSettings)) };
      const before = stored && contractOf(stored);
      if (JSON.stringify(before) === JSON.stringify(contract)) return this.queries.contractView(tx, actor.communityId);
      await this.checkMissions(tx, contract, agreements, today);
      await this.checkTerms(tx, stored, contract, agreements);
      const id = stored?.id ?? this.ids.next();
      await saveContract(tx, id, contract, { personId: actor.personId, at: this.clock.now() });
      if (stored) await followSignature(tx, stored, contract);
      await audit(tx, actor, {
        act: stored ? 'contract.changed' : 'contract.recorded',
        subjectType: 'contract',
        subjectId: id,
        before: before && shown(before, agreements),
        after: shown(contract, agreements),
      });
      return this.queries.contractView(tx, actor.communityId);
    });
  }

  /** The dates already given to missions must still be possible under the contract. */
  private async checkMissions(tx: Tx, contract: AciContract, agreements: readonly AgreementVersion[], today: string): Promise<void> {
    const version = agreementByCode(contract.agreement, agreements);
    if (!version) throw new DomainError('agreement-unknown', { day: contract.signedOn });
    for (const participation of await loadParticipations(tx)) {
      const isBare = participation.startedOn === null && !version.missions.some(({ code }) => code === participation.missionCode);
      if (!isBare) checkParticipation(participation, version, contract, today);
    }
  }

  /** The terms already recorded must still be possible, and closed years keep their days. */
  private async checkTerms(tx: Tx, stored: StoredContract | null, contract: AciContract, agreements: readonly AgreementVersion[]): Promise<void> {
    const version = agreementByCode(contract.agreement, agreements);
    if (version) requireTermsFitting(await termsVersions(tx), contract, version);
    const [year] = stored?.signedOn === contract.signedOn ? [] : await this.closing.closedYears(tx);
    if (year !== undefined) throw new DomainError('contract-year-closed', { year });
  }
}

type Recorded = AciContract & ContractSettings;

const unitLabels = { days: 'jours', months: 'mois' } as const;
const yearStartLabel = (day: string): string => day.split('-').reverse().join('/');

/** What the journal keeps: the agreement by its name, settings in words. */
const shown = (contract: Recorded, agreements: readonly AgreementVersion[]): object => ({
  ...contract,
  agreement: agreementByCode(contract.agreement, agreements)?.label ?? contract.agreement,
  prorataUnit: unitLabels[contract.prorataUnit],
  accountingYearStart: yearStartLabel(contract.accountingYearStart),
  membershipYearStart: yearStartLabel(contract.membershipYearStart),
});

const contractOf = ({ signedOn, durationYears, agreement, size, ...rest }: Recorded): Recorded => ({
  signedOn,
  durationYears,
  agreement,
  size,
  ...settingsOf(rest, rest),
});

function settingsOf(given: Partial<ContractSettings>, otherwise: ContractSettings): ContractSettings {
  return {
    prorataUnit: given.prorataUnit ?? otherwise.prorataUnit,
    accountingYearStart: given.accountingYearStart ?? otherwise.accountingYearStart,
    membershipYearStart: given.membershipYearStart ?? otherwise.membershipYearStart,
  };
}

/** The agreement asked for, else the one of the signature day (a day that does not exist is refused by the rule that follows). */
function agreementCode({ agreement, signedOn }: ContractInput, agreements: readonly AgreementVersion[]): string {
  if (agreement) return agreement;
  return isDay(signedOn) ? agreementOn(signedOn, agreements).code : '';
}

async function requireSame(tx: Tx, stored: StoredContract | null, seen: number, timeZone: string): Promise<void> {
  if (stored) await requireRevision(tx, stored, seen, contractOf(stored), timeZone);
  else if (seen !== 0) throw new DomainError('not-found');
}
