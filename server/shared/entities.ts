import { ApiToken } from '#domain/access/api-token.entity.ts'
import { Department } from '#domain/access/department.entity.ts'
import { Participation } from '#domain/access/participation.entity.ts'
import { Session } from '#domain/access/session.entity.ts'
import { User } from '#domain/access/user.entity.ts'
import { Approval } from '#domain/approvals/approval.entity.ts'
import { IssuedGoods } from '#domain/catalog/issued-goods.entity.ts'
import { Offering } from '#domain/catalog/offering.entity.ts'
import { Price } from '#domain/catalog/price.entity.ts'
import { PriceType } from '#domain/catalog/price-type.entity.ts'
import { Product } from '#domain/catalog/product.entity.ts'
import { ProductGroup } from '#domain/catalog/product-group.entity.ts'
import { Property } from '#domain/catalog/property.entity.ts'
import { Reservation } from '#domain/catalog/reservation.entity.ts'
import { Stock } from '#domain/catalog/stock.entity.ts'
import { Supply } from '#domain/catalog/supply.entity.ts'
import { Unit } from '#domain/catalog/unit.entity.ts'
import { UnmetDemand } from '#domain/catalog/unmet-demand.entity.ts'
import { Warehouse } from '#domain/catalog/warehouse.entity.ts'
import { Company } from '#domain/clients/company.entity.ts'
import { Contact } from '#domain/clients/contact.entity.ts'
import { Contract } from '#domain/documents/contract.entity.ts'
import { Invoice } from '#domain/documents/invoice.entity.ts'
import { NumberSeries } from '#domain/documents/number-series.entity.ts'
import { Offer } from '#domain/documents/offer.entity.ts'
import { StoredFile } from '#domain/documents/stored-file.entity.ts'
import { Interaction } from '#domain/engagement/interaction.entity.ts'
import { Letter } from '#domain/engagement/letter.entity.ts'
import { Notification } from '#domain/engagement/notification.entity.ts'
import { Task } from '#domain/engagement/task.entity.ts'
import { Inquiry } from '#domain/leads/inquiry.entity.ts'
import { Payment } from '#domain/money/payment.entity.ts'
import { PaymentMatch } from '#domain/money/payment-match.entity.ts'
import { DepartmentRequest } from '#domain/requests/department-request.entity.ts'
import { Shipment } from '#domain/requests/shipment.entity.ts'
import { Deal } from '#domain/sales/deal.entity.ts'
import { DealLine } from '#domain/sales/deal-line.entity.ts'
import { Funnel } from '#domain/sales/funnel.entity.ts'
import { FunnelVersion } from '#domain/sales/funnel-version.entity.ts'
import { AuditEntry } from '#domain/shared/audit-entry.entity.ts'
import { CommandRecord } from '#domain/shared/command-record.entity.ts'
import { EffectKey } from '#domain/shared/effect-key.entity.ts'
import { InboxMessage } from '#domain/shared/inbox-message.entity.ts'
import { OutboxMessage } from '#domain/shared/outbox-message.entity.ts'
import { OwnCompany } from '#domain/shared/own-company.entity.ts'
import { ProcessEvent } from '#domain/shared/process-event.entity.ts'

/** Every entity of the product; the schema test holds the migrations against this list. */
export const entities = [
  ...[OwnCompany, Department, User, Session, ApiToken, Participation],
  ...[Company, Contact, Inquiry, Task, Interaction, Notification, Letter],
  ...[Funnel, FunnelVersion, Deal, DealLine],
  ...[ProductGroup, Property, Unit, PriceType, Warehouse, Product, Offering, Price, Stock, Supply],
  ...[Reservation, IssuedGoods, UnmetDemand],
  ...[NumberSeries, StoredFile, Offer, Invoice, Contract, Approval],
  ...[DepartmentRequest, Shipment, Payment, PaymentMatch],
  ...[ProcessEvent, OutboxMessage, InboxMessage, EffectKey, CommandRecord, AuditEntry],
]
