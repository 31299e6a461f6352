import type { Actor, GrantableRole } from '@maillage/domain/identity';
import type { IndicatorInput } from '@maillage/domain/indicators';
import { addDays, addMonths, formatPeriod, french, isDomainError, type Day, today, type Period } from '@maillage/domain/kernel';
import { AddToTerritory, CreateCommunity, type NewCommunity } from '@maillage/features/community';
import { ChangeMission, ContractQueries, RecordContract } from '@maillage/features/contract';
import { EnrolPerson } from '@maillage/features/identity';
import { AttachEvidence, ChangeMeasureStatus, DefineIndicator, RecordMeasure, SetTargets, type RecordMeasureInput, type SeenMeasure } from '@maillage/features/indicators';
import { ChangeActionStatus, ChangeActionSteps, ChangeActionTracking, OpenDraft, ProjectQueries, PutInForce, type ActionView } from '@maillage/features/project';
import { Ids, type FixedClock } from '@maillage/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { demoCalendar, morning, periodsOf, type DemoCalendar } from './calendar';
import type { DemoIndicator, Figure } from './figures';
import type { DemoPerson } from './people';
import { ContractPlay } from './play-contract';
import { ReportsPlay } from './play-reports';
import { demoProof } from './proof';
import type { DemoTracking } from './tracking';

/** What a community of the demonstration is made from. */
export interface DemoCommunity {
  community: Omit<NewCommunity, 'coordinatorEmail'>;
  people: readonly (DemoPerson & { role: GrantableRole })[];
  epci: readonly string[];
  size: 1 | 2 | 3 | 4;
  /** Dates of the missions, in months after the signature; a mission left out is not started, an optional one not chosen. */
  missions: Readonly<Record<string, { started: number; deployed: number | null }>>;
  model: string;
  tracking: readonly DemoTracking[];
  indicators: readonly DemoIndicator[];
  /** The contract with its euros is played too. */
  withEuros: boolean;
}

/** Days after the end of a period when values are given, then validated. */
const givenAfter = 8;
const validatedAfter = 13;
/** …and when the report leaves. */
const sentAfter = 16;

/** What people say of a figure out of the ordinary once they have checked it. */
const explained = 'Chiffre vérifié avec les structures : la variation est réelle.';

