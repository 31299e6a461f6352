import { reportsText } from '../../messages/reports';
import { type Column, DataTable, HrefLink, Section, StatusBadge } from '../../ui';
import type { ReportContent, ReportedLine } from './api';
import classes from './reports.module.css';
import { progressTone } from './tones';

const text = reportsText.page;
const labels = text.lineColumns;

/** The page a line leads to: its value and history, or the indicator when the line was made of several months. */
export const valueHref = ({ id, valuePeriodKey }: ReportedLine): string => (valuePeriodKey ? `/indicateurs/${id}/valeurs/${valuePeriodKey}` : `/indicateurs/${id}`);

function Value({ line }: { line: ReportedLine }) {
  return (
    <>
      <strong>{line.value}</strong>
      {line.parts ? <span className={classes.under}>{line.parts}</span> : null}
      {line.yearSoFar ? <span className={classes.under}>{text.yearSoFar(line.yearSoFar)}</span> : null}
    </>
  );
}

function Target({ line: { target, yearSoFar } }: { line: ReportedLine }) {
  if (target === null) return <>—</>;
  return (
    <>
      {target}
      {yearSoFar ? <span className={classes.under}>{text.targetOfYear(yearSoFar.year)}</span> : null}
    </>
  );
}

const columns: readonly Column<ReportedLine>[] = [
  {
    key: 'indicateur',
    label: labels.indicator,
    value: ({ code, name }) => `${code} ${name}`,
    render: ({ code, name }) => `${code} ${name}`,
  },
  { key: 'valeur', label: labels.value, numeric: true, unsorted: true, value: ({ value }) => value, render: (line) => <Value line={line} />, card: 'main' },
  { key: 'objectif', label: labels.target, numeric: true, unsorted: true, value: ({ target }) => target, render: (line) => <Target line={line} /> },
  {
    key: 'etat',
    label: labels.state,
    filter: true,
    value: ({ progressLabel }) => progressLabel,
    render: ({ progress, progressLabel, comment }) => (
      <>
        <StatusBadge tone={progressTone[progress]} label={progressLabel} />
        {comment ? <span className={classes.under}>{comment}</span> : null}
      </>
    ),
    card: 'main',
  },
  {
    key: 'validee',
    label: labels.status,
    filter: true,
    filterAll: text.allLineStatus,
    value: ({ status }) => text.lineStatus[status],
    render: ({ status, proofs, proofExpected }) => (
      <>
        {text.lineStatus[status]}
        {status === 'missing' || status === 'none' ? null : <span className={classes.under}>{text.proofsOf(proofs, proofExpected)}</span>}
      </>
    ),
  },
  { key: 'periode', label: labels.period, hidden: true, value: ({ periodLabel }) => periodLabel },
  { key: 'commentaire', label: labels.comment, hidden: true, value: ({ comment }) => comment, card: 'none' },
  { key: 'preuves', label: labels.proofs, numeric: true, hidden: true, card: 'none', value: ({ proofs }) => proofs },
];

interface LinesSectionProps {
  content: ReportContent;
  /** Inside the community, each line leads to its value. */
  linked: boolean;
}

/** The indicators of the report, as its documents write them. */
export function LinesSection({ content, linked }: LinesSectionProps) {
  return (
    <Section title={text.lines} hint={linked ? text.linesHint : undefined} bare>
      <DataTable
        id="lignes-du-rapport"
        caption={text.linesCaption}
        columns={columns}
        rows={content.lines}
        rowKey={({ id }) => id}
        rowHref={linked ? valueHref : undefined}
        empty={null}
      />
    </Section>
  );
}

/** What was late when the report was frozen, the oldest first. */
export function LateSection({ content: { late } }: { content: ReportContent }) {
  if (late.length === 0) return null;
  return (
    <Section title={text.late}>
      <ul className={classes.plainList}>
        {late.map(({ what, title, detail, who, lateDays }) => (
          <li key={`${what} ${title} ${detail}`} className={classes.late}>
            <span>
              <strong>{title}</strong>
              <span className={classes.under}>
                {detail}
                {who ? ` · ${who}` : ''}
              </span>
            </span>
            <span className={classes.lateDays}>{text.lateSince(lateDays)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What a corrected version changes. */
export function DifferencesSection({ differences }: { differences: readonly { key: string; text: string }[] }) {
  return (
    <Section title={text.differences}>
      {differences.length === 0 ? (
        <p className={classes.plain}>{text.differencesNone}</p>
      ) : (
        <ul className={classes.differences}>
          {differences.map((difference) => (
            <li key={difference.text}>{difference.text}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** A link that stands beside others. */
export function VersionLinks({ label, versions }: { label: string; versions: readonly { href: string; text: string; current: boolean }[] }) {
  return (
    <nav aria-label={label}>
      <ul className={classes.versions}>
        {versions.map(({ href, text: words, current }) => (
          <li key={href}>{current ? <strong aria-current="page">{words}</strong> : <HrefLink href={href}>{words}</HrefLink>}</li>
        ))}
      </ul>
    </nav>
  );
}
