import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan, useSession } from '../../../app/session';
import { computedText as text } from '../../../messages/computed';
import { ActionButton, Facts, HrefLink, Section, StatusBadge } from '../../../ui';
import { ComputedDialog } from './computed-dialog';
import { type ComputedPage, type ComputedPeriod, computedQuery, computedQuestionsQuery } from './computed-api';
import classes from '../indicators.module.css';
import { cardHref, valueHref } from '../words';

function Links({ links }: { links: ComputedPage['feeds'] }) {
  return (
    <ul className={classes.plain}>
      {links.map(({ id, code, name }) => (
        <li key={id}>
          <HrefLink href={cardHref(id)} className="alone">
            {text.link(code, name)}
          </HrefLink>
        </li>
      ))}
    </ul>
  );
}

/** On a card: the formula in words, what it comes from, what it asks, and what its values feed. Nothing for an indicator apart. */
export function ComputedSection({ indicatorId }: { indicatorId: string }) {
  const { communityId } = useSession();
  const { data } = useQuery(computedQuery(communityId, indicatorId));
  if (!data || (data.formula === null && data.feeds.length === 0)) return null;
  return (
    <Section title={text.section} hint={data.formula === null ? undefined : text.sectionHint}>
      {data.periods.map(({ periodKey, label, question }) =>
        question ? (
          <p key={periodKey} className={classes.asked}>
            <StatusBadge tone="at-risk" label={text.toSettle} />
            <span>
              <HrefLink href={valueHref(indicatorId, periodKey)} className="alone">
                {label}
              </HrefLink>
              {text.asked(question)}
            </span>
          </p>
        ) : null,
      )}
      <Facts
        items={[
          { label: text.words, value: data.words },
          { label: text.formula, value: data.formula === null ? null : <code className={classes.paragraph}>{data.formula}</code> },
          { label: text.from, value: data.inputs.length === 0 ? null : <Links links={data.inputs} /> },
          { label: text.feeds, value: data.feeds.length === 0 ? null : <Links links={data.feeds} /> },
        ]}
      />
    </Section>
  );
}

function Asked({ indicatorId, asked, settle }: { indicatorId: string; asked: ComputedPeriod; settle: boolean }) {
  const [choice, setChoice] = useState<'keep' | 'replace' | null>(null);
  return (
    <>
      <p className={classes.asked}>
        <StatusBadge tone="at-risk" label={text.toSettle} />
        <span>{asked.question}</span>
      </p>
      {settle ? (
        <>
          {asked.closed ? <p className={classes.soft}>{asked.closed}</p> : null}
          <div className={`${classes.acts} no-print`}>
            <ActionButton variant="default" label={text.keep} onClick={() => setChoice('keep')} />
            {asked.closed ? null : <ActionButton variant="default" label={asked.reopens ? text.reopen : text.replace} onClick={() => setChoice('replace')} />}
          </div>
        </>
      ) : null}
      {choice ? <ComputedDialog indicatorId={indicatorId} asked={asked} choice={choice} onClose={() => setChoice(null)} /> : null}
    </>
  );
}

/** On the page of a value: what the formula gives and from what, what it asks, and what the value feeds. */
export function ComputedValue({ indicatorId, periodKey }: { indicatorId: string; periodKey: string }) {
  const { communityId } = useSession();
  const { data } = useQuery(computedQuery(communityId, indicatorId));
  const period = data?.periods.find((one) => one.periodKey === periodKey);
  if (!data || (!period && data.feeds.length === 0)) return null;
  return (
    <Section title={text.section}>
      <div className={classes.definition}>
        {period ? (
          <>
            {period.question ? <Asked indicatorId={indicatorId} asked={period} settle={data.may.settle} /> : null}
            {period.outcome === 'kept' ? <p>{text.kept}</p> : null}
            {period.text && !period.question ? <p>{text.gives(period.text)}</p> : null}
            {period.sentence ? <p>{period.sentence}</p> : null}
            <p className={classes.paragraph}>{data.words}</p>
            <div>
              <h3 className={classes.small}>{text.inputs}</h3>
              <ul className={classes.plain}>
                {period.inputs.map((input) => (
                  <li key={input.written}>
                    <HrefLink href={cardHref(input.id)} className="alone">
                      {text.link(input.written, input.name)}
                    </HrefLink>{' '}
                    <strong>{input.text ?? text.missing}</strong>
                    {input.text ? <span className={classes.soft}> {input.settled ? text.settled : text.unsettled}</span> : null}
                  </li>
                ))}
              </ul>
            </div>
          </>
        ) : null}
        {data.feeds.length > 0 ? (
          <div>
            <h3 className={classes.small}>{text.feeds}</h3>
            <Links links={data.feeds} />
          </div>
        ) : null}
      </div>
    </Section>
  );
}

/** On the home of who validates: the formulas and values that say two things. Nothing when there is none. */
export function ComputedQuestions() {
  const { communityId } = useSession();
  const may = useCan()('measures.validate');
  const { data } = useQuery({ ...computedQuestionsQuery(communityId), enabled: may });
  if (!data || data.length === 0) return null;
  return (
    <Section title={text.questions} hint={text.questionsHint}>
      <ul className={classes.plain}>
        {data.map(({ id, periodKey, name, label, question }) => (
          <li key={`${id} ${periodKey}`}>
            <HrefLink href={valueHref(id, periodKey)} className="alone">
              {text.at(name, label)}
            </HrefLink>
            <p className={classes.soft}>{question}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
