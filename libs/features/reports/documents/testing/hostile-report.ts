import { buildSnapshot, type ReportSnapshot, type SnapshotInput } from '@maillage/domain/reports';
import { demoIndicators } from './demo-indicators';
import { demoInput } from './demo-report';

/** Texts nobody should write and someone will. */
export const hostileTexts = [
  '=cmd|\'/C calc\'!A0',
  '<script>alert(1)</script> & <b>gras</b>',
  'Équipe 👩🏽‍⚕️🚑 de soins 🏥 du territoire',
  'תקשורת בין בית החולים לקהילה',
  `Titre sans fin ${'et encore une précision '.repeat(9)}`.slice(0, 239),
  'Anticonstitutionnellement'.repeat(9),
  '+33 1 23 45 67 89',
  '-2+3 @SUM(A1:A9)',
  'Retour\nà la ligne\tet tabulation\u0007\u0000\u202E inversé',
  'Patients ≥ 65 ans, ≤ 5 molécules, Δ > 10 µg/m³ — « guillemets »',
] as const;

/** The demo report with hostile texts wherever people write. */
export function hostileInput(): SnapshotInput {
  const input = demoInput(demoIndicators.map((indicator, index) => ({ ...indicator, name: hostileTexts[index % hostileTexts.length] ?? '', comment: hostileTexts[(index + 3) % hostileTexts.length] ?? '', proofs: [hostileTexts[(index + 1) % hostileTexts.length] ?? ''] })));
  return {
    ...input,
    community: { ...input.community, name: 'Très très longue communauté '.repeat(6) },
    actions: input.actions.map((action, index) => ({
      ...action,
      title: hostileTexts[(index + 4) % hostileTexts.length] ?? '',
      axisTitle: hostileTexts[index % 2 === 0 ? 4 : 2] ?? '',
      statusSentence: `${hostileTexts[index % hostileTexts.length] ?? ''} `.repeat(6).trim(),
      leadName: hostileTexts[(index + 5) % hostileTexts.length] ?? '',
      steps: action.steps.map((step) => ({ ...step, title: hostileTexts[(index + 2) % hostileTexts.length] ?? '' })),
    })),
    indicators: input.indicators.map((indicator, index) => ({ ...indicator, definition: index === 3 ? 'Une définition qui n’en finit pas, avec tous ses cas. '.repeat(75).slice(0, 3990) : indicator.definition })),
  };
}

/** The same, frozen. */
export function hostileSnapshot(): ReportSnapshot {
  return buildSnapshot(hostileInput());
}
