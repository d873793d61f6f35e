/** How a text lies in a file, by the name of the encoding. */
export type Encoded = { readonly encoding: string; readonly bytes: Buffer }

/** 256 bits in base64: a program would leave the bytes themselves. */
const key = /^[A-Za-z0-9+/]{43}=$/

/** The forms in which a program would leave a text behind without meaning to hide it. */
export const encodingsOf = (text: string): readonly Encoded[] => {
  const plain = Buffer.from(text)
  const hex = plain.toString('hex')
  const forms: readonly Encoded[] = [
    { encoding: 'UTF-8', bytes: plain },
    { encoding: 'UTF-16', bytes: Buffer.from(text, 'utf16le') },
    { encoding: 'hex', bytes: Buffer.from(hex) },
    { encoding: 'hex', bytes: Buffer.from(hex.toUpperCase()) },
    { encoding: 'percent', bytes: Buffer.from(encodeURIComponent(text)) },
    {
      encoding: 'JSON',
      bytes: Buffer.from(
        JSON.stringify(text)
          .slice(1, -1)
          .replaceAll('/', String.raw`\/`),
      ),
    },
    ...[0, 1, 2].flatMap((shift) => insideBase64(plain, shift)),
    ...(key.test(text) ? [{ encoding: 'bytes', bytes: Buffer.from(text, 'base64') }] : []),
  ]
  const isFirst = ({ bytes }: Encoded, index: number): boolean =>
    forms.findIndex((form) => form.bytes.equals(bytes)) === index
  return forms.filter(isFirst)
}

/**
 * What stays the same of a text in base64 whatever stands around it.
 *
 * @param shift how many bytes of what stands before share its first group of three
 */
const insideBase64 = (plain: Buffer, shift: number): readonly Encoded[] => {
  const bytes = Buffer.concat([Buffer.alloc(shift), plain])
  const [from, to] = [Math.ceil((shift * 8) / 6), Math.floor((bytes.length * 8) / 6)]
  return (['base64', 'base64url'] as const).map((encoding) => ({
    encoding,
    bytes: Buffer.from(bytes.toString(encoding).slice(from, to)),
  }))
}
