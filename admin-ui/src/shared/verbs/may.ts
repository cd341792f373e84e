const camel = (verb: string): string => verb.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Whether the server says that this person may do this verb with this record now. */
export const may = (record: { can: Record<string, boolean> }, verb: string): boolean =>
  Boolean(record.can[verb] ?? record.can[camel(verb)])
