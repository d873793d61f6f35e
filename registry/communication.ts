import { discord } from './communication/discord.ts'
import { gmail } from './communication/gmail.ts'
import { outlook } from './communication/outlook.ts'
import { slack } from './communication/slack.ts'
import { telegram } from './communication/telegram.ts'
import { zoom } from './communication/zoom.ts'
import type { Integration } from './define.ts'

/** In the order a person sees them. */
export const communication: readonly Integration[] = [gmail, outlook, slack, discord, telegram, zoom]
