import type { PartEvent } from './supervise.ts'

/** What the parent shows at the terminal, in one language. */
export interface Screen {
  say(russian: string, english: string): string
  line(text: string): void
  /** Runs one step and shows one line for it with its time. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Tells of a part that died or came back. */
  part(event: PartEvent): void
}

/** @param print receives whole lines without their end */
export function openScreen(locale: 'ru' | 'en', print: (line: string) => void): Screen {
  const say = (russian: string, english: string) => (locale === 'en' ? english : russian)
  const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1).padStart(6)
  return {
    say,
    line: print,
    async step(name, work) {
      const began = performance.now()
      try {
        const result = await work()
        print(`  ✓ ${seconds(began)} ${say('с', 's')}  ${name}`)
        return result
      } catch (error) {
        print(`  ✗ ${seconds(began)} ${say('с', 's')}  ${name}`)
        throw error
      }
    },
    part({ part, is, detail }) {
      const words = {
        died: say(
          `${part} остановился (${detail}), запускаю снова`,
          `${part} ended (${detail}), starting it again`,
        ),
        back: say(`${part} снова работает`, `${part} works again`),
        failed: say(`${part} не запускается: ${detail}`, `${part} does not start: ${detail}`),
      }
      print(`  ${is === 'back' ? '✓' : '!'} ${words[is]}`)
    },
  }
}
