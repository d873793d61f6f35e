import { create, type StoreApi, type UseBoundStore } from 'zustand'
import { toProblem, type Problem } from '../hub.ts'

/** Something read from the main process as a whole and read again when it changes. */
export interface Resource<T> {
  /** The last good answer; stays while a newer one is on its way or has failed. */
  readonly value: T | null
  readonly problem: Problem | null
  readonly load: () => Promise<void>
  /** Reads again, but only what somebody has asked for before. */
  readonly refresh: () => void
}

/** @param read asks the main process; of several answers under way only the latest counts */
export function createResource<T>(read: () => Promise<T>): UseBoundStore<StoreApi<Resource<T>>> {
  let latest = 0
  return create<Resource<T>>((set, get) => ({
    value: null,
    problem: null,
    async load() {
      const mine = ++latest
      try {
        const value = await read()
        if (mine === latest) set({ value, problem: null })
      } catch (thrown) {
        if (mine === latest) set({ problem: toProblem(thrown) })
      }
    },
    refresh() {
      if (latest > 0) void get().load()
    },
  }))
}
