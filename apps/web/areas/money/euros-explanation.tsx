import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ContractIndicator } from '@maillage/domain/contract';
import type { ScoredIndicator, Standing } from '@maillage/domain/money';
import type { ReactNode } from 'react';
import { formatDay } from '../../lib/format';
import { moneyText } from '../../messages/money';
import { uiText } from '../../messages/ui';
import { ActionButton, EuroBar, Facts, HrefLink, StatusBadge } from '../../ui';
import type { ContractLink, KnownYear } from './api';
import classes from './euros.module.css';
import { contractValue, standingTone } from './euros-words';

const text = moneyText.explanation;

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface ActsProps {
  link: ContractLink | null;
  status: Standing['status'];
  year: number;
  may: KnownYear['may'];
  onLink: () => void;
  onCreate: () => void;
}

/** What to do about the value: give it, see it, or link the indicator that gives it. */
function Acts({ link, status, year, may, onLink, onCreate }: ActsProps) {
  return (
    <div className={classes.acts}>
      {link && may.enter && status !== 'validated' ? (
        <ActionButton
          label={status === 'missing' ? text.enter : text.correct}
          href={`/indicateurs/saisie?periode=${link.periodKey}&indicateur=${link.indicatorId}`}
          variant={status === 'missing' ? undefined : 'default'}
        />
      ) : null}
      {link && status !== 'missing' ? <ActionButton variant="default" label={text.toValue} href={`/indicateurs/${link.indicatorId}/valeurs/${link.periodKey}`} /> : null}
      {!link && may.link ? <ActionButton label={text.link} onClick={onLink} /> : null}
      {!link && may.link ? <ActionButton variant="default" label={text.create} onClick={onCreate} /> : null}
      <ActionButton variant="default" label={text.simulate} href={`/contrat/simulation?annee=${year}`} />
      {link && may.link ? <ActionButton variant="subtle" label={text.relink} onClick={onLink} /> : null}
    </div>
  );
}

interface ExplanationProps {
  scored: ScoredIndicator;
  indicator: ContractIndicator;
  link: ContractLink | null;
  year: number;
  may: KnownYear['may'];
  onLink: () => void;
  onCreate: () => void;
}

/** Why an amount is what it is: rule, words of the contract, value with its source, date and proofs, and what the next tier needs. */
export function Explanation({ scored, indicator, link, year, may, onLink, onCreate }: ExplanationProps) {
  const { standing, explanation } = scored;
  const { baseline, evidence, note } = indicator;
  const start = baseline && contractValue(indicator, baseline.value);
  return (
    <div className={classes.explanation}>
      {scored.computed && scored.maxCents > 0 ? <EuroBar euros={scored} label={scored.title} hideLabel /> : null}
      <Part title={text.reading}>
        <p>{explanation.reading}</p>
      </Part>
      {explanation.next ? (
        <Part title={text.next}>
          <p>{explanation.next}</p>
        </Part>
      ) : null}
      <Acts link={link} status={standing.status} year={year} may={may} onLink={onLink} onCreate={onCreate} />
      <Part title={text.rule}>
        <p>{explanation.rule}</p>
      </Part>
      {explanation.clause ? (
        <Part title={text.clause}>
          <blockquote className={classes.clause}>{explanation.clause}</blockquote>
        </Part>
      ) : null}
      <Facts
        items={[
          { label: text.value, value: standing.value === null ? moneyText.indicator.noValue : contractValue(indicator, standing.value) },
          { label: text.status, value: <StatusBadge plain tone={standingTone[standing.status]} label={moneyText.statuses[standing.status]} /> },
          { label: text.source, value: standing.source },
          { label: text.asOf, value: standing.asOf && formatDay(standing.asOf) },
          {
            label: text.evidence,
            value:
              standing.value === null ? null : link ? (
                <HrefLink href={`/indicateurs/${link.indicatorId}/valeurs/${link.periodKey}`}>{text.proofs(standing.evidence)}</HrefLink>
              ) : (
                text.proofs(standing.evidence)
              ),
          },
          { label: text.baseline, value: start && baseline?.on ? text.baselineOn(start, formatDay(baseline.on)) : start },
          { label: text.expected, value: evidence.join(', ') },
          { label: text.linked, value: link ? <HrefLink href={`/indicateurs/${link.indicatorId}`}>{link.indicatorName}</HrefLink> : null },
          { label: text.note, value: note },
        ]}
      />
      {link ? null : <p className={classes.soft}>{text.notLinked}</p>}
    </div>
  );
}

/** The explanation of an amount beside the page; from the foot of the screen on a phone. */
export function ExplanationDrawer({ title, opened, onClose, children }: { title: string; opened: boolean; onClose: () => void; children: ReactNode }) {
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 'lg'}
      title={<span className={classes.drawerTitle}>{title}</span>}
      closeButtonProps={{ 'aria-label': uiText.close, size: 44 }}
    >
      {children}
    </Drawer>
  );
}
