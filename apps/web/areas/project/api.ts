import type { components } from '@maillage/api-client';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { api, call } from '../../lib/api';

type Schemas = components['schemas'];

export type ProjectHome = Schemas['ProjectHomeDto'];
export type Project = Schemas['ProjectDto'];
export type ProjectVersion = Schemas['ProjectVersionDto'];
export type Axis = Schemas['ProjectAxisDto'];
export type ActionSummary = Schemas['ActionSummaryDto'];
export type ServedMission = Schemas['ServedMissionDto'];
export type Versions = Schemas['ProjectVersionsDto'];
export type Differences = Schemas['VersionDifferencesDto'];
export type Difference = Schemas['VersionDifferenceDto'];
export type ProjectModel = Schemas['ProjectModelDto'];
export type ActionSheet = Schemas['ActionSheetDto'];
export type Step = Schemas['ActionStepDto'];
export type StatusChange = Schemas['StatusChangeDto'];
export type Lead = Schemas['ActionLeadDto'];
export type ActionContent = Schemas['ActionContentDto'];
export type ActionStatus = ActionSummary['status'];

const root = (communityId: string) => [communityId, 'project'] as const;

/** The version in force, else the draft. */
export const homeQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'home'] as const,
    queryFn: ({ signal }): Promise<ProjectHome> => call(api.GET('/api/project', { signal })),
  });

/** A version with its tree. */
export const versionQuery = (communityId: string, versionId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'version', versionId] as const,
    queryFn: ({ signal }): Promise<Project> => call(api.GET('/api/project/versions/{versionId}', { params: { path: { versionId } }, signal })),
  });

/** Every version. */
export const versionsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'versions'] as const,
    queryFn: ({ signal }): Promise<Versions> => call(api.GET('/api/project/versions', { signal })),
  });

/** What changed up to a version, from another or from the one before. */
export const differencesQuery = (communityId: string, versionId: string, from?: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'differences', versionId, from ?? null] as const,
    queryFn: ({ signal }): Promise<Differences> =>
      call(api.GET('/api/project/versions/{versionId}/differences', { params: { path: { versionId }, query: { from } }, signal })),
  });

/** The ready projects. */
export const modelsQuery = queryOptions({
  queryKey: ['project', 'models'] as const,
  queryFn: ({ signal }): Promise<ProjectModel[]> => call(api.GET('/api/project/models', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who may be given an action. */
export const leadsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'leads'] as const,
    queryFn: ({ signal }): Promise<Lead[]> => call(api.GET('/api/project/leads', { signal })),
  });

/** A fiche action, in a version or in the one in force. */
export const actionQuery = (communityId: string, actionId: string, version?: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'action', actionId, version ?? null] as const,
    queryFn: ({ signal }): Promise<ActionSheet> => call(api.GET('/api/project/actions/{actionId}', { params: { path: { actionId }, query: { version } }, signal })),
  });

/** The changes of status of an action. */
export const statusHistoryQuery = (communityId: string, actionId: string) =>
  queryOptions({
    queryKey: [...root(communityId), 'status-history', actionId] as const,
    queryFn: ({ signal }): Promise<StatusChange[]> => call(api.GET('/api/project/actions/{actionId}/status-history', { params: { path: { actionId } }, signal })),
  });

/** Everything of the community is read again: dashboards, missions and indicators show actions too. */
function refresh(client: QueryClient, communityId: string): Promise<void> {
  return client.invalidateQueries({ queryKey: [communityId] });
}

function useProjectMutation<Input, Output>(send: (input: Input) => Promise<Output>, keep?: (client: QueryClient, communityId: string, output: Output, input: Input) => void) {
  const client = useQueryClient();
  const { communityId } = useSession();
  return useMutation({
    mutationFn: send,
    onSuccess: (output, input) => {
      keep?.(client, communityId, output, input);
      void refresh(client, communityId);
    },
  });
}

const keepProject = (client: QueryClient, communityId: string, project: Project): void => {
  client.setQueryData(versionQuery(communityId, project.version.id).queryKey, project);
};

const keepSheet = (client: QueryClient, communityId: string, sheet: ActionSheet): void => {
  client.setQueryData(actionQuery(communityId, sheet.id).queryKey, sheet);
  client.setQueryData(actionQuery(communityId, sheet.id, sheet.version.id).queryKey, sheet);
};

