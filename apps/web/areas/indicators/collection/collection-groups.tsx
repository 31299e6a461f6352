import { isOwed } from '@maillage/domain/indicators';
import { type Day, localTime } from '@maillage/domain/kernel';
import { Button } from '@mantine/core';
import { useSession } from '../../../app/session';
import { formatDay } from '../../../lib/format';
import { collectionText } from '../../../messages/collection';
import { Fold, HrefLink, Section, StatusBadge, type StatusTone } from '../../../ui';
import type { CollectionGroup, CollectionLine, CollectionPage } from './collection-api';
import classes from './collection.module.css';
import { entryHref, valueHref } from '../words';

const text = collectionText;

/** How a value of the round looks: icon, word and colour. */
export function stateOf({ state, lateDays, absence }: Pick<CollectionLine, 'state' | 'lateDays' | 'absence'>): { tone: StatusTone; label: string } {
  if (state === 'missing') return { tone: 'late', label: text.states.missing(lateDays) };
  if (state === 'awaited') return { tone: 'on-track', label: text.states.awaited };
  if (state === 'to-correct') return { tone: 'at-risk', label: text.states['to-correct'](lateDays) };
  if (state === 'to-accept') return { tone: 'on-track', label: text.states['to-accept'](lateDays) };
  const what = absence === null ? '' : `${text.states['no-value']}, `;
  return state === 'late' ? { tone: 'at-risk', label: what + text.states.late(lateDays) } : { tone: 'attained', label: what + text.states['on-time'] };
}

/** How many values somebody still has to give, or to give again. */
export const leftOf = ({ rates }: Pick<CollectionGroup, 'rates'>): number => rates.missing + rates.awaited + rates.toCorrect;

/** Who owes, by name. */
export function ownerName({ owner }: CollectionGroup): string {
  return owner.name ?? text.coordination;
}

/** « Action n° 3 · Prévention », or what is followed outside of any action. */
export const actionName = ({ action }: CollectionGroup): string => (action ? text.action(action.number, action.title) : text.noAction);

/** Somebody still has to give it, or to accept it. */
const needsSomebody = (line: CollectionLine): boolean => isOwed(line) || line.state === 'to-accept';

function Line({ line, group, periodKey, open }: { line: CollectionLine; group: CollectionGroup; periodKey: string; open: boolean }) {
  const { indicatorId, code, name, absence, remark, answeredOn, evidenceExpected, dueOn } = line;
  const toGive = isOwed(line) && open;
  return (
    <li className={classes.value}>
      <div className={classes.valueText}>
        <HrefLink href={toGive && group.owner.mine ? entryHref(periodKey, indicatorId) : valueHref(indicatorId, periodKey)}>
          <strong>{name}</strong>
        </HrefLink>
        <span className={classes.soft}>
          {code}
          {answeredOn === null ? '' : ` · ${text.answered(formatDay(answeredOn))}`}
          {isOwed(line) && dueOn !== group.dueOn ? ` · ${text.dueLine(formatDay(dueOn))}` : ''}
          {isOwed(line) && evidenceExpected ? ` · ${text.proof(evidenceExpected)}` : ''}
        </span>
        {remark === null ? null : <span className={classes.reason}>{text.remark(remark)}</span>}
        {absence === null ? null : <span className={classes.reason}>{text.absence(absence)}</span>}
      </div>
      <StatusBadge {...stateOf(line)} plain />
    </li>
  );
}

interface GroupProps {
  group: CollectionGroup;
  page: CollectionPage;
  /** Read by who gives the values: what was given stays in sight. */
  lead: boolean;
  periodKey: string;
  onRemind: (group: CollectionGroup) => void;
}

function Group({ group, page, lead, periodKey, onRemind }: GroupProps) {
  const { timeZone } = useSession();
  const { owner, rates, dueOn, remindedAt, lines } = group;
  const left = leftOf(group);
  const open = !page.period?.locked;
  const who = ownerName(group);
  // What is settled is folded: the page is opened for the rest.
  const asking = lines.filter(needsSomebody);
  const done = lines.filter((line) => !needsSomebody(line));
  const list = (some: readonly CollectionLine[]) => (
    <ul className={classes.values}>
      {some.map((line) => (
        <Line key={line.indicatorId} line={line} group={group} periodKey={periodKey} open={open} />
      ))}
    </ul>
  );
  const reminded = remindedAt ? localTime(new Date(remindedAt), timeZone).day : null;
  return (
    <li className={classes.group}>
      <div className={classes.groupHead}>
        <div>
          <h3>{actionName(group)}</h3>
          <p>
            {owner.mine ? text.you : who} <span className={classes.soft}>({text.as[owner.as]})</span>
          </p>
        </div>
        <div className={classes.groupEnd}>
          <p>
            <strong>{text.of(rates.received, rates.expected)}</strong>
            {rates.toAccept > 0 ? ', ' : ' '}
            <span className={classes.soft}>
              {rates.toAccept > 0 ? text.toAccept(rates.toAccept) : ''}
              {rates.toAccept > 0 && left > 0 ? ', ' : ''}
              {left > 0 ? dueText(dueOn, page.today) : ''}
            </span>
          </p>
          {reminded && left > 0 ? <p className={classes.soft}>{text.reminded(`le ${formatDay(reminded)}`)}</p> : null}
          <div className={classes.acts}>
            {left > 0 && open && owner.mine ? (
              <Button component={HrefLink} href={`/indicateurs/saisie?periode=${periodKey}`} variant="default" className="no-print">
                {text.enter}
              </Button>
            ) : null}
            {rates.toAccept > 0 && page.may.settings ? (
              <Button component={HrefLink} href="/indicateurs/liens/a-accepter" variant="default" className="no-print">
                {text.accept}
              </Button>
            ) : null}
            {left > 0 && open && page.may.remind && owner.personId !== null && !owner.mine ? (
              <Button variant="default" className="no-print" onClick={() => onRemind(group)}>
                {text.remind}
                <span className="only-read-aloud">{text.remindOf(who, actionName(group))}</span>
              </Button>
            ) : null}
          </div>
        </div>
      </div>
      {asking.length > 0 ? list(asking) : null}
      {done.length > 0 ? (
        <Fold summary={text.done(done.length, done.filter(({ state }) => state === 'late').length)} of={text.doneOf(who, actionName(group))} open={lead} className={classes.done}>
          {list(done)}
        </Fold>
      ) : null}
    </li>
  );
}

const dueText = (dueOn: Day, today: Day): string => (dueOn >= today ? text.due(formatDay(dueOn)) : text.wasDue(formatDay(dueOn)));

/** Who owes what by when: one block per action and person. */
export function CollectionGroups({ page, lead, onRemind }: { page: CollectionPage; lead: boolean; onRemind: (group: CollectionGroup) => void }) {
  const key = page.period?.key ?? '';
  return (
    <Section title={lead ? text.mine : text.groups} hint={text.groupsHint} bare>
      <ul className={classes.groups}>
        {page.groups.map((group) => (
          <Group key={`${group.action?.id ?? ''} ${group.owner.personId ?? ''}`} group={group} page={page} lead={lead} periodKey={key} onRemind={onRemind} />
        ))}
      </ul>
    </Section>
  );
}
