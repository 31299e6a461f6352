import { createHash } from 'node:crypto';
import { canonicalJson } from '@maillage/domain/kernel';
import { renderJson, reportFormat } from '..';
import { demoSnapshot } from '../testing/demo-report';
import { schemaFaults } from '../testing/json-schema';
import schema from './maillage-report-1.schema.json';

interface Envelope {
  format: string;
  sha256: string;
  snapshot: { indicators: { code: string }[] };
}

describe('the report as JSON', () => {
  const snapshot = demoSnapshot();
  const text = renderJson(snapshot).toString('utf8');
  const read = JSON.parse(text) as Envelope;

  it('fits its schema, key by key', () => {
    expect(schemaFaults(schema, read)).toEqual([]);
  });

  it('reads a report frozen before expected proofs were kept, its fingerprint being that of what it says', () => {
    const older = { ...snapshot, indicators: snapshot.indicators.map(({ proofExpected: _, ...indicator }) => indicator) };
    const envelope = JSON.parse(renderJson(older).toString('utf8')) as Envelope;
    expect(schemaFaults(schema, envelope)).toEqual([]);
    expect(createHash('sha256').update(canonicalJson(envelope.snapshot)).digest('hex')).toBe(envelope.sha256);
  });

  it('has a schema that refuses what it does not know', () => {
    const [first] = read.snapshot.indicators;
    expect(schemaFaults(schema, { ...read, format: 'maillage-report/2' })).not.toEqual([]);
    expect(schemaFaults(schema, { ...read, snapshot: { ...read.snapshot, more: 1 } })).toEqual(['$.snapshot.more: unexpected']);
    expect(schemaFaults(schema, { ...read, snapshot: { ...read.snapshot, indicators: [{ ...first, value: 63 }] } })).toEqual(['$.snapshot.indicators[0].value: integer instead of object']);
  });

  it('carries the fingerprint that anyone can compute again from the content', () => {
    expect(read.format).toBe(reportFormat);
    expect(createHash('sha256').update(canonicalJson(read.snapshot)).digest('hex')).toBe(read.sha256);
  });

  it('is canonical: the order of keys changes nothing, and the same snapshot gives the same bytes', () => {
    const shuffled = JSON.parse(JSON.stringify(snapshot, Object.keys(snapshot).reverse().concat(deepKeys(snapshot)))) as typeof snapshot;
    expect(renderJson(shuffled).toString('utf8')).toBe(text);
  });
});

function deepKeys(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...deepKeys(item)]).reverse();
}
