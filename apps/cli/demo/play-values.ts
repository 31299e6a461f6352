import type { Actor } from '@maillage/domain/identity';
import type { IndicatorInput, MeasurePartInput } from '@maillage/domain/indicators';
import { addDays, formatPeriod, formatPeriodShort, french, isDomainError, minDay, type Day, type Period } from '@maillage/domain/kernel';
import { AttachEvidence, ChangeMeasureStatus, DefineIndicator, IndicatorQueries, RecordMeasure, SetTargets, StateAbsence, ValidationQueries, type RecordMeasureInput, type SeenMeasure } from '@maillage/features/indicators';
import { ProjectQueries } from '@maillage/features/project';
import type { INestApplicationContext } from '@nestjs/common';
import type { Agenda } from './agenda';
import { periodsOf } from './calendar';
import type { DemoIndicator, Figure } from './figures';
import { demoProof } from './proof';

/** Days after the end of a period when values are given, then validated; days after a late value when it is validated. */
export const givenAfter = 8;
export const validatedAfter = 13;
const lateValidatedAfter = 2;

/** What people say of a figure out of the ordinary once they have checked it. */
const explained = 'Chiffre vérifié avec les structures : la variation est réelle.';

/** Who plays, and when. */
export interface ValuesSurroundings {
  coordinator: Actor;
  actor: (key: string) => Actor;
  today: Day;
  signedOn: Day;
}

/** One value to be given. */
interface Given {
  indicator: DemoIndicator;
  period: Period;
  figure: Figure;
  /** 1 for the last period. */
  age: number;
  at: number;
}

