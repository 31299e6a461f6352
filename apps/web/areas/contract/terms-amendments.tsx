import { termsDifferences } from '@maillage/domain/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../app/session';
import { formatDay, formatWhen } from '../../lib/format';
import { termsText } from '../../messages/terms';
import { HrefLink, LoadError, Section, StatusBadge, TextSkeleton } from '../../ui';
import { ChangeList } from './terms-changes';
import { type TermsPage, termsQuery, type TermsVersion, type TermsYear } from './terms-api';
import classes from './terms.module.css';

const text = termsText.amendments;

interface ChangesProps {
  year: TermsYear;
  before: TermsVersion;
  after: TermsVersion;
  nameOf: (code: string) => string;
}

/** What an amendment changed, read when asked for. */
function Changes({ year, before, after, nameOf }: ChangesProps) {
  const { communityId } = useSession();
  const was = useQuery(termsQuery(communityId, year.number, before.amendment));
  const is = useQuery(termsQuery(communityId, year.number, after.amendment));
  const failed = [was, is].find(({ isError }) => isError);
  if (failed) return <LoadError error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!was.data || !is.data) return <TextSkeleton />;
  return <ChangeList label={text.changes} changes={termsDifferences(was.data.terms, is.data.terms, nameOf)} empty={text.same} />;
}

/** The contract as signed, then each amendment of the year, dated, with what it changed. */
export function AmendmentsSection({ page, year }: { page: TermsPage; year: TermsYear }) {
  const { timeZone } = useSession();
  const [open, setOpen] = useState<number | null>(null);
  const labels = new Map(page.missions.map(({ code, shortLabel }) => [code, shortLabel]));
  const now = new Date();
  return (
    <Section title={text.title} hint={page.versions.length > 1 ? text.hint : text.none}>
      <ol className={classes.versions}>
        {page.versions.map((version, index) => {
          const before = page.versions[index - 1];
          const shown = version.amendment === page.version?.amendment;
          return (
            <li key={version.amendment}>
              <p className={classes.versionHead}>
                <strong>{version.label}</strong>
                <span>{text.from(formatDay(version.effectiveOn))}</span>
                {version.current ? <StatusBadge tone="on-track" label={text.current} /> : null}
              </p>
              <p className={classes.small}>{text.by(version.updatedBy, formatWhen(new Date(version.updatedAt), now, timeZone))}</p>
              <div className={`${classes.buttons} no-print`}>
                {shown ? null : (
                  <Button component={HrefLink} href={`/contrat?annee=${year.number}${version.current ? '' : `&avenant=${version.amendment}`}`} variant="subtle" size="compact-md" aria-label={text.seeOf(version.label)}>
                    {text.see}
                  </Button>
                )}
                {before ? (
                  <Button
                    variant="subtle"
                    size="compact-md"
                    aria-expanded={open === version.amendment}
                    aria-label={text.changesOf(version.label)}
                    onClick={() => setOpen(open === version.amendment ? null : version.amendment)}
                  >
                    {text.changes}
                  </Button>
                ) : null}
              </div>
              {before && open === version.amendment ? <Changes year={year} before={before} after={version} nameOf={(code) => labels.get(code) ?? code} /> : null}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
