import type { SvgIconComponent } from '@mui/icons-material'
import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import Description from '@mui/icons-material/DescriptionOutlined'
import FactCheck from '@mui/icons-material/FactCheckOutlined'
import Groups from '@mui/icons-material/GroupsOutlined'
import History from '@mui/icons-material/HistoryOutlined'
import Inbox from '@mui/icons-material/InboxOutlined'
import Inventory from '@mui/icons-material/Inventory2Outlined'
import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import Mail from '@mui/icons-material/MailOutlined'
import MonitorHeart from '@mui/icons-material/MonitorHeartOutlined'
import Payments from '@mui/icons-material/PaymentsOutlined'
import People from '@mui/icons-material/PeopleAltOutlined'
import ViewKanban from '@mui/icons-material/ViewKanbanOutlined'
import Today from '@mui/icons-material/WbSunnyOutlined'
import type { RoomKey } from '../../access/rooms.ts'

/** One outline set; in the rail an icon always stands beside its word or under a tooltip with it. */
export const roomIcons: Record<RoomKey, SvgIconComponent> = {
  today: Today,
  approvals: FactCheck,
  inquiries: Inbox,
  deals: ViewKanban,
  companies: Groups,
  products: Inventory,
  invoices: Description,
  payments: Payments,
  'department-requests': LocalShipping,
  tasks: CheckCircle,
  letters: Mail,
  users: People,
  health: MonitorHeart,
  audit: History,
}
