import type { RoleKey } from '#domain/access/seats.ts'
import type { Kind, Records } from './records-of.ts'

/** What every address of the API is held against; said here by hand, not read from the code. */
export interface Right {
  /** Whose door it is. */
  door: 'all' | readonly RoleKey[]
  /** A record of which kind the `:id` names, or, where there is no `:id`, the body. Absent: nobody's in particular. */
  of?: Kind | 'shared'
  body?: (records: Records) => object
  /** The manager sees his record there, but the deed is another's: his paper's approver, the warehouse. */
  anothers?: true
}

const all: Right = { door: 'all' }
const sellers = ['manager', 'head', 'director'] as const
const readers = ['manager', 'head', 'director', 'lawyer', 'accountant', 'admin'] as const
const desk = ['accountant', 'admin'] as const
const money = ['accountant', 'admin', 'director'] as const
const holders = ['manager', 'head', 'director', 'admin'] as const
const stockmen = ['warehouse', 'head', 'director', 'admin'] as const

const one = (of: Right['of'], body?: object): Right => ({
  door: 'all',
  ...(of ? { of } : {}),
  ...(body ? { body: () => body } : {}),
})
const by = (door: readonly RoleKey[], of?: Right['of'], body?: Right['body']): Right => ({
  door,
  ...(of ? { of } : {}),
  ...(body ? { body } : {}),
})
const anothers = (of: Kind, body: object): Right => ({ ...one(of, body), anothers: true })
const soon = new Date(Date.now() + 86_400_000).toISOString()
const day = soon.slice(0, 10)
const somebody = crypto.randomUUID()

