import type { IndicatorInput } from '@maillage/domain/indicators';
import type { AnyJobHandler, JobRun } from '@maillage/platform';
import { ChangeMeasureStatus, DefineIndicator, RecordMeasure } from '../indicators';
import { BuildReport, DecideReport, DeliverReport, ManageRecipients, PrepareDueReport, PrepareReport, ReportQueries, SendReport, type RecipientInput } from '../reports';
import type { MadeCommunity } from './makers';
import type { World } from './world';

const indicator: IndicatorInput = {
  code: 'ACC-01',
  name: 'Demandes de soins non programmés honorées',
  definition: 'Part des demandes reçues qui ont eu un rendez-vous sous 48 heures.',
  kind: 'ratio',
  numeratorLabel: 'Demandes honorées',
  denominatorLabel: 'Demandes reçues',
  unit: '%',
  decimals: 1,
  direction: 'up',
  frequency: 'quarter',
  aggregation: 'sum',
  bounded: true,
  countsPatients: true,
  source: 'Registre',
  evidenceExpected: 'Extraction du registre',
  baseline: null,
  missions: ['access-to-care'],
  actionId: null,
  responsiblePersonId: null,
  trackedFrom: '2025-01-01',
};

/** An indicator with a validated value for the third quarter of 2026: something to report. */
export async function makeReportable(world: World, { coordinator }: MadeCommunity, numerator = 126): Promise<{ indicatorId: string; measureId: string }> {
  const indicatorId = await world.get(DefineIndicator).create(coordinator, indicator);
  const measure = await world.get(RecordMeasure).execute(coordinator, { indicatorId, periodKey: '2026-Q3', numerator, denominator: 200, revision: 0 });
  await world.get(ChangeMeasureStatus).validate(coordinator, [measure]);
  return { indicatorId, measureId: measure.id };
}

/** Someone reports are sent to. */
export async function makeRecipient(world: World, { coordinator }: MadeCommunity, given: Partial<RecipientInput> = {}): Promise<string> {
  const recipient: RecipientInput = { kind: 'ars', name: 'ARS Centre-Val de Loire', email: 'ars@exemple.fr', ...given };
  return world.get(ManageRecipients).add(coordinator, recipient);
}

/** What the worker does with the jobs of reports. */
export function reportHandlers(world: World): AnyJobHandler[] {
  return [
    { job: 'reports.prepare', handle: ({ communityId, data, progress }) => world.get(BuildReport).execute(communityId ?? '', data.reportId, progress) },
    { job: 'reports.prepare-due', handle: async ({ communityId }) => void (await world.get(PrepareDueReport).execute(communityId ?? '')) },
    {
      job: 'reports.send',
      handle: ({ communityId, data, runId, progress, signal }) =>
        world.get(DeliverReport).execute({ communityId: communityId ?? '', reportId: data.reportId, runId }, progress, signal),
    },
  ];
}

/** Carries out the jobs of the reports of a community that are due. */
export const runReportJobs = (world: World, { id }: MadeCommunity): Promise<JobRun[]> => world.db.runJobs(reportHandlers(world), { communityId: id });

/** A report of the third quarter of 2026, as far as asked. */
export async function makeReport(world: World, community: MadeCommunity, until: 'awaiting-approval' | 'approved' | 'sent' = 'awaiting-approval'): Promise<string> {
  const { coordinator } = community;
  const id = await world.get(PrepareReport).execute(coordinator, { periodKey: '2026-Q3' });
  await runReportJobs(world, community);
  if (until !== 'awaiting-approval') await world.get(DecideReport).approve(coordinator, await seenReport(world, community, id));
  if (until !== 'sent') return id;
  await world.get(SendReport).execute(coordinator, await seenReport(world, community, id));
  await runReportJobs(world, community);
  return id;
}

/** The report as it is on screen now. */
export async function seenReport(world: World, { coordinator }: MadeCommunity, id: string): Promise<{ id: string; revision: number }> {
  const { revision } = await world.get(ReportQueries).page(coordinator, id);
  return { id, revision };
}
