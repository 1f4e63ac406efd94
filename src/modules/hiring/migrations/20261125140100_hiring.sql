-- up
create schema hiring;
-- texts of the two consents this room stands on; a text once given is never changed, a new one is a new version
insert into registry.purpose (code, version, basis, text, retention_months, source) values
  ('share-results-with-employers', 2, 'consent', 'Показывать работодателям, которые ищут людей моей специальности, мои фамилию, имя, колледж, программу, год выпуска и результат демонстрационного экзамена, чтобы они могли позвать меня на работу', 36, 'текст составителей, сверить с юристом'),
  ('talent-pool', 1, 'consent', 'Внешний кадровый резерв: хранить те же сведения обо мне после выпуска и показывать их работодателям области, чтобы мне предлагали работу', 60, 'текст составителей, сверить с юристом')
on conflict do nothing;
-- an employer follows the exams of a speciality
create table hiring.interest (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  programme_code text not null,
  municipality_id uuid references registry.municipality (id),
  -- how many people are looked for
  people int check (people between 1 and 1000),
  since date not null,
  ended_on date,
  made_by uuid references registry.person (id),
  is_demo boolean not null default false,
  check (ended_on >= since)
);
create unique index interest_standing on hiring.interest (organisation_id, programme_code) where ended_on is null;
create index interest_code on hiring.interest (programme_code);
-- an employer's list of candidates
create table hiring.candidate (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  person_id uuid not null references registry.person (id),
  student_id uuid not null references programmes.student (id),
  way text not null check (way in ('session', 'practice', 'fit', 'pool')),
  session_id uuid,
  need_line_id uuid references needs.line (id),
  vacancy_id uuid references needs.vacancy (id),
  note text,
  added_by uuid references registry.person (id),
  added_on date not null,
  removed_on date,
  removed_why text check (removed_why in ('employer', 'withdrawn', 'hired')),
  is_demo boolean not null default false,
  check ((removed_on is null) = (removed_why is null))
);
create unique index candidate_standing on hiring.candidate (organisation_id, person_id) where removed_on is null;
create index candidate_person on hiring.candidate (person_id);
create table hiring.invitation (
  id uuid primary key,
  candidate_id uuid not null references hiring.candidate (id),
  organisation_id uuid not null references registry.organisation (id),
  person_id uuid not null references registry.person (id),
  words text not null,
  meet_on date,
  place text,
  state text not null,
  made_on date not null,
  answered_on date,
  is_demo boolean not null default false
);
create index invitation_person on hiring.invitation (person_id, state);
create index invitation_organisation on hiring.invitation (organisation_id, state);
-- предложение о работе
create table hiring.offer (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  person_id uuid not null references registry.person (id),
  student_id uuid not null references programmes.student (id),
  candidate_id uuid references hiring.candidate (id),
  need_line_id uuid references needs.line (id),
  vacancy_id uuid references needs.vacancy (id),
  session_id uuid,
  post text not null,
  occupation text,
  municipality_id uuid references registry.municipality (id),
  -- kopecks a month
  pay bigint check (pay > 0),
  starts_on date not null,
  answer_until date not null,
  words text,
  state text not null,
  made_by uuid references registry.person (id),
  made_on date not null,
  answered_on date,
  why text,
  is_demo boolean not null default false,
  rev int not null default 1,
  check (answer_until >= made_on)
);
create unique index offer_open on hiring.offer (organisation_id, person_id) where state in ('made', 'accepted');
create index offer_person on hiring.offer (person_id, state);
create index offer_line on hiring.offer (need_line_id);
-- выход на работу
create table hiring.hire (
  id uuid primary key,
  offer_id uuid references hiring.offer (id),
  organisation_id uuid not null references registry.organisation (id),
  person_id uuid not null references registry.person (id),
  student_id uuid not null references programmes.student (id),
  need_line_id uuid references needs.line (id),
  vacancy_id uuid references needs.vacancy (id),
  post text not null,
  occupation text,
  started_on date not null,
  ended_on date,
  order_number text,
  noted_by uuid references registry.person (id),
  is_demo boolean not null default false,
  check (ended_on >= started_on)
);
create unique index hire_offer on hiring.hire (offer_id);
create index hire_person on hiring.hire (person_id);
create index hire_organisation on hiring.hire (organisation_id, started_on);
create index hire_line on hiring.hire (need_line_id);
-- what became of a graduate at 3, 6 and 12 months
create table hiring.outcome (
  id uuid primary key,
  student_id uuid not null references programmes.student (id),
  person_id uuid not null references registry.person (id),
  organisation_id uuid not null references registry.organisation (id),
  programme_code text not null,
  graduation_year int not null,
  months int not null check (months in (3, 6, 12)),
  due_on date not null,
  asked_at timestamptz,
  what text check (what in ('employed', 'entrepreneur', 'self_employed', 'army', 'further_study', 'parental_leave', 'at_risk',
    'registered_unemployed', 'other', 'undecided')),
  in_field boolean,
  occupation text,
  employer text,
  answered_on date,
  how text check (how in ('link', 'account', 'college', 'file', 'hire')),
  noted_by uuid references registry.person (id),
  is_demo boolean not null default false,
  unique (student_id, months),
  check ((what is null) = (answered_on is null)),
  check ((what is null) = (how is null))
);
create index outcome_college on hiring.outcome (organisation_id, graduation_year);
create index outcome_due on hiring.outcome (due_on) where what is null;
-- a file with outcomes as it was read, until it is applied
create table hiring.outcome_file (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  file_name text not null,
  hash text not null,
  rows jsonb not null,
  made_by uuid references registry.person (id),
  made_at timestamptz not null,
  applied_at timestamptz
);
-- lines 2 to 4 and 6 to 8 of the federal form: counts the college keeps from its own papers, never by name here
create table hiring.form_part (
  organisation_id uuid not null references registry.organisation (id),
  programme_code text not null,
  graduation_year int not null,
  line int not null check (line in (2, 3, 4, 6, 7, 8)),
  counts jsonb not null,
  primary key (organisation_id, programme_code, graduation_year, line)
);
-- what a need line or a vacancy asks for beyond its speciality: competences of programmes
create table hiring.requirement (
  id uuid primary key,
  organisation_id uuid not null references registry.organisation (id),
  need_line_id uuid references needs.line (id),
  vacancy_id uuid references needs.vacancy (id),
  programme_code text not null,
  competence text not null,
  essential boolean not null default true,
  check (num_nonnulls(need_line_id, vacancy_id) = 1)
);
create unique index requirement_once on hiring.requirement (coalesce(need_line_id, vacancy_id), programme_code, competence);
-- lists of the engine `fit` as last computed; whom an employer sees is decided when they are read
create table hiring.match (
  whom text not null check (whom in ('person', 'opening')),
  person_id uuid not null references registry.person (id),
  student_id uuid not null references programmes.student (id),
  opening text not null,
  organisation_id uuid not null references registry.organisation (id),
  position int not null,
  score bigint not null,
  most bigint not null,
  share int not null,
  reasons jsonb not null,
  primary key (whom, person_id, opening)
);
create index match_opening on hiring.match (opening, whom);
create index match_organisation on hiring.match (organisation_id, whom);
create table hiring.match_run (
  id uuid primary key,
  computed_at timestamptz not null,
  people int not null,
  openings int not null,
  milliseconds int not null
);
-- consents that count: of an adult, or of the legal representative on paper
create view hiring.consented_v as
select c.person_id, c.purpose, c.given_on
from registry.consent_v c join registry.person_v p on p.id = c.person_id
where c.purpose in ('share-results-with-employers', 'talent-pool')
  and (c.given_how = 'paper' or p.birth_date + interval '18 years' <= c.given_on);
