import { convert } from 'html-to-text'

/** Newsletters pad their preview with these: soft hyphens, joiners, spaces of odd widths. */
const INVISIBLE_PADDING = /(?:[\p{Default_Ignorable_Code_Point}\u2007]\s*){3,}/gu

/** A line that Outlook, or an old client, puts above what it answers. */
const DIVIDER = /^(?:-{3,}\s*Original Message\s*-{3,}|_{20,})$/i

const TEXT_TYPE = /^(?:text|message)\/|[/+](?:json|xml|yaml|x-yaml|csv|octet-stream)$/

const ATTRIBUTION_LINES = 3

/** HTML as plain text: links keep their address, images go, quotations get `>`. */
export function textOfHtml(html: string): string {
  const text = convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    ],
  })
  return text.replaceAll(INVISIBLE_PADDING, ' ').trim()
}

/** Whether an attachment of that type can be text; others need not be fetched. */
export function mayBeText(mimeType: string | null | undefined): boolean {
  return TEXT_TYPE.test(mimeType ?? '')
}

/**
 * @param base64 the bytes
 * @param charset what the sender says they are in
 * @returns the text, HTML converted; undefined when the bytes are no text
 */
export function textOfBytes(base64: string, mimeType: string | null | undefined, charset = 'windows-1252') {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  if (bytes.includes(0)) return undefined
  const text = decode(bytes, charset)
  return mimeType === 'text/html' ? textOfHtml(text) : text
}

/**
 * A mail without the older ones it repeats below: quoted lines at its end with the line that introduces them, or all
 * from an “Original Message” divider on. Answers written between quoted lines stay as they are.
 *
 * @returns the text, or all of it when nothing else would be left
 */
export function withoutQuotedHistory(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd())
  const divider = lines.findIndex((line) => DIVIDER.test(line))
  const kept = beforeQuotation(divider < 0 ? lines : lines.slice(0, divider))
  const rest = kept.join('\n').trimEnd()
  return rest === '' ? text.trimEnd() : rest
}

function beforeQuotation(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line !== '' && !line.startsWith('>'))
  const quotation = lines.findIndex((line, index) => index > last && line.startsWith('>'))
  if (quotation < 0) return lines
  return lines.slice(0, last - attributionLength(lines.slice(0, last + 1)) + 1)
}

/** `On Monday, Ada <ada@example.com> wrote:` in any language, wrapped or not: how many of the last lines it takes. */
function attributionLength(lines: readonly string[]): number {
  if (!/[:：]$/.test(lines.at(-1) ?? '')) return 0
  const paragraph = lines.slice(lines.lastIndexOf('') + 1).slice(-ATTRIBUTION_LINES)
  const start = paragraph.findLastIndex(
    (line, index) =>
      // A wrapped line goes on with an address or in lower case.
      !/^[<\p{Ll}]/u.test(line) && paragraph.slice(index).some((part) => /[@\d]/.test(part)),
  )
  return start < 0 ? 0 : paragraph.length - start
}

/** As UTF-8 where it is valid and holds no escape sequences (ISO-2022), else in the charset the sender names. */
function decode(bytes: Uint8Array, charset: string): string {
  try {
    if (!bytes.includes(0x1b)) return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Another charset.
  }
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
