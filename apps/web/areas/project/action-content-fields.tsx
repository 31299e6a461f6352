import type { FormErrors, UseFormReturnType } from '@mantine/form';
import { textLimits } from '@maillage/domain/kernel';
import { listInFrench } from '../../lib/format';
import { projectText } from '../../messages/project';
import { ChoicesField, LongTextField, TextField } from '../../ui';
import type { ActionContent, ServedMission } from './api';
import { orNull } from './edit-form';
import { identifierFault } from './identifier-fault';

const text = projectText.action.content;

/** What is typed of an action in a draft. */
export type ContentValues = { title: string; objective: string; why: string; audience: string; missionCodes: string[] };

/** An action as values of the form. */
export const contentValues = ({ title, objective, why, audience, missionCodes }: ActionContent): ContentValues => ({
  title,
  objective: objective ?? '',
  why: why ?? '',
  audience: audience ?? '',
  missionCodes,
});

/** The values as the server wants them. */
export const contentFrom = ({ title, objective, why, audience, missionCodes }: ContentValues): ActionContent => ({
  title,
  objective: orNull(objective),
  why: orNull(why),
  audience: orNull(audience),
  missionCodes,
});

/** What is wrong, by field. */
export const contentFaults = (values: ContentValues): FormErrors => ({
  title: values.title.trim() === '' ? text.nameMissing : identifierFault(values.title),
  objective: identifierFault(values.objective),
  why: identifierFault(values.why),
  audience: identifierFault(values.audience),
  missionCodes: values.missionCodes.length === 0 ? text.missionsMissing : null,
});

/** The values in words. */
export function contentWords(values: ContentValues, missions: readonly ServedMission[]): { label: string; value: string }[] {
  return [
    { label: text.name, value: values.title },
    { label: text.objective, value: values.objective },
    { label: text.why, value: values.why },
    { label: text.audience, value: values.audience },
    { label: text.missions, value: listInFrench(missions.filter(({ code }) => values.missionCodes.includes(code)).map(({ shortLabel }) => shortLabel)) },
  ];
}

/** The fields of an action in a draft; `brief` keeps what a new one cannot do without. */
export function ContentFields({ form, missions, brief }: { form: UseFormReturnType<ContentValues>; missions: readonly ServedMission[]; brief?: boolean }) {
  return (
    <>
      <TextField required label={text.name} maxLength={textLimits.title} {...form.getInputProps('title')} />
      <LongTextField label={text.objective} hint={text.objectiveHint} maxLength={textLimits.paragraph} {...form.getInputProps('objective')} />
      {brief ? null : (
        <>
          <LongTextField label={text.why} hint={text.whyHint} maxLength={textLimits.paragraph} {...form.getInputProps('why')} />
          <LongTextField label={text.audience} maxLength={textLimits.sentence} minRows={2} {...form.getInputProps('audience')} />
        </>
      )}
      <ChoicesField
        required
        label={text.missions}
        hint={text.missionsHint}
        choices={missions.map(({ code, label, chosen }) => ({ value: code, label, hint: chosen ? undefined : text.notChosen }))}
        {...form.getInputProps('missionCodes')}
      />
    </>
  );
}
