import { NODE_HEIGHT, NODE_WIDTH } from '#domain/sales/lay-out-funnel.ts'

interface Corner {
  x: number
  y: number
}

/** `d` of the line between two stages: forward from side to side, back underneath. */
export function edgePath(a: Corner, b: Corner): string {
  const middle = NODE_HEIGHT / 2
  if (b.x > a.x) {
    const [x1, y1, x2, y2] = [a.x + NODE_WIDTH, a.y + middle, b.x, b.y + middle]
    const bend = (x2 - x1) / 2
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
  }
  const [x1, x2] = [a.x + NODE_WIDTH / 2, b.x + NODE_WIDTH / 2]
  const below = Math.max(a.y, b.y) + NODE_HEIGHT + 28
  return `M${x1} ${a.y + NODE_HEIGHT}C${x1} ${below} ${x2} ${below} ${x2} ${b.y + NODE_HEIGHT}`
}
