import type { Actor } from '@maillage/domain/identity';
import { addDays, formatPeriodShort, french, type Day, type Period } from '@maillage/domain/kernel';
import { AttachEvidence, EvidenceQueries, GrantException, LockPeriod, ValidationQueries } from '@maillage/features/indicators';
import type { INestApplicationContext } from '@nestjs/common';
import type { Agenda } from './agenda';
import { demoProof } from './proof';
import type { ValuesPlay } from './play-values';

/** Days after the end of a quarter when it is locked, with those before: a year closed late, then once its report is sent. */
const lockedAfter = 24;
/** Days before today when the exception was granted, and after today when it ends. */
const grantedBefore = 2;
const opensFor = 12;

/** Values whose proof is another than a file of their own, and the locks that close what was reported. */
export class LocksPlay {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly coordinator: Actor,
    private readonly actor: (key: string) => Actor,
    private readonly values: ValuesPlay,
  ) {}

  /** Everything up to the quarter before the last is locked in two goes; one value of the last one locked is open to its lead. */
  planLocks(agenda: Agenda, quarters: readonly Period[], today: Day): void {
    const [old, recent] = [quarters.slice(0, 4), quarters.slice(4, -1)];
    for (const group of [old, recent]) {
      const end = group.at(-1)?.end;
      for (const { key } of end === undefined ? [] : group) agenda.plan(addDays(end ?? today, lockedAfter), () => this.lock(key));
    }
    const reported = recent.at(-1);
    if (reported) agenda.plan(addDays(today, -grantedBefore), () => this.open(reported, addDays(today, opensFor)));
  }

  /** A file that proves three months, an address, and a step of an action. */
  planProofs(agenda: Agenda, { key, end }: Period, months: readonly Period[]): void {
    const [petit, lambert] = [this.actor('petit'), this.actor('lambert')];
    agenda.plan(addDays(end, 10), async () => {
      const [first, ...others] = await Promise.all(months.map((month) => this.values.measure('ACC-03', month)));
      if (!first) return;
      const quarter = formatPeriodShort({ key, kind: 'quarter' });
      const file = { name: `Planning partagé ${quarter}.pdf`, bytes: await demoProof('Extraction du planning partagé', quarter) };
      const proof = await this.app.get(AttachEvidence).add(petit, first.id, file);
      for (const { id } of others) await this.app.get(AttachEvidence).addExisting(petit, id, proof);
    });
    agenda.plan(addDays(end, 19), async () => {
      const platform = { url: `https://bilans.demo.maillage.fr/tele-expertise/${key}`, title: 'Bilan trimestriel de la plateforme régionale' };
      await this.app.get(AttachEvidence).addLink(petit, (await this.values.measure('ACC-05', { key })).id, platform);
      const [step] = await this.app.get(EvidenceQueries).searchRecords(lambert, 'action-step', 'addictologie');
      if (step) await this.app.get(AttachEvidence).addRecord(lambert, (await this.values.measure('PRE-02', { key })).id, step);
    });
  }

  private async lock(periodKey: string): Promise<void> {
    const { left } = await this.app.get(ValidationQueries).preview(this.coordinator, periodKey);
    await this.app.get(LockPeriod).lock(this.coordinator, periodKey, left.length);
  }

  private async open(reported: Period, untilOn: Day): Promise<void> {
    const reason = french('Le service de chirurgie a envoyé ses dernières sorties après le verrouillage.');
    const asked = { personId: this.actor('roux').personId, indicatorId: this.values.idOf('PAR-01'), periodKey: reported.key, untilOn, untilTime: '18:00', reason };
    await this.app.get(GrantException).grant(this.coordinator, asked);
  }
}
