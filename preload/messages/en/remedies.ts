import { ERROR_REMEDIES } from '../../contract/errors.ts'

/** What to do about an error, by its code: in English, the words that apps get too. */
export const remedies = ERROR_REMEDIES
