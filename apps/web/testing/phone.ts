/** From here to the end of the test, the screen is that of a phone. */
export function onPhone(): void {
  (globalThis as unknown as { phoneQuery: { current: string | null } }).phoneQuery.current = '(max-width: 47.99em)';
}
