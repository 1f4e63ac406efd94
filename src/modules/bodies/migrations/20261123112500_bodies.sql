-- up
create schema bodies;
create table bodies.body (
  id uuid primary key,
  kind text not null check (kind in ('council', 'commission', 'working_group', 'governing_board', 'platform')),
  name text not null,
  organisation_id uuid not null references registry.organisation (id),
  -- per cent of the members who must be present; more than this, not this much
  quorum_percent int not null default 50 check (quorum_percent between 0 and 99),
  ground text,
  is_demo boolean not null default false,
  closed_on date,
  rev int not null default 1
);
create table bodies.member (
  id uuid primary key,
  body_id uuid not null references bodies.body (id),
  person_id uuid not null references registry.person (id),
  -- whom the member stands for
  organisation_id uuid references registry.organisation (id),
  post text not null check (post in ('chair', 'deputy_chair', 'secretary', 'member')),
  valid daterange not null check (not isempty(valid)),
  exclude using gist (body_id with =, person_id with =, valid with &&)
);
create index member_person on bodies.member (person_id);
create table bodies.meeting (
  id uuid primary key,
  body_id uuid not null references bodies.body (id),
  number text not null,
  held_on date not null,
  place text,
  state text not null,
  minutes_hash text,
  rev int not null default 1,
  unique (body_id, number)
);
create table bodies.attendance (
  meeting_id uuid not null references bodies.meeting (id),
  member_id uuid not null references bodies.member (id),
  present boolean not null,
  primary key (meeting_id, member_id)
);
create table bodies.agenda_item (
  id uuid primary key,
  meeting_id uuid not null references bodies.meeting (id),
  place int not null,
  title text not null,
  speaker text,
  minutes text,
  votes_for int check (votes_for >= 0),
  votes_against int check (votes_against >= 0),
  votes_abstain int check (votes_abstain >= 0),
  check (num_nonnulls(votes_for, votes_against, votes_abstain) in (0, 3))
);
create index agenda_item_meeting on bodies.agenda_item (meeting_id, place);
create table bodies.decision (
  id uuid primary key,
  agenda_item_id uuid not null references bodies.agenda_item (id),
  text text not null,
  owner_id uuid references registry.person (id),
  due date,
  done_on date,
  done_note text
);
create index decision_item on bodies.decision (agenda_item_id);
create view bodies.body_v as select id, kind, name, organisation_id, is_demo, closed_on from bodies.body;
create view bodies.member_v as
select m.id, m.body_id, m.person_id, m.organisation_id, o.kind as organisation_kind, m.post, m.valid
from bodies.member m left join registry.organisation_v o on o.id = m.organisation_id;
create view bodies.decision_v as
select d.id, d.text, d.owner_id, d.due, d.done_on, i.meeting_id, g.body_id, g.held_on, g.state as meeting_state
from bodies.decision d join bodies.agenda_item i on i.id = d.agenda_item_id join bodies.meeting g on g.id = i.meeting_id;
-- down
drop view bodies.decision_v;
drop view bodies.member_v;
drop view bodies.body_v;
drop table bodies.decision;
drop table bodies.agenda_item;
drop table bodies.attendance;
drop table bodies.meeting;
drop table bodies.member;
drop table bodies.body;
drop schema bodies;
