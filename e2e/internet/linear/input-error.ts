import { GraphQLError } from 'graphql'

/** An error as Linear reports a caller's mistake: HTTP 200, `INPUT_ERROR`, a sentence for the user. */
export const inputError = (message: string, presentable = message): GraphQLError =>
  new GraphQLError(message, {
    extensions: {
      type: 'invalid input',
      code: 'INPUT_ERROR',
      statusCode: 400,
      userError: true,
      userPresentableMessage: presentable,
    },
  })

/** The error for an id that names nothing. */
export const notFound = (kind: string): GraphQLError =>
  inputError(`Entity not found: ${kind}`, `Could not find referenced ${kind}.`)
