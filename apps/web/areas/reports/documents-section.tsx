import { formatBytes } from '../../lib/format';
import { reportsText } from '../../messages/reports';
import { Section } from '../../ui';
import { IconDownload } from '../../ui/icons';
import type { ReportDocument } from './api';
import classes from './reports.module.css';
import { shortHash } from './words';

const text = reportsText.page;

interface DocumentsSectionProps {
  documents: readonly ReportDocument[];
  hrefOf: (format: ReportDocument['format']) => string;
  frozenLabel: string | null;
  lockSentence: string | null;
}

/** The three documents, to be kept. */
export function DocumentsSection({ documents, hrefOf, frozenLabel, lockSentence }: DocumentsSectionProps) {
  if (documents.length === 0) return null;
  return (
    <Section title={text.documents} hint={frozenLabel ? `${text.documentsHint(frozenLabel)}${lockSentence ? ` ${lockSentence}` : ''}` : undefined} bare>
      <ul className={classes.documents}>
        {documents.map(({ format, label, name, size, hash }) => (
          <li key={format}>
            <a className={classes.document} href={hrefOf(format)} download={name}>
              <IconDownload size={22} aria-hidden="true" />
              <span>
                <strong>{text.download(label, formatBytes(size))}</strong>
                <span className={classes.fileName}>{name}</span>
                <span className={classes.soft}>{text.fingerprint(shortHash(hash))}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
