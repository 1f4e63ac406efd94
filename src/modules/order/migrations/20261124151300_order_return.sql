-- up
-- sent back by who was to approve it: why, by whom, when; cleared when it is put forward again
alter table training_order.variant add column returned jsonb;
-- down
alter table training_order.variant drop column returned;
