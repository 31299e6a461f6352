export { noValue, type Chart, type ChartOption, type ChartTable } from './chart';
export { chartThemes, type ChartTheme } from './chart-theme';
export { bulletRows, type BulletInput, type BulletRow } from './bullet-rows';
export { lineAgainstTarget, type LineInput, type LineSeries } from './line-against-target';
export { periodBars, type BarsInput } from './period-bars';
export { trendSentence, type TrendInput } from './trend-sentence';
export { writeValue, type ValueFormat } from './parts';
