import { CommandRecord } from '#domain/shared/command-record.entity.ts'
import { CommandStatusAnswer } from '../reports/reports.contract.ts'
import { operation } from './operation.ts'

export const commandStatusOperations = [
  operation({
    name: 'getCommandStatus',
    method: 'get',
    // Not `:id`: a command is named by a hash, not by a UUID.
    path: '/api/commands/:command',
    summary: "The end of the caller's own command that was answered with 202",
    via: 'read',
    may: 'signed_in',
    answer: CommandStatusAnswer,
    async handle({ em, params, actor }) {
      const { id, status, answer } = await em.findOneOrFail(CommandRecord, {
        id: params.command ?? '',
        actorId: actor.id,
      })
      return { id, done: status != null, status: status ?? null, answer: answer ?? null }
    },
  }),
]
