-- up
-- a merge of two records of one person moves the saved views, too
alter function registry.loose_references() rename to loose_references_of_first;
create function registry.loose_references() returns table (target text, tab text, col text, kind_col text)
language sql immutable as $$
  select * from registry.loose_references_of_first()
  union all values ('registry.person', 'platform.saved_view', 'person_id', null::text)
$$;
-- down
drop function registry.loose_references();
alter function registry.loose_references_of_first() rename to loose_references;
