import { holdsWords } from '@maillage/domain/indicators';
import { Button, Checkbox } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan, useSession } from '../../../app/session';
import { formatInstant, formatNumber } from '../../../lib/format';
import { indicatorsText } from '../../../messages/indicators';
import { validationText } from '../../../messages/validation';
import { ActionButton, EmptyState, HrefLink, LinkTabs, Page, SelectField, StatusBadge, TextField, useToast } from '../../../ui';
import { useValidate } from '../api';
import type { ValidationSearch } from '../routes';
import { SendBackDialog } from './send-back-dialog';
import { ValidateWaitingDialog } from './validate-waiting-dialog';
import { waitingQuery, type WaitingValue } from './validation-api';
import classes from './validation.module.css';
import { entryHref, valueHref } from '../words';

const text = validationText.page;

/** A page of what is read one by one, and validated in one act. */
const mostShown = 200;

/** True when this reader can take the value one step further; what was sent back waits for who gave it. */
const advances = ({ moves, remark }: WaitingValue): boolean => !remark && (moves.includes('validate') || moves.includes('check'));

function Waiting({ value, checked, onCheck }: { value: WaitingValue; checked: boolean; onCheck: (on: boolean) => void }) {
  const { timeZone } = useSession();
  const [returning, setReturning] = useState(false);
  const { indicatorId, periodKey, name, code, periodLabel, stage, remark, waitsFor, givenBy, since, proofs, evidenceExpected, origin, comment, moves } = value;
  const when = formatInstant(new Date(since), timeZone);
  const label = stage === 'draft' && remark ? validationText.stages.returned : validationText.stages[stage];
  return (
    <li className={classes.item}>
      <div>
        <h2>
          <HrefLink href={valueHref(indicatorId, periodKey)} className="alone">
            {name}
          </HrefLink>
        </h2>
        <p className={classes.soft}>
          {code} · {periodLabel}
          {value.action ? ` · ${value.action}` : ''}
        </p>
      </div>
      <div>
        <p className={classes.value}>
          <strong>{value.value}</strong>
        </p>
        <p className={classes.soft}>
          {givenBy ? text.given(givenBy, when) : when}
          {origin === 'typed' ? '' : ` · ${validationText.origins[origin]}`}
          {' · '}
          {proofs === 0 && evidenceExpected ? <span className={classes.proofless}>{text.noProof}</span> : text.proofs(proofs)}
        </p>
        <StatusBadge tone={stage === 'draft' && remark ? 'at-risk' : 'on-track'} label={waitsFor ? validationText.waits[waitsFor] : label} plain />
      </div>
      <div className={`${classes.acts} no-print`}>
        {advances(value) ? (
          <Checkbox
            checked={checked}
            onChange={(event) => onCheck(event.currentTarget.checked)}
            label={
              <>
                {text.check}
                <span className="only-read-aloud">{text.checkOf(name, periodLabel)}</span>
              </>
            }
          />
        ) : null}
        {moves.includes('send-back') ? (
          <Button variant="default" onClick={() => setReturning(true)}>
            {validationText.acts.sendBack}
            <span className="only-read-aloud">{text.checkOf(name, periodLabel)}</span>
          </Button>
        ) : null}
        {moves.includes('submit') ? <ActionButton variant="default" label={indicatorsText.card.enter} href={entryHref(periodKey, indicatorId)} /> : null}
      </div>
      {remark || comment ? (
        <p className={`${classes.wide} ${classes.remark} ${classes.soft}`}>
          {remark ? `${validationText.acts.remark} : « ${remark} »` : `${text.comment} : « ${comment ?? ''} »`}
        </p>
      ) : null}
      <SendBackDialog measure={value} opened={returning} onClose={() => setReturning(false)} />
    </li>
  );
}

