/** Whose fault a refusal is: the caller's is told and not retried, the world's is retried, ours wakes someone. */
export type Fault = 'caller' | 'world' | 'ours'

interface FactDefinition {
  /** HTTP status of the problem. */
  status: number
  fault: Fault
  /** One sentence: what is wrong and what to do. `{name}` is replaced by the parameter of that name. */
  ru: string
  en: string
}

const caller = (status: number, ru: string, en: string): FactDefinition => ({
  status,
  fault: 'caller',
  ru,
  en,
})
const world = (status: number, ru: string, en: string): FactDefinition => ({ status, fault: 'world', ru, en })
const ours = (status: number, ru: string, en: string): FactDefinition => ({ status, fault: 'ours', ru, en })

/**
 * Every refusal Voronka can answer with: stable code → status, fault and its sentence in both languages.
 * To add one, add a row to the section of its business word; `fact('Code')` then knows it.
 * Parameters: `…Kopecks` (decimal string) prints as money, `…On` (YYYY-MM-DD) as a date, lists are joined.
 */
export const facts = {
  // the doors
  BadShape: caller(
    400,
    'Запрос заполнен неверно. Проверьте отмеченные поля.',
    'The request is malformed. Check the marked fields.',
  ),
  BadId: caller(400, 'Неверный идентификатор: «{value}».', 'Not an identifier: “{value}”.'),
  UnknownField: caller(
    400,
    'Поле «{field}» здесь не поддерживается.',
    'The field “{field}” is not supported here.',
  ),
  BadCursor: caller(
    400,
    'Список устарел. Откройте его заново.',
    'The list cursor is not valid. Start again.',
  ),
  NotSignedIn: caller(401, 'Войдите, чтобы продолжить.', 'Sign in to continue.'),
  WrongPassword: caller(401, 'Неверный логин или пароль.', 'Wrong login or password.'),
  WrongToken: caller(401, 'Ключ доступа неверен или истёк.', 'The access token is wrong or has expired.'),
  Forbidden: caller(403, 'У вас нет права на это действие.', 'You have no right to do this.'),
  ForeignOrigin: caller(403, 'Запрос пришёл с другого сайта.', 'The request came from another site.'),
  NotFound: caller(404, 'Не найдено или недоступно вам.', 'Not found, or not visible to you.'),
  MethodNotAllowed: caller(405, 'Так сюда обращаться нельзя.', 'This method is not allowed here.'),
  Conflict: caller(
    409,
    'Запись изменилась одновременно с вами. Повторите действие.',
    'The record changed at the same moment. Try again.',
  ),
  StaleVersion: caller(
    412,
    'Запись уже изменил другой сотрудник: у вас версия {expected}, сейчас {actual}. Обновите и повторите.',
    'Someone else was first: you have version {expected}, now it is {actual}. Reload and try again.',
  ),
  VersionRequired: caller(
    428,
    'Не указана версия записи (If-Match).',
    'The version of the record is missing (If-Match).',
  ),
  TooLarge: caller(413, 'Слишком большой запрос: можно до {limit}.', 'Too large: the limit is {limit}.'),
  UnsupportedMediaType: caller(
    415,
    'Такой тип данных не принимается: {type}.',
    'This media type is not accepted: {type}.',
  ),
  IdempotencyKeyReused: caller(
    422,
    'Этот ключ повтора уже использован с другими данными. Повторите действие заново.',
    'This Idempotency-Key was used with another body. Use a new key.',
  ),
  BadRequisite: caller(
    422,
    'Проверьте «{field}»: контрольная цифра не сходится.',
    'Check “{field}”: the check digit is wrong.',
  ),
  BadQuantity: caller(422, 'Неверное количество: «{value}».', 'Not a quantity: “{value}”.'),
  BadPercent: caller(
    422,
    'Неверный процент: «{value}». Нужно от 0 до 100.',
    'Not a percent: “{value}”. Give 0 to 100.',
  ),
  BadAmount: caller(422, 'Неверная сумма: «{value}».', 'Not an amount: “{value}”.'),
  BadDate: caller(422, 'Неверная дата: «{value}».', 'Not a date: “{value}”.'),
  TooManyRequests: caller(
    429,
    'Слишком много запросов. Повторите через {seconds} с.',
    'Too many requests. Try again in {seconds} s.',
  ),
  Unexpected: ours(
    500,
    'Внутренняя ошибка. Мы её записали; сообщите код {ref}.',
    'An internal error. It is recorded; quote the code {ref}.',
  ),
  BaseAway: world(
    503,
    'База данных недоступна. Повторите чуть позже.',
    'The database is away. Try again soon.',
  ),
  EmptyInquiry: caller(
    422,
    'Пустое обращение: нужен текст, телефон, почта или товар.',
    'An empty inquiry: give a text, a phone, a mail or goods.',
  ),
  NoFunnel: ours(
    500,
    'Нет опубликованной воронки. Опубликуйте воронку и повторите.',
    'No published funnel. Publish one and try again.',
  ),
  NobodyToAssign: ours(
    500,
    'Некому передать обращение: нет ни менеджеров, ни руководителя.',
    'Nobody to take the inquiry: no managers and no head.',
  ),
  NoOwnCompany: ours(500, 'Не заполнены реквизиты своей компании.', 'The own company is not set up.'),
  UnknownOffering: caller(422, 'Строка {line}: такого товара нет.', 'Line {line}: no such goods.'),
  LineNeedsName: caller(422, 'Строка {line}: укажите название.', 'Line {line}: give a name.'),
  ProcessEnded: caller(
    409,
    'Этот процесс уже завершён. Обновите страницу.',
    'This process has already ended. Reload the page.',
  ),
  EngineAway: world(
    503,
    'Механизм процессов недоступен. Данные сохранены, повторите чуть позже.',
    'The process engine is away. Nothing is lost; try again soon.',
  ),
  PapersAway: world(
    503,
    'Печать документов недоступна. Документ будет создан позже.',
    'The paper engine is away. The document will be made later.',
  ),
  MailAway: world(
    503,
    'Почта недоступна. Письмо уйдёт позже.',
    'Mail is away. The letter will be sent later.',
  ),

  // access
  UserInactive: caller(403, 'Учётная запись отключена.', 'The account is switched off.'),
  LoginTaken: caller(409, 'Логин «{login}» уже занят.', 'The login “{login}” is taken.'),
  LastAdmin: caller(409, 'Нельзя отключить последнего администратора.', 'The last administrator must stay.'),
  WeakPassword: caller(
    422,
    'Пароль слишком короткий: нужно не меньше {min} знаков.',
    'The password is too short: at least {min} characters.',
  ),

  // clients and inquiries
  ClientExists: caller(409, 'Уже клиент: {ownerName}.', 'Already a client of {ownerName}.'),
  InvalidInn: caller(422, 'ИНН «{inn}» неверен: {reason}.', 'The INN “{inn}” is wrong: {reason}.'),
  InvalidRequisite: caller(422, 'Поле «{title}»: {reason}.', 'The field “{title}”: {reason}.'),
  NotAnOwner: caller(
    422,
    'Ответственным может быть только работающий менеджер или руководитель.',
    'Only an active manager or head may lead it.',
  ),
  InquiryInDeal: caller(
    409,
    'По обращению уже идёт сделка. Передайте клиента другому ответственному.',
    'The inquiry is in a deal already. Give its client to another manager.',
  ),
  InquiryNeedsClient: caller(
    422,
    'Выберите клиента или заведите нового.',
    'Choose the client or begin a new one.',
  ),
  InquiryTaken: caller(409, 'Обращение уже взял {byName}.', 'The inquiry is already taken by {byName}.'),
  FormUnknown: caller(404, 'Такой формы нет.', 'There is no such form.'),
  InquiryEmpty: caller(
    422,
    'Укажите телефон, почту или текст обращения.',
    'Give a phone, an e-mail or the text of the inquiry.',
  ),

  // sales
  DealClosed: caller(409, 'Сделка закрыта. Откройте её снова.', 'The deal is closed. Reopen it first.'),
  DealOpen: caller(409, 'Сделка ещё в работе.', 'The deal is still open.'),
  StageMoveNotAllowed: caller(
    409,
    'С этапа «{from}» нельзя перейти на «{to}».',
    'There is no move from “{from}” to “{to}”.',
  ),
  MissingFacts: caller(422, 'Не хватает: {missing}.', 'Missing: {missing}.'),
  NoLines: caller(422, 'Нет ни одной строки. Добавьте товары.', 'There are no lines. Add goods first.'),
  FunnelUnknown: caller(422, 'Нет такой опубликованной воронки.', 'There is no such published funnel.'),
  FunnelBroken: caller(
    422,
    'Воронку нельзя опубликовать: {problems}.',
    'The funnel cannot be published: {problems}.',
  ),

  // catalogue
  NotEnoughStock: caller(
    409,
    'Недостаточно на складе: нужно {needed}, свободно {free}.',
    'Not enough in stock: {needed} needed, {free} free.',
  ),
  ReservationTooLarge: caller(
    422,
    'Нельзя зарезервировать {quantity}: свободно {free}.',
    'Cannot reserve {quantity}: {free} free.',
  ),
  ReservationReleased: caller(409, 'Резерв уже снят.', 'The reservation is already released.'),
  OfferingUnknown: caller(422, 'Такого товара нет: «{value}».', 'There is no such product: “{value}”.'),
  FileRefused: caller(422, 'Файл не принят: {reason}.', 'The file is refused: {reason}.'),

  // documents
  OfferNotDraft: caller(409, 'КП уже не черновик.', 'The offer is no longer a draft.'),
  OfferNotApproved: caller(409, 'КП ещё не согласовано.', 'The offer is not approved yet.'),
  OfferMoveNotAllowed: caller(
    409,
    'КП в состоянии «{status}»: действие недоступно.',
    'The offer is “{status}”: not possible now.',
  ),
  OfferExpired: caller(
    409,
    'Срок КП истёк {validUntilOn}. Сделайте новое.',
    'The offer expired on {validUntilOn}. Make a new one.',
  ),
  InvoiceNotDraft: caller(409, 'Счёт уже не черновик.', 'The invoice is no longer a draft.'),
  InvoiceNotAwaitingApproval: caller(409, 'Счёт не ждёт согласования.', 'The invoice awaits no approval.'),
  InvoiceMoveNotAllowed: caller(
    409,
    'Счёт в состоянии «{status}»: действие недоступно.',
    'The invoice is “{status}”: not possible now.',
  ),
  InvoiceVoid: caller(409, 'Счёт аннулирован.', 'The invoice is void.'),
  InvoicePaid: caller(409, 'По счёту уже есть оплата.', 'The invoice already has a payment.'),
  ContractNotDraft: caller(409, 'Договор уже не черновик.', 'The contract is no longer a draft.'),
  TermEndsBeforeItBegins: caller(
    422,
    'Срок кончается раньше, чем начинается. Проверьте даты.',
    'The term ends before it begins. Check the dates.',
  ),
  ContractMoveNotAllowed: caller(
    409,
    'Договор в состоянии «{status}»: действие недоступно.',
    'The contract is “{status}”: not possible now.',
  ),
  ApprovalNeeded: caller(
    409,
    'Сумма больше {limitKopecks}: сначала отправьте на согласование.',
    'The sum is above {limitKopecks}: submit it for approval first.',
  ),
  NoMailAddress: caller(
    422,
    'У клиента нет адреса почты. Укажите, куда отправить.',
    'The client has no mail address. Say where to send it.',
  ),
  DocumentNotReady: caller(409, 'Документ ещё готовится.', 'The document is still being made.'),
  RateNotAllowed: caller(
    422,
    'Ставка НДС {rate} не действует на {date}.',
    'The VAT rate {rate} is not in force on {date}.',
  ),

  // approvals
  ApprovalAlreadyDecided: caller(409, 'Решение уже принято: {byName}.', 'Already decided: {byName}.'),
  OwnDocument: caller(
    403,
    'Свой документ согласует другой сотрудник.',
    'Your own document is approved by another person.',
  ),
  NotYourStep: caller(403, 'Этот шаг согласует другой сотрудник.', 'This step is another person’s.'),
  UnknownColleague: caller(
    422,
    'Такого сотрудника нет или он отключён.',
    'There is no such colleague, or the account is off.',
  ),
  RemarkRequired: caller(422, 'Напишите, почему отклоняете.', 'Say why you reject it.'),
  NoApprover: caller(
    422,
    'Некому согласовать: нет сотрудника с ролью «{role}».',
    'No one to approve: nobody has the role “{role}”.',
  ),

  // requests between departments
  RequestMoveNotAllowed: caller(
    409,
    'Заявка в состоянии «{status}»: действие недоступно.',
    'The request is “{status}”: not possible now.',
  ),
  RequestIsOpen: caller(
    409,
    'По этой сделке уже есть открытая заявка на склад.',
    'The deal has an open warehouse request already.',
  ),
  ShipsMoreThanPicked: caller(
    422,
    'Отгрузить можно только собранное: {picked}.',
    'Only what is picked may be shipped: {picked}.',
  ),
  PicksMoreThanAsked: caller(
    422,
    'Собрать можно не больше, чем в заявке: {asked}.',
    'No more than asked may be picked: {asked}.',
  ),
  ReasonRequired: caller(422, 'Укажите причину.', 'Give the reason.'),

  // money
  PaymentExceeds: caller(
    422,
    'Сумма больше остатка: можно до {leftKopecks}.',
    'More than what is left: up to {leftKopecks}.',
  ),
  PaymentAlreadyMatched: caller(409, 'Оплата уже разнесена.', 'The payment is already matched.'),
  PaidInvoiceStays: caller(
    409,
    'Счёт оплачен полностью, отгрузка уже запущена: снять оплату нельзя.',
    'The invoice is paid in full and the shipment is on its way: the payment stays.',
  ),
  PaymentNotMatched: caller(409, 'Оплата не разнесена на этот счёт.', 'The payment is not matched to it.'),

  // engagement
  NotOfThisClient: caller(
    422,
    'Сделка и контакт должны быть этого клиента.',
    'The deal and the contact must be of this client.',
  ),
  TaskDone: caller(409, 'Задача уже закрыта.', 'The task is already closed.'),
  RecipientRefused: caller(
    422,
    'Адрес не принимает почту: {address}.',
    'The address refuses mail: {address}.',
  ),
} as const satisfies Record<string, FactDefinition>

/** A stable code of `facts`. */
export type FactCode = keyof typeof facts
