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

/** Contract indicators without a followed one are one thing to do, whatever their missions: it comes first. */
function gathered(checks: readonly MoneyCheck[], unlinked: number): MoneyCheck[] {
  const others = checks.filter(({ code }) => code !== 'not-linked');
  if (others.length === checks.length) return others;
  return [{ code: 'not-linked', missionCode: null, indicatorCode: null, sentence: text.unlinked(unlinked) }, ...others];
}

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
  /** How many contract indicators no followed one gives the value of. */
  unlinked: number;
  year: number;
  /** Creates and links the indicators; absent when the person may not. */
  onCreate?: () => void;
}

/** What makes the figures doubtful or incomplete, each with what to do. */
export function EurosChecks({ checks: all, unlinked, year, onCreate }: EurosChecksProps) {
  const can = useCan();
  const [whole, setWhole] = useState(false);
  const checks = gathered(all, unlinked);
  if (checks.length === 0) return null;
  // One more is shown rather than announced.
  const hidden = checks.length > first + 1 ? checks.length - first : 0;
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
            <li key={`${code} ${missionCode} ${indicatorCode} ${sentence}`} data-folded={(hidden > 0 && !whole && index >= first) || undefined}>
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
