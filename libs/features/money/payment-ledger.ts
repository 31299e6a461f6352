import { contractYears, crisisYears } from '@maillage/domain/contract';
import type { Day, Period } from '@maillage/domain/kernel';
import { type ExpectedPayment, expectedPayments, type PaymentLine, payLines, scoreYear, type SettledYear } from '@maillage/domain/money';
import { contractFacts, type ContractFacts, recognisedCrises, type StoredTerms, termsVersions } from '@maillage/features/contract';
import { Clock, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { receivedByLine } from './payment.store';
import { type ClosedYear, YearClosing } from './year-closing';

/** The contract and what it promises. */
export interface ExpectedLedger {
  facts: ContractFacts;
  terms: StoredTerms[];
  expected: ExpectedPayment[];
}

/** What the contract promises, line by line, beside what was received. */
@Injectable()
export class PaymentLedger {
  constructor(
    private readonly clock: Clock,
    private readonly closing: YearClosing,
  ) {}

  /** The lines of the whole contract where they stand on a day, for pages and calendars; none without a contract or terms. */
  async paymentLines(tx: Tx, communityId: string, today: Day): Promise<PaymentLine[]> {
    const { expected } = await this.expected(tx, communityId);
    return payLines(expected, await receivedByLine(tx), today);
  }

  /** The contract, its terms and every line expected, whatever was received. */
  async expected(tx: Tx, communityId: string): Promise<ExpectedLedger> {
    const facts = await contractFacts(tx, communityId, this.clock);
    const { contract, participations, today } = facts;
    const versions = contract ? await termsVersions(tx) : [];
    const terms = versions.filter(({ year }, index) => versions[index + 1]?.year !== year);
    if (!contract || terms.length === 0) return { facts, terms, expected: [] };
    const years = contractYears(contract);
    const touched = (await recognisedCrises(tx)).flatMap((crisis) => crisisYears(crisis, contract));
    const expected = expectedPayments({
      contract,
      prorataUnit: contract.prorataUnit,
      terms: terms.map(({ year, content }) => ({ year, content, versions: versions.filter((version) => version.year === year) })),
      participations,
      settled: settledYears(await this.closing.closedYears(tx), years, terms, facts, touched),
      crisisYears: touched,
      nameOf: missionNames(facts),
      today,
    });
    return { facts, terms, expected };
  }
}

/** What a mission is called in this contract's agreement; its code when the agreement does not know it. */
export function missionNames({ agreement }: Pick<ContractFacts, 'agreement'>): (code: string) => string {
  const names = new Map(agreement.missions.map(({ code, shortLabel }) => [code, shortLabel]));
  return (code) => names.get(code) ?? code;
}

/** What each closed year pays, from the amounts its review froze. */
function settledYears(
  closed: Readonly<Record<number, ClosedYear>>,
  years: readonly Period[],
  terms: readonly StoredTerms[],
  { agreement }: ContractFacts,
  touched: readonly number[],
): Record<number, SettledYear> {
  return Object.fromEntries(
    years.flatMap((period, index) => {
      const year = index + 1;
      const closing = closed[year];
      const content = terms.find((one) => one.year === year)?.content;
      if (!closing || !content) return [];
      const { start, end } = period;
      const { missions } = scoreYear({
        year, start, end, terms: content, standings: {}, agreement, phase: 'closed', crisisRecognised: touched.includes(year), agreed: closing.agreed,
      });
      const earned = (onlyIfCrisis: boolean): Record<string, number> =>
        Object.fromEntries(
          missions.map(({ code, actions }) => {
            const indicators = actions.flatMap((action) => action.indicators).filter((one) => one.onlyIfCrisis === onlyIfCrisis);
            return [code, indicators.reduce((sum, { earnedCents }) => sum + earnedCents, 0)];
          }),
        );
      return [[year, { closedOn: closing.closedOn, variable: earned(false), crisis: earned(true) }]];
    }),
  );
}
