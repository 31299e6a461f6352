import * as fc from 'fast-check';
import {
  canonicalJson,
  DomainError,
  domainErrorCodes,
  ensure,
  errorText,
  formatBytes,
  formatDay,
  formatDayShort,
  formatEuros,
  formatInstant,
  formatInstantShort,
  formatLateness,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatPeriodShort,
  formatSigned,
  formatWithUnit,
  found,
  freeText,
  french,
  groupBy,
  isCents,
  isDomainError,
  isUuid,
  listInFrench,
  moveItem,
  optionalText,
  parsePeriod,
  patientIdentifierIn,
  plural,
  unitOf,
  requireText,
  roundTo,
  searchable,
  uniqueBy,
  without,
} from './index';

const code = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
};

describe('refusals', () => {
  it('each say something in French, with facts or without, in proper typography', () => {
    const meta = { label: 'Nom', value: '2026-02-30', who: 'Anne', day: '2026-04-14', count: 3, title: 'Axe', max: 10, min: 1 };
    for (const one of domainErrorCodes) {
      for (const text of [errorText(one), errorText(one, meta)]) {
        expect(text).toMatch(/^[«\p{Lu}]/u);
        expect(text).toMatch(/[.»]$/);
        expect(text).not.toMatch(/undefined|null|\[object|'| [;!?:»]|« /);
      }
    }
    expect(new Set(domainErrorCodes).size).toBe(domainErrorCodes.length);
  });

  it('say the facts', () => {
    expect(errorText('mission-before-signature', { day: '2022-04-14', signedOn: '2022-04-15' })).toContain('14\u00A0avril\u00A02022');
    expect(errorText('invalid-day', { value: '2026-02-30' })).toContain('2026-02-30');
  });

  it('speak of a password only where there is one to forget', () => {
    const at = (door?: string): string => errorText('too-many-attempts', { seconds: 90, ...(door ? { door } : {}) });
    expect(at('sign-in')).toContain('Mot de passe oublié');
    const others = [at(), ...['reset', 'password', 'calendar', 'collection', 'collection-link', 'requests'].map(at)];
    for (const sentence of others) {
      expect(sentence).toContain('2 minutes');
      expect(sentence).not.toContain('oublié');
    }
    expect(at('collection')).toContain('nouveau lien');
    expect(at('collection-link')).toMatch(/^Ce lien/);
  });

  it('throw, find, and are recognised', () => {
    expect(code(() => ensure(false, 'forbidden'))).toBe('forbidden');
    expect(code(() => ensure(true, 'forbidden'))).toBeUndefined();
    expect(found(0)).toBe(0);
    expect(code(() => found(null))).toBe('not-found');
    expect(isDomainError(new DomainError('forbidden'), 'not-found')).toBe(false);
    expect(isDomainError(new Error('forbidden'))).toBe(false);
  });
});

describe('typography', () => {
  it('sets the spaces and apostrophes once', () => {
    const text = french("« L'objectif » : 70 % ; c'est 12 € ? oui !");
    expect(text).toBe('«\u00A0L’objectif\u00A0»\u00A0: 70\u00A0%\u202F; c’est 12\u00A0€\u202F? oui\u202F!');
    fc.assert(fc.property(fc.string(), (any) => french(french(any)) === french(any)));
  });

  it('counts and lists as French does', () => {
    expect([0, 1, 1.5, 2].map((count) => plural(count, 'jour'))).toEqual(['jour', 'jour', 'jour', 'jours']);
    expect(plural(3, 'travail', 'travaux')).toBe('travaux');
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((list) => listInFrench(list))).toEqual(['', 'a', 'a et b', 'a, b et c']);
    const units = ['exercices', 'bilans partagés', 'journées de formation', 'créneaux', 'avis', 'parcours', 'actes par mois', 'ans', 'séances d’éducation', '%', 'ETP', 'km', 'sur 10'];
    expect(units.map((unit) => unitOf(1, unit))).toEqual(['exercice', 'bilan partagé', 'journée de formation', 'créneau', 'avis', 'parcours', 'acte par mois', 'an', 'séance d’éducation', '%', 'ETP', 'km', 'sur 10']);
    expect([0, 1.5, -1, 2].map((count) => unitOf(count, 'actes'))).toEqual(['acte', 'acte', 'acte', 'actes']);
    expect(searchable('Œuvre à l’Hôpital — n° 2')).toBe('oeuvre a l hopital n 2');
  });
});

describe('numbers, money and dates as people read them', () => {
  it('groups thousands and uses the comma', () => {
    expect(formatNumber(1234567.5)).toBe('1\u202F234\u202F567,5');
    expect(formatNumber(1234, 2)).toBe('1\u202F234,00');
    expect(formatNumber(-0.4, 0)).toBe('0');
    expect(formatNumber(-12)).toBe('−12');
    expect([4, 0, -2.5].map((value) => formatSigned(value))).toEqual(['+4', '0', '−2,5']);
    expect(formatPercent(63)).toBe('63\u00A0%');
    expect(formatWithUnit(12, 'actes')).toBe('12\u00A0actes');
    expect(formatWithUnit(12, null)).toBe('12');
    expect([123400, 123450, 0].map(formatEuros)).toEqual(['1\u202F234\u00A0€', '1\u202F234,50\u00A0€', '0\u00A0€']);
    expect([500, 12_400, 3_400_000].map(formatBytes)).toEqual(['500\u00A0octets', '12\u00A0Ko', '3,4\u00A0Mo']);
  });

  it('rounds on the writing, half away from zero', () => {
    expect([roundTo(1.005, 2), roundTo(-1.005, 2), roundTo(2.5, 0), roundTo(-2.5, 0), roundTo(0.1 + 0.2, 2)]).toEqual([1.01, -1.01, 3, -3, 0.3]);
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (whole, decimals) => roundTo(whole / 10 ** decimals, decimals) === whole / 10 ** decimals));
  });

  it('agrees with the French of the machine where it has it', () => {
    const intl = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e9 }), (cents) => formatNumber(cents / 100, 2) === intl.format(cents / 100)));
  });

  it('takes whole positive cents only', () => {
    expect([0, 1, 1.5, -1, NaN, 1e12, '1'].map(isCents)).toEqual([true, true, false, false, false, false, false]);
  });

  it('writes days and periods', () => {
    expect(formatDay('2027-04-14')).toBe('14\u00A0avril\u00A02027');
    expect(formatDay('2027-05-01')).toBe('1er\u00A0mai\u00A02027');
    expect(formatDayShort('2027-04-14')).toBe('14/04/2027');
    expect(formatInstant(new Date('2026-11-21T09:42:00Z'), 'Europe/Paris')).toBe('21\u00A0novembre\u00A02026 à 10\u00A0h\u00A042');
    expect(formatInstantShort(new Date('2026-11-21T08:05:00Z'), 'Europe/Paris')).toBe('21/11/2026 09:05');
    expect(formatPeriod(parsePeriod('2026-Q3'))).toBe('T3\u00A02026 (juil.–sept.)');
    expect(formatPeriod(parsePeriod('2026-H1'))).toBe('S1\u00A02026 (janv.–juin)');
    expect(formatPeriod(parsePeriod('2026-H2'))).toBe('S2\u00A02026 (juil.–déc.)');
    expect(formatPeriod(parsePeriod('2026'))).toBe('année civile\u00A02026');
    expect(formatPeriodShort(parsePeriod('2026'))).toBe('2026');
    expect(formatPeriod(parsePeriod('2026-09'))).toBe('septembre\u00A02026');
    expect(formatPeriod(parsePeriod('CY5', { contractStart: '2022-04-15' }))).toBe('année\u00A05 (15/04/2026–14/04/2027)');
    expect(formatPeriodShort(parsePeriod('2026-09'))).toBe('sept.\u00A02026');
    expect([0, 1, 12].map(formatLateness)).toEqual(['aujourd’hui', 'depuis 1\u00A0jour', 'depuis 12\u00A0jours']);
  });
});

