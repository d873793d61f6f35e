import type { Finding } from '../doctor/finding.ts'

interface FindingInEnglish extends Pick<Finding, 'state' | 'action'> {
  readonly sentence: string
  readonly forReport?: string
}

/** A check's finding as whoever helps reads it. */
export function inEnglish({ sentence, forReport, ...finding }: Finding): FindingInEnglish {
  return {
    ...finding,
    sentence: String(sentence),
    ...(forReport !== undefined && { forReport: String(forReport) }),
  }
}
