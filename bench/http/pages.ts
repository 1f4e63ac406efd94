/** A list page of the portal, as its screen asks for it. */
export interface ListPage {
  name: string;
  /** The use case behind it: its statements are the bare SQL of the page. */
  useCase: string;
  address: string;
  input: Record<string, unknown>;
  /** The demo sign-in that opens it; null: anybody. */
  as: 'ministry' | 'admin' | 'college' | 'auditor' | null;
}

const page = (
  name: string,
  useCase: string,
  as: ListPage['as'],
  path: string,
  input: Record<string, string | number> = {},
): ListPage => {
  const query = new URLSearchParams(Object.entries(input).map(([key, value]) => [key, String(value)]));
  return { name, useCase, as, input, address: `/api${path}${query.size > 0 ? `?${query}` : ''}` };
};

/** Candidates; the five heaviest of those the house has are measured in full. */
export const listPages: ListPage[] = [
  page('organisations', 'registry.listOrganisations', 'ministry', '/registry/organisations', { limit: 50 }),
  page(
    'organisations by a part of the name',
    'registry.listOrganisations',
    'ministry',
    '/registry/organisations',
    {
      limit: 50,
      search: 'лес',
    },
  ),
  page('persons', 'registry.listPersons', 'admin', '/registry/persons', { limit: 50 }),
  page('need lines', 'needs.listLines', 'ministry', '/needs/lines', { limit: 50 }),
  page('forecast by occupation', 'forecast.listCells', 'ministry', '/forecast/cells', { limit: 100 }),
  page('forecast by occupation and year', 'forecast.listCells', 'ministry', '/forecast/cells', {
    limit: 500,
    by: 'occupation-year',
  }),
  page('balance of a year', 'forecast.listBalance', 'ministry', '/forecast/balance', { year: 2030 }),
  page('public need', 'forecast.publicNeed', null, '/forecast/public'),
  page('training order', 'order.listOrder', 'ministry', '/order/variants/latest/order', { id: 'latest' }),
  page('seats of the order', 'order.listSeats', 'ministry', '/order/variants/latest/seats', { id: 'latest' }),
  page('public seats', 'order.publicSeats', null, '/order/public'),
  page('programmes', 'programmes.listProgrammes', 'ministry', '/programmes/programmes'),
  page('groups of all colleges', 'programmes.listGroups', 'auditor', '/programmes/groups'),
  page('contingent', 'programmes.countContingent', 'ministry', '/programmes/contingent'),
  page('admission', 'programmes.listAdmission', 'ministry', '/programmes/admission', { intakeYear: 2026 }),
];
