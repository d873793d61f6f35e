import { z } from 'zod'
import { createProviderClient } from '../provider-client.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import type { Site } from '../site.ts'
import type { ToolContext } from '../tool-context.ts'
import { recordingAnswer, transcriptAnswer } from './zoom-answers.ts'
import { meetingSegment } from './zoom-meeting.ts'

/**
 * What was said in a meeting: the transcript of the AI Companion, else that of the cloud recording.
 *
 * @returns WebVTT
 * @throws ProviderError 404 when there is none, with Zoom's reason
 */
export async function meetingTranscript(
  meetingId: string,
  ctx: Pick<ToolContext, 'request' | 'fetchOAuth' | 'signal' | 'site'>,
): Promise<string> {
  const path = { meetingId: meetingSegment(meetingId) }
  const { url, reason } = await companionTranscript(path, ctx)
  const address = url ?? (await recordedTranscript(path, ctx))
  if (address !== undefined) return await download(ownAddress(address, ctx.site), ctx)
  throw new ProviderError(
    reason ? ownReason('noTranscriptBecause', 'Zoom', reason) : ownReason('noTranscript', 'Zoom'),
    404,
  )
}

type Path = { readonly meetingId: string }
type Request = Pick<ToolContext, 'request'>

async function companionTranscript(path: Path, { request }: Request) {
  const route = 'GET /meetings/{meetingId}/transcript'
  const found = await unlessAbsent(request(route, { path, schema: transcriptAnswer }))
  const { can_download, download_url, download_restriction_reason } = found?.data ?? {}
  const reason = download_restriction_reason ?? undefined
  return { url: can_download === false ? undefined : (download_url ?? undefined), reason }
}

async function recordedTranscript(path: Path, { request }: Request): Promise<string | undefined> {
  const route = 'GET /meetings/{meetingId}/recordings'
  const found = await unlessAbsent(request(route, { path, schema: recordingAnswer }))
  const files = found?.data.recording_files ?? []
  return files.find(({ file_type }) => file_type === 'TRANSCRIPT')?.download_url ?? undefined
}

async function unlessAbsent<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ProviderError && error.status === 404) return undefined
    throw error
  }
}

/** Files lie on the account’s own web address, or on Zoom’s first one: the credential goes to no other. */
function ownAddress(address: string, { web }: Site): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const own = ['zoom.us', ...(web === undefined ? [] : [`${web}.zoom.us`])]
  if (url?.protocol === 'https:' && own.includes(url.host)) return url
  throw new ProviderError(
    url === undefined
      ? ownReason('transcriptNowhere', 'Zoom')
      : ownReason('transcriptElsewhere', 'Zoom', url.host),
    502,
  )
}

async function download(url: URL, ctx: Pick<ToolContext, 'fetchOAuth' | 'signal'>): Promise<string> {
  // The address is taken as Zoom gave it: a template would encode it anew.
  const { request } = createProviderClient(
    { id: 'zoom' },
    (id, _address, init) => ctx.fetchOAuth(id, url.href, init),
    ctx.signal,
  )
  const { data } = await request('GET /', { base: url.origin, answer: 'text', schema: z.string() })
  // A refused download is a page that says so, with status 200.
  if (/^\uFEFF?WEBVTT/.test(data)) return data
  throw new ProviderError(ownReason('transcriptKept', 'Zoom'), 403)
}

/**
 * WebVTT as a conversation: one line for each time somebody speaks, with when and who.
 *
 * @see https://www.w3.org/TR/webvtt1/
 */
export function textOfVtt(vtt: string): string {
  const turns: { time: string; speaker: string; words: string[] }[] = []
  const blocks = vtt.replaceAll(/\r\n?/g, '\n').split(/\n{2,}/)
  for (const { time, speaker, words } of blocks.flatMap(cueOf)) {
    const last = turns.at(-1)
    if (last?.speaker === speaker) last.words.push(words)
    else turns.push({ time, speaker, words: [words] })
  }
  return turns
    .map(({ time, speaker, words }) => `[${time}] ${speaker === '' ? '' : `${speaker}: `}${words.join(' ')}`)
    .join('\n')
}

interface Cue {
  readonly time: string
  readonly speaker: string
  readonly words: string
}

/** Zoom writes the speaker before a colon. */
function cueOf(block: string): readonly Cue[] {
  const lines = block.split('\n')
  const timing = lines.findIndex((line) => line.includes('-->'))
  if (timing < 0) return []
  const time = /^\s*([\d:]+)/.exec(lines[timing] ?? '')?.[1] ?? ''
  const said = lines
    .slice(timing + 1)
    .join(' ')
    .replaceAll(/<[^>]*>/g, '')
    .trim()
  const [, speaker = '', words = said] = /^([^:]{1,80}): (.*)$/.exec(said) ?? []
  return words === '' ? [] : [{ time, speaker, words }]
}
