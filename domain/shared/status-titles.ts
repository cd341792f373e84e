/** Short titles by HTTP status, for the `title` of problem+json. */
export const statusTitles: Readonly<Record<number, { ru: string; en: string }>> = {
  400: { ru: 'Неверный запрос', en: 'Malformed request' },
  401: { ru: 'Нужен вход', en: 'Sign-in needed' },
  403: { ru: 'Нет доступа', en: 'Not allowed' },
  404: { ru: 'Не найдено', en: 'Not found' },
  405: { ru: 'Так нельзя', en: 'Method not allowed' },
  409: { ru: 'Сейчас нельзя', en: 'Not possible now' },
  412: { ru: 'Запись изменилась', en: 'The record has changed' },
  413: { ru: 'Слишком большой запрос', en: 'Too large' },
  415: { ru: 'Неверный тип данных', en: 'Unsupported media type' },
  422: { ru: 'Отклонено правилом', en: 'Refused by a rule' },
  428: { ru: 'Нужна версия', en: 'Version needed' },
  429: { ru: 'Слишком часто', en: 'Too many requests' },
  500: { ru: 'Внутренняя ошибка', en: 'Internal error' },
  503: { ru: 'Временно недоступно', en: 'Temporarily away' },
}
