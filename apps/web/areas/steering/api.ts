import type { components } from '@maillage/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api';

type Schemas = components['schemas'];

export type Home = Schemas['HomeDto'];
export type Duty = Schemas['DutyDto'];
export type Coming = Schemas['ComingDto'];
export type Link = Schemas['SteeringLinkDto'];
export type MissionStanding = Schemas['MissionStandingDto'];
export type MissionPage = Schemas['MissionPageDto'];
export type ActionDashboard = Schemas['ActionDashboardDto'];
export type BoardPage = Schemas['BoardPageDto'];
export type IndicatorCard = Schemas['SteeredIndicatorDto'];
export type ActionCard = Schemas['ActionCardDto'];

/** What to do, where we stand, what is coming. Asked again at each visit: the server answers that nothing changed. */
export const homeQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'steering', 'home'] as const,
    queryFn: ({ signal }): Promise<Home> => call(api.GET('/api/steering/home', { signal })),
    staleTime: 0,
  });

/** One page for the board. */
export const boardQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'steering', 'board'] as const,
    queryFn: ({ signal }): Promise<BoardPage> => call(api.GET('/api/steering/board', { signal })),
    staleTime: 0,
  });

/** A mission with its actions and indicators. */
export const missionQuery = (communityId: string, code: string) =>
  queryOptions({
    queryKey: [communityId, 'steering', 'mission', code] as const,
    queryFn: ({ signal }): Promise<MissionPage> => call(api.GET('/api/steering/missions/{code}', { params: { path: { code } }, signal })),
    staleTime: 0,
  });

/** An action with the curves of its indicators. */
export const actionDashboardQuery = (communityId: string, actionId: string) =>
  queryOptions({
    queryKey: [communityId, 'steering', 'action', actionId] as const,
    queryFn: ({ signal }): Promise<ActionDashboard> => call(api.GET('/api/steering/actions/{actionInForceId}', { params: { path: { actionInForceId: actionId } }, signal })),
    staleTime: 0,
  });
