import type { components } from '@maillage/api-client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { api, call } from '../../lib/api';

type Schemas = components['schemas'];

export type ReportsPage = Schemas['ReportsPageDto'];
export type ReportLine = Schemas['ReportLineDto'];
export type Report = Schemas['ReportDto'];
export type ReportOffer = Report['offers'][number];
export type ReportContent = Schemas['ReportContentDto'];
export type ReportedLine = Schemas['ReportedLineDto'];
export type ReportDocument = Schemas['ReportDocumentDto'];
export type Difference = Schemas['ReportDifferenceDto'];
export type Delivery = Schemas['DeliveryDto'];
export type Attempt = Schemas['DeliveryAttemptDto'];
export type SendTarget = Schemas['SendTargetDto'];
export type RecipientsPage = Schemas['RecipientsPageDto'];
export type Recipient = Schemas['RecipientDto'];
export type RecipientInput = Schemas['RecipientInputDto'];
export type Schedule = Schemas['ReportScheduleDto'];
export type CarryingReport = Schemas['CarryingReportDto'];
export type Verification = Schemas['VerificationDto'];
export type ReceivedLine = Schemas['ReceivedLineDto'];
export type ReceivedReport = Schemas['ReceivedReportDto'];

const keys = (communityId: string) => [communityId, 'reports'] as const;

/** Every report, and what can be prepared. */
export const reportsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...keys(communityId), 'list'] as const,
    queryFn: ({ signal }): Promise<ReportsPage> => call(api.GET('/api/reports', { signal })),
  });

/** One report, whole. */
export const reportQuery = (communityId: string, reportId: string) =>
  queryOptions({
    queryKey: [...keys(communityId), 'one', reportId] as const,
    queryFn: ({ signal }): Promise<Report> => call(api.GET('/api/reports/{reportId}', { params: { path: { reportId } }, signal })),
  });

/** Every report that carried a value, the latest first. */
export const carryingQuery = (communityId: string, indicatorId: string, periodKey: string) =>
  queryOptions({
    queryKey: [...keys(communityId), 'carrying', indicatorId, periodKey] as const,
    queryFn: ({ signal }): Promise<CarryingReport[]> =>
      call(api.GET('/api/indicators/{indicatorId}/values/{periodKey}/reports', { params: { path: { indicatorId, periodKey } }, signal })),
  });

/** Those reports are sent to, and when reports prepare themselves. */
export const recipientsQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...keys(communityId), 'recipients'] as const,
    queryFn: ({ signal }): Promise<RecipientsPage> => call(api.GET('/api/report-recipients', { signal })),
  });

/** Every report received, over all the communities. */
export const receivedQuery = (communityId: string) =>
  queryOptions({
    queryKey: [communityId, 'publications', 'list'] as const,
    queryFn: ({ signal }): Promise<ReceivedLine[]> => call(api.GET('/api/publications', { signal })),
  });

/** One received report. */
export const receivedReportQuery = (communityId: string, publicationId: string) =>
  queryOptions({
    queryKey: [communityId, 'publications', 'one', publicationId] as const,
    queryFn: ({ signal }): Promise<ReceivedReport> => call(api.GET('/api/publications/{publicationId}', { params: { path: { publicationId } }, signal })),
  });

/** The address of a document of a report. */
export const documentHref = (reportId: string, format: string): string => `/api/reports/${reportId}/documents/${format}`;

/** The address of a document of a received report. */
export const receivedDocumentHref = (publicationId: string, format: string): string => `/api/publications/${publicationId}/documents/${format}`;

/** After anything happened to a report: lists, dashboards and values that name it are read again. */
export function useReportsChanged(): () => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys(communityId) }),
      client.invalidateQueries({ queryKey: [communityId, 'publications'] }),
      client.invalidateQueries({ queryKey: [communityId, 'steering'] }),
      client.invalidateQueries({ queryKey: [communityId, 'journal'] }),
      client.invalidateQueries({ queryKey: ['job-run'] }),
    ]);
}

