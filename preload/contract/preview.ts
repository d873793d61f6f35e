import { z } from 'zod'

const text = z.string().optional()
const texts = z.array(z.string()).readonly().optional()

/**
 * What a call will look like, as plain text. Strict: a field that the window does not know would not be shown, and a
 * picture with a part left out is worse than none.
 */
export const preview = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('mail'),
    from: text,
    to: texts,
    cc: texts,
    bcc: texts,
    subject: text,
    body: text,
    attachments: texts,
    /** The message it answers. */
    replyTo: text,
    /** With `replyTo` and without `to`: who gets the answer. */
    replyToAll: z.boolean().optional(),
    /** The message that is passed on below the body. */
    forwards: text,
  }),
  z.strictObject({
    kind: z.literal('event'),
    title: text,
    /** The service itself makes title, day and time from it. */
    sentence: text,
    /** RFC 3339, or YYYY-MM-DD for whole days. */
    start: text,
    /** For whole days: the last one. */
    end: text,
    allDay: z.boolean().optional(),
    timeZone: text,
    repeats: texts,
    location: text,
    guests: texts,
    calendar: text,
    description: text,
  }),
  z.strictObject({
    kind: z.literal('message'),
    place: z.string(),
    text: z.string(),
    replyTo: text,
    /** The message whose text it takes the place of. */
    replaces: text,
  }),
  z.strictObject({
    kind: z.literal('document'),
    place: text,
    title: text,
    body: text,
    replyTo: text,
  }),
])
export type Preview = z.infer<typeof preview>
