import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCan, useSession } from '../../app/session';
import { projectText } from '../../messages/project';
import { EmptyState, HrefLink, Message, Page, useToast } from '../../ui';
import { homeQuery, type ProjectHome, useOpenDraft } from './api';
import { StartForm } from './start-form';
import type { TreeFilter } from './tree-filter';
import { TreeSummary } from './tree-summary';
import { TreeTools } from './tree-tools';
import { TreeView } from './tree-view';
import { versionLine } from './version-line';

const text = projectText.page;

/** Opens the next draft and goes to it. */
function usePrepare() {
  const open = useOpenDraft();
  const navigate = useNavigate();
  const toast = useToast();
  const prepare = async (): Promise<void> => {
    try {
      await open.mutateAsync({ source: 'in-force' });
      toast.done(text.draftOpened);
      await navigate({ to: '/projet/brouillon' });
    } catch (error) {
      toast.failed(error);
    }
  };
  return { prepare: () => void prepare(), preparing: open.isPending };
}

function primaryAction({ draftId, inForceId }: ProjectHome, canWrite: boolean, { prepare, preparing }: ReturnType<typeof usePrepare>) {
  if (!canWrite) return draftId && inForceId ? { label: text.seeDraft, href: `/projet/versions/${draftId}` } : undefined;
  return draftId ? { label: text.resume, href: '/projet/brouillon' } : { label: text.prepare, onClick: prepare, loading: preparing };
}

/** The health project as it is followed. */
export function ProjectPage() {
  const { communityId } = useSession();
  const can = useCan();
  const filter = useSearch({ strict: false }) as TreeFilter;
  const { data: home } = useSuspenseQuery(homeQuery(communityId));
  const draft = usePrepare();
  const { project } = home;
  const canWrite = can('project.write');

  if (!project) {
    return (
      <Page title={projectText.title}>
        {canWrite ? (
          <StartForm />
        ) : (
          <EmptyState title={projectText.start.waiting}>{projectText.start.waitingWhat}</EmptyState>
        )}
      </Page>
    );
  }
  const onlyDraft = project.version.status === 'draft';
  return (
    <Page
      title={project.version.title}
      lead={
        <>
          {versionLine(project.version)}
          <span className="no-print">
            {' · '}
            <HrefLink href="/projet/versions">{text.allVersions}</HrefLink>
          </span>
        </>
      }
      action={primaryAction(home, canWrite, draft)}
      tools={<TreeTools project={project} filter={filter} />}
    >
      {onlyDraft ? (
        <Message tone="none" heading="h2" title={text.onlyDraft}>
          <p>{canWrite ? text.onlyDraftWhat : text.onlyDraftRead}</p>
        </Message>
      ) : (
        <TreeSummary project={project} path="/projet" />
      )}
      <TreeView project={project} filter={filter} actionHref={(id) => `/projet/actions/${id}`} />
    </Page>
  );
}
