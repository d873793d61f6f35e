import { readFileSync } from 'node:fs'
import { fetch, ProxyAgent, type RequestInit, type Response } from 'undici'

type Page = { readonly url: string; readonly html: string }

/** A program outside the product: real TLS through the proxy, trusting its authority, keeping cookies. */
export const createOutsideClient = (internet: { readonly proxyUrl: string; readonly caPath: string }) => {
  const ca = readFileSync(internet.caPath, 'utf8')
  const dispatcher = new ProxyAgent({ uri: internet.proxyUrl, requestTls: { ca } })
  const cookies = new Map<string, string>()

  const request = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie && { cookie }), ...(init.headers as Record<string, string>) }
    const response = await fetch(url, { ...init, headers, redirect: 'manual', dispatcher })
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line)
    return response
  }
  const postForm = (url: string, fields: Record<string, string>): Promise<Response> =>
    request(url, { method: 'POST', body: new URLSearchParams(fields) })

  /** Follows redirects as a browser does, up to an address that is no web page. */
  const browse = async (url: string, init: RequestInit = {}): Promise<Page> => {
    const response = await request(url, init)
    const location = response.headers.get('location')
    if (!location) return { url, html: await response.text() }
    const next = new URL(location, url)
    return next.protocol === 'https:' ? browse(next.href) : { url: next.href, html: '' }
  }
  /** Sends the page's form, its hidden fields included, with these values. */
  const submit = ({ url, html }: Page, fields: Record<string, string>): Promise<Page> => {
    const hidden = [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)]
    const values = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]))
    const action = new URL(/action="([^"]+)"/.exec(html)?.[1] ?? '', url)
    return browse(action.href, { method: 'POST', body: new URLSearchParams({ ...values, ...fields }) })
  }

  return { request, postForm, browse, submit, close: () => dispatcher.close() }
}

const keepCookie = (cookies: Map<string, string>, line: string): void => {
  const [pair = ''] = line.split(';')
  const separator = pair.indexOf('=')
  const value = pair.slice(separator + 1)
  if (value) cookies.set(pair.slice(0, separator), value)
  else cookies.delete(pair.slice(0, separator))
}
