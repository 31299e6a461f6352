import type { Actor } from '@maillage/domain/identity';
import { actionStatusLabels, checkActionTracking, type ActionStatus } from '@maillage/domain/project';
import { audit, requireRevision } from '@maillage/features/community';
import { Ids } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { insertStatusChange, updateStatus } from './action.store';
import { TrackingEditing } from './tracking';
import type { ActionView } from './views';

/** A status and why, with the revision on screen. */
export interface StatusInput {
  status: ActionStatus;
  statusSentence: string | null;
  revision: number;
}

/** Says where an action stands; each change stays in its history. */
@Injectable()
export class ChangeActionStatus {
  constructor(
    private readonly tracking: TrackingEditing,
    private readonly ids: Ids,
  ) {}

  async execute(actor: Actor, actionId: string, input: StatusInput): Promise<ActionView> {
    return this.tracking.change(actor, actionId, async ({ tx, action, label, timeZone, today, by }) => {
      const before = { status: action.status, statusSentence: action.statusSentence };
      await requireRevision(tx, action, input.revision, before, timeZone);
      const wanted = { ...action, status: input.status, statusSentence: input.statusSentence, steps: [] };
      const { status, statusSentence } = checkActionTracking(wanted, today);
      if (status === before.status && statusSentence === before.statusSentence) return;
      const statusSince = status === before.status ? action.statusSince : today;
      await updateStatus(tx, actionId, { status, statusSentence, statusSince }, by);
      await insertStatusChange(tx, { id: this.ids.next(), actionId, fromStatus: before.status, status, sentence: statusSentence }, by);
      await audit(tx, actor, {
        act: 'action.status-changed',
        subjectType: 'action',
        subjectId: actionId,
        label,
        before: { status: actionStatusLabels[before.status], sentence: before.statusSentence },
        after: { status: actionStatusLabels[status], sentence: statusSentence },
      });
    });
  }
}
