import { Injectable } from '@nestjs/common';
import { LINK_LIFETIME_MS } from '@maillage/domain/identity';
import { Clock, Config, DirectoryDb, Mail, type Tx } from '@maillage/platform';
import { linkMail } from './link-mail';
import { communityOfLink, giveToken, insertLink, lockLink, markSent } from './link.store';
import type { OneTimeLinkRow } from './one-time-link.row';
import { personByEmail } from './person.store';
import { hashToken, newToken } from './tokens';

declare module '@maillage/platform/jobs/job-payloads' {
  interface JobPayloads {
    /** Sends the e-mail of a link; a reset names the address, and the link is made only if someone has it. */
    'identity.send-link': { linkId: string } | { resetFor: string };
  }
}

/** What the job is given. */
export type LinkToSend = { linkId: string } | { resetFor: string };

/** Where each kind of link leads; the token is after « # », so that no server or log ever sees it. */
const PAGES = { invitation: '/invitation', 'password-reset': '/nouveau-mot-de-passe' } as const;

/** Makes the token of a link and sends it. Done twice, the second link replaces the first. */
@Injectable()
export class SendLink {
  constructor(
    private readonly db: DirectoryDb,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly mail: Mail,
  ) {}

  /** `runId` names the job's run: the link of a reset takes it, so that a second try finds the same one. */
  async execute(runId: string, what: LinkToSend): Promise<void> {
    const ready = await this.db.run(async (tx) => {
      const link = 'linkId' in what ? await lockLink(tx, what.linkId) : await this.resetLink(tx, runId, what.resetFor);
      return link && link.usedAt === null && link.revokedAt === null ? this.prepare(tx, link) : null;
    });
    if (!ready) return;
    await this.mail.send({ to: ready.to, ...ready.message });
    await this.db.run((tx) => markSent(tx, ready.linkId, this.clock.now()));
  }

  /** A fresh address for an invitation, for the operator who hands it over by other means than e-mail. */
  async address(linkId: string): Promise<string | null> {
    const ready = await this.db.run(async (tx) => {
      const link = await lockLink(tx, linkId);
      return link && link.usedAt === null && link.revokedAt === null ? this.prepare(tx, link) : null;
    });
    return ready?.url ?? null;
  }

  private async resetLink(tx: Tx, runId: string, email: string): Promise<OneTimeLinkRow | null> {
    if (!(await personByEmail(tx, email))) return null;
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LINK_LIFETIME_MS['password-reset']);
    await insertLink(tx, { id: runId, kind: 'password-reset', communityId: null, email, role: null, organisation: null, invitedBy: null, createdAt: now, expiresAt });
    return lockLink(tx, runId);
  }

  private async prepare(tx: Tx, link: OneTimeLinkRow): Promise<{ linkId: string; to: string; url: string; message: ReturnType<typeof linkMail> }> {
    const token = newToken();
    const expiresAt = new Date(this.clock.now().getTime() + LINK_LIFETIME_MS[link.kind]);
    await giveToken(tx, link.id, hashToken(token), expiresAt);
    const community = await communityOfLink(tx, link);
    const url = `${this.config.PUBLIC_URL}${PAGES[link.kind]}#${token}`;
    const message = linkMail({
      kind: link.kind,
      url,
      expiresAt,
      timeZone: community?.timeZone ?? 'Europe/Paris',
      community: community && `${community.label} ${community.name}`,
      role: link.role,
      invitedBy: community?.invitedByName ?? null,
    });
    return { linkId: link.id, to: link.email, url, message };
  }
}
