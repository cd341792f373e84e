import { describe, expect, it } from 'vitest'
import { environmentOf, readSettings } from './settings.ts'

const settings = (env: NodeJS.ProcessEnv = {}, ...argv: string[]) => readSettings(env, argv)

describe('settings', () => {
  it('are those of the outer contract when nothing is given', () => {
    expect(settings()).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      temporal: { address: null, namespace: 'default', cli: null },
      locale: 'ru',
      empty: false,
      secureCookies: false,
      queues: ['core', 'render'],
    })
    expect(settings().dataDir).toMatch(/\/\.voronka$/)
    expect(settings({ VORONKA_DATA: '/data' }).secretFile).toBe('/data/secret.json')
  })

  it('may be given as flags of the same name, which win over the environment', () => {
    const env = { PORT: '4000', VORONKA_DATA: '/elsewhere' }
    expect(settings(env, '--port', '0', '--empty').port).toBe(0)
    expect(settings(env, '--PORT=5000').port).toBe(5000)
    expect(settings(env, '--voronka-data', '/here').dataDir).toBe('/here')
    expect(settings(env, '--data=/here', '--empty')).toMatchObject({
      dataDir: '/here',
      empty: true,
      port: 4000,
    })
    expect(settings(env, '--empty', '--port', '1').empty).toBe(true)
  })

  it('name the queues of one worker', () => {
    expect(settings({}, '--queues', 'core,exchange,render').queues).toEqual(['core', 'exchange', 'render'])
  })

  it('a child reads the very settings of its parent, flags included', () => {
    const all = settings(
      {
        DATABASE_URL: 'postgres://u:p@h/d',
        TEMPORAL_ADDRESS: 'h:7233',
        SMTP_URL: 'smtp://h',
        METRICS_ALLOW: '10.0.0.1, ::1',
      },
      ...[
        '--port',
        '0',
        '--empty',
        '--browser',
        '/usr/bin/chrome',
        '--browser-libraries',
        '/lib',
        '--admin-password',
        'x',
      ],
      ...['--host', '0.0.0.0', '--allow-plain-http', '--queues', 'core', '--locale', 'en', '--data', '/data'],
    )
    expect(readSettings(environmentOf(all), [])).toEqual(all)
    expect(readSettings(environmentOf(all, { port: 7, underParent: true }), [])).toEqual({
      ...all,
      port: 7,
      underParent: true,
    })
    expect(readSettings(environmentOf(settings()), [])).toEqual(settings())
  })

  it('empty ones count as not given', () => {
    expect(settings({ PORT: '', SMTP_URL: '' })).toMatchObject({ port: 3000, smtpUrl: null })
  })

  it.each([
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: 'http' }],
    ['HOST', { HOST: 'not a host' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x/y' }],
    ['TEMPORAL_ADDRESS', { TEMPORAL_ADDRESS: 'http://engine:7233' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example.org' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['VORONKA_LOCALE', { VORONKA_LOCALE: 'de' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'yes' }],
    ['VORONKA_QUEUES', { VORONKA_QUEUES: 'core,fast' }],
  ])('a wrong %s ends the start with a sentence that names it', (name, env) => {
    expect(() => settings(env)).toThrow(new RegExp(`^${name}: `))
  })

  it('a wrong flag is refused by its name', () => {
    expect(() => settings({}, '--prot', '1')).toThrow('--prot')
    expect(() => settings({}, 'demo')).toThrow('demo')
  })

  it('a refused address does not show its password', () => {
    expect(() => settings({ DATABASE_URL: 'mysql://user:hidden@x/y' })).not.toThrow(/hidden/)
  })

  it('plain HTTP is for this machine unless somebody answers for the network', () => {
    expect(() => settings({ HOST: '0.0.0.0' })).toThrow(/^HOST: .*ALLOW_PLAIN_HTTP=1/)
    expect(() => settings({ VORONKA_BASE_URL: 'http://crm.office' })).toThrow(/^VORONKA_BASE_URL: /)
    expect(settings({ HOST: '0.0.0.0', ALLOW_PLAIN_HTTP: '1' }).host).toBe('0.0.0.0')
    expect(settings({ HOST: '0.0.0.0', VORONKA_BASE_URL: 'https://crm.example.org/' })).toMatchObject({
      baseUrl: 'https://crm.example.org',
      secureCookies: true,
    })
  })

  it('are refused in English where English is asked for', () => {
    expect(() => settings({ VORONKA_LOCALE: 'en', PORT: 'x' })).toThrow('is not a port')
  })
})
