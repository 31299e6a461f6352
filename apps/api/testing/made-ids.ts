import type { MadeCommunity } from '@maillage/features/testing';
import { makerOf, type Route } from './routes';
import type { TestApp } from './test-app';

/** One thing of a community for each thing that the address of a route names, by path parameter. */
export async function madeIds(app: TestApp, community: MadeCommunity, route: Route): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const parameter of [...route.parameters].reverse()) {
    const maker = ids[parameter] === undefined ? makerOf(parameter) : undefined;
    if (!maker) continue;
    const made = await maker(app, community);
    Object.assign(ids, typeof made === 'string' ? { [parameter]: made } : made);
  }
  return ids;
}