describe('texts people type', () => {
  it('are cleaned and limited', () => {
    expect(requireText('  a   b ', 'Nom')).toBe('a b');
    expect(code(() => requireText(' ', 'Nom'))).toBe('text-missing');
    expect(code(() => requireText('x'.repeat(11), 'Nom', 10))).toBe('text-too-long');
    expect(requireText('x'.repeat(10), 'Nom', 10)).toHaveLength(10);
    expect(optionalText(' a\r\nb ', 'Texte')).toBe('a\nb');
    expect(optionalText('  ', 'Texte')).toBeNull();
    expect(optionalText(undefined, 'Texte')).toBeNull();
  });

  it.each(['185057800608436', '1 85 05 78 006 084 36', '2 54 12 2A 123 456', '1-85-05-78-006-084', 'NIR:185057800608436.', '2 85 23 97 411 002 12'])(
    'see a social security number in « %s »',
    (text) => {
      expect(patientIdentifierIn(`Cas de ${text} vu hier`)).toBe('nir');
      expect(code(() => freeText(text, 'Commentaire'))).toBe('patient-identifier');
    },
  );

  it.each(['Patiente née le 12/03/1954', 'né le 3 avril 1960', 'Née le 1er mai 1950'])('see a birth date in « %s »', (text) => {
    expect(patientIdentifierIn(text)).toBe('birth');
  });

  it.each(['126 patients sur 200 au T3 2026', '02 38 67 12 34', 'FINESS 450000104', 'SIRET 123 456 789 00012', 'RPPS 10101234567', '1 234 567 €', 'Le pôle est né le mois dernier', 'IBAN FR76 3000 4000 0312 3456 7890 143', ''])(
    'let « %s » pass',
    (text) => {
      expect(patientIdentifierIn(text)).toBeUndefined();
    },
  );
});

describe('small tools', () => {
  it('tell a UUID', () => {
    expect(isUuid('0193a1b2-7c3d-7e4f-8a5b-0123456789ab')).toBe(true);
    for (const value of ['', '0193a1b2', '0193a1b2-7c3d-7e4f-8a5b-0123456789ag', 3, null]) expect(isUuid(value)).toBe(false);
  });

  it('leave fields out, and the thing as it was', () => {
    const thing = { id: 'x', secret: 1 };
    expect(without(thing, 'secret')).toEqual({ id: 'x' });
    expect(thing).toEqual({ id: 'x', secret: 1 });
  });

  it('move, group and keep once', () => {
    expect(moveItem(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moveItem(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
    expect([...groupBy([1, 2, 3], (n) => n % 2)]).toEqual([
      [1, [1, 3]],
      [0, [2]],
    ]);
    expect(uniqueBy([1, 2, 3, 4], (n) => n % 2)).toEqual([1, 2]);
  });

  it('write one content one way', () => {
    expect(canonicalJson({ b: 1, a: [undefined, { d: null, c: undefined }] })).toBe('{"a":[null,{"d":null}],"b":1}');
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
