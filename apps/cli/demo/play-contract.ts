import { contractYears } from '@maillage/domain/contract';
import type { Actor } from '@maillage/domain/identity';
import { addDays, french, type Day, type Period } from '@maillage/domain/kernel';
import { sheetIndicators, suggestedConclusion } from '@maillage/domain/review';
import { ImportContract } from '@maillage/features/contract';
import { AttachEvidence, ChangeMeasureStatus, RecordMeasure } from '@maillage/features/indicators';
import { CreateContractIndicators, LinkContractIndicator, MoneyQueries, PaymentQueries, RecordPayment, SaveScenario } from '@maillage/features/money';
import { ChangePreparation, ChangeReviewLine, CloseReview, ReviewQueries } from '@maillage/features/review';
import { Ids } from '@maillage/platform';
import type { INestApplicationContext } from '@nestjs/common';
import contract from './contract.json';
import { demoProof } from './proof';

/** Years of the demonstration's contract. */
const durationYears = 5;

/** Which indicator of the demonstration gives the value of an indicator of the contract, by code. */
const followedBy: Readonly<Record<string, string>> = {
  'snp-48h': 'ACC-01',
  'snp-engages': 'ACC-02',
  'teleconsultations': 'ACC-04',
  'ald-sans-medecin': 'ACC-06',
  'lettre-liaison': 'PAR-01',
  'reunions-ville-hopital': 'PAR-02',
  'messagerie-securisee': 'PAR-03',
  'bilans-medication': 'PRE-01',
  'carnets-vaccination': 'PRE-03',
  'depistage-sein': 'PRE-04',
  'plan-a-jour': 'CRI-01',
  'protocoles-adherents': 'QUA-01',
  'actes-delegues': 'QUA-02',
  'stagiaires-accueillis': 'ACP-01',
};

/** What was delivered in each contract year: the proof that was joined, and whether the last one still waits for its validation. */
const delivered: readonly { code: string; years: readonly number[]; proof: string; lastIsDraft?: true }[] = [
  { code: 'partenariat-cpam', years: [1, 2, 3], proof: 'Bilan du partenariat avec la CPAM' },
  { code: 'protocole-sortie', years: [2, 3], proof: 'Protocole de sortie', lastIsDraft: true },
  { code: 'journee-prevention', years: [1, 2], proof: 'Feuille d’émargement de la journée de prévention' },
  { code: 'guide-installation', years: [2], proof: 'Guide d’installation' },
];

/** What was said in the reviews, by code. All of it is invented. */
const remarks: Readonly<Record<string, { comment: string; fundRemark?: string }>> = {
  'snp-48h': { comment: 'Deux créneaux de plus par semaine à Gien.', fundRemark: 'Progression nette ; à consolider à Aubigny.' },
  'ald-sans-medecin': { comment: 'Travail patient par patient avec la CPAM.', fundRemark: 'Requête locale concordante.' },
  'lettre-liaison': { comment: 'Le service de médecine envoie la lettre par messagerie sécurisée.' },
  'depistage-sein': { comment: 'Relances par les officines et les infirmiers.' },
};

/** Days after the end of a contract year when its review is closed, and after an anniversary when the caisse pays. */
export const closedAfter = 30;
export const paidAfter = 20;

/** Plays the life of the contract: imported, followed, paid, discussed and closed year after year. */
export class ContractPlay {
  private readonly years: Period[];

  constructor(
    private readonly app: INestApplicationContext,
    private readonly coordinator: Actor,
    private readonly treasurer: Actor,
    signedOn: Day,
  ) {
    this.years = contractYears({ signedOn, durationYears });
  }

  /** The first year of the contract, imported from its file. */
  async importFirstYear(): Promise<void> {
    const [first] = this.years;
    if (!first) return;
    const file = { ...contract, signedOn: first.start, durationYears, contractYear: 1, yearStartsOn: first.start, yearEndsOn: first.end };
    const importing = this.app.get(ImportContract);
    const { basis } = await importing.preview(this.coordinator, file);
    await importing.execute(this.coordinator, file, basis);
  }

  /** Ties the contract to the indicators already followed, and creates the others. `idOf`: by code of the demonstration's indicator. */
  async follow(idOf: ReadonlyMap<string, string>): Promise<void> {
    for (const [code, followed] of Object.entries(followedBy)) {
      await this.app.get(LinkContractIndicator).execute(this.coordinator, code, { indicatorId: idOf.get(followed) ?? null, revision: 0 });
    }
    await this.app.get(CreateContractIndicators).execute(this.coordinator, 1);
  }

