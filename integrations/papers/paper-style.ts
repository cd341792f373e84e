import { paperSizes as s } from '#domain/shared/look-tokens.ts'
import { paperFont } from './paper-fonts.ts'

const { margins } = s

/**
 * The style of all papers out of the look's tokens. `accent` is the company's own colour, if it chose one.
 * The foot of a page is written by the page's margin boxes: title on the left, «2 из 5» on the right.
 */
export const paperStyle = ({ title, accent }: { title: string; accent: string | null }): string => `
@page {
  size: A4;
  margin: ${margins.top} ${margins.right} ${margins.bottom} ${margins.left};
  @bottom-left { content: ${cssString(title)}; ${foot} width: 75% }
  @bottom-right { content: counter(page) ' из ' counter(pages); ${foot} text-align: right }
}
* { box-sizing: border-box; margin: 0; padding: 0 }
:root { --accent: ${accent ?? s.ink} }
html { font: 400 ${s.body}/1.4 '${paperFont}'; color: ${s.ink}; background: none; -webkit-print-color-adjust: exact }
body { hyphens: manual; overflow-wrap: break-word }
p, dd { orphans: 2; widows: 2 }
.strong { font-weight: 500 }
.caption, .note, .small-print, figcaption, .ground { color: ${s.second}; font-size: ${s.small} }
h1 { font-size: ${s.title}; font-weight: 600; line-height: 1.2; letter-spacing: -0.005em }
h2 { font-size: ${s.body}; font-weight: 600; margin: 4mm 0 1.2mm; break-after: avoid }
.centred { text-align: center }
.ruled { border-bottom: 0.6mm solid var(--accent); padding-bottom: 2mm; margin-bottom: 4mm }

.letterhead { display: flex; justify-content: space-between; align-items: flex-start; gap: 10mm; padding-bottom: 4mm; margin-bottom: 6mm; border-bottom: 0.2mm solid ${s.hairline} }
.letterhead.bare { border: 0; padding: 0; margin-bottom: 5mm }
.logo { display: block; max-height: ${s.logoHeight}; max-width: 70mm }
.wordmark { font-size: ${s.title}; font-weight: 600; color: var(--accent); line-height: 1.2 }
.requisites { text-wrap: pretty; font-style: normal; font-size: ${s.small}; color: ${s.second}; text-align: right; max-width: 115mm; font-variant-numeric: tabular-nums }
.requisites .strong { color: ${s.ink} }

.opening { display: flex; justify-content: space-between; gap: 10mm; margin-bottom: 6mm }
.opening h1 { max-width: 95mm }
.dates { color: ${s.second}; margin-top: 1.5mm }
.addressee { text-align: right; max-width: 75mm; padding-top: 0.8mm }
.subject { font-size: ${s.lead}; font-weight: 500; margin-bottom: 2mm }
.prose { margin-bottom: 5mm; white-space: pre-line; max-width: 150mm }

.lines { width: 100%; border-collapse: collapse; font-size: ${s.table}; line-height: 1.3; font-variant-numeric: tabular-nums }
.lines thead { display: table-header-group }
.lines th { font-weight: 400; font-size: ${s.small}; color: ${s.second}; text-align: left; vertical-align: bottom; padding: 1.6mm 1.5mm; border-bottom: 0.3mm solid ${s.ink}; white-space: nowrap }
.lines td { padding: 1.7mm 1.5mm; vertical-align: top; border-bottom: 0.2mm solid ${s.hairline} }
.lines tr { break-inside: avoid }
.lines tbody.tail { break-inside: avoid }
.lines th:first-child, .lines td:first-child { padding-left: 0 }
.lines th:last-child, .lines td:last-child { padding-right: 0 }
.lines .no { width: 8mm; color: ${s.second} }
.lines .sku { color: ${s.second}; white-space: nowrap }
.lines .name { width: 42% }
.lines .figure { text-align: right; white-space: nowrap }
.lines .unit, .lines .place, .lines .supply { white-space: nowrap }
.lines .supply { color: ${s.second}; padding-left: 3mm }
.lines .picked { width: 22mm } .lines .done { width: 8mm; text-align: center }
.pick_list td { padding-top: 2.6mm; padding-bottom: 2.6mm }
.pick_list tbody .picked { border-left: 0.2mm solid ${s.hairline}; border-right: 0.2mm solid ${s.hairline} }
.lines tr.sums td { border: 0; padding: 4mm 0 0 }
.mark { width: 4mm; height: 4mm; fill: none; stroke: ${s.ink}; stroke-width: 1; vertical-align: middle }
.mark.tick { stroke-width: 1.6; width: 3mm; height: 3mm }

.sums-list { margin-left: auto; width: fit-content }
.sums-list div { display: flex; justify-content: space-between; gap: 12mm; padding: 0.4mm 0 }
.sums-list dt { color: ${s.second} }
.sums-list dd { min-width: 30mm; text-align: right; white-space: nowrap }
.sums-list .gross { border-top: 0.3mm solid ${s.ink}; margin-top: 1.2mm; padding-top: 1.6mm; font-size: ${s.lead}; font-weight: 600 }
.sums-list .gross dt { color: inherit }
.sums-block .words { text-align: right; color: ${s.second}; margin-top: 1.2mm }
.counted { margin-top: 4mm }
td > .words { font-weight: 600 }

.terms { display: grid; grid-template-columns: 28mm 1fr; row-gap: 2.4mm; margin-top: 5mm; padding-top: 4mm; border-top: 0.2mm solid ${s.hairline} }
.terms div { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; break-inside: avoid }
.terms dt { color: ${s.second} }
.terms dd { white-space: pre-line }
.closing { display: grid; grid-template-columns: 1fr 1fr; column-gap: 12mm; margin-top: 7mm; break-inside: avoid; break-before: avoid }
.card { border-left: 0.6mm solid var(--accent); padding-left: 4mm }
.sign-off { align-self: end }
.sign-off .signature-line, .side .signature-line { border-bottom: 0.2mm solid ${s.ink}; height: 10mm; margin-bottom: 1mm }
.closing .small-print { grid-column: 1 / -1; margin-top: 5mm }

.warning { font-size: ${s.small}; color: ${s.second}; white-space: pre-line; margin-bottom: 4mm; text-align: center; text-wrap: balance }
.to-pay { display: flex; gap: 5mm; align-items: flex-start; margin-bottom: 7mm }
.payment { flex: 1; border-collapse: collapse; font-size: ${s.table}; line-height: 1.3; table-layout: fixed; font-variant-numeric: tabular-nums }
.payment td { border: 0.2mm solid ${s.ink}; padding: 1mm 1.5mm; vertical-align: top }
.payment .key { width: 14mm } .payment .value { width: 42mm }
.payment .with-caption { height: 12mm }
.payment .caption { margin-top: 1mm }
.payment .open-below { border-bottom: 0 } .payment .open-above { border-top: 0 }
.qr-box { width: min-content; text-align: center; flex: none }
.qr { display: block; fill: ${s.ink} }
figcaption { line-height: 1.2; font-size: 7pt }

.parties { display: grid; grid-template-columns: 34mm 1fr; gap: 1.6mm 3mm; margin-bottom: 5mm }
.parties div { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid }
.parties dt { color: ${s.second}; font-size: ${s.table} }
.parties dd { font-weight: 500 }
.remark { white-space: pre-line }
.part { font-weight: 400; font-size: ${s.lead}; margin-left: 3mm; color: ${s.second} }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 10mm; margin-top: 8mm; padding-top: 2mm }
.signature { display: flex; align-items: flex-end; gap: 2mm; white-space: nowrap }
.signature .signature-line { flex: 1; border-bottom: 0.2mm solid ${s.ink}; min-width: 15mm; height: 8mm }
td > .small-print { margin-top: 6mm }

.place-and-date { display: flex; justify-content: space-between; margin: 3mm 0 6mm }
.clauses p { text-wrap: pretty; margin-bottom: 1.2mm }
.closing-of-contract { break-inside: avoid }
.two-sides { display: grid; grid-template-columns: 1fr 1fr; gap: 12mm }
.side { font-size: ${s.table}; font-variant-numeric: tabular-nums }
.signing { margin-top: 6mm }
.stamp { color: ${s.second}; font-size: ${s.small}; margin-top: 1mm }
.annex { break-before: page }
.annex-of { text-align: right; font-size: ${s.table}; color: ${s.second} }
.annex h1 { margin: 4mm 0 5mm }

.draft-mark { position: fixed; inset: 0; z-index: -1; display: grid; place-items: center }
.draft-mark span { font-size: 84pt; font-weight: 600; color: color-mix(in srgb, ${s.draft} 60%, white); transform: rotate(-38deg) }
@media screen { body { width: 210mm; min-height: 297mm; margin: 0 auto; padding: ${margins.top} ${margins.right} ${margins.bottom} ${margins.left}; background: white; position: relative } }
`

const foot = `font: 400 7.5pt '${paperFont}'; color: ${s.second}; vertical-align: top; padding-top: 4mm;`

/** Any text as a CSS string that cannot end early, nor end the style element. */
const cssString = (text: string): string =>
  `'${text.replaceAll(/[^\p{L}\p{N} .,№«»()\-–—/]/gu, char => `\\${char.codePointAt(0)?.toString(16)} `)}'`
