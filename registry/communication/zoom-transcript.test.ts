import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { textOfVtt } from './zoom-transcript.ts'
import { zoom } from './zoom.ts'

/** As Zoom writes it: numbered cues, line ends of two characters, the speaker before a colon. */
const vtt = [
  'WEBVTT',
  '',
  '1',
  '00:00:05.000 --> 00:00:07.500',
  'Jill Chill: Good morning.',
  '',
  '2',
  '00:00:08.000 --> 00:00:10.000',
  'Jill Chill: Shall we start?',
  '',
  '3',
  '00:01:02.120 --> 00:01:04.000',
  'Ada: One thing first: the budget.',
  '',
].join('\r\n')
const spoken =
  '[00:00:05] Jill Chill: Good morning. Shall we start?\n[00:01:02] Ada: One thing first: the budget.'

/** The vendor's own example: a reason stands there although the file can be had. */
const documented = {
  meeting_id: 'uaFkQyFCSwya8iNYtkAw3A==',
  account_id: 'Cx3wERazSgup7ZWRHQM8-w',
  meeting_topic: 'My Personal Meeting',
  host_id: '_0ctZtY0REqWalTmwvrdIw',
  transcript_created_time: '2025-06-27T13:48:24Z',
  can_download: true,
  auto_delete: true,
  auto_delete_date: '2052-11-07',
  download_url: 'https://web.zoom.us/rec/download/Qg75t7.x%2Fy?a=1',
  download_restriction_reason: 'NOT_READY',
}
const recording = {
  uuid: 'uaFkQyFCSwya8iNYtkAw3A==',
  id: 84_614_775_995,
  recording_files: [
    { id: '1', file_type: 'MP4', download_url: 'https://web.zoom.us/rec/download/video' },
    { id: '2', file_type: 'TRANSCRIPT', download_url: 'https://zoom.us/rec/download/words' },
  ],
}
const absent = (code: number, message: string) => jsonResponse({ code, message }, { status: 404 })
const file = (text: string) => new Response(text, { headers: { 'content-type': 'text/vtt' } })

function transcript(args: Readonly<Record<string, unknown>>, ...answers: readonly Response[]) {
  return callTool(zoom, 'zoom_get_transcript', { meeting_id: '84614775995', ...args }, ...answers)
}

describe('the text of WebVTT', () => {
  it('joins what one person says in a row, also over line ends of two characters', () => {
    expect(textOfVtt(vtt)).toBe(spoken)
  })

  it('keeps words without a speaker, and leaves out tags, notes and empty cues', () => {
    const lines = [
      'WEBVTT',
      'NOTE by Zoom',
      '00:01.000 --> 00:02.000\n<v Ada>Hello\nthere</v>',
      '00:03.000 --> 00:04.000',
    ]
    expect(textOfVtt(lines.join('\n\n'))).toBe('[00:01] Hello there')
  })
})

describe('zoom_get_transcript', () => {
  it('asks for the transcript, then downloads exactly the address it was given', async () => {
    const { result, requests } = await transcript({}, jsonResponse(documented), file(vtt))
    expect(requests.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
      'GET https://api.zoom.us/v2/meetings/84614775995/transcript',
      'GET https://web.zoom.us/rec/download/Qg75t7.x%2Fy?a=1',
    ])
    expect(result).toEqual({ transcript: spoken })
  })

  it('takes the recording’s transcript where the AI Companion has none', async () => {
    const answers = [
      absent(3322, 'This meeting transcript does not exist.'),
      jsonResponse(recording),
      file(vtt),
    ]
    const { result, requests } = await transcript({}, ...answers)
    expect(requests.map(({ url }) => url.href)).toEqual([
      'https://api.zoom.us/v2/meetings/84614775995/transcript',
      'https://api.zoom.us/v2/meetings/84614775995/recordings',
      'https://zoom.us/rec/download/words',
    ])
    expect(result).toEqual({ transcript: spoken })
  })

  it('encodes a uuid with slashes twice, as Zoom decodes it twice', async () => {
    const { requests } = await transcript({ meeting_id: '/ab//c==' }, jsonResponse(documented), file(vtt))
    expect(requests[0]?.url.pathname).toBe('/v2/meetings/%252Fab%252F%252Fc%253D%253D/transcript')
  })

  it('says why there is none, when neither has one', async () => {
    const waiting = jsonResponse({ can_download: false, download_restriction_reason: 'NOT_READY' })
    const refused = transcript({}, waiting, absent(3301, 'There is no recording for this meeting.'))
    await expect(refused).rejects.toMatchObject({
      status: 404,
      reason: expect.stringMatching(/: NOT_READY$/),
    })
  })

  it.each([
    'https://evil.example/rec/download/x',
    'https://zoom.us.evil.example/x',
    'https://other.zoom.us/rec/download/x',
    'http://zoom.us/rec/download/x',
    'not an address',
  ])('does not take the credential to %s', async (download_url) => {
    const refused = transcript({}, jsonResponse({ ...documented, download_url }), file(vtt))
    await expect(refused).rejects.toMatchObject({
      status: 502,
      reason: expect.stringMatching(/not this account/),
    })
  })

  it('does not take a page that refuses, which comes with status 200, for a transcript', async () => {
    const refused = transcript({}, jsonResponse(documented), file('<html>Only the host can download this'))
    await expect(refused).rejects.toMatchObject({ status: 403 })
  })

  it('passes on a refusal of the download, and one that is not about a missing transcript', async () => {
    const gone = new Response('', { status: 410 })
    await expect(transcript({}, jsonResponse(documented), gone)).rejects.toMatchObject({ status: 410 })
    const scope = { code: 4711, message: 'Invalid access token, does not contain scopes:[…].' }
    const refused = transcript({}, jsonResponse(scope, { status: 400 }))
    await expect(refused).rejects.toMatchObject({ status: 400, reason: scope.message })
  })

  it('reads a long transcript on from offset', async () => {
    const long = `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAda: ${'a'.repeat(10_000)}bbb\n`
    const { result } = await transcript({ offset: 10_016 }, jsonResponse(documented), file(long))
    expect(result).toEqual({ transcript: 'bbb', total_chars: 10_019 })
  })
})
