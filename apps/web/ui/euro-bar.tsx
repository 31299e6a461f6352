import { formatEuros, french } from '@maillage/domain/kernel';
import type { Euros } from '@maillage/domain/money';
import { uiText } from '../messages/ui';
import classes from './euro-bar.module.css';
import { StatusIcon } from './status-badge';
import type { StatusTone } from './theme/colors';

/** The three ways an amount stands, in the order they are drawn. */
export const euroParts = ['earned', 'atStake', 'lost'] as const;
/** One of them. */
export type EuroPart = (typeof euroParts)[number];

/** The cents of one part. */
export const centsOf = (euros: Euros, part: EuroPart): number => euros[`${part}Cents`];

/** How each part looks beside its word. */
export const euroTone: Record<EuroPart, StatusTone> = { earned: 'attained', atStake: 'on-track', lost: 'late' };

/** « 6 000 € acquis », « 122 500 € perdus ». */
export const euroWords = (cents: number, part: EuroPart): string => `${formatEuros(cents)} ${uiText.euros[part](cents / 100)}`;

/** « 6 000 € acquis, 3 000 € en jeu, 0 € perdu, sur 9 000 € ». */
export function euroSentence(euros: Euros): string {
  if (euros.maxCents === 0) return uiText.euros.none;
  return uiText.euros.sentence(euroParts.map((part) => euroWords(centsOf(euros, part), part)).join(', '), formatEuros(euros.maxCents));
}

/** The pattern of a part, as a legend beside its words. */
export function EuroSwatch({ part }: { part: EuroPart }) {
  return <span className={classes.swatch} data-part={part} aria-hidden="true" />;
}

interface EuroBarProps {
  euros: Euros;
  /** What is paid; read aloud with the figures. */
  label: string;
  /** The amount at the end of the bar: the same for bars that are compared. The most it pays when absent. */
  scaleCents?: number;
  /** The envelope as signed, drawn as an upright mark. */
  envelopeCents?: number | null;
  /** The label stands elsewhere; it is only read aloud, and the maximum ends the line of the figures. */
  hideLabel?: boolean;
  /** Only the bar: the figures stand elsewhere. */
  bare?: boolean;
}

/**
 * What is earned, at stake and lost of an amount: one bar in three patterns (full, striped, dotted), with the figures and a
 * different sign for each, so that it reads without colour.
 */
export function EuroBar({ euros, label, scaleCents, envelopeCents, hideLabel, bare }: EuroBarProps) {
  const end = Math.max(scaleCents ?? 0, euros.maxCents, envelopeCents ?? 0, 1);
  const share = (cents: number): string => `${(cents / end) * 100}%`;
  const most = euros.maxCents > 0 ? uiText.euros.outOf(formatEuros(euros.maxCents)) : uiText.euros.none;
  const shown = euroParts.filter((part) => centsOf(euros, part) > 0);
  return (
    <div className={classes.bar} role={bare ? 'img' : undefined} aria-label={bare ? french(`${label} : ${euroSentence(euros)}`) : undefined}>
      {bare ? null : hideLabel ? (
        <span className="only-read-aloud">{label}</span>
      ) : (
        <p className={classes.head}>
          <span className={classes.label}>{label}</span>
          <span>{most}</span>
        </p>
      )}
      <div className={classes.track} aria-hidden="true">
        {shown.map((part) => (
          <div key={part} className={classes.part} data-part={part} style={{ width: share(centsOf(euros, part)) }} />
        ))}
        {envelopeCents ? <div className={classes.mark} style={{ left: share(envelopeCents) }} /> : null}
      </div>
      {bare || (euros.maxCents === 0 && !hideLabel) ? null : (
        <ul className={classes.legend}>
          {(euros.maxCents === 0 ? [] : euroParts).map((part) => (
            <li key={part} data-tone={euroTone[part]} data-none={centsOf(euros, part) === 0 || undefined}>
              <EuroSwatch part={part} />
              <StatusIcon tone={euroTone[part]} size={14} />
              <span>
                <strong>{formatEuros(centsOf(euros, part))}</strong> {uiText.euros[part](centsOf(euros, part) / 100)}
              </span>
            </li>
          ))}
          {hideLabel ? <li>{most}</li> : null}
        </ul>
      )}
    </div>
  );
}
