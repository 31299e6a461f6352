import { checkLogo, logoLimits, type LogoType } from '@maillage/domain/community';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { Clock, Files, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { audit } from './audit';
import { settingsView, type SettingsView } from './community.queries';
import { loadCommunity, saveCommunity } from './community.store';

const fileNames: Readonly<Record<LogoType, string>> = {
  'image/png': 'logo.png',
  'image/jpeg': 'logo.jpg',
  'image/svg+xml': 'logo.svg',
};

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

/** Gives the community a logo; its kind is read in its content, and a drawing that could act is refused. */
@Injectable()
export class SetLogo {
  constructor(
    private readonly db: TenantDb,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, bytes: Uint8Array): Promise<SettingsView> {
    requireRight(actor, 'community.write');
    const mediaType = checkLogo(bytes, decode);
    const stored = await this.files.put(bytes, { maxBytes: logoLimits.bytes });
    return this.db.run(actor.communityId, async (tx) => {
      const row = await loadCommunity(tx, actor.communityId, true);
      const logoFileId = await this.files.record(tx, stored, { name: fileNames[mediaType], mediaType });
      const saved = await saveCommunity(tx, row, { logoFileId }, { personId: actor.personId, at: this.clock.now() });
      await audit(tx, actor, {
        act: 'community.logo-changed',
        subjectType: 'community',
        subjectId: row.id,
        after: { fileName: fileNames[mediaType], hash: stored.hash },
      });
      return settingsView(saved);
    });
  }
}

/** Takes the logo away; the file stays, the journal still names it. */
@Injectable()
export class RemoveLogo {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor): Promise<SettingsView> {
    requireRight(actor, 'community.write');
    return this.db.run(actor.communityId, async (tx) => {
      const row = await loadCommunity(tx, actor.communityId, true);
      if (row.logoFileId === null) return settingsView(row);
      const saved = await saveCommunity(tx, row, { logoFileId: null }, { personId: actor.personId, at: this.clock.now() });
      await audit(tx, actor, { act: 'community.logo-removed', subjectType: 'community', subjectId: row.id });
      return settingsView(saved);
    });
  }
}
