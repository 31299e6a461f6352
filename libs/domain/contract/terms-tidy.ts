import type { ContractAction, ContractIndicator, ContractTerms, MissionTerms, Scoring, SignedAmount } from './terms';

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

function paragraph(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').replace(/\r\n?/g, '\n').trim();
  return trimmed === '' ? null : trimmed;
}

/** Zero has no sign. */
const plain = <T extends number | null>(value: T): T => (value === 0 ? 0 : value) as T;

/** What nobody knows is not confirmed. */
const amount = ({ cents, confirmed }: SignedAmount): SignedAmount => ({ cents: plain(cents), confirmed: cents !== null && confirmed });

function scoringOf(scoring: Scoring): Scoring {
  if (scoring.mode === 'done') return { mode: 'done', cents: plain(scoring.cents) };
  if (scoring.mode === 'tiers') return { mode: 'tiers', tiers: scoring.tiers.map(({ label, threshold, cents }) => ({ label: line(label), threshold: plain(threshold), cents: plain(cents) })) };
  return { mode: scoring.mode, threshold: plain(scoring.threshold), cents: plain(scoring.cents) };
}

const indicatorOf = (indicator: ContractIndicator): ContractIndicator => ({
  code: indicator.code.trim(),
  title: line(indicator.title),
  clause: paragraph(indicator.clause),
  source: indicator.source,
  kind: indicator.kind,
  direction: indicator.direction,
  baseline: indicator.baseline && { value: plain(indicator.baseline.value), on: indicator.baseline.on },
  scoring: scoringOf(indicator.scoring),
  maxCents: plain(indicator.maxCents),
  evidence: indicator.evidence.map(line).filter((text) => text !== ''),
  note: paragraph(indicator.note),
  onlyIfCrisis: indicator.onlyIfCrisis,
});

const actionOf = ({ code, title, indicators }: ContractAction): ContractAction => ({
  code: code.trim(),
  title: line(title),
  indicators: indicators.map(indicatorOf),
});

const missionOfTerms = ({ code, kind, fixed, variable, variableIfCrisis, actions }: MissionTerms): MissionTerms => ({
  code,
  kind,
  fixed: amount(fixed),
  variable: amount(variable),
  variableIfCrisis: variableIfCrisis && amount(variableIfCrisis),
  actions: actions.map(actionOf),
});

/** The same terms in their one writing: spaces trimmed, empty texts null, nothing but what terms hold. */
export function tidyTerms({ operating, missions }: ContractTerms): ContractTerms {
  return { operating: amount(operating), missions: missions.map(missionOfTerms) };
}