/** Asks for a report to be prepared; its id comes back. */
export function usePrepareReport() {
  const changed = useReportsChanged();
  return useMutation({
    mutationFn: (body: Schemas['PrepareReportDto']) => call(api.POST('/api/reports', { body })),
    onSuccess: changed,
  });
}

const decisions = {
  'approve': '/api/reports/{reportId}/approval',
  'withdraw-approval': '/api/reports/{reportId}/approval-withdrawal',
  'cancel': '/api/reports/{reportId}/cancellation',
  'prepare-again': '/api/reports/{reportId}/preparation',
} as const;

/** What a person decides of a report, as it was on screen; refused, the page shows how it stands now. */
export function useDecideReport(report: Pick<Report, 'id' | 'revision'>) {
  const kept = useReportKept(report.id);
  const changed = useReportsChanged();
  return useMutation({
    mutationFn: (decision: keyof typeof decisions): Promise<Report> =>
      call(api.POST(decisions[decision], { params: { path: { reportId: report.id } }, body: { revision: report.revision } })),
    onSuccess: kept,
    onError: changed,
  });
}

/** Sends a report to those who do not have it. */
export function useSendReport(report: Pick<Report, 'id' | 'revision'>) {
  const kept = useReportKept(report.id);
  const changed = useReportsChanged();
  return useMutation({
    mutationFn: (acceptDouble: string[]): Promise<Report> =>
      call(api.POST('/api/reports/{reportId}/sending', { params: { path: { reportId: report.id } }, body: { revision: report.revision, acceptDouble } })),
    onSuccess: kept,
    onError: changed,
  });
}

/** Says that « peut-être envoyé » did arrive. */
export function useConfirmReceived(reportId: string) {
  const kept = useReportKept(reportId);
  const changed = useReportsChanged();
  return useMutation({
    mutationFn: (deliveryId: string): Promise<Report> =>
      call(api.POST('/api/reports/{reportId}/deliveries/{deliveryId}/receipt', { params: { path: { reportId, deliveryId } } })),
    onSuccess: kept,
    onError: changed,
  });
}

function useReportKept(reportId: string): (report: Report) => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  const changed = useReportsChanged();
  return (report) => {
    client.setQueryData(reportQuery(communityId, reportId).queryKey, report);
    return changed();
  };
}

function useRecipientsKept(): (page: RecipientsPage) => Promise<unknown> {
  const client = useQueryClient();
  const { communityId } = useSession();
  const changed = useReportsChanged();
  return (page) => {
    client.setQueryData(recipientsQuery(communityId).queryKey, page);
    return changed();
  };
}

/** Adds a recipient, or changes the one whose id is given. */
export function useSaveRecipient() {
  const kept = useRecipientsKept();
  return useMutation({
    mutationFn: ({ known, ...body }: RecipientInput & { known: Pick<Recipient, 'id' | 'revision'> | null }): Promise<RecipientsPage> =>
      known
        ? call(api.PUT('/api/report-recipients/{recipientId}', { params: { path: { recipientId: known.id } }, body: { ...body, revision: known.revision } }))
        : call(api.POST('/api/report-recipients', { body })),
    onSuccess: kept,
  });
}

/** Removes a recipient. */
export function useRemoveRecipient() {
  const kept = useRecipientsKept();
  return useMutation({
    mutationFn: (recipientId: string): Promise<RecipientsPage> => call(api.DELETE('/api/report-recipients/{recipientId}', { params: { path: { recipientId } } })),
    onSuccess: kept,
  });
}

/** Says when reports prepare themselves. */
export function useChangeSchedule() {
  const kept = useRecipientsKept();
  return useMutation({
    mutationFn: (body: Schedule): Promise<RecipientsPage> => call(api.PUT('/api/report-schedule', { body })),
    onSuccess: kept,
  });
}

/** Recomputes every hash. */
export function useVerifyReports() {
  return useMutation({ mutationFn: (): Promise<Verification> => call(api.GET('/api/reports/verification')) });
}
