-- up
-- a typing of a paper protocol stays as written; after its term it is emptied, its fingerprint stays
alter table exams.paper_entry add column erased_on date;
create function exams.keep_or_empty() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.erased_on is null and new.erased_on is not null and new.content = '[]'::jsonb
    and new.hash = old.hash and new.session_id = old.session_id and new.typed_by = old.typed_by then
    return new;
  end if;
  raise exception 'exams.% is append-only', tg_table_name using errcode = '23514';
end
$$;
create trigger paper_entry_stays before update or delete on exams.paper_entry for each row execute function exams.keep_or_empty();
-- down
drop trigger paper_entry_stays on exams.paper_entry;
drop function exams.keep_or_empty();
alter table exams.paper_entry drop column erased_on;
