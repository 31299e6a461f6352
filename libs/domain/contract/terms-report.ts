import { formatNumber, french, patientIdentifierIn } from '@maillage/domain/kernel';

/** Something wrong in the terms, with where it stands: `missions[0].actions[1].indicators[2].scoring.tiers[1].threshold`. */
export interface TermsFault {
  path: string;
  /** In French. */
  sentence: string;
}

/** What a warning is about. */
export type TermsWarningCode = 'core-missing' | 'weight-missing' | 'weights-differ' | 'no-indicator' | 'unconfirmed' | 'amount-missing' | 'mission-later';

/** Something the coordinator must see, that does not prevent recording. */
export interface TermsWarning extends TermsFault {
  code: TermsWarningCode;
}

/** Gathers everything that is wrong, so that all of it is told at once. */
export class TermsReport {
  readonly faults: TermsFault[] = [];
  readonly warnings: TermsWarning[] = [];

  fault(path: string, sentence: string): void {
    this.faults.push({ path, sentence: french(sentence) });
  }

  warning(path: string, sentence: string, code: TermsWarningCode): void {
    this.warnings.push({ path, sentence: french(sentence), code });
  }

  /** A text within its limit, without any patient's identifier; `needed` when it cannot be empty. */
  text(path: string, text: string | null, max: number, what: string, needed = false): void {
    if (needed && (text ?? '').trim() === '') return this.fault(path, `${what} est obligatoire.`);
    if (text === null) return;
    if (text.length > max) this.fault(path, `${what} compte ${formatNumber(text.length)} caractères, la limite est de ${formatNumber(max)}.`);
    const seen = patientIdentifierIn(text);
    if (seen)
      this.fault(
        path,
        `${what} semble contenir ${seen === 'nir' ? 'un numéro de sécurité sociale' : 'une date de naissance'}. Maillage ne garde que des nombres, jamais de données de patients.`,
      );
  }

  /** A list that is not too long. */
  items(path: string, list: readonly unknown[], max: number, what: string): void {
    if (list.length > max) this.fault(path, `${formatNumber(list.length)} ${what} : la limite est de ${formatNumber(max)}.`);
  }
}
