import { type Day, ensure, freeText, parseDay, textLimits } from '@maillage/domain/kernel';
import type { AgreementVersion } from './agreement';
import { type AciContract, contractEnd, contractYears } from './contract';

/** A serious health crisis recognised by the ARS. */
export interface Crisis {
  /** A code of the agreement's `crisisKinds`. */
  kind: string;
  recognisedOn: Day;
  /** Order or letter that recognises it. */
  reference: string | null;
  /** null while it lasts. */
  endedOn: Day | null;
}

type Lasting = Pick<Crisis, 'recognisedOn' | 'endedOn'>;
type Signed = Pick<AciContract, 'signedOn' | 'durationYears'>;

/** A crisis to be recorded, with every rule checked. */
export function checkCrisis(input: Crisis, version: Pick<AgreementVersion, 'crisisKinds'>, contract: Signed, today: Day): Crisis {
  const refuse = (condition: boolean, field: string, label: string, rule: string): void =>
    ensure(condition, 'invalid-input', { path: field, field, label, rule });
  const { kind, recognisedOn, endedOn } = input;
  refuse(version.crisisKinds.length > 0, 'kind', 'Nature de la crise', 'l\'accord de ce contrat ne prévoit pas de crise');
  refuse(version.crisisKinds.some(({ code }) => code === kind), 'kind', 'Nature de la crise', 'choisissez-la dans la liste de l\'accord');
  parseDay(recognisedOn);
  refuse(recognisedOn <= today, 'recognisedOn', 'Reconnue par l\'ARS le', 'elle est dans le futur');
  refuse(recognisedOn <= contractEnd(contract), 'recognisedOn', 'Reconnue par l\'ARS le', 'elle est après la fin du contrat');
  if (endedOn !== null) {
    parseDay(endedOn);
    refuse(endedOn >= recognisedOn, 'endedOn', 'Terminée le', 'elle précède la reconnaissance par l\'ARS');
  }
  refuse(endedOn === null || endedOn >= contract.signedOn, 'endedOn', 'Terminée le', 'la crise était finie avant la signature du contrat');
  return { kind, recognisedOn, reference: freeText(input.reference, 'Référence', textLimits.sentence), endedOn };
}

/** The contract years a crisis touches; one that lasts touches every year to come. */
export function crisisYears({ recognisedOn, endedOn }: Lasting, contract: Signed): number[] {
  return contractYears(contract).flatMap(({ start, end }, index) => (recognisedOn <= end && (endedOn === null || endedOn >= start) ? [index + 1] : []));
}
