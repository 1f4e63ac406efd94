-- up
-- a proposal of the order goes to the colleges: each answers for itself; a second proposal asks anew (round)
create table training_order.answer (
  id uuid primary key,
  variant_id uuid not null references training_order.variant (id),
  round int not null check (round > 0),
  college_id uuid not null references registry.organisation (id),
  state text not null check (state in ('waiting', 'accepted', 'objected')),
  due date not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_on date,
  answered_by uuid references registry.person (id),
  note text,
  unique (variant_id, round, college_id),
  check ((state = 'waiting') = (answered_at is null))
);
create table training_order.objection (
  id uuid primary key,
  answer_id uuid not null references training_order.answer (id) on delete cascade,
  programme_id uuid not null references programmes.programme (id),
  -- what the proposal gave, and what the college is ready to take
  proposed int not null check (proposed >= 0),
  seats int not null check (seats >= 0 and seats <> proposed),
  reason text not null,
  verdict text check (verdict in ('taken', 'declined')),
  reply text,
  replied_at timestamptz,
  replied_by uuid references registry.person (id),
  unique (answer_id, programme_id),
  check ((verdict is null) = (replied_at is null))
);
create index answer_college on training_order.answer (college_id);
create view training_order.answer_v as
select a.id, a.variant_id, a.round, a.college_id, a.state, a.due, a.asked_at, a.answered_at, a.answered_on, a.answered_by, a.note,
  a.round = max(a.round) over (partition by a.variant_id) as latest
from training_order.answer a;
-- down
drop view training_order.answer_v;
drop table training_order.objection;
drop table training_order.answer;
