/**
 * A pure function that works once per input, however often it is asked: what it made is kept as long as the input itself.
 * The input must not change in between.
 */
export function oncePer<I extends object, R>(make: (input: I) => R): (input: I) => R {
  const made = new WeakMap<I, { result: R }>();
  return (input) => {
    const known = made.get(input) ?? { result: make(input) };
    made.set(input, known);
    return known.result;
  };
}
