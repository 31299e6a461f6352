import { checkCrisis, crisisYears, type Crisis } from '@maillage/domain/contract';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { audit, loadCommunity, requireRevision } from '@maillage/features/community';
import { Clock, Ids, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { ClosedYears } from './closed-years';
import { crisesView, type CrisesView } from './terms.queries';
import { termsGround, type TermsGround } from './terms-ground';
import { deleteCrisis, loadCrisis, recognisedCrises, saveCrisis, type StoredCrisis } from './terms.store';

/** Keeps the crises the ARS recognised: the crisis part of the contract counts only with one. */
@Injectable()
export class KeepCrises {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly closing: ClosedYears,
  ) {}

  /** Records a crisis; the same one twice is `already-done`. */
  async record(actor: Actor, input: Crisis): Promise<CrisesView> {
    return this.change(actor, null, input);
  }

  /** Corrects a crisis, or says that it ended. */
  async correct(actor: Actor, id: string, { revision, ...input }: Crisis & { revision: number }): Promise<CrisesView> {
    return this.change(actor, { id, revision }, input);
  }

  /** Removes a crisis recorded by mistake. */
  async remove(actor: Actor, id: string, revision: number): Promise<CrisesView> {
    return this.change(actor, { id, revision }, null);
  }

  private change(actor: Actor, seen: { id: string; revision: number } | null, input: Crisis | null): Promise<CrisesView> {
    requireRight(actor, 'money.write');
    return this.db.run(actor.communityId, async (tx) => {
      await loadCommunity(tx, actor.communityId, true);
      const stored = seen && (await loadCrisis(tx, seen.id));
      const ground = await termsGround(tx, actor.communityId, this.clock);
      if (seen && stored) await requireRevision(tx, stored, seen.revision, crisisOf(stored), ground.timeZone);
      const crisis = input && checkCrisis(input, ground.agreement, ground.contract, ground.today);
      // The same crisis by a second click.
      if (crisis && !stored && (await recognisedCrises(tx)).some(({ kind, recognisedOn }) => kind === crisis.kind && recognisedOn === crisis.recognisedOn))
        throw new DomainError('already-done');
      await this.requireOpen(tx, ground, stored && crisisOf(stored), crisis);
      await this.write(tx, actor, ground, stored, crisis);
      return crisesView(tx, ground);
    });
  }

  private async write(tx: Tx, actor: Actor, { agreement }: TermsGround, stored: StoredCrisis | null, crisis: Crisis | null): Promise<void> {
    const before = stored && crisisOf(stored);
    if (before && crisis && JSON.stringify(before) === JSON.stringify(crisis)) return;
    const id = stored?.id ?? this.ids.next();
    if (crisis) await saveCrisis(tx, { id, ...crisis }, { personId: actor.personId, at: this.clock.now() });
    else await deleteCrisis(tx, id);
    const kindOf = (code: string) => agreement.crisisKinds.find((kind) => kind.code === code)?.label ?? code;
    const shown = (one: Crisis | null) => one && { ...one, kind: kindOf(one.kind) };
    await audit(tx, actor, {
      act: !crisis ? 'crisis.removed' : stored ? 'crisis.changed' : 'crisis.recorded',
      subjectType: 'crisis',
      subjectId: id,
      label: kindOf((crisis ?? before)?.kind ?? ''),
      before: shown(before),
      after: shown(crisis),
    });
  }

  /** A year whose review is closed neither wins nor loses a crisis. */
  private async requireOpen(tx: Tx, { contract }: TermsGround, before: Crisis | null, after: Crisis | null): Promise<void> {
    const [was, is] = [before, after].map((crisis) => new Set(crisis ? crisisYears(crisis, contract) : []));
    const closed = (await this.closing.closedYears(tx)).find((year) => was?.has(year) !== is?.has(year));
    if (closed !== undefined) throw new DomainError('contract-year-closed', { year: closed });
  }
}

const crisisOf = ({ kind, recognisedOn, reference, endedOn }: Crisis): Crisis => ({ kind, recognisedOn, reference, endedOn });
