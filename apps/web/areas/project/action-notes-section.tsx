import { textLimits } from '@maillage/domain/kernel';
import { projectText } from '../../messages/project';
import { LongTextField, Section } from '../../ui';
import type { SectionProps } from './action-page';
import { useTracking } from './api';
import { EditButton } from './edit-button';
import { EditForm, orNull } from './edit-form';
import { identifierFault } from './identifier-fault';
import classes from './project.module.css';
import { trackingOf, type Tracking } from './tracking';

const text = projectText.action.notes;

type Values = { text: string };

function NotesForm({ sheet, onClose }: Pick<SectionProps, 'sheet' | 'onClose'>) {
  const { tracking } = useTracking(sheet.id);
  return (
    <EditForm<Values, Tracking>
      draftKey={`action:${sheet.id}:notes`}
      values={{ text: sheet.text ?? '' }}
      revision={sheet.revision}
      validate={(values) => ({ text: identifierFault(values.text) })}
      send={(values, revision, current) => tracking.mutateAsync({ ...trackingOf(current ?? sheet), text: orNull(values.text), revision })}
      theirs={(current) => ({ text: current.text ?? '' })}
      words={(values) => [{ label: text.field, value: values.text }]}
      saved={text.saved}
      onClose={onClose}
    >
      {(form) => <LongTextField label={text.field} hint={text.hint} minRows={6} maxLength={textLimits.long} {...form.getInputProps('text')} />}
    </EditForm>
  );
}

/** The free text of the action. */
export function ActionNotesSection({ sheet, editing, onEdit, onClose }: SectionProps) {
  const open = editing && sheet.may.track;
  return (
    <Section title={text.title} hint={open ? undefined : text.reminder} tools={sheet.may.track && !open ? <EditButton section={text.title} onClick={onEdit} /> : undefined}>
      {open ? <NotesForm sheet={sheet} onClose={onClose} /> : <p className={sheet.text ? classes.lines : classes.soft}>{sheet.text ?? text.empty}</p>}
    </Section>
  );
}
