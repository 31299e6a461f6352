import { expect, test } from '@playwright/test';
import { verify } from '../../support/operator';

// A write that forgets its line in the journal would show here as a change made by hand.
test('after every journey, what the communities hold is what their journals say', async () => {
  const { sound, lines } = await verify();
  expect(lines).toEqual([]);
  expect(sound).toBe(true);
});
