import polyglotI18nProvider from 'ra-i18n-polyglot'
import type { I18nProvider } from 'react-admin'
import { speak } from '../data/http.ts'
import { prefer, preferences } from '../preferences.ts'
import { raRu } from './ra-ru.ts'
import { ru } from './ru.ts'

const russian = { ...raRu, ...ru }

async function english() {
  const [{ default: raEn }, { en }] = await Promise.all([import('ra-language-english'), import('./en.ts')])
  return { ...raEn, ...en }
}

const provider = polyglotI18nProvider(
  locale => (locale === 'en' ? english() : russian),
  'ru',
  [
    { locale: 'ru', name: 'Русский' },
    { locale: 'en', name: 'English' },
  ],
  { allowMissing: true, onMissingKey: (key: string) => key },
)

function remember(locale: string): void {
  const known = locale === 'en' ? 'en' : 'ru'
  speak(known)
  document.documentElement.lang = known
  if (preferences().locale !== known) prefer({ locale: known })
}

/** Russian at once, English when chosen; the choice also goes to the server with each request. */
export const i18nProvider: I18nProvider = {
  ...provider,
  changeLocale: async locale => {
    await provider.changeLocale(locale)
    remember(locale)
  },
}

/** Before the first screen: the language chosen last time. */
export async function startInChosenLanguage(): Promise<void> {
  const { locale } = preferences()
  if (locale === 'en') await i18nProvider.changeLocale('en')
  else remember('ru')
}
