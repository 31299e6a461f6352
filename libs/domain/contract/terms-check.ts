import { formatDay, formatEuros, isCents, listInFrench, type Cents } from '@maillage/domain/kernel';
import { agreements, missionKinds, type AgreementVersion } from './agreement';
import type { AciContract } from './contract';
import { indicatorsOf, type ContractTerms, type MissionTerms, type SignedAmount } from './terms';
import { contractCodePattern, termsLimits } from './terms-limits';
import { TermsReport, type TermsFault, type TermsWarning } from './terms-report';
import { checkIndicator } from './terms-scoring-check';

/** Everything wrong with the terms of a contract year (nothing is recorded), and everything to see (it is recorded). */
export function checkTerms(
  terms: ContractTerms,
  version: Pick<AgreementVersion, 'label' | 'missions'>,
  contract: Pick<AciContract, 'signedOn'>,
): { faults: TermsFault[]; warnings: TermsWarning[] } {
  const report = new TermsReport();
  checkAmount(terms.operating, 'operating', 'Le fonctionnement', report);
  report.items('missions', terms.missions, termsLimits.missions, 'missions');
  const all = indicatorsOf(terms);
  report.items('missions', all, termsLimits.indicators, 'indicateurs dans l\'année');
  const seen = { missions: new Set<string>(), actions: new Set<string>(), indicators: new Set<string>() };
  terms.missions.forEach((mission, index) => checkMission(mission, `missions[${index}]`, { version, contract, seen, report }));
  for (const { code, kind, label } of version.missions) {
    if (kind === 'core' && !seen.missions.has(code))
      report.warning('missions', `La mission socle « ${label} » n'est pas dans ces termes : elle fait pourtant partie de tout contrat.`, 'core-missing');
  }
  return { faults: report.faults, warnings: report.warnings };
}

/** The name of a mission, in this version or another one that has it; its code when none has. */
function labelOf(code: string, version: Pick<AgreementVersion, 'missions'>): string {
  return [version, ...agreements].flatMap(({ missions }) => missions).find((mission) => mission.code === code)?.label ?? code;
}

interface Context {
  version: Pick<AgreementVersion, 'label' | 'missions'>;
  contract: Pick<AciContract, 'signedOn'>;
  /** The codes already met. */
  seen: Record<'missions' | 'actions' | 'indicators', Set<string>>;
  report: TermsReport;
}

function checkMission(mission: MissionTerms, path: string, context: Context): void {
  const { version, contract, seen, report } = context;
  const known = version.missions.find(({ code }) => code === mission.code);
  if (!known) {
    report.fault(
      `${path}.code`,
      `La mission « ${labelOf(mission.code, version)} » n'existe pas dans la version de l'accord de ce contrat (${version.label}), dont les missions sont : ${listInFrench(version.missions.map(({ shortLabel }) => shortLabel))}. Retirez-la, ou indiquez la version de l'accord qui la prévoit.`,
    );
  } else if (!missionKinds.includes(mission.kind) || mission.kind !== known.kind) {
    report.fault(`${path}.kind`, `« ${known.label} » est une mission ${known.kind === 'core' ? 'socle (core)' : 'optionnelle (optional)'} dans cet accord.`);
  } else if (known.introducedOn > contract.signedOn) {
    report.warning(
      path,
      `La mission « ${known.label} » est entrée dans l'accord le ${formatDay(known.introducedOn)}, après la signature du contrat : vérifiez ses montants sur votre avenant.`,
      'mission-later',
    );
  }
  once(seen.missions, mission.code, path, `La mission « ${labelOf(mission.code, version)} » figure`, report);
  const name = known?.label ?? mission.code;
  checkAmount(mission.fixed, `${path}.fixed`, `${name}, part fixe`, report);
  checkAmount(mission.variable, `${path}.variable`, `${name}, part variable`, report);
  if (mission.variableIfCrisis) checkAmount(mission.variableIfCrisis, `${path}.variableIfCrisis`, `${name}, part en cas de crise`, report);
  report.items(`${path}.actions`, mission.actions, termsLimits.actionsPerMission, 'actions');
  mission.actions.forEach((action, index) => {
    const at = `${path}.actions[${index}]`;
    if (!contractCodePattern.test(action.code))
      report.fault(`${at}.code`, `Le code « ${action.code} » doit être fait de lettres minuscules, de chiffres et de tirets (60 au plus).`);
    once(seen.actions, action.code, at, `Le code d'action « ${action.code} » figure`, report);
    report.text(`${at}.title`, action.title, termsLimits.title, 'Le titre de l\'action', true);
    report.items(`${at}.indicators`, action.indicators, termsLimits.indicatorsPerAction, 'indicateurs');
    action.indicators.forEach((indicator, place) => {
      const where = `${at}.indicators[${place}]`;
      once(seen.indicators, indicator.code, where, `Le code d'indicateur « ${indicator.code} » figure`, report);
      checkIndicator(indicator, where, report);
      if (indicator.onlyIfCrisis && !mission.variableIfCrisis)
        report.fault(`${where}.onlyIfCrisis`, `« ${indicator.title} » ne compte qu'en cas de crise, mais la mission n'a pas de part payée en cas de crise.`);
    });
  });
  checkMaxima(mission, name, path, report);
}

