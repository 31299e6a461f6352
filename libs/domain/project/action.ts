import type { MissionCode } from '@maillage/domain/contract';
import {
  type Cents,
  type Day,
  daysBetween,
  ensure,
  freeText,
  isCents,
  parseDay,
  requireText,
  refusePatientIdentifier,
  textLimits,
  type Uuid,
} from '@maillage/domain/kernel';

/** Where an action can stand. */
export const actionStatuses = ['not-started', 'on-track', 'at-risk', 'late', 'done', 'dropped'] as const;
/** One of those states. */
export type ActionStatus = (typeof actionStatuses)[number];

/** The states of an action in French. */
export const actionStatusLabels: Readonly<Record<ActionStatus, string>> = {
  'not-started': 'à démarrer',
  'on-track': 'en cours',
  'at-risk': 'à risque',
  'late': 'en retard',
  'done': 'terminée',
  'dropped': 'abandonnée',
};

/** A dated step of an action. */
export interface Step {
  id: Uuid;
  title: string;
  dueOn: Day | null;
  doneOn: Day | null;
}

/** What the project says of an action: it changes in a draft only. */
export interface ActionStructure {
  title: string;
  objective: string | null;
  why: string | null;
  /** Whom it is for. */
  audience: string | null;
  missionCodes: MissionCode[];
}

/** What happens to an action: it is kept up to date on the version in force. */
export interface ActionTracking {
  status: ActionStatus;
  /** Mandatory when at risk or late. */
  statusSentence: string | null;
  /** Who leads it: a person of the community… */
  leadPersonId: Uuid | null;
  /** …or the name of someone who has no account. */
  leadName: string | null;
  partners: string | null;
  steps: Step[];
  budgetCents: Cents | null;
  startsOn: Day | null;
  endsOn: Day | null;
  text: string | null;
}

/** The *fiche action*: one content in one version; `id` and `number` follow the action through all versions and moves. */
export interface ActionSheet extends ActionStructure, ActionTracking {
  id: Uuid;
  number: number;
}

/** The fields of an action that can change without a new version of the project. */
export const actionTrackingFields = [
  'status',
  'statusSentence',
  'leadPersonId',
  'leadName',
  'partners',
  'steps',
  'budgetCents',
  'startsOn',
  'endsOn',
  'text',
] as const satisfies readonly (keyof ActionTracking)[];

/** The tracking of an action nobody has touched. */
export function emptyTracking(): ActionTracking {
  return {
    status: 'not-started',
    statusSentence: null,
    leadPersonId: null,
    leadName: null,
    partners: null,
    steps: [],
    budgetCents: null,
    startsOn: null,
    endsOn: null,
    text: null,
  };
}

/** The structure of an action, cleaned and checked against the missions that can be served. */
export function checkActionStructure(input: ActionStructure, missionCodes: readonly MissionCode[]): ActionStructure {
  const title = requireText(input.title, 'Titre de l’action', textLimits.title);
  refusePatientIdentifier(title, 'Titre de l’action');
  const missions = [...new Set(input.missionCodes)];
  ensure(missions.length > 0, 'action-mission-missing', { title });
  for (const mission of missions) ensure(missionCodes.includes(mission), 'mission-unknown', { mission });
  return {
    title,
    objective: freeText(input.objective, 'Objectif'),
    why: freeText(input.why, 'Pourquoi'),
    audience: freeText(input.audience, 'Public concerné', textLimits.sentence),
    missionCodes: missions,
  };
}

/** True when the status asks for a sentence that says why. */
export function needsSentence(status: ActionStatus): boolean {
  return status === 'at-risk' || status === 'late';
}

