/** Whether the server says that this person may do this verb with this record now (`set-lines` may be told as `set_lines`). */
export const may = (record: { can: Record<string, boolean> }, verb: string): boolean =>
  Boolean(record.can[verb] ?? record.can[verb.replaceAll('-', '_')])
