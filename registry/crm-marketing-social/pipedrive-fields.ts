import { z } from 'zod'

export const optionalId = z.int().optional()

/** What creating and updating a deal have in common. */
export const dealFields = {
  value: z.number().optional().describe('In whole units'),
  currency: z.string().optional().describe('e.g. EUR'),
  stage_id: optionalId,
  owner_id: optionalId,
  person_id: optionalId,
  org_id: optionalId,
  expected_close_date: z.string().optional().describe('YYYY-MM-DD'),
}

/** What creating and updating an activity have in common. */
export const activityFields = {
  type: z.string().optional().describe('e.g. call, meeting, task'),
  due_date: z.string().optional().describe('YYYY-MM-DD'),
  due_time: z.string().optional().describe('HH:MM in UTC'),
  note: z.string().optional().describe('HTML'),
  owner_id: optionalId,
}
