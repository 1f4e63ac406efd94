-- up
-- one uploaded file on its way in: read, judged, shown, then stored in one piece
create table needs.import (
  id uuid primary key,
  kind text not null check (kind in ('needs', 'vacancies', 'outcomes')),
  file_name text not null,
  hash text not null,
  -- the packed file while it may still be read again; gone when stored
  content bytea,
  organisation_id uuid references registry.organisation (id),
  municipality_id uuid references registry.municipality (id),
  -- year of graduation, which the monitoring form itself does not name
  year int,
  columns jsonb not null default '{}',
  state text not null check (state in ('reading', 'read', 'refused', 'applying', 'applied', 'cancelled')),
  mapping jsonb not null default '[]',
  report jsonb,
  counts jsonb,
  spellings jsonb not null default '[]',
  effect jsonb,
  fault jsonb,
  mode text check (mode in ('all', 'good')),
  job_id uuid,
  made_by uuid not null references registry.person (id),
  made_at timestamptz not null,
  applied_at timestamptz
);
create index import_made on needs.import (made_at);
-- right rows of a file that wait to be stored; nobody reads them but the upload itself
create table needs.import_row (
  import_id uuid not null references needs.import (id) on delete cascade,
  row int not null,
  part int not null,
  data jsonb not null,
  primary key (import_id, row, part)
);
-- which college a spelling of a file means, decided by a person once; null: none of ours
create table needs.spelling (
  kind text not null check (kind in ('college')),
  spelling text not null,
  organisation_id uuid references registry.organisation (id),
  decided_by uuid not null references registry.person (id),
  decided_at timestamptz not null,
  primary key (kind, spelling)
);
-- for the rooms above that read and store kinds of their own
create view needs.import_v as select id, kind, year, spellings from needs.import;
create view needs.import_row_v as select import_id, row, part, data from needs.import_row;
create view needs.spelling_v as select kind, spelling, organisation_id from needs.spelling;
alter table needs.vacancy add column closed_on date;
-- the need line that this card became part of, when a person accepted it
alter table needs.vacancy add column line_id uuid references needs.line (id);
create index vacancy_line on needs.vacancy (line_id);
drop view needs.vacancy_v;
-- evidence that is still free: no double, not closed, not already part of a need line
create view needs.vacancy_v as
select v.* from needs.vacancy v
where v.duplicate_of is null and v.closed_on is null
  and not exists (select 1 from needs.line l where l.id = v.line_id and l.state <> 'withdrawn');
-- down
drop view needs.vacancy_v;
create view needs.vacancy_v as select id, source, external_id, organisation_id, employer, inn, title, occupation, municipality_id,
  opened_on, seen_on, work_places, salary_min, salary_max, duplicate_of, raw from needs.vacancy where duplicate_of is null;
drop index needs.vacancy_line;
alter table needs.vacancy drop column line_id;
alter table needs.vacancy drop column closed_on;
drop view needs.spelling_v;
drop view needs.import_row_v;
drop view needs.import_v;
drop table needs.spelling;
drop table needs.import_row;
drop table needs.import;
