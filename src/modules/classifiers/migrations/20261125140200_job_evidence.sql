-- up
-- what graduates' first jobs say of the weights between specialities and occupations: codes and counts, no persons
create table classifiers.job_evidence (
  -- the event it came with: a second delivery changes nothing, a corrected answer replaces its own row
  subject_id uuid primary key,
  spo text not null,
  occupation text not null,
  months int not null,
  noted_on date not null
);
create index job_evidence_edge on classifiers.job_evidence (spo, occupation);
create view classifiers.job_evidence_v as
select spo, occupation, count(*)::int as jobs, max(noted_on) as last_on from classifiers.job_evidence group by spo, occupation;
-- down
drop view classifiers.job_evidence_v;
drop table classifiers.job_evidence;
