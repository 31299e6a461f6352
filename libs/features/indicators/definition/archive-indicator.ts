import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, listInFrench } from '@maillage/domain/kernel';
import { audit } from '@maillage/features/community';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadFed } from '../computed/computed.store';
import { labelOf } from './define-indicator';
import { loadIndicator, loadIndicators, setArchived } from './indicator.store';

/**
 * Takes an indicator out of use, or brings it back. Its values stay; none is asked for any more. Refused while a formula in use needs it
 * (`indicator-feeds`), and its way back while its own formula needs what is archived (`indicator-input-archived`).
 */
@Injectable()
export class ArchiveIndicator {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, id: string, archived: boolean): Promise<void> {
    requireRight(actor, 'indicators.write');
    await this.db.run(actor.communityId, async (tx) => {
      const stored = await loadIndicator(tx, id, true);
      if ((stored.archivedAt !== null) === archived) return;
      if (archived) {
        const fed = await loadFed(tx, [id]);
        const codes = fed.length === 0 ? [] : (await loadIndicators(tx)).flatMap((one) => (fed.includes(one.id) ? [one.code] : []));
        if (codes.length > 0) throw new DomainError('indicator-feeds', { code: stored.code, fed: listInFrench(codes) });
      }
      if (!archived) {
        const codes: string[] = [];
        // Each is held, so that none is archived meanwhile.
        for (const inputId of new Set(stored.formula?.inputs.map((input) => input.id))) {
          const input = await loadIndicator(tx, inputId, true);
          if (input.archivedAt !== null) codes.push(input.code);
        }
        if (codes.length > 0) throw new DomainError('indicator-input-archived', { code: stored.code, inputs: listInFrench(codes), count: codes.length });
      }
      const at = this.clock.now();
      await setArchived(tx, id, archived ? at : null, { personId: actor.personId, at });
      await audit(tx, actor, {
        act: archived ? 'indicator.archived' : 'indicator.restored',
        subjectType: 'indicator',
        subjectId: id,
        label: labelOf(stored),
      });
    });
  }
}
