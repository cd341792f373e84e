/** A family of ids that requirements, formats and promises carry, and tests name. */
export interface IdFamily {
  title: string
  /** Digits after the prefix, zeros included (`S-007` has 3); 1 means none are added. */
  digits: number
  prefix: string
  /** Single numbers and ranges, ends included. */
  numbers: (number | [number, number])[]
}

/** Every id there is to show; an id that a test names and this list lacks is a slip of the pen. */
export const families: IdFamily[] = [
  { title: 'requirements', prefix: 'S-', digits: 3, numbers: [[1, 198]] },
  {
    title: 'exchange in CommerceML',
    prefix: 'CML-',
    digits: 2,
    numbers: [
      [1, 7],
      [10, 23],
      [30, 32],
      [40, 42],
      [50, 54],
      [60, 62],
      [70, 72],
      [80, 86],
    ],
  },
  {
    title: 'exchange over OData',
    prefix: 'OD-',
    digits: 2,
    numbers: [[1, 5], [10, 12], [20, 25], 30, [40, 45]],
  },
  {
    title: 'bank statements',
    prefix: 'CB-',
    digits: 2,
    numbers: [
      [1, 6],
      [10, 13],
      [19, 25],
    ],
  },
  { title: 'Russian documents', prefix: 'DR-', digits: 2, numbers: [[0, 3], 10, 20, 21, 30, 31] },
  { title: 'promises', prefix: 'P', digits: 1, numbers: [[1, 10]] },
  { title: 'processes', prefix: 'TE', digits: 1, numbers: [[1, 7]] },
  { title: 'database', prefix: 'PG', digits: 1, numbers: [[1, 8]] },
  { title: 'crash and recovery', prefix: 'A', digits: 1, numbers: [[1, 12]] },
  { title: 'messages from outside', prefix: 'B', digits: 1, numbers: [[1, 9]] },
  { title: 'hostile files and texts', prefix: 'C', digits: 1, numbers: [[1, 14]] },
  { title: 'identity and access', prefix: 'D', digits: 1, numbers: [[1, 18]] },
  { title: 'load and abuse', prefix: 'E', digits: 1, numbers: [[1, 11]] },
  { title: 'data, time, privacy', prefix: 'F', digits: 1, numbers: [[1, 14]] },
  { title: 'supply chain and configuration', prefix: 'G', digits: 1, numbers: [[1, 6]] },
  { title: 'outgoing connections', prefix: 'EG', digits: 1, numbers: [[1, 3]] },
]

/** The ids of a family in order: `S-001`, `S-002`, … */
export const idsOf = ({ prefix, digits, numbers }: IdFamily): string[] =>
  numbers
    .flatMap(entry => (typeof entry === 'number' ? [entry] : range(...entry)))
    .map(number => `${prefix}${String(number).padStart(digits, '0')}`)

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)
