/** A provider's text, short and on one line, without the full stop that our sentence ends with. */
export function readable(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .slice(0, 200)
    .replace(/\.\s*$/, '')
}
