-- up
-- every record and the one that stands for it now: the one place where a merge is resolved
create view registry.survivor_v as
select 'organisation'::text as kind, id, coalesce(merged_into, id) as survivor_id from registry.organisation
union all
select 'person'::text, id, coalesce(merged_into, id) from registry.person;
create index organisation_merged_into on registry.organisation (merged_into) where merged_into is not null;
create index person_merged_into on registry.person (merged_into) where merged_into is not null;

-- what says which row of a table it is: its primary key, else the whole row
create function registry.row_key(tab regclass) returns text language sql stable as $$
  select coalesce('jsonb_build_object(' || string_agg(format('%L, to_jsonb(t.%I)', a.attname, a.attname), ', ' order by a.attnum) || ')',
    'to_jsonb(t)')
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
  where i.indrelid = tab and i.indisprimary
$$;

-- Whatever points at one record by a foreign key points at another from now on, in whichever room it lies. Rows that
-- would stand there twice stay where they are and are counted. Names belong to their record and stay.
create function registry.move_references(target regclass, from_id uuid, to_id uuid, out moved jsonb, out stayed jsonb)
language plpgsql as $$
declare
  ref record;
  one record;
  got jsonb;
  done jsonb;
  unmoved int;
begin
  moved := '[]';
  stayed := '[]';
  for ref in
    select n.nspname || '.' || r.relname as name, r.oid::regclass as tab, a.attname as col, registry.row_key(r.oid) as key
    from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
    join pg_attribute a on a.attrelid = r.oid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = target and array_length(c.conkey, 1) = 1
      and r.oid <> 'registry.organisation_name'::regclass
    order by 1, 3
  loop
    unmoved := 0;
    begin
      execute format('with m as (update %s t set %I = $1 where %I = $2 returning %s as key)
        select coalesce(jsonb_agg(key), ''[]'') from m', ref.tab, ref.col, ref.col, ref.key) into got using to_id, from_id;
    exception when unique_violation or exclusion_violation or check_violation then
      got := '[]';
      for one in execute format('select ctid as place from %s where %I = $1', ref.tab, ref.col) using from_id loop
        begin
          execute format('update %s t set %I = $1 where ctid = $2 returning %s', ref.tab, ref.col, ref.key)
            into done using to_id, one.place;
          got := got || jsonb_build_array(done);
        exception when unique_violation or exclusion_violation or check_violation then
          unmoved := unmoved + 1;
        end;
      end loop;
    end;
    if got <> '[]' then
      moved := moved || jsonb_build_object('table', ref.name, 'column', ref.col, 'keys', got);
    end if;
    if unmoved > 0 then
      stayed := stayed || jsonb_build_object('table', ref.name, 'column', ref.col, 'rows', unmoved);
    end if;
  end loop;
end
$$;

-- exactly what was moved goes back, as far as it still points at the kept record; returns the number of rows
create function registry.move_back(moved jsonb, from_id uuid, to_id uuid) returns int language plpgsql as $$
declare
  part jsonb;
  n int;
  total int := 0;
begin
  for part in select value from jsonb_array_elements(moved) loop
    execute format('update %s t set %I = $1 where %I = $2 and %s in (select value from jsonb_array_elements($3))',
      (part ->> 'table')::regclass, part ->> 'column', part ->> 'column', registry.row_key((part ->> 'table')::regclass))
      using to_id, from_id, part -> 'keys';
    get diagnostics n = row_count;
    total := total + n;
  end loop;
  return total;
end
$$;

alter table registry.merge add column stayed jsonb not null default '[]';
alter table registry.merge alter column moved set default '[]';
update registry.merge set moved = (
  select coalesce(jsonb_agg(jsonb_build_object('table', w.tab, 'column', w.col, 'keys',
    (select jsonb_agg(jsonb_build_object('id', k.value)) from jsonb_array_elements(merge.moved -> w.name) k))), '[]')
  from (values ('assignment', 'registry.assignment', 'person_id'), ('person_contact', 'registry.person_contact', 'person_id'),
    ('tie', 'registry.tie', 'person_id'), ('tie_to', 'registry.tie', 'to_person_id')) w (name, tab, col)
  where jsonb_array_length(merge.moved -> w.name) > 0)
where jsonb_typeof(moved) = 'object';
-- down
update registry.merge set moved = (
  select coalesce(jsonb_object_agg(w.name, (select coalesce(jsonb_agg(k.value -> 'id'), '[]')
    from jsonb_array_elements(merge.moved) p, jsonb_array_elements(p.value -> 'keys') k
    where p.value ->> 'table' = w.tab and p.value ->> 'column' = w.col)), '{}')
  from (values ('assignment', 'registry.assignment', 'person_id'), ('person_contact', 'registry.person_contact', 'person_id'),
    ('tie', 'registry.tie', 'person_id'), ('tie_to', 'registry.tie', 'to_person_id')) w (name, tab, col));
alter table registry.merge alter column moved set default '{}';
alter table registry.merge drop column stayed;
drop function registry.move_back(jsonb, uuid, uuid);
drop function registry.move_references(regclass, uuid, uuid);
drop function registry.row_key(regclass);
drop index registry.person_merged_into;
drop index registry.organisation_merged_into;
drop view registry.survivor_v;
