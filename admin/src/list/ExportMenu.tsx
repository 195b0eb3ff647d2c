import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import { Button, ListItemText, Menu, MenuItem } from '@mui/material'
import { useId, useState } from 'react'
import { useLogoutIfAccessDenied, useNotify } from 'react-admin'
import { errorSentence } from '../components/errorSentence.ts'
import { downloadExport } from './downloadExport.ts'

const FORMATS = [
  { format: 'csv', name: 'CSV', about: 'For spreadsheets' },
  { format: 'ndjson', name: 'NDJSON', about: 'One JSON object a line' },
] as const

/** Every row that fits the filters, not only this page. */
export function ExportMenu({ resource, query }: { resource: string; query: Record<string, string> }) {
  const notify = useNotify()
  const logoutIfDenied = useLogoutIfAccessDenied()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [bytes, setBytes] = useState<number | undefined>()
  const id = useId()
  const start = async (format: 'csv' | 'ndjson') => {
    setAnchor(null)
    setBytes(0)
    try {
      await downloadExport(resource, format, query, setBytes)
    } catch (error) {
      if (!(await logoutIfDenied(error))) notify(errorSentence(error), { type: 'error' })
    } finally {
      setBytes(undefined)
    }
  }
  return (
    <>
      <Button
        size="small"
        color="inherit"
        startIcon={<FileDownloadOutlined />}
        loading={bytes !== undefined}
        loadingPosition="start"
        aria-haspopup="menu"
        aria-controls={anchor ? id : undefined}
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {bytes === undefined ? 'Export' : `Export: ${(bytes / 1e6).toFixed(1)} MB`}
      </Button>
      <Menu id={id} open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {FORMATS.map(({ format, name, about }) => (
          <MenuItem key={format} onClick={() => void start(format)}>
            <ListItemText primary={name} secondary={about} />
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
