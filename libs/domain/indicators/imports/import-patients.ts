import { addYears, type Day, DomainError, patientIdentifierIn } from '@maillage/domain/kernel';
import { fold, readDay } from './import-cells';

/** Titles of columns of persons, whole: an indicator may well speak of the INS in its name. */
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/^(?:n°|no|numero)? ?(?:de |d')?(?:nir|nss|(?:la )?secu(?:rite sociale)?)(?: (?:du |de la )?patiente?)?$/, 'un numéro de sécurité sociale'],
  [/^(?:n°|no|numero|matricule)? ?(?:de l'|d')?(?:ins|ins-c|ins-nir|ins-nia|identite nationale de sante)(?: (?:du |de la )?patiente?)?$/, 'une identité de patient (INS)'],
  [/^(?:ne\(?e?\)? le|ddn|(?:(?:date|dt|d)\.? ?(?:de )?)?naiss(?:ance)?\.?(?: le)?)(?: (?:du |de la )?patiente?)?$/, 'une date de naissance'],
  [/^(?:nom|prenom|nom et prenom|nom prenom|identite)s? (?:du |des |de la )?patiente?s?$/, 'le nom de patients'],
  [/^nom de naissance$/, 'le nom de patients'],
];
/** Titles of columns that may well name professionals or places, but say persons beside a column of births. */
const personTitle = /^(?:nom|prenom|patiente?|usagere?|assuree?|beneficiaire)s?(?: (?:de famille|usuel|d'usage|et prenom|prenom))?s?$/;
const birthTitle = /\bnaissance\b|^nee?(?:\(e\))? en$/;
const person = /^\p{Lu}[\p{L}'’-]*\.?(?: \p{Lu}[\p{L}'’-]*\.?){1,3}$/u;
/** Rows looked at to tell a column of names beside a column of births. */
const looked = 200;

/** True when 15 digits carry their own key: 97 minus the number modulo 97. Letters of Corsica count as 18 and 19. */
export function hasNirKey(text: string): boolean {
  const digits = text.replace(/[\s.\u00A0\u202F-]/g, '').toUpperCase();
  if (!/^[1-478]\d{4}(\d{2}|2[AB])\d{8}$/.test(digits)) return false;
  const body = digits.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(body) % 97n) === Number(digits.slice(13));
}

/**
 * Watches a table for what looks like persons: a column titled so, a social security number or an INS anywhere, a column of names
 * (by its cells, or by its title) beside a column of births. The whole file is then refused with `import-patients`: the product holds counts, never persons.
 */
export class PatientGuard {
  private readonly names: number[];
  private readonly births: number[];
  /** The first column titled as one of names; -1 without. */
  private readonly titled: number;
  private rows = 0;
  private readonly before: Day;

  constructor(
    private readonly headers: readonly string[],
    /** A column whose role is known holds no names: indicators are capitalised too. */
    private readonly known: (column: number) => boolean,
    today: Day,
  ) {
    this.names = headers.map(() => 0);
    this.births = headers.map(() => 0);
    this.before = addYears(today, -1);
    headers.forEach((header, column) => {
      const seen = forbidden.find(([title]) => title.test(fold(header)));
      if (seen) this.refuse(column, 1, seen[1]);
    });
    this.titled = headers.findIndex((header, column) => !known(column) && personTitle.test(fold(header)));
    const birth = headers.findIndex((header) => birthTitle.test(fold(header)));
    if (this.titled >= 0 && birth >= 0) this.refuse(birth, 1, 'une date de naissance');
  }

  /** Looks at a row. */
  see(line: number, cells: readonly string[]): void {
    const sampled = this.rows < looked;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column] ?? '';
      if (cell.length >= 13) {
        if (patientIdentifierIn(cell) !== undefined || hasNirKey(cell)) this.refuse(column, line, patientIdentifierIn(cell) === 'birth' ? 'une date de naissance' : 'un numéro de sécurité sociale ou une INS');
      }
      if (!sampled || cell === '') continue;
      const day = cell.length <= 20 ? readDay(cell) : null;
      if (day !== null && day >= '1900-01-01' && day < this.before) this.births[column] = (this.births[column] ?? 0) + 1;
      else if (!this.known(column) && person.test(cell)) this.names[column] = (this.names[column] ?? 0) + 1;
    }
    if (sampled) {
      this.rows += 1;
      if (this.rows === looked) this.compare();
    }
  }

  /** To be called once the last row was seen. */
  end(): void {
    if (this.rows < looked) this.compare();
  }

  private compare(): void {
    const most = Math.max(3, this.rows * 0.6);
    const untitled = this.names.findIndex((count) => count >= most);
    const name = this.titled >= 0 ? this.titled : untitled;
    const enough = this.titled >= 0 ? Math.max(1, this.rows * 0.6) : most;
    const birth = this.births.findIndex((count, column) => count >= enough && !this.known(column));
    if (name >= 0 && birth >= 0) this.refuse(name, 2, `des noms de personnes, à côté d’une colonne de dates (« ${this.headers[birth] ?? ''} »)`);
  }

  private refuse(column: number, line: number, what: string): never {
    throw new DomainError('import-patients', { column: this.headers[column]?.trim() || `n° ${column + 1}`, line, what });
  }
}
