import { useQuery } from '@tanstack/react-query';
import { actionStatuses, needsSentence } from '@maillage/domain/project';
import { textLimits } from '@maillage/domain/kernel';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { useSession } from '../../app/session';
import { capitalise, formatDay } from '../../lib/format';
import { projectText } from '../../messages/project';
import { ChoiceField, HistoryList, LoadError, LongTextField, Section, TextSkeleton } from '../../ui';
import { IconChevronDown, IconChevronRight } from '../../ui/icons';
import type { SectionProps } from './action-page';
import { type ActionSheet, type ActionStatus, statusHistoryQuery, useTracking } from './api';
import { EditButton } from './edit-button';
import { EditForm, orNull } from './edit-form';
import { identifierFault } from './identifier-fault';
import classes from './project.module.css';
import { ActionStatusBadge, statusTone } from './status';

const text = projectText.action.status;

type Values = { status: ActionStatus; statusSentence: string };

const valuesOf = ({ status, statusSentence }: Pick<ActionSheet, 'status' | 'statusSentence'>): Values => ({ status, statusSentence: statusSentence ?? '' });

function StatusForm({ sheet, onClose, suggested }: Pick<SectionProps, 'sheet' | 'onClose'> & { suggested?: ActionStatus }) {
  const { status } = useTracking(sheet.id);
  const values = valuesOf(sheet);
  return (
    <EditForm<Values, Pick<ActionSheet, 'status' | 'statusSentence'>>
      draftKey={`action:${sheet.id}:status`}
      values={suggested ? { ...values, status: suggested } : values}
      revision={sheet.revision}
      validate={({ status: wanted, statusSentence }) => ({
        statusSentence: needsSentence(wanted) && orNull(statusSentence) === null ? text.sentenceMissing : identifierFault(statusSentence),
      })}
      send={(wanted, revision) => status.mutateAsync({ status: wanted.status, statusSentence: orNull(wanted.statusSentence), revision })}
      theirs={valuesOf}
      words={(wanted) => [
        { label: text.field, value: capitalise(projectText.statuses[wanted.status]) },
        { label: text.sentence, value: wanted.statusSentence },
      ]}
      saved={text.saved}
      onClose={onClose}
    >
      {(form) => (
        <>
          <ChoiceField
            required
            label={text.field}
            choices={actionStatuses.map((value) => ({ value, label: capitalise(projectText.statuses[value]), hint: text.hints[value] }))}
            {...form.getInputProps('status')}
          />
          <LongTextField
            required={needsSentence(form.values.status)}
            label={text.sentence}
            hint={needsSentence(form.values.status) ? text.sentenceHint : text.sentenceOptional}
            maxLength={textLimits.sentence}
            minRows={2}
            {...form.getInputProps('statusSentence')}
          />
        </>
      )}
    </EditForm>
  );
}

function History({ sheet }: Pick<SectionProps, 'sheet'>) {
  const { communityId, timeZone } = useSession();
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({ ...statusHistoryQuery(communityId, sheet.id), enabled: open });
  const name = projectText.statuses;
  return (
    <div className="no-print">
      <Button
        variant="subtle"
        aria-expanded={open}
        leftSection={open ? <IconChevronDown size={18} aria-hidden="true" /> : <IconChevronRight size={18} aria-hidden="true" />}
        onClick={() => setOpen(!open)}
      >
        {text.history}
      </Button>
      {!open ? null : error ? (
        <LoadError error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <TextSkeleton />
      ) : data.length === 0 ? (
        <p className={classes.soft}>{text.historyEmpty}</p>
      ) : (
        <HistoryList
          label={text.history}
          timeZone={timeZone}
          items={data.map(({ id, at, who, fromStatus, status, sentence }) => ({
            id,
            when: new Date(at),
            who: who ?? text.system,
            what: fromStatus === status ? text.same(name[status]) : text.change(name[fromStatus], name[status]),
            detail: sentence,
            tone: statusTone[status],
          }))}
        />
      )}
    </div>
  );
}

/** Where the action stands and why, and how it stood before. */
export function ActionStatusSection({ sheet, editing, onEdit, onClose }: SectionProps) {
  const [suggested, setSuggested] = useState<ActionStatus>();
  const suggestion = sheet.suggestedStatus;
  const close = (): void => {
    setSuggested(undefined);
    onClose();
  };
  if (editing && sheet.may.track) {
    return (
      <Section title={text.title}>
        <StatusForm sheet={sheet} onClose={close} suggested={suggested} />
      </Section>
    );
  }
  return (
    <Section title={text.title} tools={sheet.may.track ? <EditButton section={text.title} label={text.edit} onClick={onEdit} /> : undefined}>
      <div className={classes.stack}>
        <p className={classes.line}>
          <ActionStatusBadge status={sheet.status} /> <span className={classes.soft}>{projectText.action.since(formatDay(sheet.statusSince))}</span>
        </p>
        {sheet.statusSentence ? <p className={classes.quote}>{sheet.statusSentence}</p> : null}
        {suggestion && suggestion in text.suggestion ? (
          <p className={`${classes.suggestion} no-print`}>
            <span>{text.suggestion[suggestion as keyof typeof text.suggestion]}</span>
            <Button
              variant="light"
              onClick={() => {
                setSuggested(suggestion);
                onEdit();
              }}
            >
              {text.edit}
            </Button>
          </p>
        ) : null}
        <History sheet={sheet} />
      </div>
    </Section>
  );
}
