// Medians, spreads and verdicts.

/** The value below which that share of the sorted values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const high = Math.ceil(place);
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}

export const median = (values) => quantile(values, 0.5);

/** A measure repeated in rounds: what is told is the median, with its spread. */
export const spread = (values) => ({ value: median(values), min: Math.min(...values), max: Math.max(...values), rounds: values.length });

/** Each round's product divided by the same round's reference. */
export const ratios = (product, reference) => product.map((value, round) => value / reference[round]);

/**
 * What is asked of a figure, and how far it got: `reached` (the aim), `enough` (the floor), `missed`, or `told` when nothing is asked.
 * `better` says which way is good.
 */
export function verdictOf({ value, floor, aim, better }) {
  if (floor === undefined) return 'told';
  const meets = (limit) => (better === 'higher' ? value >= limit : value <= limit);
  if (aim !== undefined && meets(aim)) return 'reached';
  return meets(floor) ? 'enough' : 'missed';
}

export const signs = { reached: '✔', enough: '▲', missed: '✖', told: ' ' };
