import { execFileSync } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import { type Papers, PapersUnavailable } from '../papers.port.ts'
import { offerOfLines, sampleOffer } from '../sample-papers.ts'
import { type ChromiumPapersOptions, chromiumPapers } from './chromium-papers.ts'
import { testBrowser } from './test-browser.ts'

let papers: Papers
const open = (options: Partial<ChromiumPapersOptions> = {}) => {
  papers = chromiumPapers({ ...testBrowser(), ...options })
  return papers
}
afterEach(() => papers.close())

const small = { template: 'offer', data: sampleOffer, title: 'КП' } as const
const large = { template: 'offer', data: offerOfLines(1_500), title: 'КП' } as const

interface Process {
  pid: number
  parent: number
  state: string
}
const processes = (): Process[] =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .map(([pid, parent, state = '']) => ({ pid: Number(pid), parent: Number(parent), state }))
/** Browsers that this test's process started, alive or dead but not taken away. */
const ourBrowsers = (): Process[] => {
  const name = (pid: number): string => {
    try {
      return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
    } catch {
      return ''
    }
  }
  return processes().filter(({ pid, parent }) => parent === process.pid && /chrom/.test(name(pid)))
}
/** The browser's own processes below it. */
const offspring = (pid: number): number[] => {
  const children = processes().filter(({ parent }) => parent === pid)
  return children.flatMap(child => [child.pid, ...offspring(child.pid)])
}
const browserPid = async (): Promise<number> => {
  await expect.poll(() => ourBrowsers().filter(b => b.state[0] !== 'Z').length, { timeout: 10_000 }).toBe(1)
  return ourBrowsers()[0]?.pid ?? 0
}
const gone = (pid: number): boolean => !processes().some(p => p.pid === pid && p.state[0] !== 'Z')

describe('A browser that ends in the middle of papers', () => {
  it('A12 killed with -9: each paper is made in a new browser, no process is left behind', async () => {
    const maker = open()
    const calm = await maker.render(small)
    const first = await browserPid()
    const below = offspring(first)
    const orders = [maker.render(large), maker.render(small), maker.render(small)]
    process.kill(first, 'SIGKILL')
    const [long, ...short] = await Promise.all(orders)
    expect(long?.pages).toBeGreaterThan(40)
    expect(short.map(paper => paper.sha256)).toEqual([calm.sha256, calm.sha256])
    const second = await browserPid()
    expect(second).not.toBe(first)
    await expect.poll(() => below.filter(pid => !gone(pid)), { timeout: 10_000 }).toEqual([])
    expect(ourBrowsers().filter(b => b.state.startsWith('Z'))).toEqual([])
    await maker.close()
    await expect.poll(ourBrowsers, { timeout: 10_000 }).toEqual([])
  })

  it('A12 hanging: it is ended after the term, and the paper is made in a new one', async () => {
    const maker = open({ milliseconds: 2_500 })
    const calm = await maker.render(small)
    const first = await browserPid()
    for (const pid of [first, ...offspring(first)]) process.kill(pid, 'SIGSTOP')
    expect((await maker.render(small)).sha256).toBe(calm.sha256)
    expect(await browserPid()).not.toBe(first)
    expect(gone(first)).toBe(true)
  })

  it('A12 that cannot be started: says so after a limited number of tries', async () => {
    const maker = open({ executablePath: '/nowhere/chromium', tries: 2 })
    await expect(maker.render(small)).rejects.toBeInstanceOf(PapersUnavailable)
    expect(await maker.preview('offer', sampleOffer)).toContain('Коммерческое предложение')
  })

  it('is replaced after so many papers, and those on their way are finished', async () => {
    const maker = open({ papersPerBrowser: 2 })
    const calm = await maker.render(small)
    const first = await browserPid()
    const made = await Promise.all(Array.from({ length: 5 }, () => maker.render(small)))
    expect(new Set(made.map(paper => paper.sha256))).toEqual(new Set([calm.sha256]))
    await expect.poll(() => gone(first), { timeout: 10_000 }).toBe(true)
  })
})
