import type { Actor } from '@maillage/domain/identity';
import { addDays, addMonths, formatPeriodShort, french, isDomainError, type Day, type Period } from '@maillage/domain/kernel';
import { ChangeCollectionLink, CollectionQueries, OpenCollectionLink, PlanReminders, RemindNow, SendReminder, SettleContributions, type Knock } from '@maillage/features/indicators';
import { Ids, Mail } from '@maillage/platform';
import type { INestApplicationContext } from '@nestjs/common';
import type { Agenda } from './agenda';
import { demoProof } from './proof';
import type { ValuesPlay } from './play-values';

/** Days after the end of a quarter when the product writes by itself to who owes a value: before the due day, the day after, then each week. */
const remindedAfter = [8, 16, 23, 30, 37] as const;
/** …and when the coordination asks once more. */
const askedAfter = 45;

/** Someone outside who gives values through a link. All of it is invented. */
interface DemoLink {
  recipient: string;
  email: string;
  /** Code of the indicator it asks for. */
  code: string;
  /** Days after the end of the quarter of its first answer when it stops; null: a year. */
  stopsAfter: number | null;
}

const pharmacy: DemoLink = { recipient: 'Pharmacie du Marché', email: 'marche@pharmacie.demo.maillage.fr', code: 'PRE-05', stopsAfter: null };
const practice: DemoLink = { recipient: 'Maison de santé des Deux Rives', email: 'secretariat@msp.demo.maillage.fr', code: 'ACC-08', stopsAfter: 31 };

/** The collection of the last quarters: reminders, and the values that people without account give through links. */
export class CollectionPlay {
  private readonly knocks = new Map<DemoLink, Knock>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly coordinator: Actor,
    private readonly values: ValuesPlay,
  ) {}

  /** Reminders of the round of a quarter. Written down before its values: what is given in the day is still asked for in the morning. */
  planReminders(agenda: Agenda, { key, end }: Period): void {
    for (const after of remindedAfter) agenda.plan(addDays(end, after), () => this.remind(key, () => this.app.get(PlanReminders).execute(this.coordinator.communityId)));
    agenda.plan(addDays(end, askedAfter), () => this.remind(key, () => this.app.get(RemindNow).execute(this.coordinator, { periodKey: key, personId: null })));
  }

  /** Links made before the end of a quarter, answered for it and for the next one. */
  planLinks(agenda: Agenda, quarter: Period, next: Period): void {
    const on = (period: Period, after: number, act: () => Promise<void>): void => agenda.plan(addDays(period.end, after), act);
    on(quarter, -12, async () => {
      for (const link of [pharmacy, practice]) await this.open(link, quarter);
    });
    on(quarter, 4, () => this.answer(pharmacy, quarter, 88, 'Tests de l’officine, tous motifs.'));
    on(quarter, 5, () => this.answer(practice, quarter, 127, null, 'Relevé de l’agenda partagé'));
    on(quarter, 7, async () => {
      await this.accept(practice, quarter);
      await this.refuse(pharmacy, quarter, 'Ce total comprend les tests de grippe : comptez seulement les angines.');
    });
    on(quarter, 9, () => this.answer(pharmacy, quarter, 52, 'Corrigé : angines seulement.', 'Relevé des tests d’angine'));
    on(quarter, 10, () => this.accept(pharmacy, quarter));
    on(quarter, 13, () => this.values.validateWaiting([pharmacy.code, practice.code], [quarter.key]));
    on(next, 9, () => this.answer(pharmacy, next, 58, null, 'Relevé des tests d’angine'));
  }

  /** What is planned leaves at once when the mail answers; otherwise the worker sends it once it starts. */
  private async remind(periodKey: string, plan: () => Promise<unknown>): Promise<void> {
    try {
      await plan();
    } catch (error) {
      // Everything was answered, or everyone was written to a moment ago.
      if (isDomainError(error, 'reminder-nobody') || isDomainError(error, 'reminder-too-soon')) return;
      throw error;
    }
    if (!(await this.mailAnswers())) return;
    const log = await this.app.get(CollectionQueries).reminders(this.coordinator, periodKey);
    for (const { id, status } of log) {
      const pass = { communityId: this.coordinator.communityId, reminderId: id, runId: this.app.get(Ids).next() };
      if (status === 'pending') await this.app.get(SendReminder).execute(pass);
    }
  }

  private mailAnswers(): Promise<boolean> {
    return this.app.get(Mail).check().then(
      () => true,
      () => false,
    );
  }

  private async open(link: DemoLink, { start, end }: Period): Promise<void> {
    const { recipient, email, code, stopsAfter } = link;
    const expiresOn: Day = stopsAfter === null ? addMonths(end, 12) : addDays(end, stopsAfter);
    const made = { id: this.app.get(Ids).next(), recipient, email, indicatorIds: [this.values.idOf(code)], periods: null, from: start, expiresOn, showPrevious: true, send: false };
    const { address } = await this.app.get(ChangeCollectionLink).create(this.coordinator, made);
    this.knocks.set(link, { token: new URL(address ?? '').hash.slice(1), address: '127.0.0.1' });
  }

  /** An answer, in place of the one refused before; with a file when it is named. */
  private async answer(link: DemoLink, period: Period, value: number, comment: string | null, file?: string): Promise<void> {
    const knock = this.knocks.get(link);
    if (!knock) return;
    const id = this.app.get(Ids).next();
    const before = await this.last(link, period.key);
    await this.app.get(OpenCollectionLink).contribute(knock, { id, seen: before?.id ?? null, indicatorId: this.values.idOf(link.code), periodKey: period.key, value, comment: comment && french(comment) });
    if (file) await this.app.get(OpenCollectionLink).addFile(knock, id, { name: `${file} ${formatPeriodShort(period)}.pdf`, bytes: await demoProof(file, link.recipient) });
  }

  private async accept(link: DemoLink, { key }: Period): Promise<void> {
    const waiting = await this.last(link, key);
    if (!waiting) return;
    const [outcome] = await this.app.get(SettleContributions).accept(this.coordinator, [{ id: waiting.id, measureRevision: 0, comment: null }]);
    if (outcome?.refusal) throw outcome.refusal;
  }

  private async refuse(link: DemoLink, { key }: Period, reason: string): Promise<void> {
    const waiting = await this.last(link, key);
    if (waiting) await this.app.get(SettleContributions).refuse(this.coordinator, [waiting.id], french(reason));
  }

  /** The last answer of a link for a quarter, as its page shows it. */
  private async last(link: DemoLink, periodKey: string): Promise<{ id: string } | null> {
    const knock = this.knocks.get(link);
    const page = knock && (await this.app.get(OpenCollectionLink).view(knock));
    return page?.entries.find(({ period }) => period.key === periodKey)?.contribution ?? null;
  }
}
