/** Reads the table of a file in a process of its own and tells what came of it, with the memory it took: for files made to harm. */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { errorText, isDomainError } from '@maillage/domain/kernel';
import { openTable } from '../import-table';

async function main(): Promise<void> {
  const bytes = readFileSync(process.argv[2] ?? '');
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  let rows = 0;
  let refused: string | null = null;
  try {
    for await (const some of (await openTable(bytes)).rows) {
      rows += some.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    refused = isDomainError(error) ? errorText(error.code, error.meta) : `unexpected: ${String(error)}`;
  }
  clearInterval(watch);
  most = Math.max(most, process.memoryUsage.rss());
  process.send?.({ rows, refused, megabytes: Math.round((most - before) / 1e6) });
  process.disconnect?.();
}

void main();
