import { decimalsOf, formatEuros, formatNumber, isCents, isDay, type Cents } from '@maillage/domain/kernel';
import type { ContractIndicator, Scoring, Tier } from './terms';
import { contractCodePattern, termsLimits } from './terms-limits';
import { TermsReport } from './terms-report';

/** The most a scoring pays: the best of its amounts; null when a weight is missing. */
export function scoringTop(scoring: Scoring): Cents | null {
  if (scoring.mode !== 'tiers') return scoring.cents;
  const weights = scoring.tiers.map(({ cents }) => cents);
  return weights.some((cents) => cents === null) || weights.length === 0 ? null : Math.max(...(weights as Cents[]));
}

const known = (scoring: Scoring): Cents[] =>
  (scoring.mode === 'tiers' ? scoring.tiers.map(({ cents }) => cents) : [scoring.cents]).filter(isCents);

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= termsLimits.number && decimalsOf(value) <= termsLimits.decimals;

/** True when `next` asks more than `value` in this direction. */
const isHarder = (direction: 'up' | 'down', next: number, value: number): boolean => (direction === 'up' ? next > value : next < value);

/** Checks an indicator of the contract; `path` is where it stands. */
export function checkIndicator(indicator: ContractIndicator, path: string, report: TermsReport): void {
  const { code, kind, direction, baseline, scoring, onlyIfCrisis } = indicator;
  if (!contractCodePattern.test(code))
    report.fault(`${path}.code`, `Le code « ${code} » doit être fait de lettres minuscules, de chiffres et de tirets (60 au plus), par exemple mt-ald.`);
  report.text(`${path}.title`, indicator.title, termsLimits.title, 'Le libellé de l\'indicateur', true);
  report.text(`${path}.clause`, indicator.clause, termsLimits.clause, 'Le texte du contrat');
  report.text(`${path}.note`, indicator.note, termsLimits.note, 'La note');
  report.items(`${path}.evidence`, indicator.evidence, termsLimits.evidence, 'pièces attendues');
  indicator.evidence.forEach((text, index) => report.text(`${path}.evidence[${index}]`, text, termsLimits.evidenceText, 'La pièce attendue', true));
  if (kind === 'done') {
    if (direction !== null) report.fault(`${path}.direction`, 'Un indicateur oui/non n\'a pas de sens (hausse ou baisse) : laissez-le vide.');
    if (baseline !== null) report.fault(`${path}.baseline`, 'Un indicateur oui/non n\'a pas de valeur initiale : laissez-la vide.');
    if (scoring.mode !== 'done') report.fault(`${path}.scoring.mode`, 'Un indicateur oui/non se paie en une fois, quand c\'est fait : son mode de calcul est « done ».');
  } else {
    if (direction === null) report.fault(`${path}.direction`, 'Indiquez dans quel sens cet indicateur doit évoluer : à la hausse (up) ou à la baisse (down).');
    if (scoring.mode === 'done')
      report.fault(`${path}.scoring.mode`, 'Le mode « done » (fait ou non) est réservé aux indicateurs oui/non : choisissez une cible, des paliers ou un calcul proportionnel.');
    if (baseline) {
      checkValue(baseline.value, kind, `${path}.baseline.value`, 'La valeur initiale', report);
      if (baseline.on !== null && !isDay(baseline.on)) report.fault(`${path}.baseline.on`, 'La date de la valeur initiale n\'existe pas ; écrivez-la AAAA-MM-JJ.');
    }
  }
  if (onlyIfCrisis && typeof onlyIfCrisis !== 'boolean') report.fault(`${path}.onlyIfCrisis`, 'Répondez par oui ou par non (true ou false).');
  checkScoring(indicator, path, report);
  checkMaximum(indicator, path, report);
}

/** What is wrong in one indicator, in French; none when terms may hold it. */
export function indicatorFaults(indicator: ContractIndicator): string[] {
  const report = new TermsReport();
  checkIndicator(indicator, '', report);
  return report.faults.map(({ sentence }) => sentence);
}

