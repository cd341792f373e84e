import { Router } from 'express'
import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { operations } from '../operations.ts'
import type { AnyOperation } from './operation.ts'

const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
    ref: z.string(),
  })
  .meta({ id: 'Problem', description: 'A refusal, in the language of Accept-Language' })

/** The document of the API, made of the same contracts that check the requests. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {}
  for (const declared of operations) {
    const path = declared.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [declared.method]: describe(declared) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Voronka',
      version: '1',
      description: 'Sums are integer kopecks, times ISO 8601 UTC, ids UUIDv7.',
    },
    paths,
  })
}

function describe(declared: AnyOperation): ZodOpenApiOperationObject {
  const names = [...declared.path.matchAll(/:(\w+)/g)].map(match => match[1] ?? '')
  return {
    operationId: declared.name,
    summary: declared.summary,
    ...(names.length || declared.query
      ? {
          requestParams: {
            ...(names.length
              ? { path: z.object(Object.fromEntries(names.map(name => [name, z.string()]))) }
              : {}),
            ...(declared.query instanceof z.ZodObject ? { query: declared.query } : {}),
          },
        }
      : {}),
    ...(declared.body ? { requestBody: { content: { 'application/json': { schema: declared.body } } } } : {}),
    responses: {
      [`${declared.status ?? 200}`]: {
        description: declared.summary,
        content: { 'application/json': { schema: declared.answer } },
      },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: Problem } } },
    },
  } as ZodOpenApiOperationObject
}

export function openApiRoutes(): Router {
  const router = Router()
  router.get('/api/openapi.json', (_req, res) => {
    res.json(openApiDocument())
  })
  return router
}
