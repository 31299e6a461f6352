import type { AgreementVersion, MissionKind } from '@maillage/domain/contract';
import { hasRight, type Actor } from '@maillage/domain/identity';
import type { Day } from '@maillage/domain/kernel';
import {
  isOpen,
  lateSteps,
  mayTrack,
  suggestedStatus,
  type ActionStatus,
  type ActionStructure,
  type ActionTracking,
  type HealthProject,
  type Step,
} from '@maillage/domain/project';
import type { ContractFacts } from '@maillage/features/contract';
import type { StoredTracking } from './action.store';
import type { StoredAction, StoredAxis, StoredTree, StoredVersion } from './project.store';

/** A mission as actions show it. */
export interface MissionLabel {
  code: string;
  label: string;
  shortLabel: string;
  kind: MissionKind;
  /** Core, or optional and chosen. */
  chosen: boolean;
}

/** A version without its tree. */
export interface VersionView extends HealthProject {
  note: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** Who leads an action; `personId` is null for someone without an account. */
export interface LeadView {
  personId: string | null;
  name: string;
}

/** A step whose day has passed. */
export interface LateStepView {
  id: string;
  title: string;
  dueOn: Day;
  lateDays: number;
}

/** An action in the tree. */
export interface ActionSummary {
  id: string;
  number: number;
  title: string;
  missionCodes: string[];
  status: ActionStatus;
  statusSentence: string | null;
  statusSince: Day;
  lead: LeadView | null;
  steps: number;
  stepsDone: number;
  lateSteps: LateStepView[];
  nextStep: { title: string; dueOn: Day } | null;
  budgetCents: number | null;
  startsOn: Day | null;
  endsOn: Day | null;
}

/** An axis and its actions, in order. */
export interface AxisView {
  id: string;
  title: string;
  why: string | null;
  revision: number;
  actions: ActionSummary[];
}

/** The page of a version. */
export interface ProjectView {
  version: VersionView;
  axes: AxisView[];
  missions: MissionLabel[];
  today: Day;
}

/** The *fiche action* in one version. */
export interface ActionView extends ActionStructure, ActionTracking {
  id: string;
  number: number;
  version: VersionView;
  axis: { id: string; title: string; position: number };
  statusSince: Day;
  lead: LeadView | null;
  lateSteps: LateStepView[];
  /** What the dates suggest; the person decides. */
  suggestedStatus: ActionStatus | null;
  /** Revision of the structure (objective, why, public, missions, title). */
  contentRevision: number;
  /** Revision of the tracking other than the steps. */
  revision: number;
  stepsRevision: number;
  updatedAt: Date;
  /** What this reader may do here, now. */
  may: { editContent: boolean; track: boolean; changeLead: boolean };
  missions: MissionLabel[];
  today: Day;
}

/** The missions of the agreement, and whether the community takes part in them. */
export function missionLabels({ agreement, participations }: Pick<ContractFacts, 'agreement' | 'participations'>): MissionLabel[] {
  return agreement.missions.map(({ code, label, shortLabel, kind }: AgreementVersion['missions'][number]) => ({
    code,
    label,
    shortLabel,
    kind,
    chosen: kind === 'core' || participations.some((participation) => participation.missionCode === code && participation.chosen),
  }));
}

/** A version as it is shown. */
export function versionView(version: StoredVersion): VersionView {
  const { id, number, title, note, status, inForceOn, endedOn, createdAt, updatedAt, revision } = version;
  return { id, number, title, note, status, inForceOn, endedOn, createdAt, updatedAt, revision };
}

/** The tracking to show: of that time for a past version, of now for the others. */
function shownTracking(action: StoredAction, live: StoredTracking): ActionTracking & { statusSince: Day; lead: string | null } {
  return action.finalTracking ?? live;
}

const leadView = (tracking: { leadPersonId: string | null; lead: string | null }): LeadView | null =>
  tracking.lead === null ? null : { personId: tracking.leadPersonId, name: tracking.lead };

function lateStepViews(tracking: Pick<ActionTracking, 'steps' | 'status'>, on: Day): LateStepView[] {
  return lateSteps(tracking, on).map(({ step, dueOn, lateDays }) => ({ id: step.id, title: step.title, dueOn, lateDays }));
}

function nextStep(tracking: Pick<ActionTracking, 'steps' | 'status'>, on: Day): ActionSummary['nextStep'] {
  if (!isOpen(tracking)) return null;
  const coming = tracking.steps.filter((step): step is Step & { dueOn: Day } => step.doneOn === null && step.dueOn !== null && step.dueOn >= on);
  const [next] = coming.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return next ? { title: next.title, dueOn: next.dueOn } : null;
}

function actionSummary(action: StoredAction, live: StoredTracking, on: Day): ActionSummary {
  const tracking = shownTracking(action, live);
  return {
    id: action.id,
    number: action.number,
    title: action.title,
    missionCodes: action.missionCodes,
    status: tracking.status,
    statusSentence: tracking.statusSentence,
    statusSince: tracking.statusSince,
    lead: leadView(tracking),
    steps: tracking.steps.length,
    stepsDone: tracking.steps.filter(({ doneOn }) => doneOn !== null).length,
    lateSteps: lateStepViews(tracking, on),
    nextStep: nextStep(tracking, on),
    budgetCents: tracking.budgetCents,
    startsOn: tracking.startsOn,
    endsOn: tracking.endsOn,
  };
}

/** A past version is looked at as on its last day: its late steps are those of that day. */
const dayOfView = (version: StoredVersion, today: Day): Day => version.endedOn ?? today;

/** The page of a version. */
export function projectView(
  version: StoredVersion,
  tree: StoredTree,
  trackings: ReadonlyMap<string, StoredTracking>,
  facts: Pick<ContractFacts, 'agreement' | 'participations' | 'today'>,
): ProjectView {
  const on = dayOfView(version, facts.today);
  return {
    version: versionView(version),
    axes: tree.axes.map(({ id, title, why, revision, actions }) => ({
      id,
      title,
      why,
      revision,
      actions: actions.flatMap((action) => {
        const live = trackings.get(action.id);
        return live ? [actionSummary(action, live, on)] : [];
      }),
    })),
    missions: missionLabels(facts),
    today: facts.today,
  };
}

/** Where an action is read: its version, its axis, and what the version says of it. */
export interface ActionPlace {
  version: StoredVersion;
  axis: StoredAxis;
  /** Place of the axis in the tree, from 0. */
  axisPosition: number;
  action: StoredAction;
}

/** The *fiche action* as this person sees it. */
export function actionView(
  actor: Actor,
  { version, axis, axisPosition, action }: ActionPlace,
  live: StoredTracking,
  facts: Pick<ContractFacts, 'agreement' | 'participations' | 'today'> & { actionIsInForce: boolean },
): ActionView {
  const tracking = shownTracking(action, live);
  const on = dayOfView(version, facts.today);
  const trackable = version.status === 'in-force' || (version.status === 'draft' && !facts.actionIsInForce);
  const track = trackable && mayTrack(actor, live);
  return {
    id: action.id,
    number: action.number,
    version: versionView(version),
    axis: { id: axis.id, title: axis.title, position: axisPosition },
    title: action.title,
    objective: action.objective,
    why: action.why,
    audience: action.audience,
    missionCodes: action.missionCodes,
    status: tracking.status,
    statusSentence: tracking.statusSentence,
    statusSince: tracking.statusSince,
    lead: leadView(tracking),
    leadPersonId: tracking.leadPersonId,
    leadName: tracking.leadName,
    partners: tracking.partners,
    steps: tracking.steps,
    lateSteps: lateStepViews(tracking, on),
    suggestedStatus: (track && suggestedStatus(tracking, facts.today)) || null,
    budgetCents: tracking.budgetCents,
    startsOn: tracking.startsOn,
    endsOn: tracking.endsOn,
    text: tracking.text,
    contentRevision: action.revision,
    revision: live.revision,
    stepsRevision: live.stepsRevision,
    updatedAt: live.updatedAt > live.stepsUpdatedAt ? live.updatedAt : live.stepsUpdatedAt,
    may: {
      editContent: version.status === 'draft' && hasRight(actor, 'project.write'),
      track,
      changeLead: track && hasRight(actor, 'project.write'),
    },
    missions: missionLabels(facts),
    today: facts.today,
  };
}
