import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { textLimits } from '@maillage/domain/kernel';
import { useCan, useSession } from '../../app/session';
import { projectText } from '../../messages/project';
import { ConfirmDialog, EmptyState, Facts, LongTextField, Page, Section, TextField, TextSkeleton, useToast } from '../../ui';
import { type ProjectVersion, differencesQuery, type Project, useChangeVersion, useDiscardDraft, usePutInForce, versionQuery, versionsQuery } from './api';
import { ActionButton } from '../../ui';
import { DifferenceList } from './difference-list';
import { EditButton } from './edit-button';
import { EditForm, orNull } from './edit-form';
import { identifierFault } from './identifier-fault';
import classes from './project.module.css';
import { TreeEditor } from './tree-editor';

const text = projectText.draft;

type Values = { title: string; note: string };

/** The title of the version and what it changes. */
function Identity({ version }: Pick<Project, 'version'>) {
  const [editing, setEditing] = useState(false);
  const change = useChangeVersion(version.id);
  if (!editing) {
    return (
      <Section title={text.identity} tools={<EditButton section={text.identity} onClick={() => setEditing(true)} />}>
        <Facts
          items={[
            { label: text.name, value: version.title },
            { label: text.note, value: version.note ? <span className={classes.lines}>{version.note}</span> : null },
          ]}
        />
      </Section>
    );
  }
  return (
    <Section title={text.identity}>
      <EditForm<Values, Pick<ProjectVersion, 'title' | 'note'>>
        draftKey={`project:${version.id}`}
        values={{ title: version.title, note: version.note ?? '' }}
        revision={version.revision}
        validate={({ title, note }) => ({ title: title.trim() === '' ? projectText.start.nameMissing : null, note: identifierFault(note) })}
        send={({ title, note }, revision) => change.mutateAsync({ title, note: orNull(note), revision })}
        theirs={({ title, note }) => ({ title, note: note ?? '' })}
        words={({ title, note }) => [
          { label: text.name, value: title },
          { label: text.note, value: note },
        ]}
        saved={projectText.action.content.saved}
        onClose={() => setEditing(false)}
      >
        {(form) => (
          <>
            <TextField required label={text.name} hint={projectText.start.nameHint} maxLength={textLimits.title} {...form.getInputProps('title')} />
            <LongTextField label={text.note} hint={text.noteHint} maxLength={textLimits.paragraph} {...form.getInputProps('note')} />
          </>
        )}
      </EditForm>
    </Section>
  );
}

/** What the draft changes to the version in force, and how to throw it away. */
function Changes({ version, first }: Pick<Project, 'version'> & { first: boolean }) {
  const { communityId } = useSession();
  const navigate = useNavigate();
  const toast = useToast();
  const discard = useDiscardDraft(version.id);
  const [asking, setAsking] = useState(false);
  const { data } = useQuery({ ...differencesQuery(communityId, version.id), enabled: !first });
  return (
    <>
      {first ? null : (
        <Section title={projectText.versions.changesOf(version.number)} hint={data && data.differences.length > 0 ? text.changes(data.differences.length) : undefined}>
          {!data ? <TextSkeleton /> : data.differences.length === 0 ? <p className={classes.soft}>{text.noChange}</p> : <DifferenceList view={data} />}
        </Section>
      )}
      <div className="no-print">
        <ActionButton variant="subtle" color="red" label={text.discard} onClick={() => setAsking(true)} />
      </div>
      <ConfirmDialog
        opened={asking}
        title={text.discardAsk}
        confirmLabel={text.discard}
        destructive
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await discard.mutateAsync(undefined);
          toast.done(text.discarded);
          await navigate({ to: '/projet' });
        }}
      >
        <p>{first ? text.discardWhatFirst : text.discardWhat}</p>
      </ConfirmDialog>
    </>
  );
}

function Draft({ versionId, first }: { versionId: string; first: boolean }) {
  const { communityId } = useSession();
  const navigate = useNavigate();
  const toast = useToast();
  const { data: project } = useSuspenseQuery(versionQuery(communityId, versionId));
  const { version } = project;
  const enforce = usePutInForce(versionId);
  const [asking, setAsking] = useState(false);
  return (
    <Page
      title={text.title}
      lead={first ? text.leadFirst : text.lead(version.number)}
      breadcrumbs={[{ label: projectText.title, href: '/projet' }]}
      action={{ label: text.enforce, onClick: () => setAsking(true) }}
    >
      <Identity version={version} />
      <TreeEditor project={project} first={first} />
      <Changes version={version} first={first} />
      <ConfirmDialog
        opened={asking}
        title={text.enforceAsk(version.number)}
        confirmLabel={text.enforce}
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await enforce.mutateAsync({ revision: version.revision });
          toast.done(text.enforced(version.number));
          await navigate({ to: '/projet' });
        }}
      >
        <p>{first ? text.enforceFirst : text.enforceNext}</p>
      </ConfirmDialog>
    </Page>
  );
}

/** The one place where the structure of the project changes. */
export function DraftPage() {
  const { communityId } = useSession();
  const can = useCan();
  const { data } = useSuspenseQuery(versionsQuery(communityId));
  if (!data.draftId || !can('project.write')) {
    return (
      <Page title={text.title} breadcrumbs={[{ label: projectText.title, href: '/projet' }]}>
        <EmptyState
          level={2}
          title={text.none}
          action={{ label: text.back, href: '/projet' }}
          secondary={data.draftId ? { label: projectText.page.seeDraft, href: `/projet/versions/${data.draftId}` } : undefined}
        >
          {text.noneWhat}
        </EmptyState>
      </Page>
    );
  }
  return <Draft key={data.draftId} versionId={data.draftId} first={data.inForceId === null} />;
}
