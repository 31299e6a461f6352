import { addYears } from '@maillage/domain/kernel';
import type { SteeringInput } from '@maillage/domain/steering';
import { isTerritoryDrawn } from '@maillage/features/community';
import { contractFacts } from '@maillage/features/contract';
import { contributionsToAccept, everySince, loadAbsences, loadCollectionSettings, loadFigures, loadIndicators, loadLockGround, loadNames, loadTargets, loadValidation, loadUnproved, loadWaitingPlaces } from '@maillage/features/indicators';
import { projectInForce } from '@maillage/features/project';
import type { Clock, Tx } from '@maillage/platform';
import type { MoneyQueries } from '@maillage/features/money';
import type { ReportUse } from './report-use';

/** Years of values that curves, comparisons with the year before and sums of the contract year are made from. */
const yearsOfValues = 3;

/** Everything the dashboards of the community at work are assembled from, read in one transaction. */
export async function readSteeringInput(tx: Tx, communityId: string, clock: Clock, reports: ReportUse, money: MoneyQueries): Promise<SteeringInput> {
  const { contract, agreement, participations, timeZone, today } = await contractFacts(tx, communityId, clock);
  const project = await projectInForce(tx, today);
  const actions = project?.actions ?? [];
  const indicators = await loadIndicators(tx);
  const since = addYears(today, -yearsOfValues);
  const leads = actions.flatMap(({ leadPersonId }) => leadPersonId ?? []);
  const responsible = indicators.flatMap(({ responsiblePersonId }) => responsiblePersonId ?? []);
  return {
    today,
    agreement,
    contract,
    participations,
    actions,
    indicators,
    measures: await loadFigures(tx, everySince(since)),
    absences: [...(await loadAbsences(tx, since)), ...(await loadWaitingPlaces(tx, since))],
    dueDays: (await loadCollectionSettings(tx)).dueDays,
    locks: (await loadLockGround(tx, clock.now())).locks,
    validation: await loadValidation(tx),
    targets: await loadTargets(tx, null),
    euros: await money.moneyOfToday(tx, communityId),
    reviewToHold: await money.reviewToHold(tx, communityId),
    reports: await reports.openReports(tx, timeZone),
    contributions: await contributionsToAccept(tx, timeZone),
    unproved: await loadUnproved(tx, addYears(today, -1)),
    people: await loadNames(tx, [...new Set([...leads, ...responsible])]),
    setup: { territory: await isTerritoryDrawn(tx), project: project !== null, recipients: await reports.hasRecipients(tx) },
  };
}
