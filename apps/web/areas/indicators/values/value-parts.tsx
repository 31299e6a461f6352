import { formatParts } from '@maillage/domain/indicators';
import { formatNumber, formatWithUnit, roundTo } from '@maillage/domain/kernel';
import { capitalise } from '../../../lib/format';
import { cardText as text } from '../../../messages/indicator-card';
import type { Indicator, Measure } from '../api';
import classes from '../indicators.module.css';
import { valueText } from '../words';

/** « Par profession » is a breakdown of professions: what its first column is called. */
const partName = (label: string): string => (/^par\s/i.test(label) ? capitalise(label.replace(/^par\s+/i, '')) : text.part);

/** The parts of a value, a table for each breakdown: the figure of each part, and its share of a total. */
export function ValueParts({ indicator, measure }: { indicator: Indicator; measure: Measure }) {
  const kinds = [...new Set(measure.parts.map(({ breakdown }) => breakdown))];
  return (
    <>
      {kinds.map((kind) => {
        // A breakdown taken out of the definition since keeps its usual name.
        const label = indicator.breakdowns.find((one) => one.kind === kind)?.label ?? text.breakdowns[kind];
        return (
          <table key={kind} className={`${classes.compare} ${classes.numbers}`}>
            <caption>{label}</caption>
            <thead>
              <tr>
                <th scope="col">{partName(label)}</th>
                <th scope="col">{text.partValue}</th>
                <th scope="col">{text.partShare}</th>
              </tr>
            </thead>
            <tbody>
              {measure.parts
                .filter(({ breakdown }) => breakdown === kind)
                .map(({ part, value, numerator, denominator }) => {
                  const share = numerator === null ? (measure.value > 0 ? ((value ?? 0) * 100) / measure.value : null) : null;
                  return (
                    <tr key={part}>
                      <th scope="row">{part}</th>
                      <td>{numerator === null ? formatNumber(value ?? 0) : valueText(indicator, value)}</td>
                      <td>{share === null ? formatParts(numerator, denominator) : formatWithUnit(roundTo(share, 0), '%', 0)}</td>
                    </tr>
                  );
                })}
            </tbody>
          </table>
        );
      })}
    </>
  );
}
