import { useSession } from '../../app/session';
import { formatInstant } from '../../lib/format';
import { reportsText } from '../../messages/reports';
import { Facts, Section } from '../../ui';
import type { Report } from './api';
import { VersionLinks } from './lines-section';
import classes from './reports.module.css';

const text = reportsText.page;

/** Who prepared, approved and sent; the seal; the other versions. */
export function SealSection({ report }: { report: Report }) {
  const { timeZone } = useSession();
  const when = (at: string): string => formatInstant(new Date(at), timeZone);
  const by = (at: string | null, who: string | null): string | null => (at === null ? null : who === null ? when(at) : text.by(when(at), who));
  const { seal, versions } = report;
  return (
    <Section title={text.seal}>
      <div className={classes.stack}>
        <Facts
          items={[
            { label: text.facts.number, value: report.number },
            { label: text.facts.version, value: String(report.version) },
            { label: text.facts.prepared, value: by(report.preparedAt, report.preparedByName ?? text.byItself) },
            { label: text.facts.approved, value: by(report.approvedAt, report.approvedByName) },
            { label: text.facts.sent, value: by(report.sentAt, report.sentByName) },
            { label: text.facts.fingerprint, value: seal ? <code className={classes.hash}>{seal.snapshotHash}</code> : null },
            { label: text.facts.seal, value: seal ? <code className={classes.hash}>{text.sealNumber(seal.sequence, seal.hash)}</code> : null },
            { label: text.facts.previous, value: seal?.previousHash ? <code className={classes.hash}>{seal.previousHash}</code> : null },
          ]}
        />
        {versions.length > 1 ? (
          <VersionLinks
            label={text.seal}
            versions={versions.map(({ id, version, statusLabel }) => ({ href: `/rapports/${id}`, text: text.versionLink(version, statusLabel), current: id === report.id }))}
          />
        ) : null}
      </div>
    </Section>
  );
}
