import { isSettled } from '@maillage/domain/indicators';
import { Button, Checkbox } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { formatInstant } from '../../../lib/format';
import { collectionLinksText } from '../../../messages/collection-links';
import { ConfirmDialog, EmptyState, HrefLink, LongTextField, Page, StatusBadge, useToast } from '../../../ui';
import { Files } from './collection-link-page';
import { contributionsQuery, useAcceptContributions, useRefuseContributions, type WaitingContribution } from './collection-links-api';
import { LinksTabs } from './collection-links-page';
import classes from './collection-links.module.css';
import { partsText, valueHref } from '../words';

const { page: shared, waiting: text } = collectionLinksText;

function Figure({ label, value, parts, note }: { label: string; value: string; parts: string; note: string | null }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
        {parts ? <span className={classes.soft}>{parts}</span> : null}
        {note ? <span className={classes.soft}>{note}</span> : null}
      </dd>
    </div>
  );
}

interface LineProps {
  line: WaitingContribution;
  checked: boolean;
  onCheck: (checked: boolean) => void;
  comment: string;
  onComment: (comment: string) => void;
  refusal: string | undefined;
}

/** One answer beside the value of today. */
function Line({ line, checked, onCheck, comment, onComment, refusal }: LineProps) {
  const { timeZone } = useSession();
  const { indicator, periodKey, periodLabel, recipient, current, absence, warnings, lock } = line;
  const stuck = lock ? text.locked(lock) : isSettled(current?.status) && current?.value !== line.value ? text.settled : null;
  return (
    <li className={classes.answer} data-checked={checked || undefined}>
      <Checkbox
        checked={checked}
        onChange={(event) => onCheck(event.currentTarget.checked)}
        label={
          <>
            {text.pick}
            <span className="only-read-aloud">{text.pickOf(indicator.name, periodLabel, recipient)}</span>
          </>
        }
      />
      <div className={classes.what}>
        <h2>
          <HrefLink href={valueHref(indicator.id, periodKey)} className="alone">
            {indicator.name}
          </HrefLink>
        </h2>
        <p className={classes.soft}>
          {indicator.code} · {periodLabel}
        </p>
        <p className={classes.soft}>{text.from(recipient, formatInstant(new Date(line.receivedAt), timeZone))}</p>
      </div>
      <dl className={classes.figures}>
        <Figure label={text.sent} value={line.text} parts={partsText(line)} note={current && current.value === line.value ? text.same : null} />
        <Figure label={text.now} value={current?.text ?? (absence === null ? text.noneNow : text.noValueNow)} parts={partsText(current)} note={current ? text.status[current.status] : absence} />
      </dl>
      <div className={classes.more}>
        {line.comment ? <p>{text.said(line.comment)}</p> : null}
        {line.files.length > 0 ? <Files contribution={line} /> : indicator.evidenceExpected ? <StatusBadge tone="at-risk" label={text.noProof} plain /> : null}
        {warnings.map((sentence) => (
          <p key={sentence}>
            <StatusBadge tone="at-risk" label={sentence} plain />
          </p>
        ))}
        {warnings.length > 0 && !line.comment ? <LongTextField required label={text.comment} hint={text.commentHint} minRows={1} maxLength={400} value={comment} onChange={onComment} /> : null}
        {(refusal ?? stuck) ? (
          <p className={classes.fault} role={refusal ? 'alert' : undefined}>
            {refusal ?? stuck}
          </p>
        ) : null}
      </div>
    </li>
  );
}

/** À accepter: what came through links, beside the values of today. */
export function ContributionsPage() {
  const { communityId } = useSession();
  const { data: lines } = useSuspenseQuery(contributionsQuery(communityId));
  const accept = useAcceptContributions();
  const refuse = useRefuseContributions();
  const toast = useToast();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [comments, setComments] = useState<Readonly<Record<string, string>>>({});
  const [refusals, setRefusals] = useState<Readonly<Record<string, string>>>({});
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const chosen = lines.filter(({ id }) => picked.has(id));

  const take = async (): Promise<void> => {
    try {
      const outcomes = await accept.mutateAsync(chosen.map(({ id, current }) => ({ id, measureRevision: current?.revision ?? 0, comment: comments[id]?.trim() || null })));
      const left = outcomes.flatMap(({ id, refusal }) => (refusal === null ? [] : [[id, refusal] as const]));
      setRefusals(Object.fromEntries(left));
      setPicked(new Set(left.map(([id]) => id)));
      const taken = outcomes.length - left.length;
      if (taken > 0) toast.done(left.length === 0 ? text.accepted(taken) : `${text.accepted(taken)} ${text.left(left.length)}`);
    } catch (failure) {
      toast.failed(failure);
    }
  };

  return (
    <Page title={shared.title} lead={shared.lead} breadcrumbs={[{ label: shared.crumb, href: '/indicateurs' }]}>
      <LinksTabs current="waiting" waiting={lines.length} />
      {lines.length === 0 ? (
        <EmptyState title={text.none} level={2} action={{ label: text.toLinks, href: '/indicateurs/liens' }}>
          <p>{text.noneWhat}</p>
        </EmptyState>
      ) : (
        <>
          <div className={classes.bar}>
            <Checkbox
              label={text.all}
              checked={chosen.length === lines.length}
              indeterminate={chosen.length > 0 && chosen.length < lines.length}
              onChange={(event) => setPicked(new Set(event.currentTarget.checked ? lines.map(({ id }) => id) : []))}
            />
            <span className={classes.soft} role="status">
              {text.chosen(chosen.length)}
            </span>
            <div className={classes.acts}>
              <Button variant="default" disabled={chosen.length === 0} onClick={() => setRefusing(true)}>
                {text.refuse}
              </Button>
              <Button disabled={chosen.length === 0} loading={accept.isPending} onClick={() => void take()}>
                {text.accept(chosen.length)}
              </Button>
            </div>
          </div>
          <ul className={classes.answers}>
            {lines.map((line) => (
              <Line
                key={line.id}
                line={line}
                checked={picked.has(line.id)}
                onCheck={(checked) => setPicked(new Set(checked ? [...picked, line.id] : [...picked].filter((id) => id !== line.id)))}
                comment={comments[line.id] ?? ''}
                onComment={(comment) => setComments({ ...comments, [line.id]: comment })}
                refusal={refusals[line.id]}
              />
            ))}
          </ul>
        </>
      )}
      <ConfirmDialog
        opened={refusing}
        title={text.refuseTitle(chosen.length)}
        confirmLabel={text.refuse}
        destructive
        blocked={reason.trim() === ''}
        onCancel={() => setRefusing(false)}
        onConfirm={async () => {
          await refuse.mutateAsync({ ids: chosen.map(({ id }) => id), reason });
          toast.done(text.refused(chosen.length));
          setPicked(new Set());
          setReason('');
        }}
      >
        <p>{text.refuseWhat}</p>
        <LongTextField required label={text.reason} minRows={2} maxLength={400} value={reason} onChange={setReason} />
      </ConfirmDialog>
    </Page>
  );
}
