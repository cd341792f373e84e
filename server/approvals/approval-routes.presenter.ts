import type { z } from 'zod'
import type { RouteStep } from '#domain/approvals/approval-route.ts'
import { contractRoute, defaultLimits, invoiceRoute, offerRoute } from '#domain/approvals/approval-routes.ts'
import type { Locale } from '#domain/shared/fact.ts'
import { formatKopecks } from '#domain/shared/kopecks.ts'
import type { OwnCompanyData } from '#domain/shared/own-company.ts'
import type { ApprovalRouteAnswer } from './approvals.contract.ts'

/** The routes with the company's own bounds, each step in words: «Директор: сумма больше 500 000,00 ₽». */
export function listedRoutes(own: OwnCompanyData, locale: Locale): z.infer<typeof ApprovalRouteAnswer>[] {
  const limits = {
    ...defaultLimits,
    headDiscountPercent: own.headDiscountLimitPercent,
    invoiceDirectorAboveKopecks: own.directorFromKopecks,
    contractDirectorAboveKopecks: own.directorFromKopecks,
  }
  return [offerRoute(limits), invoiceRoute(limits), contractRoute(limits)].map(({ key, title, groups }) => ({
    id: key,
    name: title[locale],
    steps: groups.flatMap(({ steps }) => steps.map(step => inWords(step, locale))),
  }))
}

function inWords({ title, role, when }: RouteStep, locale: Locale): string {
  const words =
    role === 'head_of_author'
      ? { ru: 'скидка больше лимита менеджера', en: 'discount above the manager’s limit' }
      : when?.discountAbovePercent
        ? {
            ru: `скидка больше ${when.discountAbovePercent} %`,
            en: `discount above ${when.discountAbovePercent} %`,
          }
        : when?.amountAboveKopecks
          ? {
              ru: `сумма больше ${formatKopecks(BigInt(when.amountAboveKopecks))}\u00a0₽`,
              en: `sum above ${formatKopecks(BigInt(when.amountAboveKopecks))} ₽`,
            }
          : null
  return words ? `${title[locale]}: ${words[locale]}` : title[locale]
}