/** Plays the history of one community through the product's own use cases, the clock moving along: what it leaves is what people would have left. */
export class CommunityPlay {
  private readonly actors = new Map<string, Actor>();
  private readonly calendar: DemoCalendar;
  private readonly today: Day;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: FixedClock,
    private readonly now: Date,
    private readonly password: string,
    private readonly demo: DemoCommunity,
  ) {
    this.today = today(now, 'Europe/Paris');
    this.calendar = demoCalendar(this.today);
  }

  /** The coordinator of the community, once it has been played. */
  async play(): Promise<Actor> {
    const { startsOn } = this.calendar;
    this.goTo(addDays(startsOn, -21));
    await this.open();
    await this.app.get(AddToTerritory).execute(this.coordinator, { epci: this.demo.epci });
    await this.signContract();
    this.goTo(startsOn);
    await this.putProjectInForce();
    const ids = await this.defineIndicators();
    const contract = this.demo.withEuros ? await this.playContract(ids) : null;
    const reports = new ReportsPlay(this.app);
    await reports.addRecipients(this.coordinator);
    const [reported, last] = this.calendar.quarters.slice(-2);
    let given = '';
    const giveUntil = async (day: Day): Promise<void> => {
      const since = given;
      await this.giveValues(ids, (end) => end > since && end <= day);
      given = day;
    };
    for (const { number, end } of contract?.begunBy(this.today) ?? []) {
      if (end >= this.today) continue;
      await giveUntil(addDays(end, -75));
      await contract?.deliver(number, this.today);
      await giveUntil(end);
      await this.startMissions(end);
      await contract?.closeYear(number);
      const last = addDays(end, 366) > this.today;
      await contract?.receive(number + 1, { leave: last ? '.variable' : null });
    }
    await giveUntil(reported?.end ?? '');
    if (reported) await this.sendReport(reports, reported);
    await giveUntil(this.today);
    await this.playRunningYear(contract);
    await this.track(this.today);
    if (last) await reports.prepare(this.coordinator, last.key);
    return this.coordinator;
  }

  /** The contract of this community: what was signed, what follows it, and what the caisse paid first. */
  private async playContract(ids: readonly string[]): Promise<ContractPlay> {
    const treasurer = this.demo.people.find(({ role }) => role === 'treasurer');
    const play = new ContractPlay(this.app, this.coordinator, treasurer ? this.actor(treasurer.key) : this.coordinator, this.calendar.signedOn, (day) => this.goTo(day));
    await play.importFirstYear();
    await play.follow(new Map(this.demo.indicators.map(({ definition }, index) => [definition.code, ids[index] ?? ''])));
    await play.receive(1, { leave: null });
    return play;
  }

  private async playRunningYear(contract: ContractPlay | null): Promise<void> {
    const running = contract?.begunBy(this.today).at(-1);
    if (!contract || !running || running.end < this.today) return;
    await contract.deliver(running.number, this.today);
    await contract.suppose(running.number);
  }

  private get coordinator(): Actor {
    return this.actor(this.demo.people.find(({ role }) => role === 'coordinator')?.key ?? '');
  }

  private actor(key: string): Actor {
    const actor = this.actors.get(key);
    if (!actor) throw new Error(`Nobody is called « ${key} » in the demonstration.`);
    return actor;
  }

  private async open(): Promise<void> {
    const { communityId } = await this.app.get(CreateCommunity).execute({ ...this.demo.community, coordinatorEmail: null });
    for (const { key, role, givenName, familyName, email, organisation = null } of this.demo.people) {
      const person = { communityId, email, givenName, familyName, password: this.password, role, organisation: role === 'reader' ? organisation : null };
      const personId = await this.app.get(EnrolPerson).execute(person);
      this.actors.set(key, { personId, communityId, role, sessionId: this.app.get(Ids).next() });
    }
  }

  private async signContract(): Promise<void> {
    const { signedOn } = this.calendar;
    await this.app.get(RecordContract).execute(this.coordinator, { signedOn, durationYears: 5, size: this.demo.size, revision: 0 });
  }

  private async putProjectInForce(): Promise<void> {
    for (const missionCode of this.chosenMissions()) {
      await this.app.get(ChangeMission).execute(this.coordinator, { missionCode, chosen: true, startedOn: null, deployedOn: null, revision: 0 });
    }
    const draft = await this.app.get(OpenDraft).execute(this.coordinator, {
      source: 'model', model: this.demo.model, title: 'Projet de santé', startsOn: this.calendar.startsOn,
    });
    await this.app.get(PutInForce).execute(this.coordinator, draft.version.id, draft.version.revision);
  }

  private chosenMissions(): string[] {
    return ['care-quality', 'professional-support'].filter((code) => code in this.demo.missions);
  }

  private async actions(): Promise<ActionView[]> {
    const queries = this.app.get(ProjectQueries);
    const { project } = await queries.home(this.coordinator);
    const ids = (project?.axes ?? []).flatMap(({ actions }) => actions.map(({ id }) => id));
    return Promise.all(ids.map((id) => queries.action(this.coordinator, id)));
  }

  private async defineIndicators(): Promise<string[]> {
    const byNumber = new Map((await this.actions()).map(({ number, id }) => [number, id]));
    const { signedOn, startsOn } = this.calendar;
    const ids: string[] = [];
    for (const { definition, action, responsible, target, values } of this.demo.indicators) {
      const [first] = periodsOf(definition.frequency, values.length, this.today, signedOn);
      const whole: IndicatorInput = {
        numeratorLabel: null, denominatorLabel: null, unit: null, decimals: 0, direction: 'up', aggregation: 'sum', bounded: false, countsPatients: false,
        source: null, evidenceExpected: null, baseline: null, ...definition,
        actionId: action === undefined ? null : (byNumber.get(action) ?? null),
        responsiblePersonId: responsible ? this.actor(responsible).personId : null,
        trackedFrom: first?.start ?? startsOn,
      };
      const id = await this.app.get(DefineIndicator).create(this.coordinator, whole);
      ids.push(id);
      if (target) {
        const keys = target.each === 'contract-year' ? ['CY1', 'CY2', 'CY3', 'CY4'] : [first?.key ?? 'CY1'];
        const targets = keys.map((periodKey) => ({ periodKey, value: target.value }));
        await this.app.get(SetTargets).execute(this.coordinator, id, { revision: 1, targets });
      }
    }
    return ids;
  }

  /** Values in the order people would have given them: period by period, then validated together. */
  private async giveValues(ids: readonly string[], wanted: (end: Day) => boolean): Promise<void> {
    const given = this.demo.indicators.flatMap((indicator, index) => {
      const periods = periodsOf(indicator.definition.frequency, indicator.values.length, this.today, this.calendar.signedOn);
      return periods.map((period, at) => ({ indicator, id: ids[index] ?? '', period, figure: indicator.values[at] ?? null, isLast: at === periods.length - 1, age: periods.length - at }));
    });
    const ends = [...new Set(given.map(({ period }) => period.end))].filter(wanted).sort();
    for (const end of ends) {
      const toValidate: SeenMeasure[] = [];
      for (const { indicator, id, period, figure, isLast, age } of given.filter((one) => one.period.end === end)) {
        if (figure === null) continue;
        this.goTo(addDays(end, givenAfter));
        const measure = await this.give(indicator, id, period, figure, isLast, age);
        if (!(isLast && indicator.lastIsDraft)) toValidate.push(measure);
      }
      this.goTo(addDays(end, validatedAfter));
      if (toValidate.length > 0) await this.app.get(ChangeMeasureStatus).validate(this.coordinator, toValidate);
    }
  }

  /** What is unusual is explained, as anyone is asked to. */
  private async record(author: Actor, input: RecordMeasureInput): Promise<SeenMeasure> {
    try {
      return await this.app.get(RecordMeasure).execute(author, input);
    } catch (error) {
      if (!isDomainError(error, 'measure-comment-needed')) throw error;
      return this.app.get(RecordMeasure).execute(author, { ...input, comment: french(explained) });
    }
  }

  private async give(indicator: DemoIndicator, indicatorId: string, period: Period, figure: Figure, isLast: boolean, age: number): Promise<SeenMeasure> {
    const author = indicator.responsible ? this.actor(indicator.responsible) : this.coordinator;
    const parts = Array.isArray(figure) ? { numerator: figure[0] as number, denominator: figure[1] as number } : { value: figure as number };
    const comment = isLast && indicator.comment ? french(indicator.comment) : null;
    const measure = await this.record(author, { indicatorId, periodKey: period.key, ...parts, comment, revision: 0 });
    if (indicator.proof && age <= 4) {
      const bytes = await demoProof(indicator.proof, formatPeriod(period));
      await this.app.get(AttachEvidence).add(author, measure.id, { name: `${indicator.definition.code} ${period.key}.pdf`, bytes });
    }
    return measure;
  }

  /** The morning of a day, or now when that is still to come. */
  private goTo(day: Day): void {
    const at = new Date(morning(day));
    this.clock.set(at < this.now ? at : this.now);
  }

  /** The report of the quarter before the last, sent as soon as its values were there. */
  private async sendReport(reports: ReportsPlay, quarter: Period): Promise<void> {
    const day = addDays(quarter.end, sentAfter);
    await this.track(day);
    const approver = this.demo.people.find(({ role }) => role === 'president');
    await reports.send(this.coordinator, approver ? this.actor(approver.key) : this.coordinator, quarter.key);
  }

  /** Missions and actions as they stood on a day. */
  private async track(day: Day): Promise<void> {
    this.goTo(day);
    await this.startMissions(day);
    const actions = await this.actions();
    for (const tracked of this.demo.tracking) {
      const action = actions.find(({ number }) => number === tracked.number);
      if (action) await this.trackAction(action, tracked, day);
    }
  }

  private async startMissions(day: Day): Promise<void> {
    const { missions } = await this.app.get(ContractQueries).missions(this.coordinator);
    for (const [missionCode, { started, deployed }] of Object.entries(this.demo.missions)) {
      const on = (months: number | null): Day | null => {
        const date = months === null ? null : addMonths(this.calendar.signedOn, months);
        return date !== null && date <= day ? date : null;
      };
      const revision = missions.find(({ code }) => code === missionCode)?.revision ?? 0;
      await this.app.get(ChangeMission).execute(this.coordinator, { missionCode, chosen: true, startedOn: on(started), deployedOn: on(deployed), revision });
    }
  }

  private async trackAction(action: ActionView, tracked: DemoTracking, day: Day): Promise<void> {
    const { startsOn } = this.calendar;
    const untracked = action.lead === null;
    const steps = action.steps.map((step, index) => {
      const dueOn = step.dueOn && (untracked ? addMonths(step.dueOn, tracked.delay[index] ?? 0) : step.dueOn);
      const doneOn = dueOn === null ? null : dueOn < this.today ? addDays(dueOn, -3) : addDays(this.today, -30);
      return { id: step.id, title: step.title, dueOn, doneOn: index < tracked.stepsDone && doneOn !== null && doneOn <= day ? doneOn : null };
    });
    await this.app.get(ChangeActionSteps).execute(this.coordinator, action.id, { steps, revision: action.stepsRevision });
    const tracking = await this.app.get(ChangeActionTracking).execute(this.coordinator, action.id, {
      leadPersonId: this.actor(tracked.lead).personId, leadName: null, partners: action.partners, budgetCents: tracked.budgetCents,
      startsOn, endsOn: addMonths(startsOn, 36), text: tracked.text && french(tracked.text), revision: action.revision,
    });
    await this.app.get(ChangeActionStatus).execute(this.coordinator, action.id, {
      status: tracked.status, statusSentence: tracked.sentence && french(tracked.sentence), revision: tracking.revision,
    });
  }
}