export const rights: Record<string, Right> = {
  listUsers: all,
  getUser: one('shared'),
  createUser: by(['admin']),
  changeUser: by(['admin'], 'shared', () => ({})),
  listRoles: all,
  listDepartments: all,
  getDepartment: one('shared'),
  listTokens: all,
  createToken: all,
  revokeToken: one('shared'),

  listInquiries: all,
  getInquiry: one('inquiries'),
  takeInquiry: by(sellers, 'inquiries'),
  assignInquiry: by(['head', 'director', 'admin'], 'inquiries', () => ({ ownerId: somebody })),
  startDealOfInquiry: by(sellers, 'inquiries', () => ({})),
  listCompanies: all,
  getCompany: one('companies'),
  getCompanyCard: one('companies'),
  createCompany: by(holders),
  changeCompany: one('companies', { fullName: 'x' }),
  reassignCompany: by(['head', 'director', 'admin'], 'companies', () => ({ ownerId: somebody })),
  listContacts: all,
  getContact: one('contacts'),
  createContact: { door: 'all', of: 'companies', body: r => ({ companyId: r.companies, name: 'x' }) },
  changeContact: one('contacts', { position: 'x' }),

  getToday: all,
  listTasks: all,
  getTask: one('tasks'),
  createTask: { door: 'all', of: 'deals', body: r => ({ title: 'x', dealId: r.deals, dueAt: soon }) },
  changeTask: one('tasks', { title: 'x' }),
  doneTask: one('tasks', {}),
  postponeTask: one('tasks', { dueAt: soon }),
  listInteractions: all,
  logInteraction: {
    door: 'all',
    of: 'companies',
    body: r => ({ companyId: r.companies, kind: 'note', direction: 'none', text: 'x' }),
  },
  listNotifications: all,
  readNotification: one('notifications'),
  readAllNotifications: all,
  listLetters: all,
  getLetter: one('letters'),
  search: all,
  listAudit: by(['director', 'admin']),
  getHealthParts: by(['admin']),
  getCommandStatus: all,

  listProducts: all,
  getProduct: one('shared'),
  listOfferings: all,
  getOffering: one('shared'),
  availabilityOfOffering: one('shared'),
  alternativesToOffering: one('shared'),
  listPriceTypes: all,
  listWarehouses: all,
  listProductGroups: all,
  listPrices: by(['manager', 'head', 'lawyer', 'accountant', 'marketer', 'director', 'admin']),
  listStocks: all,
  listSupplies: all,
  getSupply: one('shared'),
  createSupply: by(stockmen),
  changeSupply: by(stockmen, 'shared', () => ({ note: 'x' })),
  listReservations: all,
  getReservation: one('reservations'),
  createReservation: by(holders, 'deals', r => ({
    dealId: r.deals,
    offeringId: somebody,
    quantity: '1',
    until: day,
  })),
  releaseReservation: by(holders, 'reservations', () => ({})),
  listUnmetDemand: all,
  createUnmetDemand: by(['manager', 'head', 'marketer', 'director', 'admin'], 'deals', r => ({
    dealId: r.deals,
    text: 'x',
  })),

  getBoard: all,
  listDeals: all,
  getDeal: one('deals'),
  getDealPath: one('deals'),
  createDeal: by(sellers, 'companies', r => ({ title: 'x', companyId: r.companies })),
  changeDeal: one('deals', { title: 'x' }),
  setDealLines: one('deals', { lines: [] }),
  planDealStep: one('deals', { text: 'x', dueAt: soon }),
  reopenDeal: one('deals', {}),
  moveDeal: one('deals', { to: 'qualification' }),
  winDeal: one('deals', {}),
  loseDeal: one('deals', { reason: 'x' }),
  listProcessEvents: all,
  listFunnels: all,
  getFunnel: one('shared'),
  listFunnelVersions: all,
  getFunnelVersion: one('shared'),

  listApprovals: all,
  getApproval: one('approvals'),
  listApprovalRoutes: all,
  approve: anothers('approvals', {}),
  reject: anothers('approvals', { remark: 'x' }),
  delegate: anothers('approvals', { to: somebody }),
  withdraw: one('approvals', {}),

  listOffers: all,
  getOffer: one('offers'),
  createOffer: by(sellers, 'deals', r => ({ dealId: r.deals })),
  changeOffer: one('offers', { validUntil: day }),
  renderOffer: one('offers'),
  previewOffer: by(readers, 'offers'),
  submitOffer: one('offers'),
  sendOffer: one('offers', {}),
  acceptOffer: one('offers'),
  declineOffer: one('offers'),
  listInvoices: all,
  getInvoice: one('invoices'),
  createInvoice: by(sellers, 'deals', r => ({ dealId: r.deals })),
  previewInvoice: by(readers, 'invoices'),
  submitInvoice: one('invoices'),
  issueInvoice: by(['accountant', 'director'], 'invoices'),
  sendInvoice: one('invoices', {}),
  voidInvoice: one('invoices', { reason: 'x' }),
  listContracts: all,
  getContract: one('contracts'),
  createContract: by(sellers, 'deals', r => ({ dealId: r.deals })),
  changeContract: one('contracts', { subject: 'x' }),
  renderContract: one('contracts'),
  previewContract: by(readers, 'contracts'),
  submitContract: one('contracts'),
  signContract: one('contracts', {}),
  terminateContract: one('contracts', { reason: 'x' }),

  listRequests: all,
  getRequest: one('requests'),
  createRequest: by(sellers, 'deals', r => ({ kind: 'warehouse', dealId: r.deals })),
  takeRequest: anothers('requests', {}),
  pickRequest: anothers('requests', { lines: [{ lineId: 'x', quantity: '1' }] }),
  reportShortage: anothers('requests', { lines: [{ lineId: 'x', quantity: '1' }] }),
  shipRequest: anothers('requests', {}),
  finishRequest: anothers('requests', {}),
  refuseRequest: anothers('requests', { reason: 'x' }),
  cancelRequest: one('requests', { reason: 'x' }),
  listShipments: all,
  getShipment: one('shipments'),

  listPayments: by(money),
  getPayment: by(money, 'payments'),
  enterPayment: by(desk),
  matchPayment: by(desk, 'payments', () => ({ invoiceId: somebody })),
  unmatchPayment: by(desk, 'payments', () => ({ invoiceId: somebody })),
  listDebts: by(['manager', 'head', 'accountant', 'director', 'admin']),
}

/** Who sees all records of a kind in the queue of his role, whoever owns the client. */
export const queues: Partial<Record<Kind, readonly RoleKey[]>> = {
  invoices: ['accountant'],
  payments: ['accountant'],
  requests: ['warehouse'],
  shipments: ['warehouse'],
}
