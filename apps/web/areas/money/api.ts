import type { components } from '@maillage/api-client';
import type { ContractTerms } from '@maillage/domain/contract';
import type { Day } from '@maillage/domain/kernel';
import type { Standing, YearEuros } from '@maillage/domain/money';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { api, call } from '../../lib/api';

type Schemas = components['schemas'];

/** A contract year that can be looked at. */
export interface YearChoice {
  number: number;
  start: Day;
  end: Day;
  hasTerms: boolean;
}

/** The followed indicator that gives the value of a contract indicator. */
export interface ContractLink {
  indicatorId: string;
  indicatorCode: string;
  indicatorName: string;
  /** Period to open to give or read the value. */
  periodKey: string;
  /** Of the link, to change it. */
  revision: number;
}

/** The euros of a contract year and what they are made from. */
export interface MoneyYear {
  /** null without a contract. */
  year: number | null;
  years: YearChoice[];
  /** null: nothing is recorded of what the contract says of this year. */
  euros: YearEuros | null;
  terms: ContractTerms | null;
  /** « Contrat signé », « Avenant 1 »… */
  termsLabel: string | null;
  standings: Record<string, Standing>;
  links: Record<string, ContractLink | null>;
  crisisRecognised: boolean;
  closedOn: Day | null;
  today: Day;
  may: { link: boolean; enter: boolean; validate: boolean; simulate: boolean };
}

/** A year of which the contract says something. */
export type KnownYear = MoneyYear & { year: number; euros: YearEuros; terms: ContractTerms };

/** True when there is something to show of the year. */
export const isKnown = (page: MoneyYear): page is KnownYear => page.year !== null && page.euros !== null && page.terms !== null;

export type Scenario = Schemas['ScenarioDto'];
type ScenarioChange = Schemas['ChangeScenarioDto'];

const root = (communityId: string) => [communityId, 'money'] as const;

/** The euros of a contract year; of the one that runs when none is named. Asked again at each visit: a value given anywhere moves them. */
export const moneyYearQuery = (communityId: string, year: number | undefined) =>
  queryOptions({
    queryKey: [...root(communityId), 'year', year ?? 'current'] as const,
    queryFn: ({ signal }): Promise<MoneyYear> =>
      call(year === undefined ? api.GET('/api/money/years/current', { signal }) : api.GET('/api/money/years/{year}', { params: { path: { year } }, signal })),
    staleTime: 0,
  });

/** The scenarios of a contract year, by name. */
export const scenariosQuery = (communityId: string, year: number) =>
  queryOptions({
    queryKey: [...root(communityId), 'scenarios', year] as const,
    queryFn: ({ signal }): Promise<Scenario[]> => call(api.GET('/api/money/scenarios', { params: { query: { year } }, signal })),
  });

/** Says which followed indicator gives the value of a contract indicator; null unlinks. */
export function useLinkIndicator() {
  const client = useQueryClient();
  const { communityId } = useSession();
  return useMutation({
    mutationFn: ({ code, ...body }: { code: string; indicatorId: string | null; revision: number }) =>
      call(api.PUT('/api/money/links/{contractCode}', { params: { path: { contractCode: code } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: [communityId] }),
  });
}

/** Creates and links one followed indicator per contract indicator of the year that has none. */
export function useCreateIndicators() {
  const client = useQueryClient();
  const { communityId } = useSession();
  return useMutation({
    mutationFn: (year: number) => call(api.POST('/api/money/indicators', { body: { year } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [communityId] }),
  });
}

/** Keeps, changes and deletes scenarios of a year. */
export function useScenarioActs(year: number) {
  const client = useQueryClient();
  const { communityId } = useSession();
  const { queryKey } = scenariosQuery(communityId, year);
  const kept = (scenario: Scenario): void =>
    void client.setQueryData<Scenario[]>(queryKey, (all = []) =>
      [...all.filter(({ id }) => id !== scenario.id), scenario].sort((a, b) => a.name.localeCompare(b.name, 'fr')),
    );
  return {
    save: useMutation({
      mutationFn: (body: { id: string; name: string; values: Scenario['values'] }) => call(api.POST('/api/money/scenarios', { body: { ...body, year } })),
      onSuccess: kept,
    }),
    change: useMutation({
      mutationFn: ({ id, ...body }: ScenarioChange & { id: string }) => call(api.PUT('/api/money/scenarios/{scenarioId}', { params: { path: { scenarioId: id } }, body })),
      onSuccess: kept,
      onError: () => client.invalidateQueries({ queryKey }),
    }),
    remove: useMutation({
      mutationFn: ({ id, revision }: Pick<Scenario, 'id' | 'revision'>) =>
        call(api.DELETE('/api/money/scenarios/{scenarioId}', { params: { path: { scenarioId: id }, query: { revision } } })),
      onSettled: () => client.invalidateQueries({ queryKey }),
    }),
  };
}
