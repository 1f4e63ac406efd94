-- up
create schema specialists;
-- the register of mentors: a worker of one enterprise, with what admits them to work with those under 18
create table specialists.mentor (
  id uuid primary key,
  person_id uuid not null references registry.person (id),
  organisation_id uuid not null references registry.organisation (id),
  post text not null,
  -- codes of specialities the mentor can teach by work
  programmes text[] not null default '{}',
  experience_since date,
  trained_on date,
  -- health and records are kept as «shown, on, number, by whom»; no copies
  clearance_number text,
  clearance_on date,
  clearance_by uuid references registry.person (id),
  is_demo boolean not null default false,
  rev int not null default 1,
  unique (person_id, organisation_id),
  check ((clearance_number is null) = (clearance_on is null))
);
create index mentor_organisation on specialists.mentor (organisation_id);
-- the employer's order on mentoring, with the worker's written consent, terms and pay
create table specialists.appointment (
  id uuid primary key,
  mentor_id uuid not null references specialists.mentor (id),
  order_number text not null,
  order_on date not null,
  legal_basis text not null check (legal_basis in ('employment', 'practice', 'duty')),
  consent_on date not null,
  content text not null,
  pay_form text not null check (pay_form in ('none', 'monthly', 'per_trainee', 'percent')),
  -- kopecks, or hundredths of a percent
  pay_value int check (pay_value > 0),
  capacity int not null check (capacity between 1 and 50),
  valid daterange not null check (not isempty(valid)),
  notice_on date,
  notice_by text check (notice_by in ('mentor', 'organisation')),
  notice_reason text,
  rev int not null default 1,
  check ((notice_on is null) = (notice_by is null)),
  check (consent_on <= order_on),
  exclude using gist ((mentor_id::text) with =, valid with &&)
);
create index appointment_mentor on specialists.appointment (mentor_id);
-- whom a mentor teaches on which days; the same is written as a tie of the registry
create table specialists.tutoring (
  id uuid primary key,
  appointment_id uuid not null references specialists.appointment (id),
  trainee_id uuid references registry.person (id),
  cohort_id uuid references registry.cohort (id),
  people int not null check (people > 0),
  legal_basis text not null,
  valid daterange not null,
  source_kind text not null,
  source_id uuid not null,
  ended_why text,
  check (num_nonnulls(trainee_id, cohort_id) = 1)
);
create index tutoring_appointment on specialists.tutoring (appointment_id);
create index tutoring_source on specialists.tutoring (source_id);
create view specialists.mentor_v as
select a.id as appointment_id, m.id as mentor_id, m.person_id, m.organisation_id, o.municipality_id, p.short_name, p.full_name,
  m.post, m.programmes, m.clearance_on, a.valid, a.capacity, a.legal_basis, a.notice_on
from specialists.appointment a join specialists.mentor m on m.id = a.mentor_id
join registry.person_v p on p.id = m.person_id join registry.organisation_v o on o.id = m.organisation_id;
create view specialists.tutoring_v as
select t.id, t.appointment_id, m.person_id as mentor_person_id, m.organisation_id, t.trainee_id, t.cohort_id, t.people, t.valid,
  t.source_kind, t.source_id
from specialists.tutoring t join specialists.appointment a on a.id = t.appointment_id
join specialists.mentor m on m.id = a.mentor_id;
-- down
drop view specialists.tutoring_v;
drop view specialists.mentor_v;
drop table specialists.tutoring;
drop table specialists.appointment;
drop table specialists.mentor;
drop schema specialists;