function once(seen: Set<string>, code: string, path: string, what: string, report: TermsReport): void {
  if (seen.has(code)) report.fault(`${path}.code`, `${what} deux fois dans l'année.`);
  else seen.add(code);
}

function checkAmount({ cents, confirmed }: SignedAmount, path: string, what: string, report: TermsReport): void {
  if (cents === null) report.warning(`${path}.cents`, `${what} : montant inconnu, il n'entre dans aucun calcul. Indiquez celui de votre contrat.`, 'amount-missing');
  else if (!isCents(cents)) report.fault(`${path}.cents`, `${what} : le montant est un nombre entier de centimes, positif ou nul (5 000 € s'écrit 500000).`);
  else if (!confirmed) report.warning(`${path}.cents`, `${what} : ${formatEuros(cents)} à confirmer sur votre contrat ; ce montant n'entre dans aucun calcul d'ici là.`, 'unconfirmed');
}

/** The maxima of the indicators must add up to the envelope they are paid from; the difference is named. */
function checkMaxima(mission: MissionTerms, name: string, path: string, report: TermsReport): void {
  const indicators = mission.actions.flatMap((action) => action.indicators);
  const parts = [
    { amount: mission.variable, key: 'variable', what: 'part variable', maxima: indicators.filter(({ onlyIfCrisis }) => !onlyIfCrisis) },
    ...(mission.variableIfCrisis
      ? [{ amount: mission.variableIfCrisis, key: 'variableIfCrisis', what: 'part en cas de crise', maxima: indicators.filter(({ onlyIfCrisis }) => onlyIfCrisis) }]
      : []),
  ];
  for (const { amount, key, what, maxima } of parts) {
    if (!isCents(amount.cents)) continue;
    const weights = maxima.map(({ maxCents }) => maxCents);
    if (weights.length === 0 && amount.cents > 0) {
      report.warning(`${path}.${key}.cents`, `${name} : aucun indicateur ne porte la ${what} (${formatEuros(amount.cents)}).`, 'no-indicator');
    } else if (weights.every((cents): cents is Cents => isCents(cents))) {
      const sum = weights.reduce((total, cents) => total + cents, 0);
      if (sum !== amount.cents)
        report.warning(
          `${path}.${key}.cents`,
          `${name} : les maxima des indicateurs font ${formatEuros(sum)}, la ${what} est de ${formatEuros(amount.cents)}. Différence : ${formatEuros(Math.abs(sum - amount.cents))} ${sum > amount.cents ? 'de trop' : 'en moins'}.`,
          'weights-differ',
        );
    }
  }
}
