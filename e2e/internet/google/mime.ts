/** A mail taken apart: header names in lower case, the text decoded. */
export type ParsedMail = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export class MailRefused extends Error {}

/**
 * Parses one plain-text part as Gmail would read it (RFC 5322, RFC 2045, RFC 2047).
 *
 * @throws MailRefused on what Gmail would refuse or garble: bare line feeds, overlong lines, 8-bit headers
 */
export const parseMail = (raw: string): ParsedMail => {
  if (!/^[\w-]+={0,2}$/.test(raw)) throw new MailRefused('Invalid value for ByteString: raw')
  const source = Buffer.from(raw, 'base64url').toString('latin1')
  if (/[^\r]\n|\r[^\n]/.test(source)) throw new MailRefused('Lines must end with CRLF')
  if (source.split('\r\n').some((line) => line.length > 998)) throw new MailRefused('Line too long')
  const end = source.indexOf('\r\n\r\n')
  const [head, content] = end < 0 ? [source, ''] : [source.slice(0, end), source.slice(end + 4)]
  if (/[^\t\r\n -~]/.test(head)) throw new MailRefused('Headers must be ASCII')
  const headers = Object.fromEntries(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map(headerOf),
  )
  return { headers, body: decodeBody(content, headers) }
}

/** Bare addresses of a recipient header. */
export const addressesOf = (header: string | undefined): readonly string[] =>
  (header ?? '')
    .split(',')
    .map((part) => (/<([^>]*)>/.exec(part)?.[1] ?? part).trim())
    .filter((part) => part !== '')

const headerOf = (line: string): [string, string] => {
  const match = /^([!-9;-~]+):\s*(.*)$/.exec(line)
  if (!match) throw new MailRefused(`Not a header: ${line}`)
  const [, name = '', value = ''] = match
  return [name.toLowerCase(), decodeWords(value)]
}

/** White space between two encoded words belongs to the folding and not to the text. */
const decodeWords = (value: string): string =>
  value
    .replaceAll(/(\?=)\s+(?==\?)/g, '$1')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_word, encoding: string, text: string) =>
      encoding.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : unquoted(text.replaceAll('_', ' ')),
    )

const unquoted = (text: string): string =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_escape, code: string) => String.fromCharCode(parseInt(code, 16))),
    'latin1',
  ).toString('utf8')

const decodeBody = (content: string, headers: Readonly<Record<string, string>>): string => {
  const type = headers['content-type'] ?? 'text/plain'
  if (!type.startsWith('text/plain')) throw new MailRefused(`Cannot read ${type}`)
  const encoding = headers['content-transfer-encoding']?.toLowerCase() ?? '7bit'
  if (encoding === 'base64') return Buffer.from(content, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return unquoted(content.replaceAll('=\r\n', ''))
  return Buffer.from(content, 'latin1').toString('utf8')
}
