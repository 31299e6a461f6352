import { bulletRows, chartThemes, lineAgainstTarget, periodBars, trendSentence } from './index';
import { niceScale } from './scale';

type Series = { type: string; name: string; connectNulls?: boolean; data: { value: number | string; label?: { formatter: string }; itemStyle?: { color: string } }[]; lineStyle?: { type: unknown } };
const seriesOf = (option: Record<string, unknown>): Series[] => option['series'] as Series[];
const NB = '\u00A0';

const periods = ['T4 2025', 'T1 2026', 'T2 2026', 'T3 2026'];
const series = { name: 'Patients orientés', values: [55, null, 59, 63], drafts: [false, false, false, true] };

describe('the scale of values', () => {
  it.each([
    [[55, 63, 70], { min: 0, max: 80, interval: 20 }],
    [[0.4, 1.2], { min: 0, max: 1.25, interval: 0.25 }],
    [[null], { min: 0, max: 1, interval: 0.2 }],
    [[-3, 8], { min: -5, max: 10, interval: 2.5 }],
    [[1234], { min: 0, max: 1500, interval: 250 }],
  ])('%j has round steps', (values, expected) => expect(niceScale(values)).toEqual(expected));

  it('stops a percentage at 100, even when a value touches it', () => {
    expect(niceScale([98], { atMost: 100 }).max).toBe(100);
    expect(niceScale([100], { atMost: 100 }).max).toBe(100);
    expect(niceScale([130], { atMost: 100 }).max).toBeGreaterThanOrEqual(130);
  });

  it('has no half of a person', () => {
    expect(niceScale([0, 6, 12], { whole: true })).toEqual({ min: 0, max: 15, interval: 5 });
    expect(niceScale([0, 1], { whole: true })).toMatchObject({ min: 0, interval: 1 });
    expect(niceScale([0, 0], { whole: true })).toEqual({ min: 0, max: 1, interval: 1 });
  });
});

describe('a line against its target', () => {
  const chart = lineAgainstTarget({ periods, series: [series], targets: [60, 60, 70, 70], unit: '%' });
  const [line, target] = seriesOf(chart.option);

  it('leaves a gap where a value is missing, never a zero', () => {
    expect(line?.connectNulls).toBe(false);
    expect(line?.data.map(({ value }) => value)).toEqual([55, '-', 59, 63]);
  });

  it('labels the last value and the target directly, in French', () => {
    expect(line?.data[3]?.label?.formatter).toBe(`63${NB}%`);
    expect(target?.data[3]?.label?.formatter).toBe(`objectif 70${NB}%`);
  });

  it('draws the target dashed and a value not validated hollow', () => {
    expect(target?.lineStyle?.type).toEqual([6, 4]);
    expect(line?.data[3]?.itemStyle?.color).toBe(chartThemes.light.surface);
    expect(line?.data[2]?.itemStyle).toBeUndefined();
  });

  it('comes with the table of its figures', () => {
    expect(chart.table.head).toEqual(['Période', 'Patients orientés', 'Objectif']);
    expect(chart.table.rows[1]).toEqual(['T1 2026', '—', `60${NB}%`]);
    expect(chart.table.rows[3]?.[1]).toBe(`63${NB}% (non validé)`);
  });

  it('needs no target, and writes yes or no in letters', () => {
    const plain = lineAgainstTarget({ periods, series: [{ name: 'Protocole signé', values: [0, 0, 1, 1] }], yesNo: true });
    expect(seriesOf(plain.option)).toHaveLength(1);
    expect(plain.table.rows.map((row) => row[1])).toEqual(['non', 'non', 'oui', 'oui']);
  });
});

describe('bullet rows', () => {
  const row = { label: 'Soins non programmés', unit: '%', tone: 'at-risk', statusLabel: 'à risque' } as const;

  it('puts each value against its own target at 100', () => {
    const { option } = bulletRows({ scale: 'own', rows: [{ ...row, unit: 'actes', value: 30, target: 40 }] });
    const [bars, marks] = seriesOf(option);
    expect(bars?.data[0]?.value).toBe(75);
    expect(marks?.data[0]).toEqual([100, 0]);
  });

  it('shows no bar without a value, and says the target all the same', () => {
    const { option, table } = bulletRows({ scale: 'shared', rows: [{ ...row, value: null, target: 70 }] });
    expect(seriesOf(option)[0]?.data[0]?.value).toBe('-');
    expect(table.rows).toEqual([['Soins non programmés', '—', `70${NB}%`, 'à risque']]);
  });
});

describe('bars by period', () => {
  it('tells several series apart by pattern', () => {
    const { option, table } = periodBars({ periods, series: [{ name: 'Gien', values: [1, 2, null, 4] }, { name: 'Briare', values: [3, 3, 3, 3] }], stacked: true });
    expect(option['aria']).toMatchObject({ enabled: true, decal: { show: true } });
    expect(table.rows[2]).toEqual(['T2 2026', '—', '3']);
  });

  it('stops at the whole for shares side by side', () => {
    const top = (values: number[]) => (periodBars({ periods, unit: '%', decimals: 0, series: [{ name: 'Complétude', values }, { name: 'Ponctualité', values }] }).option['yAxis'] as { max: number }).max;
    expect([top([100, 80, 60, 100]), top([104, 80, 60, 100])]).toEqual([100, 125]);
  });
});

describe('the sentence of a chart', () => {
  it('says value, target and the change in a year', () => {
    expect(trendSentence({ periods: ['T3 2025', ...periods], values: [59, 60, 61, null, 63], targets: [70, 70, 70, 70, 70], unit: '%', perYear: 4 })).toBe(
      `63${NB}% au T3 2026, objectif 70${NB}%${NB}: +4 points en un an.`,
    );
  });

  it('says when there is nothing yet, or no target', () => {
    expect(trendSentence({ periods, values: [null, null, null, null], perYear: 4 })).toBe('Aucune valeur n’a encore été saisie.');
    expect(trendSentence({ periods: ['sept. 2026'], values: [12], unit: 'patients', perYear: 12 })).toBe(`12${NB}patients en sept. 2026, sans objectif fixé.`);
  });
});