/** The tracking of an action, cleaned and checked against the local day. */
export function checkActionTracking(input: ActionTracking, today: Day): ActionTracking {
  ensure(actionStatuses.includes(input.status), 'invalid-input', { field: 'status', label: 'État', rule: 'choisissez-le dans la liste' });
  const statusSentence = freeText(input.statusSentence, 'Phrase d’état', textLimits.sentence);
  ensure(!needsSentence(input.status) || statusSentence !== null, 'action-status-needs-sentence', {
    status: actionStatusLabels[input.status],
    field: 'statusSentence',
  });
  ensure(input.budgetCents === null || isCents(input.budgetCents), 'amount-invalid', { label: 'Budget', field: 'budgetCents' });
  const startsOn = input.startsOn === null ? null : parseDay(input.startsOn);
  const endsOn = input.endsOn === null ? null : parseDay(input.endsOn);
  ensure(startsOn === null || endsOn === null || startsOn <= endsOn, 'action-period-reversed', {
    label: 'Dates de l’action',
    start: startsOn,
    end: endsOn,
    field: 'endsOn',
  });
  ensure(input.steps.length <= 50, 'too-many', { label: 'Étapes', max: 50 });
  return {
    status: input.status,
    statusSentence,
    leadPersonId: input.leadPersonId,
    leadName: input.leadPersonId === null ? freeText(input.leadName, 'Pilote', textLimits.name) : null,
    partners: freeText(input.partners, 'Partenaires'),
    steps: input.steps.map((step) => checkStep(step, today)),
    budgetCents: input.budgetCents,
    startsOn,
    endsOn,
    text: freeText(input.text, 'Texte libre', textLimits.long),
  };
}

/** A step, cleaned and checked against the local day. */
export function checkStep(step: Step, today: Day): Step {
  const title = requireText(step.title, 'Titre de l’étape', textLimits.title);
  refusePatientIdentifier(title, 'Titre de l’étape');
  const dueOn = step.dueOn === null ? null : parseDay(step.dueOn);
  const doneOn = step.doneOn === null ? null : parseDay(step.doneOn);
  ensure(doneOn === null || doneOn <= today, 'step-done-in-future', { title, day: doneOn });
  return { id: step.id, title, dueOn, doneOn };
}

/** A step whose day has passed. */
export interface LateStep {
  step: Step;
  dueOn: Day;
  lateDays: number;
}

type Stepped = Pick<ActionTracking, 'steps' | 'status'>;

/** True while the action is still being worked on. */
export function isOpen(action: Pick<ActionTracking, 'status'>): boolean {
  return action.status !== 'done' && action.status !== 'dropped';
}

/** The steps not done whose day is before today, the oldest first; none for an action done or dropped. */
export function lateSteps(action: Stepped, today: Day): LateStep[] {
  if (!isOpen(action)) return [];
  return action.steps
    .flatMap((step) =>
      step.doneOn === null && step.dueOn !== null && step.dueOn < today
        ? [{ step, dueOn: step.dueOn, lateDays: daysBetween(step.dueOn, today) }]
        : [],
    )
    .sort((a, b) => b.lateDays - a.lateDays);
}

/** The steps not done due from today to a day included, the nearest first. */
export function comingSteps(action: Stepped, today: Day, until: Day): (Step & { dueOn: Day })[] {
  if (!isOpen(action)) return [];
  return action.steps
    .flatMap((step) =>
      step.doneOn === null && step.dueOn !== null && step.dueOn >= today && step.dueOn <= until ? [{ ...step, dueOn: step.dueOn }] : [],
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** The status the dates suggest; the person decides. undefined: nothing to suggest. */
export function suggestedStatus(action: Stepped & Pick<ActionTracking, 'endsOn'>, today: Day): ActionStatus | undefined {
  if (!isOpen(action)) return undefined;
  if (action.steps.length > 0 && action.steps.every((step) => step.doneOn !== null)) return 'done';
  if ((action.endsOn !== null && action.endsOn < today) || lateSteps(action, today).length > 0) return action.status === 'late' ? undefined : 'late';
  if (action.status === 'not-started' && action.steps.some((step) => step.doneOn !== null)) return 'on-track';
  return undefined;
}
