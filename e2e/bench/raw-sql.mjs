// What a careful hand would write in SQL for the pages of the product: one statement each, one JSON text back.
// They read what the page shows (values, states, locks, proofs, absences, targets, what a value is compared with), behind the same wall.

const standing = `
  (select json_agg(s order by s.period_key) from (
     select m.period_key, m.value, m.numerator, m.denominator, m.status, m.comment from measure m
      where m.indicator_id = i.id order by m.period_end desc limit 8) s) as series,
  (select t.value from indicator_target t where t.indicator_id = i.id
    and t.period_key = 'CY' || (1 + extract(year from age($1::date, k.signed_on))::int)) as target`;

const indicatorColumns = 'i.*, a.number as action_number, coalesce(r.name, l.name) as responsible';
const indicatorTables = `
  indicator i cross join aci_contract k left join action a on a.id = i.action_id
    left join membership r on r.person_id = i.responsible_person_id left join membership l on l.person_id = a.lead_person_id`;

/** Months that ended in the last year, with what is missing or waits. */
const awaited = `
  (select json_build_object('awaited', count(*) filter (where m.status is distinct from 'validated'),
      'late', count(*) filter (where m.status is distinct from 'validated' and p.ends + 15 < $1::date))
     from (select (d + interval '1 month' - interval '1 day')::date as ends, to_char(d, 'YYYY-MM') as key
             from generate_series(date_trunc('month', greatest(i.tracked_from, $1::date - interval '1 year')), $1::date, interval '1 month') d) p
     left join measure m on m.indicator_id = i.id and m.period_key = p.key
    where p.ends <= $1::date and p.ends >= greatest(i.tracked_from, ($1::date - interval '1 year')::date)) as due`;

/** The names of people, to be looked up by their ids; what goes with a value `m`: its proofs, its parts. */
const people = '(select json_object_agg(person_id, name) from membership)';
const proofs = `
  (select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'name', e.name, 'hash', coalesce(f.hash, e.hash), 'size', f.size, 'type', f.media_type, 'url', e.url, 'at', l.added_at))
     from measure_evidence l join evidence e on e.id = l.evidence_id left join file f on f.id = e.file_id where l.measure_id = m.id) as evidence`;
const parts = '(select json_agg(p order by p.position) from measure_part p where p.measure_id = m.id) as parts';

/** The lock over a period, the exceptions granted under it, and how values are validated here. */
const lockOver = (period) => `
  (select json_build_object('period', k.period_key, 'at', k.locked_at) from period_lock k
    where k.unlocked_at is null and k.period_start <= ${period}.period_start and k.period_end >= ${period}.period_end limit 1) as lock`;
const exceptionsOf = (indicator, period) => `
  (select json_agg(o order by o.granted_at desc) from lock_exception o where o.indicator_id = ${indicator} and o.period_key = ${period}) as exceptions`;
const rules = `json_build_object('validation', (select row_to_json(s) from validation_settings s), 'collection', (select row_to_json(s) from collection_settings s))`;

