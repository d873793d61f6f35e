import { convert } from 'html-to-text'

/**
 * The HTML of a post or profile as plain text: links keep their address, mentions and hashtags are their own.
 *
 * @see https://docs.joinmastodon.org/api/guidelines/#formatting
 */
export function textOfPost(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'img', format: 'skip' },
      // “RE: <link>”, put there for servers that know no quotes; the quoted post is named by its id.
      { selector: '.quote-inline', format: 'skip' },
      { selector: 'a.mention', format: 'anchor', options: { ignoreHref: true } },
      { selector: 'a.hashtag', format: 'anchor', options: { ignoreHref: true } },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    ],
  }).trim()
}
