import type { ContractIndicator, Tier } from '@maillage/domain/contract';
import { type Cents, decimalsOf, formatDay, formatEuros, formatNumber, formatPercent, french, NBSP, plural, roundTo } from '@maillage/domain/kernel';
import type { Euros, Explanation, Standing, YearPhase } from './euros';
import { reaches, whyNotComputed } from './scoring';

/** What an explanation is made from: the indicator, its value, and the amounts found. */
export interface Explained {
  indicator: ContractIndicator;
  standing: Standing;
  phase: YearPhase;
  /** False: crisis part of a year without a recognised crisis. */
  counts: boolean;
  most: Cents | null;
  paid: Cents;
  euros: Euros;
  /** Cents agreed by the review, when it named some. */
  agreed: Cents | null;
}

/** Says in French why an amount is what it is, which tier is reached, and why nothing is computed when it is not. */
export function explain(input: Explained): { notComputed: string | null; tier: string | null; explanation: Explanation } {
  const { indicator, standing } = input;
  const tier = standing.value === null ? null : tierReached(indicator, standing.value);
  const notComputed = whyNothing(input);
  const reading = notComputed ?? readingOf(input, tier);
  return {
    notComputed: notComputed && french(notComputed),
    tier: tier?.label ?? null,
    explanation: {
      rule: french(ruleOf(indicator)),
      clause: indicator.clause,
      reading: french([reading, ...originOf(standing)].join(' ')),
      next: notComputed === null ? nextOf(input) : null,
    },
  };
}

function whyNothing({ indicator, counts }: Explained): string | null {
  const why = whyNotComputed(indicator);
  if (why === 'weight') return 'Le contrat n\'indique pas de montant : rien n\'est calculé.';
  if (why === 'baseline') return 'Cet indicateur se paie en proportion et sa valeur initiale manque : rien n\'est calculé.';
  return counts ? null : 'Payé seulement si l\'ARS reconnaît une crise : aucune n\'est enregistrée pour cette année.';
}

/** The tier that pays: the highest amount among those reached. */
function tierReached({ scoring, direction }: ContractIndicator, value: number): Tier | null {
  if (scoring.mode !== 'tiers') return null;
  const reached = scoring.tiers.filter(({ threshold }) => reaches(direction, value, threshold));
  return reached.reduce<Tier | null>((best, tier) => (best === null || (tier.cents ?? 0) > (best.cents ?? 0) ? tier : best), null);
}

function figure({ kind }: Pick<ContractIndicator, 'kind'>, value: number): string {
  if (kind === 'done') return value === 1 ? 'Oui' : 'Non';
  return kind === 'rate' ? formatPercent(value) : formatNumber(value);
}

/** « 100 ou moins », « 72,4 % ou plus ». */
function bound(indicator: ContractIndicator, threshold: number): string {
  return `${figure(indicator, threshold)} ou ${indicator.direction === 'down' ? 'moins' : 'plus'}`;
}

function amount(cents: Cents | null): string {
  return cents === null ? 'montant à compléter' : formatEuros(cents);
}

function ruleOf(indicator: ContractIndicator): string {
  const { scoring, baseline } = indicator;
  if (scoring.mode === 'done') return `Fait et prouvé : ${amount(scoring.cents)} ; sinon, rien.`;
  if (scoring.mode === 'target') return `À ${bound(indicator, scoring.threshold)} : ${amount(scoring.cents)} ; sinon, rien.`;
  if (scoring.mode === 'linear') {
    const from = baseline ? `de la valeur initiale (${figure(indicator, baseline.value)})` : 'de la valeur initiale';
    return `En proportion du chemin, ${from} jusqu'à ${figure(indicator, scoring.threshold)} : au plus ${amount(scoring.cents)}, au centime inférieur.`;
  }
  const tiers = scoring.tiers.map((tier) => `${tier.label} (${bound(indicator, tier.threshold)}) ${amount(tier.cents)}`);
  return `Le palier le plus haut atteint est payé, sans s'ajouter aux autres : ${tiers.join(' ; ')}.`;
}

function readingOf({ indicator, standing, phase, paid, euros, agreed, most }: Explained, tier: Tier | null): string {
  const settled = agreed === null ? '' : `Le dialogue de gestion a retenu ${formatEuros(euros.earnedCents)}${agreed === paid ? '' : ` (la règle donne ${formatEuros(paid)})`}.`;
  const { value } = standing;
  if (value === null) return settled || withoutValue(phase, most ?? 0);
  const met = `${metBy(indicator, value, tier, paid)} : ${paid === 0 ? 'rien n\'est payé' : formatEuros(paid)}.`;
  if (settled) return `${met} ${settled}`;
  if (phase === 'upcoming') return `${met} L'année n'a pas commencé : rien n'est encore acquis.`;
  if (standing.status === 'validated') return met;
  return `${met} ${phase === 'closed' ? 'La valeur n\'était pas validée à la clôture : rien n\'est acquis.' : 'La valeur est à valider : rien n\'est encore acquis.'}`;
}

