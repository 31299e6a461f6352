import { communityTitle, type CommunitySettings } from '@maillage/domain/community';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { found } from '@maillage/domain/kernel';
import { Files, TenantDb, type StoredFile, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { CommunityRow } from './community.row';
import { loadCommunity } from './community.store';

/** The settings of a community as its pages show them. */
export interface SettingsView extends CommunitySettings {
  id: string;
  /** « CPTS du Giennois-Berry ». */
  title: string;
  logoFileId: string | null;
  demo: boolean;
  revision: number;
  updatedAt: Date;
}

/** A file and its bytes. */
export interface OpenedFile {
  file: StoredFile;
  bytes: Readable;
}

/** The settings in a row. */
export function settingsView(row: CommunityRow): SettingsView {
  const { id, name, label, timeZone, maskBelow, logoFileId, demo, revision, updatedAt } = row;
  return { id, title: communityTitle(row), name, label, timeZone, maskBelow, logoFileId, demo, revision, updatedAt };
}

/** The settings of a community, for other areas inside their own transaction. */
export async function settingsOfCommunity(tx: Tx, communityId: string): Promise<SettingsView> {
  return settingsView(await loadCommunity(tx, communityId));
}

/** Reads of what a community is. */
@Injectable()
export class CommunityQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly files: Files,
  ) {}

  /** The settings of the actor's community. */
  async settings(actor: Actor): Promise<SettingsView> {
    requireRight(actor, 'community.read');
    return this.db.run(actor.communityId, (tx) => settingsOfCommunity(tx, actor.communityId), { readOnly: true });
  }

  /** The logo of the actor's community; `not-found` when it has none. */
  async logo(actor: Actor): Promise<OpenedFile> {
    requireRight(actor, 'community.read');
    const file = await this.db.run(
      actor.communityId,
      async (tx) => {
        const { logoFileId } = await loadCommunity(tx, actor.communityId);
        return found(logoFileId === null ? undefined : await this.files.find(tx, logoFileId));
      },
      { readOnly: true },
    );
    return { file, bytes: this.files.open(file.hash) };
  }
}
