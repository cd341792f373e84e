/** Whether the server says that this person may do this verb with this record now (`set-lines` is told as `set_lines`). */
export const may = (record: { can: Record<string, boolean> }, verb: string): boolean =>
  Boolean(record.can[verb.replaceAll('-', '_')])