function checkScoring({ kind, direction, baseline, scoring }: ContractIndicator, path: string, report: TermsReport): void {
  const at = `${path}.scoring`;
  if (scoring.mode === 'tiers') return checkTiers(scoring.tiers, kind, direction, at, report);
  checkWeight(scoring.cents, `${at}.cents`, report);
  if (scoring.mode === 'done') return;
  checkValue(scoring.threshold, kind, `${at}.threshold`, 'La cible', report);
  if (scoring.mode !== 'linear') return;
  if (!baseline) {
    report.fault(`${path}.baseline`, 'Un paiement proportionnel se compte depuis la valeur initiale : indiquez-la, ou choisissez une cible « tout ou rien ».');
  } else if (direction && isNumber(scoring.threshold) && isNumber(baseline.value) && !isHarder(direction, scoring.threshold, baseline.value)) {
    report.fault(
      `${at}.threshold`,
      `La cible (${formatNumber(scoring.threshold)}) doit être ${direction === 'up' ? 'au-dessus' : 'au-dessous'} de la valeur initiale (${formatNumber(baseline.value)}), puisque l'indicateur doit ${direction === 'up' ? 'augmenter' : 'baisser'}.`,
    );
  }
}

function checkTiers(tiers: readonly Tier[], kind: ContractIndicator['kind'], direction: ContractIndicator['direction'], at: string, report: TermsReport): void {
  if (tiers.length === 0) report.fault(`${at}.tiers`, 'Indiquez au moins un palier.');
  report.items(`${at}.tiers`, tiers, termsLimits.tiers, 'paliers');
  tiers.forEach((tier, index) => {
    const path = `${at}.tiers[${index}]`;
    report.text(`${path}.label`, tier.label, termsLimits.label, 'Le nom du palier', true);
    checkValue(tier.threshold, kind, `${path}.threshold`, 'Le seuil du palier', report);
    checkWeight(tier.cents, `${path}.cents`, report);
    const before = tiers[index - 1];
    if (!before) return;
    if (direction && isNumber(tier.threshold) && isNumber(before.threshold) && !isHarder(direction, tier.threshold, before.threshold)) {
      report.fault(
        `${path}.threshold`,
        `Les paliers vont dans le mauvais sens : l'indicateur doit ${direction === 'up' ? 'augmenter' : 'baisser'}, et le palier « ${tier.label} » (${formatNumber(tier.threshold)}) ne demande pas plus que « ${before.label} » (${formatNumber(before.threshold)}). Rangez-les du plus facile au plus exigeant, ou corrigez le sens.`,
      );
    }
    if (isCents(tier.cents) && isCents(before.cents) && tier.cents < before.cents) {
      report.fault(
        `${path}.cents`,
        `Le palier « ${tier.label} » est plus exigeant que « ${before.label} » mais paie moins : ${formatEuros(tier.cents)} au lieu d'au moins ${formatEuros(before.cents)}.`,
      );
    }
  });
}

function checkMaximum({ title, scoring, maxCents }: ContractIndicator, path: string, report: TermsReport): void {
  const at = `${path}.maxCents`;
  const top = scoringTop(scoring);
  const best = Math.max(0, ...known(scoring));
  if (maxCents !== null && !isCents(maxCents)) {
    report.fault(at, 'Le maximum est un nombre entier de centimes, positif ou nul.');
  } else if (top === null) {
    if (maxCents !== null && maxCents < best)
      report.fault(at, `Le maximum (${formatEuros(maxCents)}) est inférieur à ce que paie un palier (${formatEuros(best)}).`);
    report.warning(at, `« ${title} » : le contrat ne dit pas ce que paie chaque palier ou la cible. Rien n'est calculé pour cet indicateur tant que son montant manque.`, 'weight-missing');
  } else if (isCents(top) && maxCents !== top) {
    report.fault(at, `Le maximum (${maxCents === null ? 'vide' : formatEuros(maxCents)}) n'est pas ce que l'indicateur paie au mieux : ${formatEuros(top)}.`);
  }
}

function checkWeight(cents: unknown, path: string, report: TermsReport): void {
  if (cents !== null && !isCents(cents)) report.fault(path, 'Un montant est un nombre entier de centimes, positif ou nul (5 000 € s\'écrit 500000).');
}

function checkValue(value: unknown, kind: ContractIndicator['kind'], path: string, what: string, report: TermsReport): void {
  if (!isNumber(value)) report.fault(path, `${what} doit être un nombre, positif ou nul, avec ${termsLimits.decimals} décimales au plus.`);
  else if (kind === 'rate' && value > 100) report.fault(path, `${what} d'un taux va de 0 à 100 % : ${formatNumber(value)} n'est pas possible.`);
}
