import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../../app/session';
import { formatDayShort } from '../../lib/format';
import { projectText } from '../../messages/project';
import { uiText } from '../../messages/ui';
import { type Column, DataTable, EmptyState, LoadError, Page, Section, SelectField, StatusBadge, type StatusTone, TextSkeleton } from '../../ui';
import { differencesQuery, type Versions, versionsQuery } from './api';
import { DifferenceList } from './difference-list';
import classes from './project.module.css';

const text = projectText.versions;
type Version = Versions['versions'][number];

const tones: Record<Version['status'], StatusTone> = { draft: 'on-track', 'in-force': 'attained', past: 'none' };

function when(from: string | null, to: string | null): string | null {
  if (from === null) return null;
  return to ? text.until(formatDayShort(from), formatDayShort(to)) : text.since(formatDayShort(from));
}

const columns: Column<Version>[] = [
  { key: 'number', label: text.number, value: ({ number, title }) => `${projectText.version(number)} · ${title}`, card: 'main' },
  {
    key: 'status',
    label: text.status,
    value: ({ status }) => projectText.versionStatuses[status],
    render: ({ status }) => <StatusBadge tone={tones[status]} label={projectText.versionStatuses[status]} />,
  },
  {
    key: 'when',
    label: text.when,
    value: ({ inForceOn }) => inForceOn,
    render: ({ inForceOn, endedOn }) => when(inForceOn, endedOn) ?? uiText.table.empty,
    exported: ({ inForceOn, endedOn }) => when(inForceOn, endedOn),
  },
  { key: 'content', label: text.content, value: ({ axes, actions }) => text.contentText(axes, actions) },
  { key: 'note', label: text.note, value: ({ note }) => note },
];

/** Two versions side by side, chosen in the address; the last two to begin with. */
function Comparison({ versions }: Pick<Versions, 'versions'>) {
  const { communityId } = useSession();
  const navigate = useNavigate();
  const { de, a } = useSearch({ strict: false }) as { de?: string; a?: string };
  const known = (id: string | undefined): Version | undefined => versions.find((version) => version.id === id);
  const to = known(a) ?? versions[0];
  const from = known(de) ?? versions.find((version) => to && version.number < to.number) ?? versions[1];
  const { data, error, refetch } = useQuery({ ...differencesQuery(communityId, to?.id ?? '', from?.id), enabled: Boolean(from && to) });
  if (!from || !to) return null;
  const choices = versions.map(({ id, number, status }) => ({ value: id, label: text.choice(number, projectText.versionStatuses[status]) }));
  const choose = (change: { de?: string; a?: string }): void =>
    void navigate({ to: '/projet/versions', search: { de: from.id, a: to.id, ...change } as never, replace: true, resetScroll: false });
  return (
    <Section title={text.compare} hint={data ? text.changed(data.differences.length) : undefined}>
      <div className={classes.compare}>
        <SelectField required label={text.compareFrom} choices={choices} value={from.id} onChange={(id) => choose({ de: id })} />
        <SelectField required label={text.compareTo} choices={choices} value={to.id} onChange={(id) => choose({ a: id })} />
      </div>
      {error ? <LoadError error={error} onRetry={() => void refetch()} /> : data ? <DifferenceList view={data} /> : <TextSkeleton />}
    </Section>
  );
}

/** The versions of the project, and what changed between them. */
export function VersionsPage() {
  const { communityId } = useSession();
  const { data } = useSuspenseQuery(versionsQuery(communityId));
  return (
    <Page title={text.title} lead={text.lead} breadcrumbs={[{ label: projectText.title, href: '/projet' }]}>
      <DataTable
        id="versions-du-projet"
        caption={text.caption}
        simple
        columns={columns}
        rows={data.versions}
        rowKey={({ id }) => id}
        rowHref={({ id, status }) => (status === 'in-force' ? '/projet' : `/projet/versions/${id}`)}
        empty={
          <EmptyState title={text.empty} action={{ label: text.toProject, href: '/projet' }}>
            {text.emptyWhat}
          </EmptyState>
        }
      />
      <Comparison versions={data.versions} />
    </Page>
  );
}
