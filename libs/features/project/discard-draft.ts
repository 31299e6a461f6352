import { requireRight, type Actor } from '@maillage/domain/identity';
import { checkDiscard } from '@maillage/domain/project';
import { audit, loadCommunity } from '@maillage/features/community';
import { TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { deleteActions } from './action.store';
import { ActionUse } from './action-use';
import { requireNothingCarried } from './carried';
import { versionLabel } from './labels';
import { actionsOnlyIn, deleteVersion, loadVersion } from './project.store';

/** Throws a draft away, with the actions that only it held. */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly db: TenantDb,
    private readonly use: ActionUse,
  ) {}

  async execute(actor: Actor, versionId: string): Promise<void> {
    requireRight(actor, 'project.write');
    await this.db.run(actor.communityId, async (tx) => {
      await loadCommunity(tx, actor.communityId, true);
      const version = await loadVersion(tx, versionId, true);
      checkDiscard(version);
      const orphans = await actionsOnlyIn(tx, versionId);
      await requireNothingCarried(tx, this.use, orphans);
      await deleteVersion(tx, versionId);
      await deleteActions(tx, orphans.map(({ id }) => id));
      await audit(tx, actor, {
        act: 'project.draft-deleted',
        subjectType: 'project',
        subjectId: versionId,
        label: versionLabel(version),
        before: { version: version.number, title: version.title },
      });
    });
  }
}
