import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { PairedApp } from '../apps/apps.ts'
import { parseInput } from '../exposure/parse-input.ts'
import type { ListedTool } from '../tools/listing.ts'
import type { RunAnswer, RunOptions, RunTool } from '../tools/run-tool.ts'

export const GET_RESULT = 'gatehouse_get_result'

const parameters = z.strictObject({
  approval_id: z.string().max(100).optional().describe('From an approval_pending answer'),
  result_id: z.string().max(100).optional().describe('From an answer that was cut'),
  offset: z.int().min(0).default(0).describe('next_offset of the part before'),
})

const { $schema: _dialect, ...schema } = z.toJSONSchema(parameters, { io: 'input' })

export const getResultTool: ListedTool = {
  name: GET_RESULT,
  description:
    'Fetch the result of a call that waited for approval, or the next part of a long result. Give approval_id or result_id.',
  effect: 'read',
  inputSchema: schema as unknown as ListedTool['inputSchema'],
}

/** @throws HubError INVALID_PARAMS, RESOURCE_NOT_FOUND, or whatever the call itself ended with */
export async function getResult(
  runTool: RunTool,
  app: PairedApp,
  input: unknown,
  options: RunOptions,
): Promise<RunAnswer> {
  const { approval_id: approvalId, result_id: resultId, offset } = parseInput(GET_RESULT, parameters, input)
  if (approvalId !== undefined && resultId === undefined) {
    return await runTool.resultOfApproval(app, approvalId, options)
  }
  if (resultId !== undefined && approvalId === undefined) {
    return { kind: 'data', data: await runTool.resultPage(app, resultId, offset) }
  }
  throw new HubError('INVALID_PARAMS', sentences.bridge.call.oneId)
}