  /** What the year delivered, with its proof. */
  async deliver(year: number): Promise<void> {
    const period = this.years[year - 1];
    if (!period) return;
    const { links } = await this.app.get(MoneyQueries).year(this.coordinator, year);
    for (const { code, years, proof, lastIsDraft } of delivered) {
      const link = links[code];
      if (!link || !years.includes(year)) continue;
      const measure = await this.app.get(RecordMeasure).execute(this.coordinator, { indicatorId: link.indicatorId, periodKey: period.key, value: 1, revision: 0 });
      const bytes = await demoProof(proof, `année ${year}`);
      await this.app.get(AttachEvidence).add(this.coordinator, measure.id, { name: `${proof}, année ${year}.pdf`, bytes });
      if (!(lastIsDraft && year === years.at(-1))) await this.app.get(ChangeMeasureStatus).validate(this.coordinator, [measure]);
    }
  }

  /** The review of a year that is over: prepared, concluded, closed; the next year opens from it. */
  async closeYear(year: number): Promise<void> {
    const period = this.years[year - 1];
    if (!period) return;
    const rooms = this.app.get(ReviewQueries);
    const { sheet } = await rooms.room(this.coordinator, year);
    if (!sheet) return;
    for (const action of sheet.missions.flatMap(({ actions }) => actions)) {
      const ready = { status: 'ready', personId: this.coordinator.personId, dueOn: addDays(period.end, -15), note: null, revision: 0 } as const;
      await this.app.get(ChangePreparation).execute(this.coordinator, year, action.code, ready);
    }
    for (const { indicator } of sheetIndicators(sheet)) {
      if (indicator.notComputed !== null) continue;
      const { comment = null, fundRemark = null } = remarks[indicator.code] ?? {};
      const conclusion = suggestedConclusion(indicator, indicator.result, indicator.kind) ?? 'not-reached';
      const said = { comment: comment && french(comment), fundRemark: fundRemark && french(fundRemark), arsRemark: null, agreedCents: null };
      await this.app.get(ChangeReviewLine).execute(this.coordinator, year, indicator.code, { ...said, conclusion, revision: 0 });
    }
    const { fingerprint, revision } = await rooms.room(this.coordinator, year);
    await this.app.get(CloseReview).execute(this.coordinator, year, { revision, fingerprint: fingerprint ?? '' });
    await this.app.get(CreateContractIndicators).execute(this.coordinator, year + 1);
  }

  /** The caisse pays what is due at the beginning of a contract year; the last time, a line is left for later. */
  async receive(year: number, { leave }: { leave: string | null }): Promise<void> {
    const start = this.years[year - 1]?.start;
    if (!start) return;
    // The first one came before the community was opened here: it is recorded afterwards.
    const day = addDays(start, year === 1 ? paidAfter : closedAfter + paidAfter);
    const { years } = await this.app.get(PaymentQueries).payments(this.treasurer);
    const due = years
      .flatMap(({ lines }) => lines)
      .filter(({ date, remainingCents, key }) => date !== null && date <= day && (remainingCents ?? 0) > 0 && (leave === null || !key.includes(leave)));
    const parts = due.map(({ key, remainingCents }) => ({ lineKey: key, cents: remainingCents ?? 0 }));
    if (parts.length === 0) return;
    const payment = { receivedOn: day, cents: parts.reduce((sum, { cents }) => sum + cents, 0), reference: `VIR CPAM ACI année ${year}`, note: null, parts };
    await this.app.get(RecordPayment).execute(this.treasurer, { id: this.app.get(Ids).next(), ...payment });
  }

  /** What the running year could still bring. */
  async suppose(year: number): Promise<void> {
    const values = [
      { code: 'snp-48h', value: 70 },
      { code: 'ald-sans-medecin', value: 300 },
      { code: 'protocole-sortie', value: 1 },
    ];
    await this.app.get(SaveScenario).execute(this.treasurer, { id: this.app.get(Ids).next(), name: 'Si les soins non programmés atteignent l’objectif', year, values });
  }

  /** Numbers and bounds of the years begun by a day. */
  begunBy(day: Day): { number: number; start: Day; end: Day }[] {
    return this.years.map(({ start, end }, index) => ({ number: index + 1, start, end })).filter(({ start }) => start <= day);
  }
}
