import { checkValidationSettings, type ValidationSettings } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { audit, requireRevision, timeZoneOf } from '@maillage/features/community';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadValidation, saveValidation, type StoredValidation } from './validation.store';

/** How values are validated, with the revision of what is on screen (0 while nothing was set). */
export interface ValidationChange extends ValidationSettings {
  revision: number;
}

/** The settings as people see them. */
export type ValidationView = ValidationSettings & { revision: number };

/** What the screen shows of the settings. */
export const validationView = ({ by, steps, submitOnSave, revision }: StoredValidation): ValidationView => ({ by, steps, submitOnSave, revision });

/** Changes who validates values and in how many steps. What is validated already stays so. */
@Injectable()
export class ChangeValidation {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { revision, ...wanted }: ValidationChange): Promise<ValidationView> {
    requireRight(actor, 'community.write');
    const settings = checkValidationSettings(wanted);
    return this.db.run(actor.communityId, async (tx) => {
      const stored = await loadValidation(tx, true);
      const timeZone = await timeZoneOf(tx, actor.communityId);
      const before = told(stored);
      const after = told(settings);
      if (JSON.stringify(before) === JSON.stringify(after)) return validationView(stored);
      await requireRevision(tx, stored, revision, validationView(stored), timeZone);
      if (!(await saveValidation(tx, settings, revision, { personId: actor.personId, at: this.clock.now() }))) {
        const now = await loadValidation(tx);
        await requireRevision(tx, now, revision, validationView(now), timeZone);
      }
      await audit(tx, actor, { act: 'validation.settings-changed', subjectType: 'community', subjectId: actor.communityId, before, after });
      return validationView(await loadValidation(tx));
    });
  }
}

/** The settings under the names the journal knows. */
const told = ({ by, steps, submitOnSave }: ValidationSettings): object => ({ validatedBy: by, validationSteps: steps, submitOnSave });