function withoutValue(phase: YearPhase, most: Cents): string {
  const missing = 'Pas encore de valeur';
  if (most === 0) return `${missing} ; cet indicateur n'est payé par aucun montant variable.`;
  if (phase === 'upcoming') return `L'année n'a pas commencé : ${formatEuros(most)} sont en jeu.`;
  if (phase === 'running') return `${missing} : ${formatEuros(most)} restent en jeu.`;
  if (phase === 'over') return `L'année est finie sans valeur : ${formatEuros(most)} restent en jeu jusqu'à la clôture du dialogue de gestion.`;
  return `Aucune valeur à la clôture du dialogue de gestion : ${formatEuros(most)} sont perdus.`;
}

function metBy(indicator: ContractIndicator, value: number, tier: Tier | null, paid: Cents): string {
  const { scoring, direction } = indicator;
  const shown = figure(indicator, value);
  if (scoring.mode === 'done') return value === 1 ? 'Fait' : 'Pas fait';
  if (scoring.mode === 'tiers') return tier ? `${shown} atteint le palier « ${tier.label} » (${bound(indicator, tier.threshold)})` : `${shown} n'atteint aucun palier`;
  const threshold = bound(indicator, scoring.threshold);
  if (reaches(direction, value, scoring.threshold)) return `${shown} atteint l'objectif (${threshold})`;
  if (scoring.mode === 'target' || paid === 0) return `${shown} n'atteint pas l'objectif (${threshold})`;
  return `${shown} fait une partie du chemin vers ${figure(indicator, scoring.threshold)}`;
}

/** Source, date and proofs of the value; nothing without one. */
function originOf({ value, source, asOf, evidence }: Standing): string[] {
  if (value === null) return [];
  const dated = [...(source ? [`source : ${source}`] : []), ...(asOf ? [`au ${formatDay(asOf)}`] : [])].join(', ');
  const proofs = evidence === 0 ? 'Aucune preuve jointe.' : `${formatNumber(evidence)}${NBSP}${plural(evidence, 'preuve jointe', 'preuves jointes')}.`;
  return [...(dated ? [`${dated.charAt(0).toUpperCase()}${dated.slice(1)}.`] : []), proofs];
}

/** What more is needed to be paid more, and what it pays; null when nothing more can be reached. */
function nextOf({ indicator, standing, phase, paid, most, agreed }: Explained): string | null {
  const { scoring, direction } = indicator;
  const { value } = standing;
  const settled = phase === 'closed' || agreed !== null || (phase === 'over' && standing.status === 'validated');
  if (settled || most === null || paid >= most) return null;
  if (scoring.mode === 'done') return french(`Fait et prouvé, il paie ${formatEuros(most)}.`);
  const steps = scoring.mode === 'tiers' ? scoring.tiers : [{ label: null, threshold: scoring.threshold, cents: scoring.cents }];
  const better = steps.filter(({ cents, threshold }) => (cents ?? 0) > paid && (value === null || !reaches(direction, value, threshold)));
  const nearest = better.sort((a, b) => (direction === 'down' ? b.threshold - a.threshold : a.threshold - b.threshold))[0];
  if (!nearest) return null;
  const goal = nearest.label ? `le palier « ${nearest.label} »` : 'l\'objectif';
  const pays = Math.min(most, nearest.cents ?? 0);
  if (value === null) return french(`Pour ${goal}, il faut ${bound(indicator, nearest.threshold)} : ${formatEuros(pays)}.`);
  const decimals = Math.max(decimalsOf(value), decimalsOf(nearest.threshold));
  const gap = formatNumber(roundTo(Math.abs(nearest.threshold - value), decimals));
  const less = direction === 'down' ? 'de moins' : 'de plus';
  const unit = indicator.kind === 'rate' ? ` ${plural(roundTo(Math.abs(nearest.threshold - value), decimals), 'point')}` : '';
  return french(`Il faut ${gap}${unit} ${less} pour ${goal} (${bound(indicator, nearest.threshold)}), payé ${formatEuros(pays)} : ${formatEuros(pays - paid)} de plus.`);
}
