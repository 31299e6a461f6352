import { projectText } from '../../messages/project';
import { Section } from '../../ui';
import { contentFaults, ContentFields, contentFrom, contentValues, contentWords, type ContentValues } from './action-content-fields';
import type { SectionProps } from './action-page';
import { type ActionContent, useChangeContent } from './api';
import { EditButton } from './edit-button';
import { EditForm } from './edit-form';
import { MissionTags } from './mission-tags';
import classes from './project.module.css';

const text = projectText.action.content;

function ContentForm({ sheet, onClose }: Pick<SectionProps, 'sheet' | 'onClose'>) {
  const change = useChangeContent(sheet.version.id, sheet.id);
  return (
    <EditForm<ContentValues, ActionContent>
      draftKey={`action:${sheet.id}:content:${sheet.version.id}`}
      values={contentValues(sheet)}
      revision={sheet.contentRevision}
      validate={contentFaults}
      send={(values, revision) => change.mutateAsync({ ...contentFrom(values), revision })}
      theirs={contentValues}
      words={(values) => contentWords(values, sheet.missions)}
      saved={text.saved}
      onClose={onClose}
    >
      {(form) => <ContentFields form={form} missions={sheet.missions} />}
    </EditForm>
  );
}

/** What the version says of the action; it changes in a draft only. */
export function ActionContentSection({ sheet, editing, onEdit, onClose }: SectionProps) {
  const { editContent } = sheet.may;
  if (editing && editContent) {
    return (
      <Section title={text.title}>
        <ContentForm sheet={sheet} onClose={onClose} />
      </Section>
    );
  }
  const texts = [
    { label: text.objective, value: sheet.objective },
    { label: text.why, value: sheet.why },
    { label: text.audience, value: sheet.audience },
  ].filter(({ value }) => value !== null);
  return (
    <Section
      title={text.title}
      hint={sheet.version.status === 'in-force' && sheet.may.changeLead ? text.locked : undefined}
      tools={editContent ? <EditButton section={text.title} onClick={onEdit} /> : undefined}
    >
      <dl className={classes.texts}>
        {texts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={classes.lines}>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{text.missions}</dt>
          <dd>
            <MissionTags codes={sheet.missionCodes} missions={sheet.missions} />
          </dd>
        </div>
      </dl>
    </Section>
  );
}
