import { isDay, textLimits, type Day } from '@maillage/domain/kernel';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../app/session';
import { formatDay, formatDayShort, formatEuros } from '../../lib/format';
import { numberFault } from '../../lib/number-rule';
import { projectText } from '../../messages/project';
import { ChoiceField, dayFault, DayField, Facts, LongTextField, NumberField, Section, SelectField, TextField } from '../../ui';
import type { SectionProps } from './action-page';
import { leadsQuery, useTracking } from './api';
import { EditButton } from './edit-button';
import { EditForm, orNull } from './edit-form';
import { identifierFault } from './identifier-fault';
import classes from './project.module.css';
import { trackingOf, type Tracking } from './tracking';

const text = projectText.action.means;
const budgetRule = { min: 0, max: 9_999_999_999, decimals: 2 };

type Values = {
  leadKind: 'none' | 'person' | 'other';
  leadPersonId: string;
  leadName: string;
  partners: string;
  budget: number | null;
  startsOn: Day | null;
  endsOn: Day | null;
};

const valuesOf = ({ leadPersonId, leadName, partners, budgetCents, startsOn, endsOn }: Tracking): Values => ({
  leadKind: leadPersonId ? 'person' : leadName ? 'other' : 'none',
  leadPersonId: leadPersonId ?? '',
  leadName: leadName ?? '',
  partners: partners ?? '',
  budget: budgetCents === null ? null : budgetCents / 100,
  startsOn,
  endsOn,
});

const trackingFrom = (values: Values, kept: Tracking): Tracking => ({
  ...trackingOf(kept),
  leadPersonId: values.leadKind === 'person' ? values.leadPersonId : null,
  leadName: values.leadKind === 'other' ? values.leadName.trim() : null,
  partners: orNull(values.partners),
  budgetCents: values.budget === null ? null : Math.round(values.budget * 100),
  startsOn: values.startsOn,
  endsOn: values.endsOn,
});

function faults(values: Values) {
  const order = isDay(values.startsOn) && isDay(values.endsOn) && values.endsOn < values.startsOn ? text.order : null;
  return {
    leadPersonId: values.leadKind === 'person' && !values.leadPersonId ? text.personMissing : null,
    leadName: values.leadKind === 'other' && values.leadName.trim() === '' ? text.nameMissing : null,
    partners: identifierFault(values.partners),
    budget: numberFault(values.budget, budgetRule),
    startsOn: dayFault(values.startsOn),
    endsOn: dayFault(values.endsOn) ?? order,
  };
}

function MeansForm({ sheet, onClose }: Pick<SectionProps, 'sheet' | 'onClose'>) {
  const { communityId } = useSession();
  const { tracking } = useTracking(sheet.id);
  const { data: people = [] } = useQuery({ ...leadsQuery(communityId), enabled: sheet.may.changeLead });
  const current = sheet.lead?.personId ? [{ personId: sheet.lead.personId, name: sheet.lead.name }] : [];
  const choices = [...people, ...current.filter(({ personId }) => !people.some((person) => person.personId === personId))];
  const nameOf = (id: string): string => choices.find(({ personId }) => personId === id)?.name ?? '';
  const leadOf = ({ leadKind, leadPersonId, leadName }: Values): string => (leadKind === 'person' ? nameOf(leadPersonId) : leadKind === 'other' ? leadName : text.noLead);
  const day = (value: Day | null): string => (isDay(value) ? formatDayShort(value) : '');
  return (
    <EditForm<Values, Tracking>
      draftKey={`action:${sheet.id}:means`}
      values={valuesOf(sheet)}
      revision={sheet.revision}
      validate={faults}
      send={(values, revision, current) => tracking.mutateAsync({ ...trackingFrom(values, current ?? sheet), revision })}
      theirs={valuesOf}
      words={(values) => [
        { label: text.lead, value: leadOf(values) },
        { label: text.partners, value: values.partners },
        { label: text.budget, value: values.budget === null || Number.isNaN(values.budget) ? '' : formatEuros(Math.round(values.budget * 100)) },
        { label: text.startsOn, value: day(values.startsOn) },
        { label: text.endsOn, value: day(values.endsOn) },
      ]}
      saved={text.saved}
      onClose={onClose}
    >
      {(form) => (
        <>
          {sheet.may.changeLead ? (
            <>
              <ChoiceField
                required
                label={text.leadKind}
                hint={text.leadHint}
                choices={[
                  { value: 'person', label: text.leadPerson },
                  { value: 'other', label: text.leadOther },
                  { value: 'none', label: text.leadNone },
                ]}
                {...form.getInputProps('leadKind')}
              />
              {form.values.leadKind === 'person' ? (
                <SelectField
                  required
                  label={text.person}
                  empty={text.personEmpty}
                  choices={choices.map(({ personId, name }) => ({ value: personId ?? '', label: name }))}
                  {...form.getInputProps('leadPersonId')}
                />
              ) : null}
              {form.values.leadKind === 'other' ? <TextField required label={text.name} hint={text.nameHint} maxLength={textLimits.name} {...form.getInputProps('leadName')} /> : null}
            </>
          ) : (
            <p className={classes.soft}>{text.leadFixed}</p>
          )}
          <LongTextField label={text.partners} hint={text.partnersHint} maxLength={textLimits.paragraph} minRows={2} {...form.getInputProps('partners')} />
          <NumberField label={text.budget} hint={text.budgetHint} unit="€" {...budgetRule} {...form.getInputProps('budget')} />
          <DayField label={text.startsOn} {...form.getInputProps('startsOn')} />
          <DayField label={text.endsOn} {...form.getInputProps('endsOn')} />
        </>
      )}
    </EditForm>
  );
}

/** Who leads the action, with whom, with what money, from when to when. */
export function ActionMeansSection({ sheet, editing, onEdit, onClose }: SectionProps) {
  if (editing && sheet.may.track) {
    return (
      <Section title={text.title}>
        <MeansForm sheet={sheet} onClose={onClose} />
      </Section>
    );
  }
  const day = (value: Day | null): string | null => (value === null ? null : formatDay(value));
  return (
    <Section title={text.title} tools={sheet.may.track ? <EditButton section={text.title} onClick={onEdit} /> : undefined}>
      <Facts
        items={[
          { label: text.lead, value: sheet.lead?.name ?? text.noLead },
          { label: text.partners, value: sheet.partners ? <span className={classes.lines}>{sheet.partners}</span> : null },
          { label: text.budget, value: sheet.budgetCents === null ? null : formatEuros(sheet.budgetCents) },
          { label: text.period, value: text.periodText(day(sheet.startsOn), day(sheet.endsOn)) },
        ]}
      />
    </Section>
  );
}
