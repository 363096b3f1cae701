import { z } from 'zod'
import { type Call, routeOf } from '#shared/contract/call.ts'
import { allCalls } from '#shared/contract/contract.ts'
import { errorCodes } from '#shared/errors.ts'

/** The contract in the form that other programs read. */
export function openApi(version: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: { title: 'Ankan 安瞰', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths: Object.fromEntries(allCalls().map((call) => [routeOf(call), { post: operation(call) }])),
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer' },
        device: { type: 'http', scheme: 'basic' },
      },
      schemas: {
        Refusal: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: {
                code: { type: 'string', enum: Object.keys(errorCodes) },
                message: { type: 'string' },
                details: { type: 'object' },
              },
            },
          },
        },
      },
    },
  }
}

function operation(call: Call): Record<string, unknown> {
  const refusal = { description: 'Refused', content: json({ $ref: '#/components/schemas/Refusal' }) }
  return {
    operationId: call.name.replace(':', '-'),
    tags: [call.name.split(':')[0]],
    summary: call.help,
    'x-kind': call.kind,
    'x-permission': call.may,
    security: call.may === 'anyone' ? [] : call.may === 'readings.push' ? [{ device: [] }] : [{ session: [] }],
    requestBody: { required: true, content: json(schemaOf(call.input, 'input')) },
    responses: { 200: { description: 'Done', content: contentOf(call) }, default: refusal },
  }
}

function contentOf(call: Call): Record<string, unknown> {
  if (call.file !== undefined) return { [call.file]: { schema: { type: 'string', format: 'binary' } } }
  return json(schemaOf(call.output, 'output'))
}

function json(schema: unknown): Record<string, unknown> {
  return { 'application/json': { schema } }
}

export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return rest
}
