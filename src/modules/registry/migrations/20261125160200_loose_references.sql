-- up
-- Rows of the platform know organisations and persons by bare ids, without a foreign key: it stands below them. A merge
-- moves these, too. A column that names things of many kinds is moved only where the kind says so.
create function registry.loose_references() returns table (target text, tab text, col text, kind_col text)
language sql immutable as $$
  values
    ('registry.organisation', 'platform.task', 'organisation_id', null::text),
    ('registry.organisation', 'platform.task', 'subject_id', 'subject_kind'),
    ('registry.organisation', 'platform.file', 'organisation_id', null),
    ('registry.organisation', 'platform.file', 'owner_id', 'owner_kind'),
    ('registry.organisation', 'platform.link', 'subject_id', 'subject_kind'),
    ('registry.organisation', 'platform.link_mark', 'organisation_id', null),
    ('registry.organisation', 'platform.link_mark', 'document_id', 'document_kind'),
    ('registry.organisation', 'platform.signature', 'party_organisation_id', null),
    ('registry.organisation', 'platform.job', 'subject_id', 'subject_kind'),
    ('registry.organisation', 'platform.subject_alias', 'stands_for', 'kind'),
    ('registry.organisation', 'identity.service_account', 'organisation_id', null),
    ('registry.person', 'platform.task', 'person_id', null),
    ('registry.person', 'platform.task', 'done_by', null),
    ('registry.person', 'platform.task', 'subject_id', 'subject_kind'),
    ('registry.person', 'platform.visit', 'person_id', null),
    ('registry.person', 'platform.mail', 'person_id', null),
    ('registry.person', 'platform.file', 'uploaded_by', null),
    ('registry.person', 'platform.file', 'removed_by', null),
    ('registry.person', 'platform.file', 'owner_id', 'owner_kind'),
    ('registry.person', 'platform.link', 'person_id', null),
    ('registry.person', 'platform.link', 'issued_by', null),
    ('registry.person', 'platform.link', 'subject_id', 'subject_kind'),
    ('registry.person', 'platform.link_mark', 'person_id', null),
    ('registry.person', 'platform.link_mark', 'document_id', 'document_kind'),
    ('registry.person', 'platform.signature', 'party_person_id', null),
    ('registry.person', 'platform.signature', 'signer_person_id', null),
    ('registry.person', 'platform.signature', 'checked_by', null),
    ('registry.person', 'platform.signature', 'recorded_by', null),
    ('registry.person', 'platform.state_change', 'person_id', null),
    ('registry.person', 'platform.job', 'owner_person_id', null),
    ('registry.person', 'platform.job', 'subject_id', 'subject_kind'),
    ('registry.person', 'platform.draft', 'person_id', null),
    ('registry.person', 'platform.data_request', 'person_id', null),
    ('registry.person', 'platform.data_request', 'answered_by', null),
    ('registry.person', 'platform.setting', 'prepared_by', null),
    ('registry.person', 'platform.setting', 'approved_by', null),
    ('registry.person', 'platform.setting_proposal', 'prepared_by', null),
    ('registry.person', 'platform.setting_proposal', 'decided_by', null),
    ('registry.person', 'platform.subject_alias', 'stands_for', 'kind'),
    ('registry.person', 'identity.service_account', 'created_by', null),
    ('registry.person', 'registry.organisation', 'verified_by', null),
    ('registry.person', 'registry.merge', 'by_person', null)
$$;

create or replace function registry.move_references(target regclass, from_id uuid, to_id uuid, out moved jsonb, out stayed jsonb)
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
    select n.nspname || '.' || r.relname as name, f.tab, f.col, format_type(a.atttypid, a.atttypmod) as typ,
      case when f.kind_col is null then 'true' else format('%I = %L', f.kind_col, target::text) end as own,
      registry.row_key(f.tab) as key
    from (
      select c.conrelid::regclass as tab, k.attname::text as col, null::text as kind_col
      from pg_constraint c join pg_attribute k on k.attrelid = c.conrelid and k.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = target and array_length(c.conkey, 1) = 1
        and c.conrelid <> 'registry.organisation_name'::regclass
      union
      select l.tab::regclass, l.col, l.kind_col from registry.loose_references() l where l.target = $1::text
    ) f
    join pg_attribute a on a.attrelid = f.tab and a.attname = f.col
    join pg_class r on r.oid = f.tab join pg_namespace n on n.oid = r.relnamespace
    order by 1, 3
  loop
    unmoved := 0;
    begin
      execute format('with m as (update %s t set %I = $1::%s where %I = $2::%s and %s returning %s as key)
        select coalesce(jsonb_agg(key), ''[]'') from m', ref.tab, ref.col, ref.typ, ref.col, ref.typ, ref.own, ref.key)
        into got using to_id, from_id;
    exception when unique_violation or exclusion_violation or check_violation then
      got := '[]';
      for one in execute format('select ctid as place from %s where %I = $1::%s and %s', ref.tab, ref.col, ref.typ, ref.own)
        using from_id
      loop
        begin
          execute format('update %s t set %I = $1::%s where ctid = $2 returning %s', ref.tab, ref.col, ref.typ, ref.key)
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

create or replace function registry.move_back(moved jsonb, from_id uuid, to_id uuid) returns int language plpgsql as $$
declare
  part jsonb;
  tab regclass;
  typ text;
  n int;
  total int := 0;
begin
  for part in select value from jsonb_array_elements(moved) loop
    tab := (part ->> 'table')::regclass;
    select format_type(a.atttypid, a.atttypmod) into typ from pg_attribute a
    where a.attrelid = tab and a.attname = part ->> 'column';
    execute format('update %s t set %I = $1::%s where %I = $2::%s and %s in (select value from jsonb_array_elements($3))',
      tab, part ->> 'column', typ, part ->> 'column', typ, registry.row_key(tab)) using to_id, from_id, part -> 'keys';
    get diagnostics n = row_count;
    total := total + n;
  end loop;
  return total;
end
$$;
-- entries written before about records that are one now
insert into platform.subject_alias (kind, id, stands_for)
select 'registry.organisation', id::text, merged_into::text from registry.organisation where merged_into is not null
union all
select 'registry.person', id::text, merged_into::text from registry.person where merged_into is not null;
-- down
delete from platform.subject_alias where kind in ('registry.organisation', 'registry.person');
create or replace function registry.move_references(target regclass, from_id uuid, to_id uuid, out moved jsonb, out stayed jsonb)
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

create or replace function registry.move_back(moved jsonb, from_id uuid, to_id uuid) returns int language plpgsql as $$
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
drop function registry.loose_references();
