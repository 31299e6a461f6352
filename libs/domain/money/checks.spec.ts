import { agreementByCode, type AgreementVersion, type ContractIndicator, type ContractTerms, type MissionClock, type MissionTerms } from '@maillage/domain/contract';
import { exampleTerms } from '../testing/example-terms';
import { moneyChecks, type YearSurroundings } from './index';

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ').replace(/’/g, '\'');
const agreement = agreementByCode('aci-cpts/avenant-2') as AgreementVersion;

/** The example with one mission changed. */
function changed(code: string, change: (mission: MissionTerms) => MissionTerms): ContractTerms {
  return { ...exampleTerms, missions: exampleTerms.missions.map((mission) => (mission.code === code ? change(mission) : mission)) };
}

/** The example with one indicator changed. */
function weighing(code: string, change: Partial<ContractIndicator>): ContractTerms {
  const missions = exampleTerms.missions.map((mission) => ({
    ...mission,
    actions: mission.actions.map((action) => ({ ...action, indicators: action.indicators.map((each) => (each.code === code ? { ...each, ...change } : each)) })),
  }));
  return { ...exampleTerms, missions };
}

const told = (terms: ContractTerms, around: YearSurroundings = {}) =>
  moneyChecks(terms, agreement, around).map(({ code, missionCode, indicatorCode, sentence }) => [code, missionCode, indicatorCode, plain(sentence)]);

describe('what the coordinator must see about the figures', () => {
  it('is nothing for a contract that adds up', () => {
    expect(told(exampleTerms)).toEqual([]);
  });

  it('names the difference between the maxima and the envelope, and the indicator without a weight', () => {
    expect(told(weighing('mt-c2s', { scoring: { mode: 'target', threshold: 6, cents: null }, maxCents: null }))).toEqual([
      ['weights-differ', 'access-to-care', null, 'Accès aux soins : les maxima des indicateurs font 32 000 € et la part variable est de 35 000 € : il manque 3 000 €. Relisez le contrat, ou voyez-le avec la CPAM.'],
      ['weight-missing', 'access-to-care', 'mt-c2s', '« Patients C2S en ALD sans médecin traitant » : le montant manque, rien n\'est calculé. Complétez-le d\'après votre contrat.'],
    ]);
    expect(told(weighing('mt-c2s', { scoring: { mode: 'target', threshold: 6, cents: 350_000 }, maxCents: 350_000 }))[0]?.[3]).toContain('il y a 500 € de trop');
  });

  it('compares the crisis part with its own envelope', () => {
    expect(told(weighing('crisis-response', { maxCents: 6_000_000 })).map(([code, , , sentence]) => [code, sentence])).toEqual([
      ['weights-differ', expect.stringContaining('font 60 000 € et la part « crise » est de 67 500 € : il manque 7 500 €')],
      ['weight-missing', expect.stringContaining('le contrat écrit un maximum de 60 000 € et sa règle donne 67 500 € : le plus petit des deux est compté.')],
    ]);
  });

  it('says that a proportion needs its initial value', () => {
    const [, weight] = told(weighing('mt-c2s', { baseline: null, scoring: { mode: 'linear', threshold: 6, cents: 300_000 } }));
    expect(weight).toEqual(['weight-missing', 'access-to-care', 'mt-c2s', expect.stringContaining('sa valeur initiale manque')]);
  });

  it('shows what is unconfirmed or unknown, and compares nothing with it', () => {
    const doubtful = changed('prevention', (mission) => ({ ...mission, fixed: { cents: null, confirmed: false }, variable: { cents: 1, confirmed: false } }));
    expect(told({ ...doubtful, operating: { cents: 7_500_000, confirmed: false } })).toEqual([
      ['unconfirmed', null, null, 'Fonctionnement : 75 000 €, à confirmer sur votre contrat. Ce montant n\'entre dans aucun calcul.'],
      ['unconfirmed', 'prevention', null, 'Prévention, part fixe : le montant n\'est pas renseigné.'],
      ['unconfirmed', 'prevention', null, 'Prévention, part variable : 0,01 €, à confirmer sur votre contrat. Ce montant n\'entre dans aucun calcul.'],
    ]);
  });

  it('shows an envelope that nothing shares', () => {
    expect(told(changed('care-quality', (mission) => ({ ...mission, actions: [] })))).toEqual([
      ['no-indicator', 'care-quality', null, expect.stringContaining('la part variable est de 15 000 €, et aucun indicateur du contrat ne la partage.')],
    ]);
  });

  it('tells the size that the population contradicts and the mission that is late', () => {
    const clock: MissionClock = { missionCode: 'prevention', state: 'late-start', startedOn: null, deployedOn: null, startDue: '2023-04-15', deployDue: null, lateDays: 9, toConfirm: false, sentence: 'Démarrage attendu.' };
    expect(told(exampleTerms, { sizeWarning: 'Le contrat dit taille 3.', clocks: [clock, { ...clock, missionCode: 'care-quality', lateDays: 0 }] })).toEqual([
      ['size-differs', null, null, 'Le contrat dit taille 3.'],
      ['mission-late', 'prevention', null, 'Prévention : Démarrage attendu.'],
    ]);
  });

  it('tells by mission what is not linked; the crisis part only when a crisis is recognised', () => {
    const all = exampleTerms.missions.flatMap(({ actions }) => actions.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
    expect(told(exampleTerms, { linked: all })).toEqual([]);
    expect(told(exampleTerms, { linked: all.filter((code) => code !== 'mt-ald' && code !== 'crisis-response') }).map(([, mission, code]) => [mission, code])).toEqual([['access-to-care', 'mt-ald']]);
    expect(told(exampleTerms, { linked: all.filter((code) => code !== 'crisis-response'), crisisRecognised: true })).toHaveLength(1);
    expect(told(exampleTerms, { linked: all.filter((code) => !code.startsWith('mt-')) })[0]?.[3]).toBe(
      'Accès aux soins : 6 indicateurs du contrat ne sont liés à aucun indicateur suivi, leurs valeurs ne peuvent pas venir.',
    );
  });
});