function Advance({ values, checked, onChange }: { values: readonly WaitingValue[]; checked: readonly string[]; onChange: (ids: string[]) => void }) {
  const toast = useToast();
  const validate = useValidate();
  const possible = values.filter(advances);
  const chosen = possible.filter(({ id }) => checked.includes(id));
  if (possible.length === 0) return null;
  const send = async (): Promise<void> => {
    try {
      await validate.mutateAsync(chosen.map(({ id, revision }) => ({ id, revision })));
      onChange([]);
      toast.done(text.done(chosen.length));
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <div className={`${classes.bar} no-print`}>
      <Checkbox
        label={text.checkAll(possible.length)}
        checked={chosen.length === possible.length}
        indeterminate={chosen.length > 0 && chosen.length < possible.length}
        onChange={(event) => onChange(event.currentTarget.checked ? possible.map(({ id }) => id) : [])}
      />
      <span role="status" className={classes.soft}>
        {chosen.length > 0 ? text.selected(chosen.length) : text.selectHint}
      </span>
      <Button disabled={chosen.length === 0} loading={validate.isPending} onClick={() => void send()}>
        {text.validateAll(chosen.length)}
      </Button>
    </div>
  );
}

/** À valider: every value that is not validated, what waits for the reader first. */
export function ValidationPage() {
  const { communityId } = useSession();
  const can = useCan();
  const navigate = useNavigate();
  const { vue, q, periode }: ValidationSearch = useSearch({ strict: false });
  const { data } = useSuspenseQuery(waitingQuery(communityId));
  const [checked, setChecked] = useState<string[]>([]);
  const [everything, setEverything] = useState(false);
  const validates = can('measures.validate');
  const mine = data.values.filter(advances);
  const wide = !validates || vue === 'toutes';
  const listed = wide ? data.values : mine;
  const periods = [...new Map(listed.map(({ periodKey, periodLabel }) => [periodKey, periodLabel]))];
  const shown = listed.filter(
    ({ name, code, action, responsible, givenBy, periodKey }) =>
      (!periode || periodKey === periode) && holdsWords(q ?? '', [name, code, action, responsible, givenBy]),
  );
  const search = (change: Partial<ValidationSearch>): void => void navigate({ to: '/indicateurs/validation', search: { vue, q, periode, ...change }, replace: true });
  return (
    <Page
      title={text.title}
      breadcrumbs={[{ label: indicatorsText.title, href: '/indicateurs' }]}
      lead={
        data.values.length > 0 ? (
          <>
            {!validates ? text.leadGiver(data.values.length + data.beyond) : data.beyond > 0 ? text.leadBeyond(data.values.length, data.beyond, mine.length) : text.lead(data.values.length, mine.length)} {text.settings(data.settings.by, data.settings.steps)}
          </>
        ) : undefined
      }
      tools={<ActionButton variant="default" label={text.locks} href="/indicateurs/verrous" />}
    >
      {validates && data.values.length > 0 ? (
        <LinkTabs
          label={text.filters}
          tabs={[
            { label: `${text.mine} (${formatNumber(mine.length)})`, href: '/indicateurs/validation', current: !wide },
            { label: `${text.all} (${formatNumber(data.values.length)})`, href: '/indicateurs/validation?vue=toutes', current: wide },
          ]}
        />
      ) : null}
      {listed.length === 0 ? (
        <EmptyState level={2} title={data.values.length === 0 ? text.empty : text.emptyMine}>
          {data.values.length === 0 ? text.emptyWhat : text.emptyMineWhat}
        </EmptyState>
      ) : (
        <>
          <div className={`${classes.filters} no-print`}>
            <TextField unmarked label={text.search} value={q ?? ''} onChange={(typed) => search({ q: typed || undefined })} />
            <SelectField
              unmarked
              label={text.period}
              empty={text.allPeriods}
              value={periode ?? ''}
              choices={periods.map(([value, label]) => ({ value, label }))}
              onChange={(wanted) => search({ periode: wanted || undefined })}
            />
          </div>
          {shown.length === 0 ? <p>{text.noneFound}</p> : null}
          <ul className={classes.list} aria-label={text.caption}>
            {shown.slice(0, mostShown).map((value) => (
              <Waiting
                key={value.id}
                value={value}
                checked={checked.includes(value.id)}
                onCheck={(on) => setChecked((before) => [...before.filter((id) => id !== value.id), ...(on ? [value.id] : [])])}
              />
            ))}
          </ul>
          {shown.length > mostShown ? <p className={classes.soft}>{text.beyond(shown.length - mostShown)}</p> : null}
          <Advance values={shown.slice(0, mostShown)} checked={checked} onChange={setChecked} />
          {validates && (shown.length > mostShown || data.beyond > 0) ? (
            <div className={`${classes.acts} no-print`}>
              <Button variant="default" onClick={() => setEverything(true)}>
                {text.everything.act}
              </Button>
            </div>
          ) : null}
          {everything ? <ValidateWaitingDialog choice={{ ...(periode ? { period: periode } : {}), ...(q ? { words: q } : {}) }} onClose={() => setEverything(false)} /> : null}
        </>
      )}
    </Page>
  );
}
