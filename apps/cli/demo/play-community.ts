import type { Actor, GrantableRole } from '@maillage/domain/identity';
import { addDays, addMonths, french, maxDay, minDay, type Day, today, type Period } from '@maillage/domain/kernel';
import { AddToTerritory, CreateCommunity, type NewCommunity } from '@maillage/features/community';
import { ChangeMission, ContractQueries, RecordContract } from '@maillage/features/contract';
import { EnrolPerson } from '@maillage/features/identity';
import { ChangeActionStatus, ChangeActionSteps, ChangeActionTracking, OpenDraft, ProjectQueries, PutInForce, type ActionView } from '@maillage/features/project';
import { Ids, type FixedClock } from '@maillage/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { Agenda } from './agenda';
import { demoCalendar, morning, periodsOf, type DemoCalendar } from './calendar';
import type { DemoIndicator } from './figures';
import type { DemoPerson } from './people';
import { CallsPlay } from './play-calls';
import { CollectionPlay } from './play-collection';
import { closedAfter, ContractPlay, paidAfter } from './play-contract';
import { LocksPlay } from './play-locks';
import { ReportsPlay } from './play-reports';
import { ValuesPlay } from './play-values';
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
  /** Reminders, links, imports, formulas, locks and proofs of every kind are played too. */
  withCollection: boolean;
}

/** Days after the end of a quarter when its report leaves. */
const sentAfter = 16;
/** Days before the end of a contract year, or before today while it runs, when what it delivers is given. */
const deliveredBefore = 60;
const deliveredAgo = 21;

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
    const values = new ValuesPlay(this.app, this.demo.indicators, {
      coordinator: this.coordinator, actor: (key) => this.actor(key), today: this.today, signedOn: this.calendar.signedOn,
    });
    await values.define(startsOn);
    const contract = this.demo.withEuros ? await this.playContract(values) : null;
    const reports = new ReportsPlay(this.app);
    await reports.addRecipients(this.coordinator);
    const [reported, last] = this.calendar.quarters.slice(-2);
    const agenda = new Agenda((day) => this.goTo(day));
    const collection = this.demo.withCollection ? new CollectionPlay(this.app, this.coordinator, values) : null;
    if (last) collection?.planReminders(agenda, last);
    values.plan(agenda);
    if (reported && last) collection?.planLinks(agenda, reported, last);
    if (this.demo.withCollection) this.planProofsAndLocks(agenda, values);
    if (contract) this.planContract(agenda, contract);
    if (reported) agenda.plan(addDays(reported.end, sentAfter), () => this.sendReport(reports, reported));
    await agenda.until(this.today);
    const running = contract?.begunBy(this.today).at(-1);
    if (running && running.end >= this.today) await contract?.suppose(running.number);
    this.goTo(this.today);
    await this.track(this.today);
    if (last) await reports.prepare(this.coordinator, last.key);
    return this.coordinator;
  }

  /** The contract of this community: what was signed, what follows it, and what the caisse paid first. */
  private async playContract(values: ValuesPlay): Promise<ContractPlay> {
    const treasurer = this.demo.people.find(({ role }) => role === 'treasurer');
    const play = new ContractPlay(this.app, this.coordinator, treasurer ? this.actor(treasurer.key) : this.coordinator, this.calendar.signedOn);
    await play.importFirstYear();
    await play.follow(values.known);
    await play.receive(1, { leave: null });
    return play;
  }

  /** Each year delivers, is discussed and closed, then the caisse pays the next one; what is still to come is done today. */
  private planContract(agenda: Agenda, contract: ContractPlay): void {
    const on = (day: Day, act: () => Promise<void>): void => agenda.plan(minDay(day, this.today), act);
    for (const { number, start, end } of contract.begunBy(this.today)) {
      // The terms of a year come from the closing of the one before.
      if (end >= this.today) on(maxDay(addDays(this.today, -deliveredAgo), addDays(start, closedAfter + paidAfter)), () => contract.deliver(number));
      else {
        on(addDays(end, -deliveredBefore), () => contract.deliver(number));
        on(addDays(end, closedAfter), async () => {
          await this.startMissions(end);
          await contract.closeYear(number);
        });
        const last = addDays(end, 366) > this.today;
        agenda.plan(addDays(end, 1 + closedAfter + paidAfter), () => contract.receive(number + 1, { leave: last ? '.variable' : null }));
      }
    }
  }

  private planProofsAndLocks(agenda: Agenda, values: ValuesPlay): void {
    const { quarters, signedOn } = this.calendar;
    const last = quarters.at(-1);
    const locks = new LocksPlay(this.app, this.coordinator, (key) => this.actor(key), values);
    new CallsPlay(this.app, this.coordinator, this.actor('petit'), values).plan(agenda, quarters);
    locks.planLocks(agenda, quarters, this.today);
    if (last) locks.planProofs(agenda, last, periodsOf('month', 24, this.today, signedOn).filter(({ start, end }) => start >= last.start && end <= last.end));
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

  /** The morning of a day, or now when that is still to come. */
  private goTo(day: Day): void {
    const at = new Date(morning(day));
    this.clock.set(at < this.now ? at : this.now);
  }

  /** The report of the quarter before the last, sent as soon as its values were there. */
  private async sendReport(reports: ReportsPlay, quarter: Period): Promise<void> {
    await this.track(addDays(quarter.end, sentAfter));
    const approver = this.demo.people.find(({ role }) => role === 'president');
    await reports.send(this.coordinator, approver ? this.actor(approver.key) : this.coordinator, quarter.key);
  }

  /** Missions and actions as they stood on a day. */
  private async track(day: Day): Promise<void> {
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
