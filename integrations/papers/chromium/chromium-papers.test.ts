import { papersExam } from '../papers.exam.ts'
import { chromiumPapers } from './chromium-papers.ts'
import { testBrowser } from './test-browser.ts'

papersExam('Chromium', async () => chromiumPapers(testBrowser()))
