import { requireLeadKept, checkActionTracking, type ActionTracking } from '@maillage/domain/project';
import type { Actor } from '@maillage/domain/identity';
import { formatEuros, found } from '@maillage/domain/kernel';
import { audit, requireRevision } from '@maillage/features/community';
import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { nameOfMember, updateTracking, type StoredTracking } from './action.store';
import { TrackingEditing } from './tracking';
import type { ActionView } from './views';

/** Who leads, with whom, with what money, from when to when, and the free text. */
export type TrackingFields = Pick<ActionTracking, 'leadPersonId' | 'leadName' | 'partners' | 'budgetCents' | 'startsOn' | 'endsOn' | 'text'>;

/** The same with the revision on screen. */
export interface TrackingInput extends TrackingFields {
  revision: number;
}

/** Changes the tracking of an action other than its status and steps. */
@Injectable()
export class ChangeActionTracking {
  constructor(private readonly tracking: TrackingEditing) {}

  async execute(actor: Actor, actionId: string, { revision, ...input }: TrackingInput): Promise<ActionView> {
    return this.tracking.change(actor, actionId, async ({ tx, action, label, timeZone, today, by }) => {
      const before = fieldsOf(action);
      await requireRevision(tx, action, revision, { ...before, lead: action.lead }, timeZone);
      const after = fieldsOf(checkActionTracking({ ...action, ...input, steps: [] }, today));
      requireLeadKept(actor, before, after);
      if (JSON.stringify(before) === JSON.stringify(after)) return;
      const lead = await leadName(tx, action, after);
      await updateTracking(tx, actionId, after, by);
      await audit(tx, actor, {
        act: 'action.tracking-changed',
        subjectType: 'action',
        subjectId: actionId,
        label,
        before: journalled(before, action.lead),
        after: journalled(after, lead),
      });
    });
  }
}

const fieldsOf = ({ leadPersonId, leadName, partners, budgetCents, startsOn, endsOn, text }: TrackingFields): TrackingFields => ({
  leadPersonId,
  leadName,
  partners,
  budgetCents,
  startsOn,
  endsOn,
  text,
});

/** The name of the lead; a person is given an action only while it has access to the community. */
async function leadName(tx: Tx, action: StoredTracking, { leadPersonId, leadName: name }: TrackingFields): Promise<string | null> {
  if (leadPersonId === null) return name;
  if (leadPersonId === action.leadPersonId) return action.lead;
  return found(await nameOfMember(tx, leadPersonId), { what: 'person' });
}

const journalled = ({ partners, budgetCents, startsOn, endsOn, text }: TrackingFields, lead: string | null): object => ({
  lead,
  partners,
  budget: budgetCents === null ? null : formatEuros(budgetCents),
  startsOn,
  endsOn,
  text,
});
