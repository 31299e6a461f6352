import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, requireText, searchable } from '@maillage/domain/kernel';
import { checkRecipientEmail, recipientKindLabels, type RecipientKind } from '@maillage/domain/reports';
import { audit, requireRevision, timeZoneOf } from '@maillage/features/community';
import { Clock, Ids, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { insertRecipient, lockRecipient, recipientOfEmail, removeRecipient, updateRecipient, type StoredRecipient } from './delivery.store';

/** A recipient as a person gives it. */
export interface RecipientInput {
  kind: RecipientKind;
  /** The institution: its readers see what is sent here. */
  name: string;
  email: string;
}

type Content = Pick<StoredRecipient, 'kind' | 'name' | 'organisationKey' | 'email'>;

/** What makes two writings of an institution the same one. */
export const organisationKey = (organisation: string): string => searchable(organisation);

/** Adds, changes and removes those reports are sent to. */
@Injectable()
export class ManageRecipients {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** A new recipient; its id comes back. */
  async add(actor: Actor, input: RecipientInput): Promise<string> {
    requireRight(actor, 'reports.send');
    const content = checked(input);
    return this.db.run(actor.communityId, async (tx) => {
      await this.requireFree(tx, content, null);
      const id = this.ids.next();
      await insertRecipient(tx, id, content, this.by(actor));
      await audit(tx, actor, { act: 'recipient.added', subjectType: 'recipient', subjectId: id, label: content.name, after: told(content) });
      return id;
    });
  }

  /** Changes one; the reports already sent keep the address they were sent to. */
  async change(actor: Actor, id: string, input: RecipientInput & { revision: number }): Promise<void> {
    requireRight(actor, 'reports.send');
    const content = checked(input);
    await this.db.run(actor.communityId, async (tx) => {
      const before = await lockRecipient(tx, id);
      await requireRevision(tx, before, input.revision, told(before), await timeZoneOf(tx, actor.communityId));
      if (JSON.stringify(told(before)) === JSON.stringify(told(content))) return;
      await this.requireFree(tx, content, id);
      await updateRecipient(tx, id, content, this.by(actor));
      await audit(tx, actor, { act: 'recipient.changed', subjectType: 'recipient', subjectId: id, label: content.name, before: told(before), after: told(content) });
    });
  }

  /** Removes one: nothing more is sent to it. */
  async remove(actor: Actor, id: string): Promise<void> {
    requireRight(actor, 'reports.send');
    await this.db.run(actor.communityId, async (tx) => {
      const before = await lockRecipient(tx, id);
      await removeRecipient(tx, id, this.by(actor));
      await audit(tx, actor, { act: 'recipient.removed', subjectType: 'recipient', subjectId: id, label: before.name, before: told(before) });
    });
  }

  private by(actor: Actor): { personId: string; at: Date } {
    return { personId: actor.personId, at: this.clock.now() };
  }

  private async requireFree(tx: Tx, { email }: Content, id: string | null): Promise<void> {
    const same = await recipientOfEmail(tx, email);
    if (same && same.id !== id) throw new DomainError('recipient-taken', { email, name: same.name });
  }
}

function checked({ kind, name, email }: RecipientInput): Content {
  const institution = requireText(name, 'Organisme');
  return { kind, name: institution, organisationKey: organisationKey(institution), email: checkRecipientEmail(email) };
}

const told = ({ kind, name, email }: Pick<Content, 'kind' | 'name' | 'email'>): object => ({ kind: recipientKindLabels[kind], name, email });
