type Text = string | undefined
type Texts = readonly string[] | undefined

/**
 * What a call will look like at the other end, for the approval dialog: data that the window draws as plain text.
 * A field is left out when the arguments do not say it; an empty list says that there is nobody or nothing.
 */
export type Preview = MailPreview | EventPreview | MessagePreview | DocumentPreview

export interface MailPreview {
  readonly kind: 'mail'
  readonly from?: Text
  readonly to?: Texts
  readonly cc?: Texts
  readonly bcc?: Texts
  readonly subject?: Text
  readonly body?: Text
  /** Names of files. */
  readonly attachments?: Texts
  /** The message it answers. */
  readonly replyTo?: Text
  /** With `replyTo` and without `to`: who gets the answer. */
  readonly replyToAll?: boolean | undefined
  /** The message that is passed on below the body. */
  readonly forwards?: Text
}

export interface EventPreview {
  readonly kind: 'event'
  readonly title?: Text
  /** A sentence from which the service itself makes title, day and time. */
  readonly sentence?: Text
  /** RFC 3339, or YYYY-MM-DD for whole days. */
  readonly start?: Text
  /** For whole days: the last one. */
  readonly end?: Text
  readonly allDay?: boolean | undefined
  /** IANA name. */
  readonly timeZone?: Text
  /** RFC 5545 lines. */
  readonly repeats?: Texts
  readonly location?: Text
  readonly guests?: Texts
  readonly calendar?: Text
  readonly description?: Text
}

export interface MessagePreview {
  readonly kind: 'message'
  /** Channel, thread or person. */
  readonly place: string
  readonly text: string
  /** The message it answers. */
  readonly replyTo?: Text
  /** The message whose text it takes the place of. */
  readonly replaces?: Text
}

export interface DocumentPreview {
  readonly kind: 'document'
  /** Where it goes: a repository, an issue, a page. */
  readonly place?: Text
  readonly title?: Text
  readonly body?: Text
  /** The comment or discussion it answers. */
  readonly replyTo?: Text
}