const statements = {
  'indicators': `
    select json_agg(x order by x.code)::text as body from (
      select ${indicatorColumns}, ${standing}, ${awaited} from ${indicatorTables} where i.archived_at is null) x`,
  'project': `
    select json_build_object('version', (select row_to_json(v) from health_project v where v.status = 'in-force'), 'axes', (
      select json_agg(x order by x.position) from (
        select ax.id, ax.title, ax.why, ax.position, (
          select json_agg(y order by y.position) from (
            select c.position, c.title, c.mission_codes, a.number, a.status, a.status_sentence, a.status_since, coalesce(m.name, a.lead_name) as lead,
                   a.budget_cents, a.starts_on, a.ends_on, s.steps, s.done, s.late, s.next_on
              from action_content c join action a on a.id = c.action_id left join membership m on m.person_id = a.lead_person_id
              left join lateral (
                select count(*) as steps, count(*) filter (where done_on is not null) as done,
                       json_agg(json_build_object('title', title, 'dueOn', due_on)) filter (where done_on is null and due_on < $1::date) as late,
                       min(due_on) filter (where done_on is null and due_on >= $1::date) as next_on
                  from action_step where action_id = a.id) s on true
             where c.version_id = ax.version_id and c.axis_id = ax.id) y) as actions
          from axis ax join health_project v on v.id = ax.version_id where v.status = 'in-force') x))::text as body`,
  'card': `
    select json_build_object(
      'indicator', (select row_to_json(x) from (select ${indicatorColumns}, ${standing} from ${indicatorTables} where i.id = $2) x),
      'targets', (select json_agg(t order by t.period_key) from indicator_target t where t.indicator_id = $2),
      'values', (select json_agg(x order by x.period_end desc) from (
         select m.*, ${proofs}, ${parts}, ${lockOver('m')}, ${exceptionsOf('$2', 'm.period_key')} from measure m where m.indicator_id = $2) x),
      'people', ${people},
      'absences', (select json_agg(b) from measure_absence b where b.indicator_id = $2),
      'rules', ${rules},
      'changes', (select json_agg(c order by c.id desc) from indicator_change c where c.indicator_id = $2))::text as body
    from (select $1::date) d`,
  'entry': `
    with last as (
      select to_char(d, 'YYYY-MM') as period_key, d::date as period_start, (d + interval '1 month' - interval '1 day')::date as period_end, k.signed_on
        from (select date_trunc('month', $1::date) - interval '1 month' as d) l cross join aci_contract k)
    select json_build_object(
      'lines', (select json_agg(x order by x.code) from (
         select ${indicatorColumns}, row_to_json(v) as measure, h.before, h.habit, t.value as target, t.period_key as target_set_for,
                b.reason as absence, ${lockOver('last')}, ${exceptionsOf('i.id', 'last.period_key')}, c.effective_from as definition_changed_on
           from ${indicatorTables} cross join last
           left join lateral (
             select m.*, ${proofs}, ${parts} from measure m where m.indicator_id = i.id and m.period_key = last.period_key) v on true
           left join lateral (
             select (array_agg(p.value) filter (where p.period_end < last.period_end))[1:3] as before, array_agg(p.value) filter (where p.period_key <> last.period_key) as habit
               from (select period_key, period_end, value from measure where indicator_id = i.id order by period_end desc limit 24 + (v.id is not null)::int) p) h on true
           left join lateral (
             select value, period_key from indicator_target
              where indicator_id = i.id and period_key in (last.period_key, 'CY' || (1 + extract(year from age(last.period_end, last.signed_on))::int))
              order by period_key = last.period_key desc limit 1) t on true
           left join measure_absence b on b.indicator_id = i.id and b.period_key = last.period_key
           left join lateral (
             select effective_from from indicator_change where indicator_id = i.id and version is not null order by version desc limit 1) c on true
          where i.archived_at is null) x),
      'people', ${people},
      'rules', ${rules},
      'periods', (select json_agg(x order by x.key desc) from (
         select to_char(d, 'YYYY-MM') as key, (select count(*) from indicator where archived_at is null) - count(m.id) - (
                  select count(*) from measure_absence b where b.period_key = to_char(d, 'YYYY-MM')) as to_enter,
                count(m.id) filter (where m.status not in ('validated', 'locked')) as to_validate
           from generate_series(date_trunc('month', $1::date - interval '2 years'), date_trunc('month', $1::date) - interval '1 month', interval '1 month') d
           left join measure m on m.period_key = to_char(d, 'YYYY-MM') group by d) x))::text as body`,
  'euros': `
    select json_build_object('contract', row_to_json(k), 'terms', t.content, 'label', t.label,
      'years', (select json_agg(distinct contract_year) from contract_terms),
      'missions', (select json_agg(p) from mission_participation p),
      'crises', (select json_agg(c) from recognised_crisis c),
      'population', (select sum(c.population) from community_commune o join commune c on c.insee_code = o.insee_code),
      'values', (select json_agg(x order by x.code collate "C") from (
         select l.code, l.revision, i.id, i.code as indicator, i.name, i.frequency, coalesce(i.source, 'CPAM') as source, v.as_of, v.evidence, v.status,
                case i.kind when 'ratio' then round((100 * v.numerators / v.denominators)::numeric, i.decimals) when 'yes-no' then v.last else v.total end as value
           from contract_indicator_link l join indicator i on i.id = l.indicator_id
           left join lateral (
             select sum(m.numerator) as numerators, sum(m.denominator) as denominators, sum(m.value) as total, max(m.period_end) as as_of,
                    (array_agg(m.value order by m.period_end desc))[1] as last, sum((select count(*) from measure_evidence e where e.measure_id = m.id)) as evidence,
                    case when i.kind = 'yes-no' then (array_agg(m.status order by m.period_end desc))[1] when bool_and(m.status = 'validated') then 'validated' else 'draft' end as status
               from measure m
              where m.indicator_id = i.id and m.period_end between (k.signed_on + make_interval(years => $2 - 1))::date and (k.signed_on + make_interval(years => $2))::date - 1) v on true) x))::text as body
      from aci_contract k join contract_terms t on t.contract_year = $2 and $1::date is not null order by t.amendment desc limit 1`,
};

/** What a statement asks for beside the day. */
const asked = { card: 'i', euros: 'y' };

/** The statement of a page and its values. */
export function rawSql(name, params) {
  const text = statements[name];
  if (!text) throw new Error(`No raw statement named ${name}.`);
  return { text, values: [params.get('d'), ...(asked[name] ? [params.get(asked[name])] : [])] };
}
