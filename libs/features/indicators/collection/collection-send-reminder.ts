import { taskKey } from '@maillage/domain/indicators';
import { addYears, parsePeriod } from '@maillage/domain/kernel';
import { settingsOfCommunity } from '@maillage/features/community';
import { Clock, Config, Mail, MailError, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { reminderMail, type AskedValue } from './collection-mail';
import { loadNames } from '../definition/indicator.store';
import { readCollection } from './collection-reading';
import { claimReminder, loadReminderLines, lockReminder, settleReminder, type ReminderResult, type StoredReminder } from './collection-reminder.store';
import { loadAnswered, loadReturned } from './collection-answers.store';
import { loadCollectors, type Collector } from './collection.store';

/** The run that works, and for whom. */
export interface ReminderPass {
  communityId: string;
  reminderId: string;
  runId: string;
}

interface Ready {
  to: string;
  message: { subject: string; text: string };
  replyTo: string | null;
}

const interrupted: ReminderResult = {
  status: 'uncertain',
  explanation: 'Le service d’envoi s’est arrêté pendant l’envoi\u00a0: le rappel est peut-être parti. Il n’est pas envoyé une deuxième fois.',
};

/**
 * Sends one reminder: taken in hand before (tx 1), settled after (tx 2). What was answered since it was planned is left out; nothing
 * leaves when everything was. A reminder that may have left is never sent again.
 */
@Injectable()
export class SendReminder {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly mail: Mail,
  ) {}

  /** Throws `MailError` when trying again later may work. */
  async execute(pass: ReminderPass): Promise<void> {
    const ready = await this.db.run(pass.communityId, (tx) => this.claim(tx, pass));
    if (!ready) return;
    const { to, message, replyTo } = ready;
    const messageId = `<rappel.${pass.reminderId}@${new URL(this.config.PUBLIC_URL).hostname}>`;
    try {
      const { response } = await this.mail.send({ to, ...message, messageId, ...(replyTo ? { replyTo } : {}) });
      await this.settle(pass, { status: 'sent', answer: response });
    } catch (error) {
      if (!(error instanceof MailError)) throw error;
      if (error.outcome === 'temporary') {
        await this.db.run(pass.communityId, (tx) => claimReminder(tx, pass.reminderId, null));
        throw error;
      }
      await this.settle(pass, { status: error.outcome === 'uncertain' ? 'uncertain' : 'failed', answer: error.response, explanation: error.message });
    }
  }

  /** Every try failed: the reminder is given up, and its log says why. */
  async giveUp(pass: Omit<ReminderPass, 'runId'>, explanation: string): Promise<void> {
    await this.settle(pass, { status: 'failed', explanation });
  }

  private async settle({ communityId, reminderId }: Omit<ReminderPass, 'runId'>, result: ReminderResult): Promise<void> {
    await this.db.run(communityId, (tx) => settleReminder(tx, reminderId, result, this.clock.now()));
  }

  /** Takes the reminder in hand, if it is still to be sent. */
  private async claim(tx: Tx, { communityId, reminderId, runId }: ReminderPass): Promise<Ready | null> {
    const reminder = await lockReminder(tx, reminderId);
    if (reminder.status !== 'pending') return null;
    const close = async (result: ReminderResult): Promise<null> => {
      await settleReminder(tx, reminderId, result, this.clock.now());
      return null;
    };
    // Claimed and never settled: a worker died with the message in its hands.
    if (reminder.claimRun !== null) return close(interrupted);
    const collectors = await loadCollectors(tx);
    const person = collectors.find(({ personId }) => personId === reminder.personId);
    if (!person) return close({ status: 'unneeded', explanation: 'Cette personne ne saisit plus de valeurs dans la communauté.' });
    const { values, today } = await this.stillOwed(tx, communityId, reminderId);
    if (values.length === 0) return close({ status: 'unneeded', explanation: 'Tout a été donné avant l’envoi.' });
    await claimReminder(tx, reminderId, runId);
    return this.write(tx, communityId, { reminder, person, collectors, values, today });
  }

  private async stillOwed(tx: Tx, communityId: string, reminderId: string): Promise<{ values: AskedValue[]; today: string }> {
    const { facts, indicators } = await readCollection(tx, communityId, this.clock);
    const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
    const answered = await loadAnswered(tx, addYears(facts.today, -3));
    const returned = await loadReturned(tx, facts.timeZone);
    const values = (await loadReminderLines(tx, reminderId)).flatMap(({ indicatorId, periodKey, dueOn }): AskedValue[] => {
      const indicator = byId.get(indicatorId);
      if (!indicator || indicator.archivedAt !== null || answered.has(taskKey(indicatorId, periodKey))) return [];
      const remark = returned.get(taskKey(indicatorId, periodKey))?.returned?.remark ?? null;
      return [{ indicatorId, name: indicator.name, remark, evidenceExpected: indicator.evidenceExpected, period: parsePeriod(periodKey, facts.calendar), dueOn }];
    });
    return { values, today: facts.today };
  }

  private async write(
    tx: Tx,
    communityId: string,
    { reminder, person, collectors, values, today }: { reminder: StoredReminder; person: Collector; collectors: readonly Collector[]; values: AskedValue[]; today: string },
  ): Promise<Ready> {
    const { title, demo } = await settingsOfCommunity(tx, communityId);
    const asking = reminder.askedBy === null ? undefined : collectors.find(({ personId }) => personId === reminder.askedBy);
    // Who sends values back may be of the board, which gives none.
    const askedBy = asking?.name ?? (reminder.askedBy === null ? null : ((await loadNames(tx, [reminder.askedBy])).get(reminder.askedBy) ?? null));
    const contact = asking ?? collectors.find(({ role, personId }) => role === 'coordinator' && personId !== person.personId) ?? null;
    const facts = { community: title, demo, today, values, askedBy, contact, address: this.config.PUBLIC_URL.replace(/\/$/, '') };
    return { to: person.email, message: reminderMail(facts), replyTo: contact?.email ?? null };
  }
}
