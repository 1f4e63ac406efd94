-- up
-- counted for every place that a student sees, and for every practice on the page of a round
create index ranking_offer on practice.ranking (offer_id, round_id);
create index round_entry_plan on practice.round_entry (plan_id, round_id);
-- down
drop index practice.round_entry_plan;
drop index practice.ranking_offer;
