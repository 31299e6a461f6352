import { Button } from '@mantine/core';
import type { Euros } from '@maillage/domain/money';
import { useState } from 'react';
import { formatEuros } from '../../lib/format';
import { moneyText } from '../../messages/money';
import { centsOf, EuroBar, euroParts, euroSentence, EuroSwatch, euroTone, Facts, HrefLink, Section, StatusIcon } from '../../ui';
import type { KnownYear } from './api';
import classes from './euros.module.css';

const text = moneyText.summary;

/** The three figures, side by side. */
export function EuroFigures({ euros }: { euros: Euros }) {
  return (
    <dl className={classes.figures}>
      {euroParts.map((part) => (
        <div key={part} className={classes.figure} data-tone={euroTone[part]}>
          <dt>
            <EuroSwatch part={part} /> {text.figures[part]}
          </dt>
          <dd>
            <StatusIcon tone={euroTone[part]} size={20} />
            {formatEuros(centsOf(euros, part))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function MissionsTable({ euros }: { euros: KnownYear['euros'] }) {
  const { missions, crisis } = euros;
  const rows = [
    ...missions.map((mission) => ({ key: mission.code as string, label: mission.shortLabel, euros: mission as Euros })),
    ...(crisis.counts ? [{ key: 'crisis', label: text.crisis, euros: crisis as Euros }] : []),
  ];
  const amounts = (row: Euros): string[] => [row.maxCents, row.earnedCents, row.atStakeCents, row.lostCents].map(formatEuros);
  return (
    <div className={classes.scroll} role="region" aria-label={text.caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className="only-read-aloud">{text.caption}</caption>
        <thead>
          <tr>
            {[text.mission, text.max, text.earned, text.atStake, text.lost].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, euros: row }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {amounts(row).map((amount, index) => (
                <td key={index}>{amount}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.total}</th>
            {amounts(euros).map((amount, index) => (
              <td key={index}>{amount}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** What is earned, at stake and lost of the year: three figures, one bar, its sentence, and the table behind a toggle. */
export function EurosSummary({ euros }: { euros: KnownYear['euros'] }) {
  const [open, setOpen] = useState(false);
  return (
    <Section title={text.title} hint={moneyText.phaseWhat[euros.phase]}>
      <div className={classes.summary}>
        <EuroFigures euros={euros} />
        <EuroBar euros={euros} label={text.bar} bare />
        <div className={classes.sentence}>
          <p>{euros.maxCents === 0 ? text.noVariable : text.sentence(euroSentence(euros))}</p>
          <Button className="no-print" variant="subtle" aria-expanded={open} onClick={() => setOpen((was) => !was)}>
            {open ? text.hideTable : text.showTable}
          </Button>
        </div>
        {open ? <MissionsTable euros={euros} /> : null}
      </div>
    </Section>
  );
}

/** What the contract pays without condition: not to be earned. */
export function EurosKnown({ euros }: { euros: KnownYear['euros'] }) {
  const known = moneyText.known;
  const unknown = euros.missions.some(({ fixedCents }) => fixedCents === null);
  return (
    <Section title={known.title} hint={known.hint}>
      <div className={classes.summary}>
        <Facts
          items={[
            { label: known.operating, value: euros.operatingCents === null ? known.unknown : formatEuros(euros.operatingCents) },
            { label: known.fixed, value: `${formatEuros(euros.fixedCents)}${unknown ? ` (${known.unknown})` : ''}` },
          ]}
        />
        <p className={`${classes.plain} no-print`}>
          <HrefLink href={`/contrat/versements?annee=${euros.year}`} className="alone">{known.payments}</HrefLink>
        </p>
      </div>
    </Section>
  );
}
