import { join } from 'node:path'
import { expect, it } from 'vitest'
import { filesOfFirstLoad, weightOfFirstLoad } from './first-load.ts'
import { root } from './lock-file.ts'

const KiB = 1024

it('counts the entry, the page and what both import, each once, and nothing that loads later', () => {
  const manifest = {
    'index.html': { file: 'i.js', isEntry: true, imports: ['_shared'], dynamicImports: ['src/B.tsx'] },
    'src/A.tsx': { file: 'a.js', imports: ['_shared', '_form'] },
    'src/B.tsx': { file: 'b.js' },
    _shared: { file: 's.js' },
    _form: { file: 'f.js', imports: ['_shared'] },
  }
  expect(filesOfFirstLoad(manifest, 'src/A.tsx').sort()).toEqual(['a.js', 'f.js', 'i.js', 's.js'])
})

it.each(['src/engagement/TodayPage.tsx'])('the first load of %s weighs at most 350 KiB gzipped', page => {
  expect(weightOfFirstLoad(join(root, 'admin-ui/dist'), page) / KiB).toBeLessThanOrEqual(350)
})
