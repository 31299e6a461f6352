import { Button } from '@mantine/core';
import type { MoneyCheck } from '@maillage/domain/money';
import { useState } from 'react';
import { moneyText } from '../../messages/money';
import { HrefLink, Section, StatusIcon } from '../../ui';
import { useCan } from '../../app/session';
import classes from './euros.module.css';

const text = moneyText.checks;

/** Checks shown before « Voir les 3 autres points ». */
const first = 3;

/** Where a check is dealt with; null for those an act of this page deals with. */
function hrefOf({ code, missionCode }: MoneyCheck, year: number): string | null {
  switch (code) {
    case 'not-linked':
      return null;
    case 'mission-late':
      return missionCode ? `/missions/${missionCode}` : '/missions';
    case 'size-differs':
      return '/reglages/contrat';
    default:
      return `/contrat?annee=${year}`;
  }
}

interface EurosChecksProps {
  checks: readonly MoneyCheck[];
  year: number;
  /** Creates and links the indicators; absent when the person may not. */
  onCreate?: () => void;
}

/** What makes the figures doubtful or incomplete, each with what to do. */
export function EurosChecks({ checks, year, onCreate }: EurosChecksProps) {
  const can = useCan();
  const [whole, setWhole] = useState(false);
  if (checks.length === 0) return null;
  const hidden = checks.length - first;
  return (
    <Section
      title={text.title(checks.length)}
      hint={text.hint}
      tools={
        hidden > 0 ? (
          <Button variant="subtle" aria-expanded={whole} onClick={() => setWhole((was) => !was)}>
            {whole ? text.fewer : text.more(hidden)}
          </Button>
        ) : undefined
      }
    >
      <ul className={classes.checks}>
        {checks.map((check, index) => {
          const { code, missionCode, indicatorCode, sentence } = check;
          const href = hrefOf(check, year);
          const may = code === 'mission-late' || can('contract.write');
          return (
            <li key={`${code} ${missionCode} ${indicatorCode} ${sentence}`} data-folded={(!whole && index >= first) || undefined}>
              <span className={classes.checkSign}>
                <StatusIcon tone="at-risk" size={18} />
                <span>{text.kinds[code]}</span>
              </span>
              <span className={classes.checkText}>{sentence}</span>
              <span className="no-print">
                {href === null ? (
                  onCreate ? (
                    <Button variant="subtle" size="compact-md" onClick={onCreate}>
                      {text.todo[code]}
                    </Button>
                  ) : null
                ) : may ? (
                  <HrefLink href={href} className="alone">
                    {text.todo[code]}
                  </HrefLink>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
