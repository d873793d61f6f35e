import { z } from 'zod'

export const optionalId = z.string().optional()

/** Arguments that creating and updating a contact have in common. */
export const contactFields = {
  first_name: z.string().optional().describe('Given name'),
  last_name: z.string().optional().describe('Family name'),
  phone: z.string().optional().describe('Number'),
  company: z.string().optional().describe('Name'),
  job_title: z.string().optional().describe('e.g. CTO'),
  owner_id: optionalId,
}

/** Arguments that creating and updating a deal have in common. */
export const dealFields = {
  pipeline_id: optionalId,
  amount: z.number().optional().describe('In whole units'),
  close_date: z.string().optional().describe('RFC 3339 time'),
  owner_id: optionalId,
}

const contactShape = z.object({ email: z.string().min(3).optional(), ...contactFields })
const dealShape = z.object({ name: z.string().optional(), stage_id: optionalId, ...dealFields })

/** A contact as HubSpot names its properties; undefined ones are not sent. */
export function contactProperties(args: z.output<typeof contactShape>) {
  return {
    email: args.email,
    firstname: args.first_name,
    lastname: args.last_name,
    phone: args.phone,
    company: args.company,
    jobtitle: args.job_title,
    hubspot_owner_id: args.owner_id,
  }
}

/** A deal as HubSpot names its properties, every one a string. */
export function dealProperties(args: z.output<typeof dealShape>) {
  return {
    dealname: args.name,
    dealstage: args.stage_id,
    pipeline: args.pipeline_id,
    amount: args.amount?.toString(),
    closedate: args.close_date,
    hubspot_owner_id: args.owner_id,
  }
}
