import { checkCommunitySettings, type CommunitySettings } from '@maillage/domain/community';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { Clock, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { audit } from './audit';
import { settingsView, type SettingsView } from './community.queries';
import { loadCommunity, saveCommunity } from './community.store';
import { requireRevision } from './revision';

/** The settings asked for, with the revision of those on screen. */
export interface SettingsChange extends CommunitySettings {
  revision: number;
}

/** Changes the name, the label, the time zone and the rules of the community. */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, input: SettingsChange): Promise<SettingsView> {
    requireRight(actor, 'community.write');
    const { revision, ...wanted } = input;
    const settings = checkCommunitySettings(wanted);
    return this.db.run(actor.communityId, async (tx) => {
      const row = await loadCommunity(tx, actor.communityId, true);
      await requireRevision(tx, row, revision, settingsView(row), row.timeZone);
      const before = settingsOf(row);
      if (JSON.stringify(before) === JSON.stringify(settings)) return settingsView(row);
      const saved = await saveCommunity(tx, row, settings, { personId: actor.personId, at: this.clock.now() });
      await audit(tx, actor, {
        act: 'community.settings-changed',
        subjectType: 'community',
        subjectId: row.id,
        before,
        after: settings,
      });
      return settingsView(saved);
    });
  }
}

const settingsOf = ({ name, label, timeZone, maskBelow }: CommunitySettings): CommunitySettings => ({
  name,
  label,
  timeZone,
  maskBelow,
});
