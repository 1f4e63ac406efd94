-- up
-- an item taken off the agenda stays in the minutes, with no vote and no decision
alter table bodies.agenda_item add column withdrawn boolean not null default false;
alter table bodies.agenda_item add constraint agenda_item_withdrawn_check check (not withdrawn or votes_for is null);
-- down
alter table bodies.agenda_item drop constraint agenda_item_withdrawn_check;
alter table bodies.agenda_item drop column withdrawn;
