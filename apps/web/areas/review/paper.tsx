import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useSession } from '../../app/session';
import { formatInstant } from '../../lib/format';
import { reviewText } from '../../messages/review';
import type { OpenRoom } from './api';
import classes from './paper.module.css';
import { shortHash } from './words';

const text = reviewText.print;
const headProperty = '--paper-head';
const footProperty = '--paper-foot';

interface PaperProps {
  room: OpenRoom;
  /** What the document is, at its head. */
  title: string;
  /** Number at the foot: DG-A5-S. */
  number: string;
  /** How close the lines stand. */
  dense?: boolean;
  children: ReactNode;
}

/** A document for the table of the dialogue: head with community and contract year; on paper, number, hash and page at each foot. */
export function Paper({ room, title, number, dense, children }: PaperProps) {
  const { timeZone } = useSession();
  const { sheet, closing } = room;
  const foot = [number, closing ? reviewText.hash(shortHash(closing.hash)) : text.draft].join(' · ');
  const head = [sheet.community.title, title, text.shortYear(sheet.year)].join(' · ');
  // The margins of a printed page are drawn by style sheets alone: what they say reaches them as properties.
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty(headProperty, JSON.stringify(head));
    style.setProperty(footProperty, JSON.stringify(foot));
    return () => {
      style.removeProperty(headProperty);
      style.removeProperty(footProperty);
    };
  }, [head, foot]);
  return (
    <div className={classes.paper} role="region" aria-label={title} tabIndex={0} data-paper data-dense={dense || undefined}>
      <header className={classes.head}>
        <p className={classes.who}>
          <strong>{sheet.community.title}</strong>
          <span>{text.year(sheet.year, sheet.start, sheet.end)}</span>
        </p>
        <p className={classes.title}>{title}</p>
        <p className={classes.state}>
          <span>{text.signed(sheet.contract.signedOn, sheet.contract.agreementLabel)}</span>
          <span>{closing ? text.frozen(closing.by, formatInstant(new Date(closing.at), timeZone)) : text.draft}</span>
        </p>
        {sheet.community.demo ? <p className={classes.demo}>{text.demo}</p> : null}
      </header>
      {children}
    </div>
  );
}

/** Room to sign, for the three parties of the contract. */
export function Signatures() {
  return (
    <ul className={classes.signatures}>
      {text.signatures.map((party) => (
        <li key={party}>{party}</li>
      ))}
    </ul>
  );
}
