import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useSession } from '../../app/session';
import { formatDay } from '../../lib/format';
import { projectText } from '../../messages/project';
import { LoadError, Message, Page, Section, TextSkeleton } from '../../ui';
import { differencesQuery, type Project, versionQuery } from './api';
import { DifferenceList } from './difference-list';
import type { TreeFilter } from './tree-filter';
import { TreeTools } from './tree-tools';
import { TreeView } from './tree-view';
import { versionLine } from './version-line';

/** What the version changed, from the one before it. */
function Changes({ version }: Pick<Project, 'version'>) {
  const { communityId } = useSession();
  const { data, error, refetch } = useQuery(differencesQuery(communityId, version.id));
  if (data?.from === null) return null;
  return (
    <Section title={projectText.versions.changesOf(version.number)} hint={data?.from ? projectText.versions.between(data.from.number, version.number) : undefined}>
      {error ? <LoadError error={error} onRetry={() => void refetch()} /> : data ? <DifferenceList view={data} /> : <TextSkeleton />}
    </Section>
  );
}

/** One version of the project, whatever its state. */
export function VersionPage() {
  const { communityId } = useSession();
  const { versionId } = useParams({ strict: false }) as { versionId: string };
  const filter = useSearch({ strict: false }) as TreeFilter;
  const { data: project } = useSuspenseQuery(versionQuery(communityId, versionId));
  const { version } = project;
  return (
    <Page
      title={projectText.version(version.number)}
      lead={
        <>
          <p>{version.title}</p>
          <p>{versionLine(version)}</p>
          {version.note ? <p>{version.note}</p> : null}
        </>
      }
      breadcrumbs={[
        { label: projectText.title, href: '/projet' },
        { label: projectText.page.versions, href: '/projet/versions' },
      ]}
      tools={<TreeTools project={project} filter={filter} />}
    >
      {version.status === 'past' && version.endedOn ? (
        <Message tone="none" title={projectText.page.past} secondary={{ label: projectText.page.toInForce, href: '/projet' }}>
          <p>{projectText.page.pastWhat(formatDay(version.endedOn))}</p>
        </Message>
      ) : null}
      <TreeView project={project} filter={filter} actionHref={(id) => `/projet/actions/${id}?version=${version.id}`} />
      <Changes version={version} />
    </Page>
  );
}
