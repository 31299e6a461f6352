import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useSession } from '../../app/session';
import { formatDay } from '../../lib/format';
import { projectText } from '../../messages/project';
import { ActionButton, Message, Page } from '../../ui';
import { IconPrinter } from '../../ui/icons';
import { ActionContentSection } from './action-content-section';
import { ActionMeansSection } from './action-means-section';
import { ActionNotesSection } from './action-notes-section';
import { ActionPanels } from './action-panels';
import { ActionStatusSection } from './action-status-section';
import { ActionStepsSection } from './action-steps-section';
import { actionQuery, type ActionSheet } from './api';
import type { SectionName } from './sections';

const text = projectText.action;

/** What a section of the sheet is given: the action, whether it is being edited, and how to open and close it. */
export interface SectionProps {
  sheet: ActionSheet;
  editing: boolean;
  onEdit: () => void;
  onClose: () => void;
}

/** Says which version is on screen when it is not the one in force, and what can be done in it. */
function VersionNotice({ sheet: { version, may } }: Pick<SectionProps, 'sheet'>) {
  if (version.status === 'in-force') return null;
  if (version.status === 'past') {
    return (
      <Message tone="none" title={text.inPast} secondary={{ label: projectText.page.toInForce, href: '/projet' }}>
        {version.endedOn ? <p>{text.inPastWhat(formatDay(version.endedOn))}</p> : null}
      </Message>
    );
  }
  return (
    <Message tone="none" title={text.inDraft} secondary={{ label: text.toDraft, href: may.editContent ? '/projet/brouillon' : `/projet/versions/${version.id}` }}>
      <p>{may.track ? text.inDraftNew : text.inDraftWhat}</p>
    </Message>
  );
}

/** The fiche action: read first, edited by section. */
export function ActionPage() {
  const { communityId } = useSession();
  const navigate = useNavigate();
  const { actionId } = useParams({ strict: false }) as { actionId: string };
  const { version, modifier } = useSearch({ strict: false }) as { version?: string; modifier?: SectionName };
  const { data: sheet } = useSuspenseQuery(actionQuery(communityId, actionId, version));
  const inForce = sheet.version.status === 'in-force';

  const edit = (section?: SectionName): void =>
    void navigate({ to: '.', search: (was: object) => ({ ...was, modifier: section }), replace: true, resetScroll: false } as never);
  const section = (name: SectionName): SectionProps => ({ sheet, editing: modifier === name, onEdit: () => edit(name), onClose: () => edit() });
  const versionHref = inForce ? '/projet' : `/projet/versions/${sheet.version.id}`;

  return (
    <Page
      title={sheet.title}
      lead={
        <>
          {projectText.actionNumber(sheet.number)} · {projectText.axis(sheet.axis.position + 1, sheet.axis.title)}
        </>
      }
      breadcrumbs={[
        { label: projectText.title, href: '/projet' },
        ...(inForce ? [] : [{ label: projectText.version(sheet.version.number), href: versionHref }]),
      ]}
      tools={<ActionButton variant="default" label={projectText.page.print} onClick={() => window.print()} icon={<IconPrinter size={18} aria-hidden="true" />} />}
    >
      <VersionNotice sheet={sheet} />
      <ActionStatusSection {...section('etat')} />
      <ActionStepsSection {...section('etapes')} />
      {inForce ? <ActionPanels actionId={sheet.id} /> : null}
      <ActionMeansSection {...section('moyens')} />
      <ActionContentSection {...section('contenu')} />
      <ActionNotesSection {...section('notes')} />
    </Page>
  );
}
