import type { Day } from '@maillage/domain/kernel';
import { named, type Tx } from '@maillage/platform';

/** A page ready to be sent. */
export interface StoredPage {
  version: string;
  /** JSON text; null when the reader already has this version. */
  body: string | null;
}

const text = `
  select p.version, case when p.version::text = $3 then null else p.body end as body
    from steering_page p, community c
   where p.page = $1 and p.day = ($2::timestamptz at time zone c.time_zone)::date
     and not exists (select 1 from steering_mark)`;

/** The page, if nothing changed since it was made and the local day is the same; without its body when the reader has that version. */
export async function freshPage(tx: Tx, page: string, now: Date, have: string | null): Promise<StoredPage | undefined> {
  const [row] = await named<StoredPage>(tx, 'steering.fresh-page', text, [page, now, have]);
  return row;
}

/** Takes away the marks this transaction sees; those of changes it does not see stay. */
export async function takeMarks(tx: Tx): Promise<void> {
  await tx.query('delete from steering_mark');
}

/** Replaces all pages by newly made ones. */
export async function replacePages(tx: Tx, day: Day, version: string, pages: ReadonlyMap<string, string>): Promise<void> {
  await tx.query('delete from steering_page');
  await tx.query(
    `insert into steering_page (page, day, version, body)
     select page, $1, $2, body from unnest($3::text[], $4::text[]) as made (page, body)`,
    [day, version, [...pages.keys()], [...pages.values()]],
  );
}
