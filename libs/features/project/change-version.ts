import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, freeText, requireText, textLimits } from '@maillage/domain/kernel';
import { audit, requireRevision, timeZoneOf } from '@maillage/features/community';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { versionLabel } from './labels';
import { loadVersion, updateVersion } from './project.store';
import { versionView, type VersionView } from './views';

/** The title of a version and what it changes, with the revision on screen. */
export interface VersionInput {
  title: string;
  note: string | null;
  revision: number;
}

/** Changes the title and the note of a version that is not past. */
@Injectable()
export class ChangeVersion {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, versionId: string, input: VersionInput): Promise<VersionView> {
    requireRight(actor, 'project.write');
    return this.db.run(actor.communityId, async (tx) => {
      const version = await loadVersion(tx, versionId, true);
      if (version.status === 'past') throw new DomainError('project-past');
      const before = { title: version.title, note: version.note };
      await requireRevision(tx, version, input.revision, before, await timeZoneOf(tx, actor.communityId));
      const after = { title: requireText(input.title, 'Titre du projet', textLimits.title), note: freeText(input.note, 'Ce qui change') };
      if (after.title === before.title && after.note === before.note) return versionView(version);
      await updateVersion(tx, version, after, { personId: actor.personId, at: this.clock.now() });
      await audit(tx, actor, { act: 'project.changed', subjectType: 'project', subjectId: versionId, label: versionLabel({ ...version, ...after }), before, after });
      return versionView(await loadVersion(tx, versionId));
    });
  }
}
