import type { Actor } from '@maillage/domain/identity';
import type { ColumnUse } from '@maillage/domain/indicators';
import { addDays, formatNumber, formatPeriodShort, french, type Period } from '@maillage/domain/kernel';
import { AttachEvidence, ChangeImport, ChangeMeasureStatus, CheckImport, ImportQueries, RecomputeValues, StartImport, WriteImport } from '@maillage/features/indicators';
import type { INestApplicationContext } from '@nestjs/common';
import type { Agenda } from './agenda';
import { demoProof } from './proof';
import type { ValuesPlay } from './play-values';

/** Calls received and answered in the last four quarters, oldest first. All of them are invented. */
const calls: readonly (readonly [received: number, answered: number])[] = [[1_842, 1_391], [2_067, 1_612], [1_958, 1_606], [2_014, 1_732]];
/** The last number answered, once the calls of Saturdays were found. */
const answeredWithSaturdays = 1_791;

const [received, answered, share] = ['ACC-09', 'ACC-10', 'ACC-11'] as const;
const headers = ['Trimestre', 'Reçus', 'Décrochés', 'Poste'] as const;
const run = { progress: async (): Promise<void> => undefined, signal: new AbortController().signal };

/** The calls of the common secretariat: imported from the table of its switchboard, and the rate that a formula makes of them. */
export class CallsPlay {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly coordinator: Actor,
    private readonly lead: Actor,
    private readonly values: ValuesPlay,
  ) {}

  /** Three quarters imported with one table, the last one with a second, whose columns are known by then; the last two are proved. */
  plan(agenda: Agenda, quarters: readonly Period[]): void {
    const four = quarters.slice(-4);
    const [third, last] = four.slice(-2);
    if (!third || !last) return;
    const lines = four.map((quarter, index) => line(quarter, calls[index] ?? [0, 0]));
    agenda.plan(addDays(third.end, 9), () => this.import('Standard 2025-2026.csv', [...lines.slice(0, 3), `${short(last)};en cours;;Gien`]));
    agenda.plan(addDays(third.end, 10), () => this.prove(third));
    agenda.plan(addDays(third.end, 13), () => this.validate(four.slice(0, 3)));
    agenda.plan(addDays(last.end, 6), () => this.import(`Standard ${short(last)}.csv`, lines.slice(3)));
    agenda.plan(addDays(last.end, 7), () => this.prove(last));
    agenda.plan(addDays(last.end, 13), () => this.validate([last]));
    agenda.plan(addDays(last.end, 20), () => this.correct(last));
  }

  private async import(name: string, lines: readonly string[]): Promise<void> {
    const bytes = Buffer.from(`${[headers.join(';'), ...lines].join('\r\n')}\r\n`, 'latin1');
    const id = await this.app.get(StartImport).execute(this.coordinator, { name, bytes });
    const check = () => this.app.get(CheckImport).execute(this.coordinator.communityId, id, run);
    await check();
    const read = await this.app.get(ImportQueries).page(this.coordinator, id);
    if (read.status === 'to-map') {
      await this.app.get(ChangeImport).map(this.coordinator, read, this.uses());
      await check();
    }
    const { revision, counts } = await this.app.get(ImportQueries).page(this.coordinator, id);
    const comment = (counts?.warned ?? 0) > 0 ? 'Relevé du standard, vérifié avec le secrétariat.' : null;
    await this.app.get(ChangeImport).confirm(this.coordinator, { id, revision }, comment);
    await this.app.get(WriteImport).execute(this.coordinator.communityId, id, run);
    await this.recompute();
  }

  /** What the coordination says of the columns the first time. */
  private uses(): ColumnUse[] {
    const named: Partial<Record<(typeof headers)[number], ColumnUse>> = { Trimestre: 'period', Reçus: `indicator:${this.values.idOf(received)}`, Décrochés: `indicator:${this.values.idOf(answered)}` };
    return headers.map((header) => named[header] ?? 'ignore');
  }

  /** The numbers first, then the rate, which is provisional until they are validated. */
  private async validate(quarters: readonly Period[]): Promise<void> {
    const keys = quarters.map(({ key }) => key);
    await this.values.validateWaiting([received, answered], keys);
    await this.recompute();
    await this.values.validateWaiting([share], keys);
  }

  /** One table proves both numbers. */
  private async prove(quarter: Period): Promise<void> {
    const [first, second] = [await this.values.measure(received, quarter), await this.values.measure(answered, quarter)];
    const file = { name: `Relevé du standard ${short(quarter)}.pdf`, bytes: await demoProof('Relevé du standard téléphonique', short(quarter)) };
    const proof = await this.app.get(AttachEvidence).add(this.lead, first.id, file);
    await this.app.get(AttachEvidence).addExisting(this.lead, second.id, proof);
  }

  /** A validated number is corrected: the formula asks what becomes of the validated rate. */
  private async correct(quarter: Period): Promise<void> {
    const measure = await this.values.measure(answered, quarter);
    await this.app.get(ChangeMeasureStatus).reopen(this.coordinator, measure, french('Les appels du samedi matin manquaient dans le relevé.'));
    const { revision } = await this.values.measure(answered, quarter);
    const corrected = { indicatorId: this.values.idOf(answered), periodKey: quarter.key, revision, value: answeredWithSaturdays, comment: 'Relevé complété des samedis.' };
    await this.values.record(this.lead, corrected);
    await this.values.validateWaiting([answered], [quarter.key]);
    await this.recompute();
  }

  private async recompute(): Promise<void> {
    await this.app.get(RecomputeValues).execute(this.coordinator.communityId);
  }
}

/** « T3 2026 ». */
const short = (quarter: Period): string => formatPeriodShort(quarter);

/** A line of the table, as the switchboard writes it: spaces in the numbers. */
const line = (quarter: Period, [taken, picked]: readonly [number, number]): string => `${short(quarter)};${spaced(taken)};${spaced(picked)};Gien`;
const spaced = (count: number): string => formatNumber(count).replace(/\s/g, ' ');
