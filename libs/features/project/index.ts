import { MissionUse } from '@maillage/features/contract';
import type { Provider } from '@nestjs/common';
import { ActionRow, ActionStatusChangeRow, ActionStepRow } from './action.row';
import { ActionUse, NoActionUse } from './action-use';
import { AddAction } from './add-action';
import { AddAxis } from './add-axis';
import { ChangeActionContent } from './change-action-content';
import { ChangeActionStatus } from './change-action-status';
import { ChangeActionSteps } from './change-action-steps';
import { ChangeActionTracking } from './change-action-tracking';
import { ChangeAxis } from './change-axis';
import { ChangeVersion } from './change-version';
import { DiscardDraft } from './discard-draft';
import { DraftEditing } from './draft';
import { MarkStep } from './mark-step';
import { MoveAction } from './move-action';
import { MoveAxis } from './move-axis';
import { OpenDraft } from './open-draft';
import { ActionContentRow, AxisRow, HealthProjectRow } from './project.row';
import { ProjectMissionUse } from './project-mission-use';
import { ProjectQueries } from './project.queries';
import { PutInForce } from './put-in-force';
import { RemoveAction } from './remove-action';
import { RemoveAxis } from './remove-axis';
import { TrackingEditing } from './tracking';

export type { StatusChange } from './action.store';
export { ActionRow, ActionStatusChangeRow, ActionStepRow } from './action.row';
export { ActionUse, NoActionUse } from './action-use';
export {
  actionExists,
  actionsInForce,
  leadPersonIds,
  leadsAction,
  namedActionPart,
  namedActions,
  projectInForce,
  type ActionInForce,
  type NamedAction,
} from './actions-in-force';
export { AddAction, type AddedAction, type NewActionInput } from './add-action';
export { AddAxis, type AxisInput } from './add-axis';
export { ChangeActionContent, type ActionContentInput } from './change-action-content';
export { ChangeActionStatus, type StatusInput } from './change-action-status';
export { ChangeActionSteps, type StepInput, type StepsInput } from './change-action-steps';
export { ChangeActionTracking, type TrackingInput } from './change-action-tracking';
export { ChangeAxis } from './change-axis';
export { ChangeVersion, type VersionInput } from './change-version';
export { DiscardDraft } from './discard-draft';
export { findDoneStep, listDoneSteps, type DoneStep } from './done-steps';
export { MarkStep, type StepMark } from './mark-step';
export { MoveAction, type ActionDestination } from './move-action';
export { MoveAxis } from './move-axis';
export { OpenDraft, type DraftInput } from './open-draft';
export { ActionContentRow, AxisRow, HealthProjectRow, type FinalTracking } from './project.row';
export { ProjectQueries, type DifferencesView, type ProjectHomeView, type VersionsView } from './project.queries';
export { PutInForce } from './put-in-force';
export { RemoveAction } from './remove-action';
export { RemoveAxis } from './remove-axis';
export type { ActionSummary, ActionView, AxisView, LateStepView, LeadView, MissionLabel, ProjectView, VersionView } from './views';

/** Row classes of this area. */
export const rows = [HealthProjectRow, AxisRow, ActionContentRow, ActionRow, ActionStepRow, ActionStatusChangeRow];

/** What this area offers; the indicators area says what hangs on an action. */
export const providers: Provider[] = [
  { provide: MissionUse, useClass: ProjectMissionUse },
  { provide: ActionUse, useClass: NoActionUse },
  ProjectQueries,
  DraftEditing,
  TrackingEditing,
  OpenDraft,
  ChangeVersion,
  DiscardDraft,
  PutInForce,
  AddAxis,
  ChangeAxis,
  MoveAxis,
  RemoveAxis,
  AddAction,
  ChangeActionContent,
  MoveAction,
  RemoveAction,
  ChangeActionStatus,
  ChangeActionTracking,
  ChangeActionSteps,
  MarkStep,
];
