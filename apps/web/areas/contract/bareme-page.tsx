import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMediaQuery } from '@mantine/hooks';
import { useSession } from '../../app/session';
import { formatEuros, formatNumber } from '../../lib/format';
import { agreementText as text } from '../../messages/agreement';
import { ActionButton, LinkTabs, Page, Section, StatusBadge, type StatusTone } from '../../ui';
import { IconPrinter } from '../../ui/icons';
import { type Agreement, agreementsQuery, contractQuery } from './api';
import classes from './bareme.module.css';

type Line = Agreement['amounts'][number];
type Figure = Line['figures'][number];
type Status = Figure['status'];

const tones: Readonly<Record<Status, StatusTone>> = { published: 'attained', derived: 'on-track', unconfirmed: 'at-risk', draft: 'at-risk', gap: 'none' };
const beside: readonly Line['part'][] = ['one-off', 'control'];

interface Shown {
  agreement: Agreement;
  /** Size of the community's contract, when it is under this version. */
  size: number | null;
  /** Sources in the order they are met: their number. */
  numbers: ReadonlyMap<string, number>;
}

/** An amount, how sure it is, and where it comes from. */
function Amount({ figure, numbers }: { figure: Figure; numbers: Shown['numbers'] }) {
  const cents = figure.cents ?? figure.candidateCents;
  return (
    <div className={classes.amount} data-sure={figure.cents !== null || undefined}>
      <span className={classes.euros}>{cents === null ? text.unknown : formatEuros(cents)}</span>
      <StatusBadge plain tone={tones[figure.status]} label={text.statuses[figure.status]} />
      {figure.sources.length > 0 ? (
        <span className={classes.refs}>
          {figure.sources.map((key) => (
            <a key={key} href={`#source-${key}`} aria-label={text.source(numbers.get(key) ?? 0)}>
              [{numbers.get(key)}]
            </a>
          ))}
        </span>
      ) : null}
      {figure.note ? <small className={classes.note}>{figure.note}</small> : null}
    </div>
  );
}

function SizeName({ shown, size }: { shown: Shown; size: number }) {
  const bracket = shown.agreement.sizes.find((one) => one.size === size);
  const max = bracket?.maxPopulationExclusive ?? null;
  return (
    <>
      {size === shown.size ? text.yourSize(size) : text.size(size)}
      <span className={classes.bracket}>{text.bracket(formatNumber(bracket?.minPopulation ?? 0), max === null ? null : formatNumber(max))}</span>
    </>
  );
}

