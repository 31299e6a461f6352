import type { ContractTerms, SignedAmount } from '@maillage/domain/contract';
import { formatEuros } from '../../lib/format';
import { termsText } from '../../messages/terms';
import { HrefLink, StatusIcon } from '../../ui';
import { type PartSum, sumOf, yearSums } from './terms-words';
import classes from './terms.module.css';
import tableClasses from './terms-envelopes.module.css';

const text = termsText.envelopes;

/** One amount; what is not confirmed is marked, in words. */
function Amount({ amount }: { amount: SignedAmount | null }) {
  if (!amount) return <span data-none>{termsText.amounts.none}</span>;
  if (amount.cents === null) return <span className={classes.soft}>{termsText.amounts.missing}</span>;
  return amount.confirmed ? (
    <>{formatEuros(amount.cents)}</>
  ) : (
    <span className={tableClasses.unconfirmed}>
      {formatEuros(amount.cents)}
      <span className={tableClasses.toConfirm}>
        <StatusIcon tone="at-risk" /> {termsText.amounts.toConfirm}
      </span>
    </span>
  );
}

const Sum = ({ sum: { cents } }: { sum: PartSum }) => <>{formatEuros(cents)}</>;

interface EnvelopesProps {
  terms: ContractTerms;
  nameOf: (mission: string) => string;
  /** Where a mission is told in full; absent: nowhere. */
  hrefOf?: (mission: string) => string;
}

/** The envelopes of a year, mission by mission, with sums of what is confirmed. */
export function Envelopes({ terms, nameOf, hrefOf }: EnvelopesProps) {
  const sums = yearSums(terms);
  const withCrisis = terms.missions.some(({ variableIfCrisis }) => variableIfCrisis !== null);
  const left = sums.total.left + sums.crisis.left;
  // Read as a table at every width: on a phone its rows are drawn as cards, and the roles say what they are.
  const cell = (label: string, content: React.ReactNode) => (
    <td role="cell">
      <span className={tableClasses.cellLabel} aria-hidden="true">
        {label}
      </span>
      <span className={classes.cellValue}>{content}</span>
    </td>
  );
  return (
    <>
      <table role="table" className={tableClasses.envelopes} aria-label={text.caption}>
        <thead role="rowgroup">
          <tr role="row">
            {[text.mission, text.fixed, text.variable, ...(withCrisis ? [text.crisis] : []), text.total].map((label) => (
              <th key={label} role="columnheader" scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          <tr role="row">
            <th role="rowheader" scope="row">
              {text.operating}
            </th>
            {cell(text.fixed, <Amount amount={terms.operating} />)}
            {cell(text.variable, <Amount amount={null} />)}
            {withCrisis ? cell(text.crisis, <Amount amount={null} />) : null}
            {cell(text.total, <Sum sum={sumOf([terms.operating])} />)}
          </tr>
          {terms.missions.map((mission) => (
            <tr role="row" key={mission.code}>
              <th role="rowheader" scope="row">
                {hrefOf ? <HrefLink href={hrefOf(mission.code)} className="alone">{nameOf(mission.code)}</HrefLink> : nameOf(mission.code)}
              </th>
              {cell(text.fixed, <Amount amount={mission.fixed} />)}
              {cell(text.variable, <Amount amount={mission.variable} />)}
              {withCrisis ? cell(text.crisis, <Amount amount={mission.variableIfCrisis} />) : null}
              {cell(text.total, <Sum sum={sumOf([mission.fixed, mission.variable])} />)}
            </tr>
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <th role="rowheader" scope="row">
              {text.sum}
            </th>
            {cell(text.fixed, <Sum sum={sums.fixed} />)}
            {cell(text.variable, <Sum sum={sums.variable} />)}
            {withCrisis ? cell(text.crisis, <Sum sum={sums.crisis} />) : null}
            {cell(text.total, <Sum sum={sums.total} />)}
          </tr>
        </tfoot>
      </table>
      {left > 0 ? <p className={classes.warning}>{text.left(left)}</p> : null}
      {withCrisis ? <p className={classes.soft}>{text.crisisHint}</p> : null}
    </>
  );
}