/** Opens the draft. */
export const useOpenDraft = () => useProjectMutation((body: Schemas['OpenDraftDto']) => call(api.POST('/api/project/versions', { body })), keepProject);

/** Changes the title and the note of a version. */
export const useChangeVersion = (versionId: string) =>
  useProjectMutation((body: Schemas['ChangeVersionDto']) => call(api.PATCH('/api/project/versions/{versionId}', { params: { path: { versionId } }, body })));

/** Throws the draft away. */
export const useDiscardDraft = (versionId: string) =>
  useProjectMutation(() => call(api.DELETE('/api/project/versions/{versionId}', { params: { path: { versionId } } })));

/** Puts the draft in force. */
export const usePutInForce = (versionId: string) =>
  useProjectMutation((body: Schemas['PutInForceDto']) => call(api.POST('/api/project/versions/{versionId}/in-force', { params: { path: { versionId } }, body })), keepProject);

/** The changes of the tree of a draft; each gives the tree back. */
export function useTreeChanges(versionId: string) {
  const axis = (axisId: string) => ({ params: { path: { versionId, axisId } } });
  const action = (actionId: string) => ({ params: { path: { versionId, actionId } } });
  return {
    addAxis: useProjectMutation((body: Schemas['AxisInputDto']) => call(api.POST('/api/project/versions/{versionId}/axes', { params: { path: { versionId } }, body })), keepProject),
    changeAxis: useProjectMutation(
      ({ axisId, ...body }: Schemas['ChangeAxisDto'] & { axisId: string }) => call(api.PUT('/api/project/versions/{versionId}/axes/{axisId}', { ...axis(axisId), body })),
      keepProject,
    ),
    moveAxis: useProjectMutation(
      ({ axisId, index }: { axisId: string; index: number }) => call(api.PUT('/api/project/versions/{versionId}/axes/{axisId}/place', { ...axis(axisId), body: { index } })),
      keepProject,
    ),
    removeAxis: useProjectMutation((axisId: string) => call(api.DELETE('/api/project/versions/{versionId}/axes/{axisId}', axis(axisId))), keepProject),
    addAction: useProjectMutation(
      ({ axisId, ...body }: ActionContent & { axisId: string }) => call(api.POST('/api/project/versions/{versionId}/axes/{axisId}/actions', { ...axis(axisId), body })),
      (client, communityId, { project }) => keepProject(client, communityId, project),
    ),
    moveAction: useProjectMutation(
      ({ actionId, axisId, index }: { actionId: string; axisId: string; index: number }) =>
        call(api.PUT('/api/project/versions/{versionId}/axes/{axisId}/actions/{actionId}/place', { params: { path: { versionId, axisId, actionId } }, body: { index } })),
      keepProject,
    ),
    removeAction: useProjectMutation((actionId: string) => call(api.DELETE('/api/project/versions/{versionId}/actions/{actionId}', action(actionId))), keepProject),
  };
}

/** Changes what a draft says of an action. */
export const useChangeContent = (versionId: string, actionId: string) =>
  useProjectMutation(
    (body: Schemas['ChangeActionContentDto']) => call(api.PUT('/api/project/versions/{versionId}/actions/{actionId}', { params: { path: { versionId, actionId } }, body })),
    keepProject,
  );

/** The changes of the tracking of an action; each gives the sheet back. */
export function useTracking(actionId: string) {
  const params = { path: { actionId } };
  return {
    status: useProjectMutation((body: Schemas['ChangeStatusDto']) => call(api.PUT('/api/project/actions/{actionId}/status', { params, body })), keepSheet),
    tracking: useProjectMutation((body: Schemas['ChangeTrackingDto']) => call(api.PUT('/api/project/actions/{actionId}/tracking', { params, body })), keepSheet),
    steps: useProjectMutation((body: Schemas['ChangeStepsDto']) => call(api.PUT('/api/project/actions/{actionId}/steps', { params, body })), keepSheet),
    mark: useProjectMutation(
      ({ stepId, done }: { stepId: string; done: boolean }) =>
        call(api.PUT('/api/project/actions/{actionId}/steps/{stepId}/done', { params: { path: { actionId, stepId } }, body: { done } })),
      keepSheet,
    ),
  };
}
