import { styled } from '@mui/material/styles'
import { DataTable, type DataTableProps } from 'react-admin'

const Quietly = styled(DataTable)(({ theme }) => ({
  '& .RaDataTable-table': { tableLayout: 'auto' },
  '& .RaDataTable-rowCell': {
    maxWidth: 340,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& .n': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  '& .RaDataTable-expandRow > td': { height: 0, whiteSpace: 'normal', borderBottom: 0 },
  '& .verbs': { width: 1, '& > div': { flexWrap: 'nowrap' } },
  '& .wide': { maxWidth: 560 },
  '& .words': { maxWidth: 260 },
  '& .RaDataTable-headerCell': { position: 'sticky', top: 0 },
  '& .RaDataTable-rowEven, & .RaDataTable-rowOdd': { backgroundColor: 'transparent' },
  '& .RaDataTable-clickableRow:hover': { backgroundColor: theme.look.hover },
}))

/** react-admin's table with our density: no bulk bar, one line a row. */
export const Table = (props: DataTableProps) => <Quietly bulkActionButtons={false} {...props} />
