/** What is said at the border to the system. */
export const platform = {
  database: {
    newer: 'The database was written by a newer Gatehouse (schema {0}). Update Gatehouse.',
    migration: 'Migration {0} left {1} rows without their parent.',
  },
} as const
