import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A server of this machine that a paper must never reach; it notes every connection, asked for anything or not. */
export interface Canary extends AsyncDisposable {
  port: number
  /** Paths that were asked for, `(connection)` for each connection opened. */
  hits: Set<string>
}

export const canaryText = 'Канарейка поёт'

export async function startCanary(): Promise<Canary> {
  const hits = new Set<string>()
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    hits.add(request.url ?? '?')
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<p>${canaryText}</p>`)
  })
  server.on('upgrade', (request, socket) => {
    hits.add(request.url ?? '?')
    socket.destroy()
  })
  server.on('connection', socket => {
    hits.add('(connection)')
    sockets.add(socket)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    hits,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Every way by which a page is known to reach out, one name per way. */
export const probes = {
  img: (at: string) => `<img src="${at}">`,
  background: (at: string) => `<div style="background: url(${at}); height: 9px">.</div>`,
  stylesheet: (at: string) => `<link rel="stylesheet" href="${at}">`,
  cssImport: (at: string) => `<style>@import url(${at});</style>`,
  font: (at: string) =>
    `<style>@font-face { font-family: probe; src: url(${at}) }</style><p style="font-family: probe">a</p>`,
  iframe: (at: string) => `<iframe src="${at}" width="400" height="90"></iframe>`,
  object: (at: string) => `<object data="${at}" width="400" height="90"></object>`,
  embed: (at: string) => `<embed src="${at}" width="400" height="90">`,
  svgImage: (at: string) => `<svg><image href="${at}" width="9" height="9"/></svg>`,
  svgUse: (at: string) => `<svg><use href="${at}#x"/></svg>`,
  poster: (at: string) => `<video poster="${at}"></video>`,
  audio: (at: string) => `<audio src="${at}" preload="auto"></audio>`,
  icon: (at: string) => `<link rel="icon" href="${at}">`,
  prefetch: (at: string) => `<link rel="prefetch" href="${at}">`,
  preload: (at: string) => `<link rel="preload" as="image" href="${at}">`,
  preconnect: (at: string) => `<link rel="preconnect" href="${at}">`,
  speculation: (at: string) =>
    `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${at}"],"eagerness":"immediate"}]}</script>`,
  refresh: (at: string) => `<meta http-equiv="refresh" content="0; url=${at}">`,
  frameRefresh: (at: string) =>
    `<iframe srcdoc='<meta http-equiv="refresh" content="0; url=${at}">' width="400" height="90"></iframe>`,
  script: (at: string) => `<script src="${at}"></script>`,
  fetch: (at: string) => `<script>fetch("${at}")</script>`,
  beacon: (at: string) => `<script>navigator.sendBeacon("${at}")</script>`,
  webSocket: (at: string) => `<script>new WebSocket("${at.replace('http', 'ws')}")</script>`,
  eventSource: (at: string) => `<script>new EventSource("${at}")</script>`,
  window: (at: string) => `<script>open("${at}")</script>`,
  worker: (at: string) =>
    `<script>new Worker(URL.createObjectURL(new Blob(['fetch("${at}")'], { type: 'text/javascript' })))</script>`,
} satisfies Record<string, (at: string) => string>
