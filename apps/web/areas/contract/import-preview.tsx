import { groupBy } from '@maillage/domain/kernel';
import { formatDay, formatEuros } from '../../lib/format';
import { termsText } from '../../messages/terms';
import { termsImportText } from '../../messages/terms-import';
import { EmptyState, Facts, Section } from '../../ui';
import type { ImportPreview } from './import-api';
import { ChangeList } from './terms-changes';
import { CheckList } from './terms-checks';
import classes from './terms.module.css';

const text = termsImportText;

/** What the import would do: what the file holds, every change, everything to see. */
export function ImportPreviewSection({ preview }: { preview: ImportPreview }) {
  const { signedOn, agreementLabel, years, differences, warnings, notes, nothingToDo } = preview;
  return (
    <>
      {nothingToDo ? (
        <EmptyState level={2} title={text.nothing} action={{ label: text.toContract, href: '/contrat' }}>
          {text.nothingWhat}
        </EmptyState>
      ) : null}
      <Section title={text.preview}>
        <Facts
          items={[
            { label: text.signedOn, value: formatDay(signedOn) },
            { label: text.agreement, value: agreementLabel },
            ...years.map(({ number, label, missions, indicators, operatingCents, fixedCents, variableCents, crisisCents }) => ({
              label: text.yearName(number, label),
              value: (
                <>
                  {text.yearLine(missions, indicators)}
                  <span className={classes.path}>
                    {text.yearEuros(formatEuros(operatingCents), formatEuros(fixedCents), formatEuros(variableCents), crisisCents > 0 ? formatEuros(crisisCents) : null)}
                  </span>
                </>
              ),
            })),
          ]}
        />
      </Section>
      {nothingToDo ? null : (
        <Section title={text.changes} hint={text.changesCount(differences.length)}>
          <div className={classes.stack}>
            {[...groupBy(differences, ({ year, version }) => (year === null ? text.contract : text.changesOf(year, version)))].map(([label, changes]) => (
              <Section key={label} level={3} bare title={label}>
                <ChangeList level={4} label={label} changes={changes} empty={termsText.amendments.same} />
              </Section>
            ))}
          </div>
        </Section>
      )}
      {warnings.length > 0 ? (
        <Section title={text.warnings} hint={text.warningsHint} bare>
          <CheckList label={text.warnings} checks={warnings.map(({ path, code, sentence }) => ({ key: `${path}:${code}`, sentence, tone: 'at-risk' }))} />
        </Section>
      ) : null}
      {notes.length > 0 ? (
        <Section title={text.notes}>
          <ul className={classes.plainList}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
