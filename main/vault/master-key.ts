import { createHmac, createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import { KEY_BYTES } from './cipher.ts'

/** 32 bytes in base64, with or without the padding; anything else decodes to a key nobody meant. */
const BASE64_KEY = /^[A-Za-z0-9+/]{43}=?$/

/** A key as an object: it cannot end up in a log, a message or a copy by accident. */
export function newMasterKey(): KeyObject {
  return createSecretKey(randomBytes(KEY_BYTES))
}

/** @returns undefined when the text is not a 256-bit key in base64 */
export function decodeMasterKey(text: string): KeyObject | undefined {
  const trimmed = text.trim()
  return BASE64_KEY.test(trimmed) ? createSecretKey(Buffer.from(trimmed, 'base64')) : undefined
}

export function encodeMasterKey(key: KeyObject): string {
  return key.export().toString('base64')
}

/** What is stored to recognise the key again; it tells nothing of the key. */
export function checkOf(key: KeyObject): string {
  return createHmac('sha256', key).update('gatehouse key check').digest('base64')
}

export function fitsCheck(key: KeyObject, check: string): boolean {
  const [given, stored] = [Buffer.from(checkOf(key), 'base64'), Buffer.from(check, 'base64')]
  return given.length === stored.length && timingSafeEqual(given, stored)
}
