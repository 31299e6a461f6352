import type { MeasurePart } from '@maillage/domain/indicators';
import type { Tx } from '@maillage/platform';

/** SQL of the parts of the value whose id is this expression, in the order of its definition. */
export const partsSql = (measureId: string): string => `coalesce((
    select json_agg(json_build_object('breakdown', p.breakdown, 'part', p.part, 'numerator', p.numerator, 'denominator', p.denominator, 'value', p.value)
                    order by p.position)
      from measure_part p where p.measure_id = ${measureId}), '[]'::json)`;

/** Puts these parts in the place of those a value had. */
export async function replaceParts(tx: Tx, measureId: string, parts: readonly MeasurePart[]): Promise<void> {
  await tx.query('delete from measure_part where measure_id = $1', [measureId]);
  if (parts.length === 0) return;
  await tx.query(
    `insert into measure_part (measure_id, breakdown, part, position, numerator, denominator, value)
     select $1, breakdown, part, position, numerator, denominator, value
       from json_to_recordset($2::json) as p (breakdown text, part text, position smallint, numerator double precision, denominator double precision,
         value double precision)`,
    [measureId, JSON.stringify(parts.map((part, position) => ({ ...part, position })))],
  );
}