/** The indicators of a community and the values people give: on time or late, validated, waiting, sent back. */
export class ValuesPlay {
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly indicators: readonly DemoIndicator[],
    private readonly around: ValuesSurroundings,
  ) {}

  /** The indicator of a code, once defined. */
  idOf(code: string): string {
    const id = this.ids.get(code);
    if (!id) throw new Error(`No indicator is called « ${code} » in the demonstration.`);
    return id;
  }

  /** Every indicator, by code. */
  get known(): ReadonlyMap<string, string> {
    return this.ids;
  }

  /** Defines the indicators with their targets. */
  async define(startsOn: Day): Promise<void> {
    const { coordinator, actor, today, signedOn } = this.around;
    const { project } = await this.app.get(ProjectQueries).home(coordinator);
    const byNumber = new Map((project?.axes ?? []).flatMap(({ actions }) => actions.map(({ number, id }) => [number, id] as const)));
    for (const { definition, action, responsible, target, values } of this.indicators) {
      const [first] = periodsOf(definition.frequency, values.length, today, signedOn);
      const whole: IndicatorInput = {
        numeratorLabel: null, denominatorLabel: null, unit: null, decimals: 0, direction: 'up', aggregation: 'sum', bounded: false, countsPatients: false,
        source: null, evidenceExpected: null, baseline: null, ...definition,
        actionId: action === undefined ? null : (byNumber.get(action) ?? null),
        responsiblePersonId: responsible ? actor(responsible).personId : null,
        trackedFrom: first?.start ?? startsOn,
      };
      const id = await this.app.get(DefineIndicator).create(coordinator, whole);
      this.ids.set(definition.code, id);
      if (target) {
        const keys = target.each === 'contract-year' ? ['CY1', 'CY2', 'CY3', 'CY4'] : [first?.key ?? 'CY1'];
        const targets = keys.map((periodKey) => ({ periodKey, value: target.value }));
        await this.app.get(SetTargets).execute(coordinator, id, { revision: 1, targets });
      }
    }
  }

  /** Writes down when each value is given, then validated with those that came the same day. */
  plan(agenda: Agenda): void {
    const { today, signedOn } = this.around;
    const all = this.indicators.flatMap((indicator) => {
      const { definition: { frequency }, values } = indicator;
      return periodsOf(frequency, values.length, today, signedOn).map((period, at): Given => ({ indicator, period, figure: values[at] ?? null, age: values.length - at, at }));
    });
    const ends = [...new Set(all.map(({ period }) => period.end))].sort();
    for (const end of ends) {
      const given = all.filter(({ period, figure }) => period.end === end && figure !== null);
      const days = [...new Set(given.map(delay))].sort((a, b) => a - b);
      for (const after of days) {
        const ready: SeenMeasure[] = [];
        const back: { measure: SeenMeasure; remark: string }[] = [];
        agenda.plan(minDay(addDays(end, after), today), async () => {
          for (const one of given.filter((value) => delay(value) === after)) {
            const measure = await this.answer(one);
            const { lastIsDraft = false, lastReturned: remark } = one.age === 1 ? one.indicator : {};
            if (measure && remark !== undefined) back.push({ measure, remark });
            else if (measure && !lastIsDraft) ready.push(measure);
          }
        });
        const read = after > givenAfter ? after + lateValidatedAfter : validatedAfter;
        agenda.plan(minDay(addDays(end, read), today), async () => {
          await this.validate(ready);
          for (const { measure, remark } of back) await this.app.get(ChangeMeasureStatus).sendBack(this.around.coordinator, measure, french(remark));
        });
      }
    }
  }

  /** Validates what waits of these indicators in a period, however it came. */
  async validateWaiting(codes: readonly string[], periodKeys: readonly string[]): Promise<void> {
    const ids = codes.map((code) => this.idOf(code));
    const { values } = await this.app.get(ValidationQueries).waiting(this.around.coordinator);
    await this.validate(values.filter(({ indicatorId, periodKey }) => ids.includes(indicatorId) && periodKeys.includes(periodKey)));
  }

  /** The value of an indicator for a period, as it is now. */
  async measure(code: string, { key }: Pick<Period, 'key'>): Promise<SeenMeasure> {
    const { values } = await this.app.get(IndicatorQueries).card(this.around.coordinator, this.idOf(code));
    const measure = values.find(({ period }) => period.key === key)?.measure;
    if (!measure) throw new Error(`No value of « ${code} » for ${key} in the demonstration.`);
    return { id: measure.id, revision: measure.revision };
  }

  /** What is unusual is explained, as anyone is asked to. */
  async record(author: Actor, input: RecordMeasureInput): Promise<SeenMeasure> {
    try {
      return await this.app.get(RecordMeasure).execute(author, input);
    } catch (error) {
      if (!isDomainError(error, 'measure-comment-needed')) throw error;
      return this.app.get(RecordMeasure).execute(author, { ...input, comment: french(explained) });
    }
  }

  private async validate(values: readonly SeenMeasure[]): Promise<void> {
    if (values.length > 0) await this.app.get(ChangeMeasureStatus).validate(this.around.coordinator, values.map(({ id, revision }) => ({ id, revision })));
  }

  /** Gives a value, which comes back, or says why there is none. */
  private async answer({ indicator, period, figure, age, at }: Given): Promise<SeenMeasure | null> {
    const { definition: { code, breakdowns }, responsible, comment, proof, parts } = indicator;
    const author = responsible ? this.around.actor(responsible) : this.around.coordinator;
    const place = { indicatorId: this.idOf(code), periodKey: period.key, revision: 0 };
    if (figure === null) return null;
    if (typeof figure === 'object' && 'none' in figure) {
      await this.app.get(StateAbsence).state(author, { ...place, reason: french(figure.none) });
      return null;
    }
    const numbers = typeof figure === 'number' ? { value: figure } : { numerator: figure[0], denominator: figure[1] };
    const [breakdown] = breakdowns ?? [];
    const detail = breakdown?.parts.flatMap((part, index): MeasurePartInput[] => [{ breakdown: breakdown.kind, part, value: parts?.[at]?.[index] ?? 0 }]);
    const said = age === 1 && comment ? french(comment) : null;
    const measure = await this.record(author, { ...place, ...numbers, comment: said, ...(detail ? { parts: detail } : {}) });
    if (proof && age <= 4) {
      const bytes = await demoProof(proof, formatPeriod(period));
      await this.app.get(AttachEvidence).add(author, measure.id, { name: `${proof} ${formatPeriodShort(period)}.pdf`, bytes });
    }
    return measure;
  }
}

/** Days after the end of its period when a value comes. */
const delay = ({ indicator, age }: Given): number => indicator.late?.[age] ?? givenAfter;
