import type { ContractTerms, MissionTerms, SignedAmount } from '@maillage/domain/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatEuros } from '../../lib/format';
import { termsText } from '../../messages/terms';
import { ConfirmDialog, HrefLink, Section, useToast } from '../../ui';
import type { Mission } from './api';
import { type TermsPage, type TermsYear, useRecordTerms } from './terms-api';
import { type Check, CheckList } from './terms-checks';
import classes from './terms.module.css';

const text = termsText.checks;

type Part = 'fixed' | 'variable' | 'variableIfCrisis';

/** An amount that waits for the community's word. */
interface Waiting {
  /** « Prévention, part fixe ». */
  what: string;
  amount: SignedAmount;
  confirmed: ContractTerms;
}

const partNames: Record<Part, string> = {
  fixed: termsText.envelopes.fixed,
  variable: termsText.envelopes.variable,
  variableIfCrisis: termsText.envelopes.crisis,
};

/** The amount a warning is about, with the terms as they are once it is confirmed; null when the path is of something else. */
function waitingAt(path: string, terms: ContractTerms, nameOf: (code: string) => string): Waiting | null {
  const sure = (amount: SignedAmount): SignedAmount => ({ ...amount, confirmed: true });
  if (path === 'operating.cents') {
    return { what: termsText.envelopes.operating, amount: terms.operating, confirmed: { ...terms, operating: sure(terms.operating) } };
  }
  const found = /^missions\[(\d+)\]\.(fixed|variable|variableIfCrisis)\.cents$/.exec(path);
  const mission = terms.missions[Number(found?.[1])];
  const part = found?.[2] as Part | undefined;
  const amount = mission && part ? mission[part] : null;
  if (!mission || !part || !amount) return null;
  const missions = terms.missions.map((one): MissionTerms => (one === mission ? { ...one, [part]: sure(amount) } : one));
  return { what: termsText.amountOf(nameOf(mission.code), partNames[part].toLowerCase()), amount, confirmed: { ...terms, missions } };
}

interface YearChecksProps {
  page: TermsPage;
  year: TermsYear;
  terms: ContractTerms;
  /** Missions that are late. */
  late: readonly Mission[];
  nameOf: (code: string) => string;
}

/** Everything to see about the year: what does not add up, what is not confirmed, what is late. */
export function YearChecks({ page, year, terms, late, nameOf }: YearChecksProps) {
  const toast = useToast();
  const record = useRecordTerms();
  const [asked, setAsked] = useState<Waiting | null>(null);
  const fix = page.may.write ? <HrefLink href={`/contrat/saisir?annee=${year.number}`} className="alone">{text.fix}</HrefLink> : undefined;

  const ofWarning = ({ path, code, sentence }: TermsPage['warnings'][number]): Check => {
    const waiting = code === 'unconfirmed' && page.may.write ? waitingAt(path, terms, nameOf) : null;
    const action = waiting ? (
      <Button variant="light" aria-label={text.confirmOf(waiting.what)} onClick={() => setAsked(waiting)}>
        {text.confirm}
      </Button>
    ) : (
      fix
    );
    return { key: `${path}:${code}`, sentence, tone: 'at-risk', action };
  };
  const checks: Check[] = [
    ...page.warnings.map(ofWarning),
    ...(page.sizeWarning ? [{ key: 'size', sentence: page.sizeWarning, tone: 'at-risk' as const, action: <HrefLink href="/reglages/contrat" className="alone">{text.toSize}</HrefLink> }] : []),
    ...late.map(({ code, shortLabel, clock }): Check => ({
      key: `late:${code}`,
      sentence: `${shortLabel} : ${clock.sentence}`,
      tone: 'late',
      action: <HrefLink href="/missions" className="alone">{text.toMissions}</HrefLink>,
    })),
  ];
  const confirm = async (): Promise<void> => {
    if (!asked || !page.version) return;
    await record.mutateAsync({ year: year.number, amendment: page.version.amendment, revision: page.version.revision, terms: asked.confirmed });
    toast.done(text.confirmed);
  };
  return (
    <Section title={text.title} bare hint={checks.length > 0 ? text.count(checks.length) : undefined}>
      <CheckList label={text.title} checks={checks} />
      <ConfirmDialog opened={asked !== null} title={text.confirmAsk} confirmLabel={text.confirmLabel} onConfirm={confirm} onCancel={() => setAsked(null)}>
        <p className={classes.plain}>{asked ? text.confirmWhat(asked.what, formatEuros(asked.amount.cents ?? 0)) : ''}</p>
      </ConfirmDialog>
    </Section>
  );
}
