/** A role is a kind of organisation × a function in it. `actors` are the R-xx of the field's guide. */
interface Role {
  /** Kinds of organisation in which the role exists; none: the role stands by itself. */
  kinds: readonly OrganisationKind[];
  actors: readonly string[];
  /** Roles that may appoint to this one, inside their own organisation unless they are `admin`. */
  appointedBy: readonly string[];
  /** Sees the rows of its municipality. */
  territorial?: true;
}

export const ORGANISATION_KINDS = [
  'region_gov',
  'min_edu',
  'min_econ',
  'min_ind',
  'institute',
  'placement_centre',
  'exam_operator',
  'college',
  'university',
  'school',
  'enterprise',
  'employer_union',
  'municipality',
  'employment_centre',
  'federal_operator',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

const role = (
  kinds: readonly OrganisationKind[],
  actors: readonly string[],
  appointedBy: readonly string[],
  more: Partial<Role> = {},
): Role => ({ kinds, actors, appointedBy, ...more });

export const ROLES = {
  admin: role([], [], ['admin']),
  service_account: role([], ['R-16'], ['admin']),
  auditor: role([], [], ['admin']),
  region_gov_official: role(['region_gov'], ['R-01'], ['admin']),
  min_edu_head: role(['min_edu'], ['R-02'], ['admin']),
  min_edu_specialist: role(['min_edu'], ['R-02'], ['admin', 'min_edu_head']),
  min_econ_specialist: role(['min_econ'], ['R-03'], ['admin']),
  min_ind_specialist: role(['min_ind'], ['R-04'], ['admin']),
  institute_head: role(['institute'], ['R-05'], ['admin']),
  institute_methodist: role(['institute'], ['R-05'], ['admin', 'institute_head']),
  placement_centre_coordinator: role(['placement_centre'], ['R-06'], ['admin', 'min_edu_head']),
  exam_operator_coordinator: role(['exam_operator'], ['R-07'], ['admin', 'min_edu_head']),
  college_head: role(['college'], ['R-08'], ['admin', 'min_edu_head']),
  college_deputy: role(['college'], ['R-08'], ['admin', 'college_head']),
  college_curator: role(['college'], ['R-08'], ['college_head', 'college_deputy']),
  college_teacher: role(['college'], ['R-08'], ['college_head', 'college_deputy']),
  college_hr: role(['college'], ['R-08'], ['college_head']),
  college_admission: role(['college'], ['R-08'], ['college_head', 'college_deputy']),
  university_coordinator: role(['university'], ['R-09'], ['admin']),
  enterprise_head: role(['enterprise'], ['R-10', 'R-19'], ['admin']),
  enterprise_hr: role(['enterprise'], ['R-10', 'R-19'], ['admin', 'enterprise_head']),
  enterprise_foreman: role(['enterprise'], ['R-10'], ['enterprise_head', 'enterprise_hr']),
  mentor: role(['enterprise'], ['R-18'], ['enterprise_head', 'enterprise_hr']),
  expert: role(['enterprise', 'college', 'other'], ['R-17'], ['exam_operator_coordinator']),
  technical_expert: role(['college', 'enterprise'], ['R-17'], ['exam_operator_coordinator', 'college_head']),
  union_representative: role(['employer_union'], ['R-11'], ['admin']),
  municipality_specialist: role(['municipality'], ['R-12'], ['admin'], { territorial: true }),
  employment_specialist: role(['employment_centre'], ['R-13'], ['admin'], { territorial: true }),
  board_chair: role(['college'], [], ['min_edu_head', 'college_head']),
  board_member: role(['college'], [], ['min_edu_head', 'college_head']),
  appeal_member: role(['college'], [], ['min_edu_head', 'college_head']),
  school_counsellor: role(['school'], [], ['admin', 'municipality_specialist']),
  researcher: role([], ['R-14'], ['admin']),
  pupil: role(['school'], [], ['school_counsellor']),
  student: role(
    ['college', 'university'],
    ['R-15'],
    ['college_deputy', 'college_curator', 'university_coordinator'],
  ),
  guardian: role([], [], ['college_deputy', 'college_curator']),
} as const satisfies Record<string, Role>;

export type RoleName = keyof typeof ROLES;
export const isRole = (name: string): name is RoleName => name in ROLES;

/** Whether somebody in role `by` may appoint to `to`: data, not a condition in a screen. */
export const mayAppoint = (by: string, to: RoleName): boolean =>
  (ROLES[to].appointedBy as readonly string[]).includes(by);
