import { describe, expect, it } from 'vitest'
import { checkTemplate, TemplateRefused } from './template-rules.ts'

const allowed = { helpers: new Set(['if', 'each', 'with', 'money']), partials: new Set(['row']) }

describe('A template', () => {
  it.each([
    ['{{{name}}}', 'unescaped'],
    ['{{&name}}', 'unescaped'],
    ['{{#if name}}{{{name}}}{{/if}}', 'unescaped'],
    ['{{lookup this "constructor"}}', 'lookup'],
    ['{{log name}}', 'log'],
    ['{{constructor.constructor}}', 'constructor'],
    ['{{this.__proto__}}', '__proto__'],
    ['{{money this.[constructor]}}', 'constructor'],
    ['{{#with (lookup this "x")}}{{/with}}', 'lookup'],
    ['{{> (money name)}}', 'partial'],
    ['{{> unknown}}', 'partial'],
    ['{{#> row}}x{{/row}}', 'partial'],
    ['{{#*inline "row"}}x{{/inline}}', 'decorator'],
    ['{{* decorate}}', 'decorator'],
    ['{{evil name}}', 'evil'],
    ['{{#evil}}{{/evil}}', 'evil'],
    ['{{helperMissing name}}', 'helperMissing'],
    ['{{#blockHelperMissing name}}{{/blockHelperMissing}}', 'blockHelperMissing'],
  ])('C9 may not say %s', (source, why) => {
    expect(() => checkTemplate(source, allowed)).toThrow(TemplateRefused)
    expect(() => checkTemplate(source, allowed)).toThrow(why)
  })

  it('may use facts, the helpers and the partials of the lists', () => {
    const source = '{{#each lines}}{{#if (money sum)}}{{name}}{{> row line=this}}{{/if}}{{/each}}'
    expect(() => checkTemplate(source, allowed)).not.toThrow()
  })

  it('is told the place of what is refused', () => {
    expect(() => checkTemplate('первая\n  {{{name}}}', allowed)).toThrow('2:2')
  })
})
