import type { Locale } from '../shared/fact.ts'

/** Words of the channels we know; a channel that somebody else names is shown as it came. */
const channels: Record<string, Record<Locale, string>> = {
  site: { ru: 'с сайта', en: 'from the site' },
  form: { ru: 'из формы на сайте', en: 'from a form on the site' },
  phone: { ru: 'по телефону', en: 'by phone' },
  mail: { ru: 'по почте', en: 'by mail' },
  email: { ru: 'по почте', en: 'by mail' },
  messenger: { ru: 'из мессенджера', en: 'from a messenger' },
}

/** How the inquiry came, to stand beside it: 'с сайта'. */
export const channelWords = (channel: string, locale: Locale): string =>
  channels[channel]?.[locale] ?? channel
