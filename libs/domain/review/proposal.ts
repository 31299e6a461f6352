import { type ContractIndicator, type ContractTerms, indicatorFaults, type MissionCode, type Scoring } from '@maillage/domain/contract';
import { type Cents, ensure, formatEuros, french } from '@maillage/domain/kernel';
import { confirmedCents, indicatorMax, reaches, scoringMax, type Standing } from '@maillage/domain/money';

/** What the next contract year says of an indicator: renewed under the same title with these numbers, or not renewed. */
export type Proposal = { renewed: false } | { renewed: true; baseline: ContractIndicator['baseline']; scoring: Scoring };

/** Without any proposal: the same scoring, from this year's validated result when the scoring still makes sense from there. */
export function ordinaryProposal(indicator: ContractIndicator, standing: Standing): Proposal {
  const asItWas: Proposal = { renewed: true, baseline: indicator.baseline, scoring: indicator.scoring };
  if (indicator.kind === 'done' || standing.status !== 'validated' || standing.value === null) return asItWas;
  const measured: Proposal = { ...asItWas, baseline: { value: standing.value, on: standing.asOf } };
  return proposalFault(indicator, measured) === null ? measured : asItWas;
}

/** Why the next year could not say this, in French; null when it could. */
export function proposalFault(indicator: ContractIndicator, proposal: Proposal): string | null {
  const opened = openingIndicator(indicator, proposal);
  return (opened && indicatorFaults(opened)[0]) ?? null;
}

/**
 * The proposal cleaned, or `review-proposal-invalid` with the rule it breaks: those of the contract's terms, and the way of scoring
 * stays this year's (changing it is for the contract's own form).
 */
export function checkProposal(indicator: ContractIndicator, input: Proposal): Proposal {
  if (!input.renewed) return { renewed: false };
  ensure(input.scoring.mode === indicator.scoring.mode, 'review-proposal-invalid', { rule: 'la façon de payer reste celle de cette année' });
  const proposal: Proposal = {
    renewed: true,
    baseline: indicator.kind === 'done' || input.baseline === null ? null : { value: input.baseline.value, on: input.baseline.on },
    scoring: tidy(input.scoring),
  };
  const fault = proposalFault(indicator, proposal);
  ensure(fault === null, 'review-proposal-invalid', { rule: fault?.replace(/\.$/, '') });
  return proposal;
}

function tidy(scoring: Scoring): Scoring {
  if (scoring.mode === 'done') return { mode: 'done', cents: scoring.cents };
  if (scoring.mode !== 'tiers') return { mode: scoring.mode, threshold: scoring.threshold, cents: scoring.cents };
  return { mode: 'tiers', tiers: scoring.tiers.map(({ label, threshold, cents }) => ({ label: label.replace(/\s+/g, ' ').trim(), threshold, cents })) };
}

/** The indicator as the next year would write it; null when it is not renewed. */
export function openingIndicator(indicator: ContractIndicator, proposal: Proposal): ContractIndicator | null {
  if (!proposal.renewed) return null;
  return { ...indicator, baseline: proposal.baseline, scoring: proposal.scoring, maxCents: scoringMax(proposal.scoring) };
}

/**
 * The terms of the next contract year: the same envelopes, the indicators as proposed (by code; an absent one is kept as it is). An
 * action whose indicators are all given up is given up with them.
 */
export function openingTerms(terms: ContractTerms, proposals: Readonly<Record<string, Proposal>>): ContractTerms {
  const kept = (indicator: ContractIndicator): ContractIndicator[] => {
    const next = openingIndicator(indicator, proposals[indicator.code] ?? { renewed: true, baseline: indicator.baseline, scoring: indicator.scoring });
    return next ? [next] : [];
  };
  return {
    operating: terms.operating,
    missions: terms.missions.map((mission) => ({
      ...mission,
      actions: mission.actions.flatMap((action) => {
        const indicators = action.indicators.flatMap(kept);
        return indicators.length === 0 && action.indicators.length > 0 ? [] : [{ ...action, indicators }];
      }),
    })),
  };
}

/** How the maxima proposed for a mission compare with what it can pay. */
export interface EnvelopeCheck {
  missionCode: MissionCode;
  part: 'variable' | 'crisis';
  /** null: unknown, or not confirmed on the contract. */
  envelopeCents: Cents | null;
  proposedCents: Cents;
  /** Indicators whose amount is missing: they count for nothing in the sum. */
  withoutAmount: number;
  /** What is wrong, in French; null when the sum is the envelope. */
  sentence: string | null;
}

/** For each mission of terms, its maxima against its envelope; the crisis part apart. A mission without any of both is left out. */
export function envelopeChecks(terms: ContractTerms): EnvelopeCheck[] {
  return terms.missions.flatMap((mission) => {
    const indicators = mission.actions.flatMap((action) => action.indicators);
    const check = (part: EnvelopeCheck['part'], envelopeCents: Cents | null, sharing: ContractIndicator[]): EnvelopeCheck[] => {
      if (sharing.length === 0 && !envelopeCents) return [];
      const maxima = sharing.map(indicatorMax);
      const proposedCents = maxima.reduce<Cents>((sum, cents) => sum + (cents ?? 0), 0);
      const withoutAmount = maxima.filter((cents) => cents === null).length;
      return [{ missionCode: mission.code, part, envelopeCents, proposedCents, withoutAmount, sentence: envelopeSentence(envelopeCents, proposedCents, withoutAmount) }];
    };
    return [
      ...check('variable', confirmedCents(mission.variable), indicators.filter(({ onlyIfCrisis }) => !onlyIfCrisis)),
      ...check('crisis', confirmedCents(mission.variableIfCrisis), indicators.filter(({ onlyIfCrisis }) => onlyIfCrisis)),
    ];
  });
}

function envelopeSentence(envelope: Cents | null, proposed: Cents, withoutAmount: number): string | null {
  const missing = withoutAmount === 0 ? '' : ` ${withoutAmount} sans montant.`;
  if (envelope === null) return french(`L'enveloppe n'est pas confirmée sur le contrat : rien à comparer.${missing}`);
  if (proposed === envelope) return missing === '' ? null : french(missing.trim());
  const gap = proposed < envelope ? `il manque ${formatEuros(envelope - proposed)}` : `il y a ${formatEuros(proposed - envelope)} de trop`;
  return french(`Les propositions font ${formatEuros(proposed)} pour une enveloppe de ${formatEuros(envelope)} : ${gap}.${missing}`);
}

/** Where a proposal pays for what is already there, in French; null when every step is still to be reached. */
export function alreadyReached(indicator: ContractIndicator, proposal: Proposal): string | null {
  if (!proposal.renewed || proposal.baseline === null || proposal.scoring.mode === 'done') return null;
  const { value } = proposal.baseline;
  const steps = proposal.scoring.mode === 'tiers' ? proposal.scoring.tiers : [{ label: 'objectif', threshold: proposal.scoring.threshold }];
  const reached = steps.filter(({ threshold }) => reaches(indicator.direction, value, threshold)).at(-1);
  return reached ? french(`La valeur initiale atteint déjà « ${reached.label} ».`) : null;
}
