import { isSurprising } from '..';

const percent = { kind: 'ratio', unit: '%' } as const;
const count = { kind: 'count', unit: 'actes' } as const;

describe('a value far from the one before', () => {
  it.each([
    [percent, 63, 61, false],
    [percent, 6.3, 61, true],
    [percent, 86, 61, true],
    [count, 12, 10, false],
    [count, 120, 12, true],
    [count, 4, 0, false],
    [count, 0, 40, true],
    [{ kind: 'yes-no', unit: null } as const, 0, 1, false],
  ])('%j: %d after %d', (indicator, value, previous, expected) =>
    expect(isSurprising(indicator, value, previous)).toBe(expected),
  );

  it('says nothing of a first value', () => expect(isSurprising(count, 900, null)).toBe(false));
});
