import type { CommunitySize } from '@maillage/domain/community';
import { ensure, french } from '@maillage/domain/kernel';
import type { AgreementVersion, AmountFigure, AmountPart, AmountStatus, Mission, MissionCode } from './agreement';
import type { ContractTerms, MissionTerms, SignedAmount } from './terms';

/** An amount of a contract year: *fonctionnement* (of no mission), or a part of a mission. */
export type TermsAmount = { missionCode: null; part: 'operating' } | { missionCode: MissionCode; part: 'fixed' | 'variable' | 'variableIfCrisis' };

/** How sure an amount is, in French. */
export const amountStatusLabels: Readonly<Record<AmountStatus, string>> = {
  published: 'publié',
  derived: 'déduit',
  unconfirmed: 'à confirmer',
  draft: 'projet',
  gap: 'inconnu',
};

/** Published and derived figures are rules; the others are confirmed on the signed contract. */
export function isRule(status: AmountStatus): boolean {
  return status === 'published' || status === 'derived';
}

/** The figure of the agreement behind an amount of contract year `year`; undefined when the agreement has no such line. */
export function agreementFigure(version: AgreementVersion, size: CommunitySize, year: number, amount: TermsAmount): AmountFigure | undefined {
  const figure = (part: AmountPart): AmountFigure | undefined =>
    version.amounts.find((line) => line.missionCode === amount.missionCode && line.part === part)?.figures.find((one) => one.size === size);
  if (amount.part === 'variableIfCrisis') return figure('variable-if-crisis');
  if (amount.part === 'fixed' && year === 1) return figure('fixed-first-year') ?? figure('fixed');
  return figure(amount.part);
}

/** Where a figure comes from, in French: « publié : JO du 24/08/2019… ». */
export function figureSentence(version: Pick<AgreementVersion, 'sources'>, figure: AmountFigure): string {
  const sources = figure.sources.flatMap((key) => version.sources[key]?.what ?? []);
  const words = `${amountStatusLabels[figure.status]}${sources.length > 0 ? ` : ${sources.join(' ; ')}` : ''}`;
  return french(figure.note ? `${words} (${figure.note.replace(/\.$/, '')})` : words);
}

const signed = (figure: AmountFigure | undefined): SignedAmount => ({
  cents: figure?.cents ?? figure?.candidateCents ?? null,
  confirmed: figure !== undefined && isRule(figure.status),
});

/**
 * What the agreement says a contract year is worth, to begin from: rules are confirmed, candidates are not, and what nobody knows
 * is empty. Every mission of the version, without actions. `year` counts from 1: the plan against crises is written in the first.
 */
export function suggestedTerms(version: AgreementVersion, size: CommunitySize, year: number): ContractTerms {
  ensure(Number.isInteger(year) && year >= 1, 'contract-year-outside', { number: year, years: version.contractYears });
  const amount = (of: TermsAmount): SignedAmount => signed(agreementFigure(version, size, year, of));
  const mission = ({ code, kind }: Mission): MissionTerms => {
    const hasCrisisPart = version.amounts.some((line) => line.missionCode === code && line.part === 'variable-if-crisis');
    const hasVariablePart = version.amounts.some((line) => line.missionCode === code && line.part === 'variable');
    return {
      code,
      kind,
      fixed: amount({ missionCode: code, part: 'fixed' }),
      // A mission paid only on recognition of a crisis has no other variable part.
      variable: hasCrisisPart && !hasVariablePart ? { cents: 0, confirmed: true } : amount({ missionCode: code, part: 'variable' }),
      variableIfCrisis: hasCrisisPart ? amount({ missionCode: code, part: 'variableIfCrisis' }) : null,
      actions: [],
    };
  };
  return { operating: amount({ missionCode: null, part: 'operating' }), missions: version.missions.map(mission) };
}
