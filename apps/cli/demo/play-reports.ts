import type { Actor } from '@maillage/domain/identity';
import { BuildReport, DecideReport, DeliverReport, ManageRecipients, PrepareReport, ReportQueries, SendReport } from '@maillage/features/reports';
import { Ids, Mail } from '@maillage/platform';
import type { INestApplicationContext } from '@nestjs/common';

/** The institutions reports of the demonstration are sent to. */
export const demoRecipients = [
  { kind: 'ars', name: 'ARS de démonstration', email: 'indicateurs@ars.demo.maillage.fr' },
  { kind: 'cpam', name: 'CPAM de démonstration', email: 'cpts@cpam.demo.maillage.fr' },
] as const;

const noProgress = async (): Promise<void> => undefined;

/** Prepares, approves and sends reports as people and workers do, under the clock of the demonstration. */
export class ReportsPlay {
  constructor(private readonly app: INestApplicationContext) {}

  async addRecipients(coordinator: Actor): Promise<void> {
    for (const recipient of demoRecipients) await this.app.get(ManageRecipients).add(coordinator, recipient);
  }

  /** A report that waits for approval. */
  async prepare(coordinator: Actor, periodKey: string): Promise<string> {
    const id = await this.app.get(PrepareReport).execute(coordinator, { periodKey });
    await this.app.get(BuildReport).execute(coordinator.communityId, id, noProgress);
    return id;
  }

  /** A report approved and sent; without a mail server, the worker sends it once it starts. */
  async send(coordinator: Actor, approver: Actor, periodKey: string): Promise<void> {
    const id = await this.prepare(coordinator, periodKey);
    const seen = async () => ({ id, revision: (await this.app.get(ReportQueries).page(coordinator, id)).revision });
    await this.app.get(DecideReport).approve(approver, await seen());
    await this.app.get(SendReport).execute(coordinator, await seen());
    if (!(await this.mailAnswers())) return;
    const pass = { communityId: coordinator.communityId, reportId: id, runId: this.app.get(Ids).next() };
    await this.app.get(DeliverReport).execute(pass, noProgress, new AbortController().signal);
  }

  private mailAnswers(): Promise<boolean> {
    return this.app.get(Mail).check().then(
      () => true,
      () => false,
    );
  }
}
