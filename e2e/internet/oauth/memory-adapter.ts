type Payload = Record<string, unknown> & {
  grantId?: string
  uid?: string
  userCode?: string
  consumed?: number
}

/** What oidc-provider calls to keep codes, tokens, sessions and grants: here maps that end with the run. */
export const createMemoryAdapter = () => {
  const models = new Map<string, Map<string, Payload>>()
  const rows = (model: string): Map<string, Payload> => {
    const found = models.get(model) ?? new Map<string, Payload>()
    models.set(model, found)
    return found
  }
  return (model: string) => ({
    upsert: async (id: string, payload: Payload) => void rows(model).set(id, { ...payload }),
    find: async (id: string) => rows(model).get(id),
    findByUid: async (uid: string) => [...rows(model).values()].find((row) => row.uid === uid),
    findByUserCode: async (code: string) => [...rows(model).values()].find((row) => row.userCode === code),
    consume: async (id: string) => {
      const row = rows(model).get(id)
      if (row) row.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id: string) => void rows(model).delete(id),
    revokeByGrantId: async (grantId: string) => {
      for (const [id, row] of rows(model)) if (row.grantId === grantId) rows(model).delete(id)
    },
  })
}
