// The floors of the house, from the ground up: a module stands above all that it asks.
export const FLOORS = [
  'registry',
  'classifiers',
  'bodies',
  'agreements',
  'needs',
  'programmes',
  'forecast',
  'specialists',
  'desk',
  'methods',
  'order',
  'targets',
  'practice',
  'exams',
  'hiring',
  'quotas',
  'turnkey',
  'guidance',
  'governance',
  'conference',
];

/** Where the schema bears another name than its module: `order` is reserved in SQL. */
export const SCHEMA_OF = { order: 'training_order' };
