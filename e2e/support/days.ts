/** A finished quarter, as the product names it. */
export interface Quarter {
  key: string;
  start: string;
  /** « T3 2026 ». */
  label: string;
}

/** Today in the time zone of the communities made here. */
const today = (): { year: number; month: number } => {
  const [year, month] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date()).split('-').map(Number);
  return { year: year as number, month: month as number };
};

/** The last finished quarter; with `before`, the one so many quarters earlier. */
export function lastQuarter(before = 0): Quarter {
  const { year, month } = today();
  const count = year * 4 + Math.floor((month - 1) / 3) - 1 - before;
  const [of, quarter] = [Math.floor(count / 4), (count % 4) + 1];
  return { key: `${of}-Q${quarter}`, start: `${of}-${String(quarter * 3 - 2).padStart(2, '0')}-01`, label: `T${quarter} ${of}` };
}

/** A signature that leaves room behind the last quarters and ahead of today. */
export const contractSignedOn = `${today().year - 2}-01-15`;