-- X-05, decided here once: whom an employer may see, and by what
create view hiring.shown_v as
select distinct p.host_id as organisation_id, p.person_id, p.student_id, 'placement' as ground
from practice.placement_v p where p.state not in ('requested', 'failed')
union
select i.organisation_id, s.person_id, s.id, case c.purpose when 'talent-pool' then 'pool' else 'consent' end
from hiring.interest i join programmes.programme_v g on g.code = i.programme_code
join programmes.student_v s on s.programme_id = g.id
join hiring.consented_v c on c.person_id = s.person_id
where i.ended_on is null and s.status in ('studying', 'graduated') and (c.purpose <> 'talent-pool' or s.status = 'graduated');
create view hiring.offer_v as
select id, organisation_id, person_id, student_id, need_line_id, vacancy_id, session_id, post, occupation, starts_on, state, made_on,
  answered_on, is_demo from hiring.offer;
create view hiring.hire_v as
select id, offer_id, organisation_id, person_id, student_id, need_line_id, vacancy_id, post, occupation, started_on, ended_on, is_demo
from hiring.hire;
-- the share of graduates at work, a year after: what a bid for seats is judged by (Q1)
create view hiring.employment_v as
select organisation_id, programme_code, graduation_year, months, count(*)::int as graduates,
  count(*) filter (where what is not null)::int as known,
  count(*) filter (where what in ('employed', 'entrepreneur', 'self_employed'))::int as employed,
  count(*) filter (where what in ('employed', 'entrepreneur', 'self_employed') and in_field)::int as in_field
from hiring.outcome group by organisation_id, programme_code, graduation_year, months;
-- down
drop view hiring.employment_v;
drop view hiring.hire_v;
drop view hiring.offer_v;
drop view hiring.shown_v;
drop view hiring.consented_v;
drop table hiring.match_run;
drop table hiring.match;
drop table hiring.requirement;
drop table hiring.form_part;
drop table hiring.outcome_file;
drop table hiring.outcome;
drop table hiring.hire;
drop table hiring.offer;
drop table hiring.invitation;
drop table hiring.candidate;
drop table hiring.interest;
delete from registry.consent where (purpose, version) in (('share-results-with-employers', 2), ('talent-pool', 1));
delete from registry.purpose where (code, version) in (('share-results-with-employers', 2), ('talent-pool', 1));
drop schema hiring;
