-- up
-- a calculation for a stretch of days: who sits where, what cannot be filled and why, what would close it. `season`
-- chooses days and centres first
create table exams.staffing (
  id uuid primary key,
  kind text not null check (kind in ('staffing', 'season')),
  days daterange not null check (not isempty(days)),
  options jsonb not null,
  state text not null check (state in ('computing', 'proposed', 'applying', 'applied', 'dropped', 'failed')),
  job_id uuid,
  -- instances as the engine read them and its answers, by month, for who checks them outside
  parts jsonb,
  summary jsonb,
  hash text,
  made_by uuid references registry.person (id),
  made_at timestamptz not null,
  applied_by uuid references registry.person (id),
  applied_at timestamptz,
  rev int not null default 1
);
create index staffing_made on exams.staffing (made_at);
-- exams with a proposed day and centre, before they exist
create table exams.staffing_exam (
  id uuid primary key,
  staffing_id uuid not null references exams.staffing (id) on delete cascade,
  -- the exam it became, or always was
  session_id uuid references exams.session (id),
  kit_id uuid not null references exams.kit (id),
  centre_id uuid references exams.centre (id),
  organisation_id uuid not null references registry.organisation (id),
  day date,
  code text not null,
  students uuid[] not null,
  required int not null
);
create index staffing_exam_staffing on exams.staffing_exam (staffing_id, day);
create index staffing_exam_session on exams.staffing_exam (session_id);
create table exams.staffing_seat (
  id uuid primary key,
  staffing_id uuid not null references exams.staffing (id) on delete cascade,
  exam_id uuid not null references exams.staffing_exam (id) on delete cascade,
  role text not null check (role in ('chief', 'member', 'employer')),
  -- null: nobody can sit here
  person_id uuid references registry.person (id),
  -- [{"personId", "price"}], cheapest first
  substitutes jsonb not null default '[]',
  -- put here by the operator instead of the calculation's choice
  chosen_by uuid references registry.person (id),
  -- why an invitation could not be sent after all
  fault jsonb
);
create index staffing_seat_exam on exams.staffing_seat (exam_id);
create index staffing_seat_staffing on exams.staffing_seat (staffing_id);
create index staffing_seat_person on exams.staffing_seat (person_id);
create index staffing_exam_kit on exams.staffing_exam (kit_id);
-- down
drop table exams.staffing_seat;
drop table exams.staffing_exam;
drop table exams.staffing;
