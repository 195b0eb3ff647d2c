import { Box } from '@mui/material'

const percentFormat = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1, roundingMode: 'trunc' })

/** How much of the goal was given; past it, the part above is gold. */
export function Funding({ percent }: { percent: number }) {
  const filled = Math.min(percent, 100)
  const goalAt = percent > 100 ? (100 / percent) * 100 : 100
  const words = percentFormat.format(percent / 100)
  return (
    <Box sx={{ minWidth: 80 }}>
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {words}
      </Box>
      <Box aria-hidden sx={{ height: 5, borderRadius: 3, background: 'var(--line)', overflow: 'hidden', mt: 0.25 }}>
        <Box
          sx={{
            height: '100%',
            width: `${filled}%`,
            background: `linear-gradient(90deg, var(--ember) ${goalAt}%, var(--flame) ${goalAt}%)`,
          }}
        />
      </Box>
    </Box>
  )
}
