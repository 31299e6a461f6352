import { formatContractYear, formatDelay, formatPeriod, formatWhen, parseFrenchDay, parseFrenchNumber } from './format';

const NB = '\u00A0';

describe('delays and moments', () => {
  it.each([
    ['2026-11-21', 'aujourd’hui'],
    ['2026-11-22', 'demain'],
    ['2026-12-03', `dans 12${NB}jours`],
    ['2026-11-20', `en retard de 1${NB}jour`],
    ['2026-11-09', `en retard de 12${NB}jours`],
  ])('%s is %s', (day, expected) => expect(formatDelay(day, '2026-11-21')).toBe(expected));

  it.each([
    ['2026-11-21T09:59:50Z', 'à l’instant'],
    ['2026-11-21T09:55:00Z', `il y a 5${NB}minutes`],
    ['2026-11-21T07:42:00Z', `à 8${NB}h${NB}42`],
    ['2026-11-20T17:05:00Z', `hier à 18${NB}h${NB}05`],
    ['2027-04-14T08:00:00Z', `le 14${NB}avril${NB}2027 à 10${NB}h${NB}00`],
  ])('%s is said « %s »', (instant, expected) => expect(formatWhen(new Date(instant), new Date('2026-11-21T10:00:00Z'), 'Europe/Paris')).toBe(expected));

  it('names contract years by their dates, and quarters by their months', () => {
    expect(formatContractYear({ number: 5, start: '2026-04-15', end: '2027-04-14' })).toBe(`année${NB}5 (15/04/2026–14/04/2027)`);
    expect(formatPeriod({ key: '2026-Q3', kind: 'quarter', start: '2026-07-01', end: '2026-09-30' })).toBe(`T3${NB}2026 (juil.–sept.)`);
  });
});

describe('what people type', () => {
  it.each([
    ['1 234,5', 1234.5],
    ['1\u202F234,5', 1234.5],
    ['1.234,5', 1234.5],
    ['12.5', 12.5],
    ['63 %', 63],
    ['−3', -3],
    [',5', 0.5],
    ['', null],
  ])('reads the number « %s »', (typed, expected) => expect(parseFrenchNumber(typed)).toBe(expected));

  it.each(['douze', '1,2,3', '1 234 patients', '--2', '1e5'])('refuses « %s » as a number', (typed) => expect(parseFrenchNumber(typed)).toBeNaN());

  it.each([
    ['14/04/2027', '2027-04-14'],
    ['14/4/27', '2027-04-14'],
    ['14-04-2027', '2027-04-14'],
    ['14042027', '2027-04-14'],
    ['29/02/2028', '2028-02-29'],
  ])('reads the day « %s »', (typed, expected) => expect(parseFrenchDay(typed)).toBe(expected));

  it.each(['29/02/2027', '31/04/2027', '14/13/2027', 'demain', '04/2027'])('refuses « %s » as a day', (typed) => expect(parseFrenchDay(typed)).toBeUndefined());
});
