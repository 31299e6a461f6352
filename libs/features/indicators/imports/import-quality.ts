import { importLimits, measureOriginLabels, type TakenValue, warningsOf } from '@maillage/domain/indicators';
import type { TenantDb } from '@maillage/platform';
import type { PassResult } from './import-pass';
import { loadQualityHistories } from '../values/quality.store';

const atOnce = 1_000;

/** Looks at the values of a file as those typed one by one are: what is unusual is listed, unless its line says why. */
export class ImportQuality {
  private waiting: TakenValue[] = [];

  constructor(
    private readonly db: TenantDb,
    private readonly communityId: string,
    private readonly result: PassResult,
  ) {}

  async look(values: readonly TakenValue[]): Promise<void> {
    for (const value of values) if (value.recorded.comment === null) this.waiting.push(value);
    if (this.waiting.length >= atOnce) await this.end();
  }

  /** To be called once the last value was looked at. */
  async end(): Promise<void> {
    const values = this.waiting;
    this.waiting = [];
    const places = values.map(({ indicator, recorded: { periodKey, periodStart, periodEnd } }) => ({ indicatorId: indicator.id, period: { key: periodKey, kind: indicator.frequency, start: periodStart, end: periodEnd } }));
    const histories = await this.db.run(this.communityId, (tx) => loadQualityHistories(tx, places), { readOnly: true });
    for (const { indicator, recorded, present, line, column, text } of values) {
      const history = histories.get(`${indicator.id} ${recorded.periodKey}`);
      if (!history) continue;
      const other = present && present.origin !== 'import' ? { value: present.value, source: measureOriginLabels[present.origin] } : null;
      const warnings = warningsOf(indicator, recorded.value, { ...history, other });
      if (warnings.length === 0) continue;
      this.result.counts.warned += 1;
      if (this.result.issues.length < importLimits.issues) this.result.issues.push({ kind: 'warning', line, column, text, message: warnings.map(({ sentence }) => sentence).join(' ') });
    }
  }
}
