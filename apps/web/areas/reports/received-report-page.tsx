import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useSession } from '../../app/session';
import { formatInstant } from '../../lib/format';
import { reportsText } from '../../messages/reports';
import { Page, Section } from '../../ui';
import { receivedDocumentHref, receivedReportQuery } from './api';
import { DocumentsSection } from './documents-section';
import { FiguresSection } from './figures-section';
import { DifferencesSection, LateSection, LinesSection, VersionLinks } from './lines-section';
import classes from './reports.module.css';

const text = reportsText.received;

/** A received report: the same shape from every community. */
export function ReceivedReportPage() {
  const { publicationId } = useParams({ strict: false });
  const { communityId, timeZone } = useSession();
  const { data: report } = useSuspenseQuery(receivedReportQuery(communityId, publicationId ?? ''));
  const { content, versions } = report;
  return (
    <Page
      title={text.pageTitle(report.communityTitle, report.periodLabel)}
      breadcrumbs={[{ label: text.title, href: '/rapports-recus' }]}
      lead={
        <span className={classes.lead}>
          <strong>{`${report.number}, ${text.version(report.version)}`}</strong> <span>{text.from(report.communityTitle, formatInstant(new Date(report.publishedAt), timeZone))}</span>
          {content.demo ? <strong>{reportsText.demo}</strong> : null}
        </span>
      }
    >
      <div className={classes.page}>
        {versions.length > 1 ? (
          <VersionLinks
            label={text.otherVersions}
            versions={versions.map(({ id, version }) => ({ href: `/rapports-recus/${id}`, text: text.version(version), current: id === report.id }))}
          />
        ) : null}
        <DocumentsSection documents={report.documents} hrefOf={(format) => receivedDocumentHref(report.id, format)} frozenLabel={content.frozenLabel} lockSentence={content.lockSentence} />
        <FiguresSection content={content} />
        {report.version > 1 ? <DifferencesSection differences={report.differences} /> : null}
        <LinesSection content={content} linked={false} />
        <LateSection content={content} />
        <Section title={text.seal}>
          <code className={classes.hash}>{report.sealHash}</code>
        </Section>
      </div>
    </Page>
  );
}
