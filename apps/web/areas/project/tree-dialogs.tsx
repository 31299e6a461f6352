import { textLimits } from '@maillage/domain/kernel';
import { projectText } from '../../messages/project';
import { Dialog, LongTextField, TextField } from '../../ui';
import { contentFaults, ContentFields, contentFrom, contentValues, contentWords, type ContentValues } from './action-content-fields';
import { type ActionContent, type Axis, type Project, useTreeChanges } from './api';
import { EditForm, orNull } from './edit-form';
import { identifierFault } from './identifier-fault';

const text = projectText.draft;

type AxisValues = { title: string; why: string };
type AxisState = { title: string; why: string | null };

/** A new axis, or an axis changed. */
export function AxisDialog({ versionId, axis, onClose }: { versionId: string; axis?: Axis; onClose: () => void }) {
  const { addAxis, changeAxis } = useTreeChanges(versionId);
  const send = ({ title, why }: AxisValues, revision: number): Promise<unknown> =>
    axis ? changeAxis.mutateAsync({ axisId: axis.id, title, why: orNull(why), revision }) : addAxis.mutateAsync({ title, why: orNull(why) });
  return (
    <Dialog onClose={onClose} title={axis ? text.editAxis(axis.title) : text.addAxis}>
      <EditForm<AxisValues, AxisState>
        draftKey={axis ? `axis:${axis.id}` : `new-axis:${versionId}`}
        values={{ title: axis?.title ?? '', why: axis?.why ?? '' }}
        revision={axis?.revision ?? 0}
        validate={({ title, why }) => ({ title: title.trim() === '' ? projectText.start.nameMissing : null, why: identifierFault(why) })}
        send={send}
        theirs={({ title, why }) => ({ title, why: why ?? '' })}
        words={({ title, why }) => [
          { label: text.axisTitle, value: title },
          { label: text.axisWhy, value: why },
        ]}
        saved={axis ? text.axisSaved : text.axisAddedShort}
        submitLabel={axis ? undefined : text.addAxis}
        onClose={onClose}
      >
        {(form) => (
          <>
            <TextField required autoFocus label={text.axisTitle} maxLength={textLimits.title} {...form.getInputProps('title')} />
            <LongTextField label={text.axisWhy} maxLength={textLimits.paragraph} {...form.getInputProps('why')} />
          </>
        )}
      </EditForm>
    </Dialog>
  );
}

const nothing: ActionContent = { title: '', objective: null, why: null, audience: null, missionCodes: [] };

/** A new action: its title, its objective and its missions; the rest is written on its sheet. */
export function NewActionDialog({ project, axis, onClose }: { project: Project; axis: Axis; onClose: () => void }) {
  const { addAction } = useTreeChanges(project.version.id);
  return (
    <Dialog onClose={onClose} title={text.addActionTo(axis.title)} size="lg">
      <EditForm<ContentValues, ActionContent>
        draftKey={`new-action:${axis.id}`}
        values={contentValues(nothing)}
        revision={0}
        validate={contentFaults}
        send={(values) => addAction.mutateAsync({ axisId: axis.id, ...contentFrom(values) })}
        theirs={contentValues}
        words={(values) => contentWords(values, project.missions)}
        saved={text.actionAddedShort}
        submitLabel={text.createAction}
        onClose={onClose}
      >
        {(form) => <ContentFields form={form} missions={project.missions} brief />}
      </EditForm>
    </Dialog>
  );
}
