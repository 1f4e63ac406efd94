// Written by scripts/gen-tables.ts from the migrated database. Do not edit.
import type { Generated } from 'kysely';

export interface AgendaItemTable {
  id: string;
  meeting_id: string;
  place: number;
  title: string;
  speaker: string | null;
  minutes: string | null;
  votes_for: number | null;
  votes_against: number | null;
  votes_abstain: number | null;
  withdrawn: Generated<boolean>;
}

export interface AttendanceTable {
  meeting_id: string;
  member_id: string;
  present: boolean;
}

export interface BodyTable {
  id: string;
  kind: 'council' | 'commission' | 'working_group' | 'governing_board' | 'platform';
  name: string;
  organisation_id: string;
  quorum_percent: Generated<number>;
  ground: string | null;
  is_demo: Generated<boolean>;
  closed_on: string | null;
  rev: Generated<number>;
}

export interface BodyView {
  id: string;
  kind: 'council' | 'commission' | 'working_group' | 'governing_board' | 'platform';
  name: string;
  organisation_id: string;
  is_demo: boolean;
  closed_on: string | null;
}

export interface DecisionTable {
  id: string;
  agenda_item_id: string;
  text: string;
  owner_id: string | null;
  due: string | null;
  done_on: string | null;
  done_note: string | null;
}

export interface DecisionView {
  id: string;
  text: string;
  owner_id: string | null;
  due: string | null;
  done_on: string | null;
  meeting_id: string;
  body_id: string;
  held_on: string;
  meeting_state: string;
}

export interface MeetingTable {
  id: string;
  body_id: string;
  number: string;
  held_on: string;
  place: string | null;
  state: string;
  minutes_hash: string | null;
  rev: Generated<number>;
}

export interface MemberTable {
  id: string;
  body_id: string;
  person_id: string;
  organisation_id: string | null;
  post: 'chair' | 'deputy_chair' | 'secretary' | 'member';
  valid: string;
}

export interface MemberView {
  id: string;
  body_id: string;
  person_id: string;
  organisation_id: string | null;
  organisation_kind: string | null;
  post: 'chair' | 'deputy_chair' | 'secretary' | 'member';
  valid: string;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    'bodies.agenda_item': AgendaItemTable;
    'bodies.attendance': AttendanceTable;
    'bodies.body': BodyTable;
    'bodies.body_v': BodyView;
    'bodies.decision': DecisionTable;
    'bodies.decision_v': DecisionView;
    'bodies.meeting': MeetingTable;
    'bodies.member': MemberTable;
    'bodies.member_v': MemberView;
  }
}
