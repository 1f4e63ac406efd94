-- up
alter table platform.history add column seal int;
create index history_seal_of on platform.history (seal, id);
create table platform.history_seal (
  number int primary key check (number > 0),
  at timestamptz not null,
  from_id bigint not null,
  to_id bigint not null,
  entries int not null check (entries > 0),
  root text not null,
  previous_head text not null,
  head text not null unique,
  -- per entry, in order of id: 8 bytes of id and the 32 bytes of its hash; names the row that was changed
  leaves bytea not null
);
-- who erased the personal values of which entries, and on what ground
create table platform.history_erasure (
  entry_id bigint primary key references platform.history (id),
  act_id bigint not null references platform.history (id)
);
create function platform.history_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.seal is null and
    (new.id, new.at, new.act, new.use_case, new.actor_kind, new.person_id, new.role, new.organisation_id,
      new.on_behalf_of, new.ground, new.subject_kind, new.subject_id, new.subject_organisation_id,
      new.subject_person_id, new.values_hash)
    is not distinct from
    (old.id, old.at, old.act, old.use_case, old.actor_kind, old.person_id, old.role, old.organisation_id,
      old.on_behalf_of, old.ground, old.subject_kind, old.subject_id, old.subject_organisation_id,
      old.subject_person_id, old.values_hash)
  then
    return new;
  end if;
  raise exception 'The history is only ever added to' using errcode = 'restrict_violation';
end $$;
create trigger history_guard before update or delete on platform.history
  for each row execute function platform.history_guard();
create function platform.history_seal_guard() returns trigger language plpgsql as $$
begin
  raise exception 'A seal of the history is never changed' using errcode = 'restrict_violation';
end $$;
create trigger history_seal_guard before update or delete on platform.history_seal
  for each row execute function platform.history_seal_guard();
-- down
drop table platform.history_erasure;
drop table platform.history_seal;
drop function platform.history_seal_guard();
drop trigger history_guard on platform.history;
drop function platform.history_guard();
drop index platform.history_seal_of;
alter table platform.history drop column seal;