function CardFigures({ shown, figures }: { shown: Shown; figures: readonly Figure[] }) {
  return (
    <dl>
      {figures.map((figure) => (
        <div key={figure.size} data-mine={figure.size === shown.size || undefined}>
          <dt>
            <SizeName shown={shown} size={figure.size} />
          </dt>
          <dd>
            <Amount figure={figure} numbers={shown.numbers} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Lines by size: a table, or cards where there is no room for four amounts side by side. */
function Lines({ shown, lines, caption }: { shown: Shown; lines: readonly Line[]; caption: string }) {
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const sizes = shown.agreement.sizes.map(({ size }) => size);
  if (phone) {
    return (
      <ul className={classes.cards}>
        {lines.map((line) => (
          <li key={line.code}>
            <h3>{line.label}</h3>
            <CardFigures shown={shown} figures={line.figures.filter(({ size }) => shown.size === null || size === shown.size)} />
            {shown.size === null ? null : (
              <details>
                <summary>{text.otherSizes}</summary>
                <CardFigures shown={shown} figures={line.figures.filter(({ size }) => size !== shown.size)} />
              </details>
            )}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className={classes.table}>
      <caption className="only-read-aloud">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.line}</th>
          {sizes.map((size) => (
            <th key={size} scope="col" data-mine={size === shown.size || undefined}>
              <SizeName shown={shown} size={size} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.code}>
            <th scope="row">{line.label}</th>
            {sizes.map((size) => {
              const figure = line.figures.find((one) => one.size === size);
              return (
                <td key={size} data-mine={size === shown.size || undefined}>
                  {figure ? <Amount figure={figure} numbers={shown.numbers} /> : text.unknown}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The sources met in the lines, numbered in that order, then those of the version that no line names. */
function numbered(agreement: Agreement): Map<string, number> {
  const met = agreement.amounts.flatMap(({ figures }) => figures.flatMap(({ sources }) => sources));
  const keys = [...new Set([...met, ...agreement.sources.map(({ key }) => key)])];
  return new Map(keys.map((key, index) => [key, index + 1]));
}

function Sources({ shown: { agreement, numbers } }: { shown: Shown }) {
  const inOrder = [...agreement.sources].sort((a, b) => (numbers.get(a.key) ?? 0) - (numbers.get(b.key) ?? 0));
  return (
    <Section title={text.sources}>
      <ol className={classes.sources}>
        {inOrder.map(({ key, what, url }) => (
          <li key={key} id={`source-${key}`}>
            {url ? (
              <a href={url} rel="noreferrer" target="_blank">
                {what}
              </a>
            ) : (
              what
            )}
          </li>
        ))}
      </ol>
      {agreement.notes.length > 0 ? (
        <ul className={classes.notes} aria-label={text.notes}>
          {agreement.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

/** Contrat › Barème. */
export function AmountsPage() {
  const { communityId } = useSession();
  const { accord } = useSearch({ strict: false }) as { accord?: string };
  const { data: agreements } = useSuspenseQuery(agreementsQuery(communityId));
  const { data: page } = useSuspenseQuery(contractQuery(communityId));
  const signed = page.contract?.agreement;
  const current = agreements.filter(({ validFrom }) => validFrom <= page.today).at(-1);
  const agreement = agreements.find(({ code }) => code === (accord ?? signed)) ?? current ?? agreements[0];
  if (!agreement) return null;
  const isSigned = agreement.code === signed;
  const shown: Shown = { agreement, size: isSigned ? (page.contract?.size ?? null) : null, numbers: numbered(agreement) };
  const period = agreement.validFrom > page.today ? text.coming(agreement.validFrom) : text.inForce(agreement.validFrom, agreement.validTo);
  const operating = agreement.amounts.filter(({ part }) => part === 'operating');
  const others = agreement.amounts.filter(({ part }) => beside.includes(part));

  return (
    <Page
      title={text.title}
      lead={text.lead}
      breadcrumbs={[{ label: text.contract, href: '/contrat' }]}
      tools={<ActionButton variant="default" label={text.print} onClick={() => window.print()} icon={<IconPrinter size={18} aria-hidden="true" />} />}
    >
      <LinkTabs
        label={text.versions}
        tabs={agreements.map(({ code, validFrom, validTo }) => ({ label: text.years(validFrom.slice(0, 4), validTo?.slice(0, 4) ?? null), href: `/contrat/bareme?accord=${encodeURIComponent(code)}`, current: code === agreement.code }))}
      />
      <p className={classes.plain}>
        <strong>{agreement.label}.</strong> {period} {isSigned ? text.yours : ''} {text.structure(agreement.structure.label, agreement.structure.name)}
      </p>
      <dl className={classes.legend} aria-label={text.legend}>
        {(Object.keys(tones) as Status[]).map((status) => (
          <div key={status}>
            <dt>
              <StatusBadge tone={tones[status]} label={text.statuses[status]} />
            </dt>
            <dd>{text.meanings[status]}</dd>
          </div>
        ))}
      </dl>
      <Section title={text.operating} bare>
        <Lines shown={shown} lines={operating} caption={text.operating} />
      </Section>
      {agreement.missions.map(({ code, label }) => (
        <Section key={code} title={label} bare>
          <Lines shown={shown} lines={agreement.amounts.filter(({ missionCode }) => missionCode === code)} caption={label} />
        </Section>
      ))}
      {others.length > 0 ? (
        <Section title={text.others} hint={text.othersHint} bare>
          <Lines shown={shown} lines={others} caption={text.others} />
        </Section>
      ) : null}
      <Sources shown={shown} />
    </Page>
  );
}
