import { escapeHtml } from '../page.ts'

/** How a service lets people sign in by a code that a program shows them (RFC 8628). */
export type DevicePages = {
  /** Where a program asks for a code. */
  readonly requestPath: string
  /** Where a person enters it. */
  readonly codePath: string
  /** The page with the form, whose field is filled in when the address named the code. */
  enter(form: string, problem: string | undefined): string
  /** The page that shows the code again before anything is asked for. */
  confirm(form: string, code: string): string
  done(): string
}

/** The name under which a code in the address reaches the form: under its own, the server would submit it at once. */
export const prefill = 'prefill'

type Context = { type: string; body: string; readonly query: Readonly<Record<string, unknown>> }

/** The part of the server's configuration that makes the flow, with the service's own pages. */
export const deviceFeature = (pages: DevicePages | undefined): Record<string, unknown> =>
  pages === undefined
    ? { enabled: false }
    : {
        enabled: true,
        charset: 'base-20',
        mask: '********',
        userCodeInputSource: (context: Context, form: string, _out: unknown, error: Error | undefined) =>
          show(context, pages.enter(filledIn(form, context), error && problemOf(error))),
        userCodeConfirmSource: (
          context: Context,
          form: string,
          _client: unknown,
          _device: unknown,
          code: string,
        ) => show(context, pages.confirm(form, escapeHtml(code))),
        successSource: (context: Context) => show(context, pages.done()),
      }

const show = (context: Context, html: string): void => {
  context.type = 'html'
  context.body = html
}

const filledIn = (form: string, { query }: Context): string => {
  const code = query[prefill]
  const value = typeof code === 'string' ? ` value="${escapeHtml(code)}"` : ''
  return form.replace('name="user_code"', `name="user_code" aria-label="Code"${value}`)
}

const problemOf = ({ name }: Error): string =>
  name === 'AbortedError' ? 'The sign-in was not allowed.' : 'This code is not valid.'
