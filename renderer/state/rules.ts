import { create } from 'zustand'
import { useEffect, useState } from 'react'
import type {
  AppPolicies,
  Explanation,
  Forgetting,
  RuleTool,
  RuleTrial,
} from '../../preload/contract/grant.ts'
import type { RequestInput, RequestOutput } from '../../preload/contract/requests.ts'
import type { Policy } from '../../preload/contract/shapes.ts'
import { request } from '../hub.ts'
import { useGrants } from './apps.ts'
import { createResource } from './resource.ts'

/** When remembered answers end by themselves. */
export const useForgetting = createResource(() => request('rules.readForgetting', {}))

/** Grows whenever what a tool does may have changed. */
const useRuleChanges = create(() => ({ count: 0 }))

/** To be called when settings or remembered answers have changed. */
export function rulesChanged(): void {
  useRuleChanges.setState(({ count }) => ({ count: count + 1 }))
  useForgetting.getState().refresh()
}

export async function setForgetting(forgetting: Forgetting): Promise<void> {
  useForgetting.setState({ value: await request('rules.setForgetting', forgetting) })
}

export async function addRule(rule: RequestInput<'grants.add'>): Promise<void> {
  await request('grants.add', rule)
  await useGrants.getState().load()
}

export async function updateRule(rule: RequestInput<'grants.update'>): Promise<void> {
  await request('grants.update', rule)
  await useGrants.getState().load()
}

/** @returns how many ended */
export async function revokeAll(appId: string | null): Promise<number> {
  const { revoked } = await request('grants.revokeAll', appId === null ? {} : { appId })
  await useGrants.getState().load()
  return revoked
}

export async function tryRule(question: RequestInput<'rules.test'>): Promise<RuleTrial> {
  return await request('rules.test', question)
}

export async function setAppPolicy(appId: string, tool: string | null, policy: Policy | null): Promise<void> {
  await request('policies.set', { appId, policy, ...(tool !== null && { tool }) })
  rulesChanged()
}

/** What happens when the tool is called; null until it is known. */
export function useExplanation(tool: string): Explanation | null {
  return useAnswer('policies.explain', { tool })
}

/** What is set for one app; null until it is known. */
export function useAppPolicies(appId: string): AppPolicies | null {
  return useAnswer('policies.listOfApp', { appId })
}

/** What a rule for the app can be about; null until it is known. */
export function useRuleTools(appId: string): readonly RuleTool[] | null {
  return useAnswer('rules.listTools', { appId })
}

type Asked = 'policies.explain' | 'policies.listOfApp' | 'rules.listTools'

interface Answer<R extends Asked> {
  readonly question: string
  readonly value: RequestOutput<R>
}

/** Asks again when the question changes, or what may change the answer. A failure leaves the last answer. */
function useAnswer<R extends Asked>(route: R, input: RequestInput<R>): RequestOutput<R> | null {
  const changes = useRuleChanges(({ count }) => count)
  const [answer, setAnswer] = useState<Answer<R> | null>(null)
  const question = JSON.stringify(input)
  useEffect(() => {
    let isWanted = changes >= 0
    request(route, JSON.parse(question) as RequestInput<R>).then(
      (value) => {
        if (isWanted) setAnswer({ question, value })
      },
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [route, question, changes])
  return answer?.question === question ? answer.value : null
}
