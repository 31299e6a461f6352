import type { ContractTerms } from '@maillage/domain/contract';
import { Button } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { termsText } from '../../messages/terms';
import { Section } from '../../ui';
import { TermsMission } from './terms-mission';

const text = termsText.mission;

interface TermsMissionsProps {
  terms: ContractTerms;
  nameOf: (mission: string) => string;
}

/** The missions of the year, folded: a contract has some forty indicators. The one that the address names is open. */
export function TermsMissions({ terms, nameOf }: TermsMissionsProps) {
  const { hash } = useLocation();
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const codes = terms.missions.map(({ code }) => code);
  const isOpen = (code: string): boolean => chosen[code] ?? hash === `mission-${code}`;
  const isAllOpen = codes.every(isOpen);
  return (
    <Section
      title={text.title}
      hint={text.rules}
      tools={
        <Button variant="default" onClick={() => setChosen(Object.fromEntries(codes.map((code) => [code, !isAllOpen])))}>
          {isAllOpen ? text.none : text.all}
        </Button>
      }
    >
      {terms.missions.map((mission) => (
        <TermsMission
          key={mission.code}
          mission={mission}
          name={nameOf(mission.code)}
          open={isOpen(mission.code)}
          onToggle={() => setChosen({ ...chosen, [mission.code]: !isOpen(mission.code) })}
        />
      ))}
    </Section>
  );
}
