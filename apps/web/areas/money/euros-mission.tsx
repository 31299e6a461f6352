import { Button } from '@mantine/core';
import type { ContractIndicator } from '@maillage/domain/contract';
import type { ScoredIndicator, ScoredMission } from '@maillage/domain/money';
import { useId } from 'react';
import { formatEuros } from '../../lib/format';
import { evidenceText } from '../../messages/evidence';
import { moneyText } from '../../messages/money';
import { centsOf, EuroBar, euroParts, EuroSwatch, euroTone, euroWords, HrefLink, StatusBadge, StatusIcon } from '../../ui';
import { IconChevronDown, IconChevronRight } from '../../ui/icons';
import classes from './euros.module.css';
import { contractValue, standingTone } from './euros-words';

const text = moneyText.missions;
const words = moneyText.indicator;

/** The euros of an indicator, part by part; what is nothing is left out. */
function Amounts({ scored }: { scored: ScoredIndicator }) {
  if (!scored.computed) return <span className={classes.soft}>{scored.onlyIfCrisis ? words.crisisOnly : words.notComputed}</span>;
  if (scored.maxCents === 0) return <span className={classes.soft}>{words.nothing}</span>;
  return (
    <>
      {euroParts
        .filter((part) => centsOf(scored, part) > 0)
        .map((part) => (
          <span key={part} className={classes.amountPart} data-tone={euroTone[part]}>
            <EuroSwatch part={part} />
            <StatusIcon tone={euroTone[part]} size={14} />
            {euroWords(centsOf(scored, part), part)}
          </span>
        ))}
    </>
  );
}

interface RowProps {
  scored: ScoredIndicator;
  indicator: ContractIndicator | undefined;
  linked: boolean;
  href: string;
}

/** An indicator: value, state, tier reached, and its euros, which open their explanation. */
function IndicatorRow({ scored, indicator, linked, href }: RowProps) {
  const { standing, tier, title } = scored;
  return (
    <li className={classes.indicator}>
      <span className={classes.indicatorTitle}>{title}</span>
      <span className={classes.indicatorValue}>
        {standing.value !== null && indicator ? <strong>{contractValue(indicator, standing.value)}</strong> : null}
        <StatusBadge plain tone={standingTone[standing.status]} label={moneyText.statuses[standing.status]} />
        {standing.status !== 'missing' && standing.evidence === 0 && (indicator?.evidence.length ?? 0) > 0 ? <StatusBadge plain tone="at-risk" label={evidenceText.missing} /> : null}
        {tier ? <span>{words.tier(tier)}</span> : null}
        {linked ? null : <span className={classes.soft}>{words.notLinked}</span>}
      </span>
      <HrefLink href={href} className={classes.amount}>
        <Amounts scored={scored} />
        <span className="only-read-aloud">{words.explain(title)}</span>
      </HrefLink>
    </li>
  );
}

interface EurosMissionProps {
  mission: ScoredMission;
  /** The same end for every bar of the page. */
  scaleCents: number;
  indicators: ReadonlyMap<string, ContractIndicator>;
  isLinked: (code: string) => boolean;
  open: boolean;
  onToggle: () => void;
  /** The address that explains an amount. */
  hrefOf: (code: string) => string;
}

/** A mission as one bar, that opens to its actions and indicators. On paper it is always open. */
export function EurosMission({ mission, scaleCents, indicators, isLinked, open, onToggle, hrefOf }: EurosMissionProps) {
  const id = useId();
  const { label, kind, fixedCents, variableCents, maxCents, actions } = mission;
  const count = actions.reduce((sum, action) => sum + action.indicators.length, 0);
  return (
    <article className={classes.mission} aria-labelledby={id} data-mission={mission.code}>
      <div className={classes.missionHead}>
        <h3 id={id}>{label}</h3>
        <p className={classes.soft}>
          {[
            kind === 'optional' ? text.optional : null,
            variableCents === null ? text.envelopeUnknown : variableCents > 0 || maxCents > 0 ? text.envelope(formatEuros(variableCents)) : null,
            fixedCents ? text.fixed(formatEuros(fixedCents)) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {maxCents > 0 || variableCents ? (
        <EuroBar euros={mission} label={label} hideLabel scaleCents={scaleCents} envelopeCents={variableCents} />
      ) : variableCents === 0 ? (
        <p className={classes.plain}>{text.noVariable}</p>
      ) : null}
      {count === 0 ? (
        <p className={classes.soft}>{text.none}</p>
      ) : (
        <>
          <div className="no-print">
            <Button
              variant="subtle"
              aria-expanded={open}
              aria-controls={`${id}-detail`}
              onClick={onToggle}
              leftSection={open ? <IconChevronDown size={18} aria-hidden="true" /> : <IconChevronRight size={18} aria-hidden="true" />}
            >
              {open ? text.close : text.open(count)}
              <span className="only-read-aloud">{text.of(label)}</span>
            </Button>
          </div>
          <div id={`${id}-detail`} className={classes.detail} data-open={open || undefined}>
            {actions.map((action) => (
              <section key={action.code} className={classes.action}>
                <h4>{action.title}</h4>
                <ul className={classes.indicators}>
                  {action.indicators.map((scored) => (
                    <IndicatorRow
                      key={scored.code}
                      scored={scored}
                      indicator={indicators.get(scored.code)}
                      linked={isLinked(scored.code) || scored.onlyIfCrisis}
                      href={hrefOf(scored.code)}
                    />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      )}
    </article>
  );
}
