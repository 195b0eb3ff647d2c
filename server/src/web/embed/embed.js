// Asks for the card anew when the stream tells of its campaign, and each minute for the time that is left.
const address = document.querySelector('[data-campaign]')?.dataset.campaign
const SOONEST_MS = 1500
let isDue = false

async function refresh() {
  isDue = false
  if (document.hidden) return
  const answer = await fetch(location.pathname).catch(() => undefined)
  if (answer === undefined || answer.status >= 500 || answer.status === 429) return
  // Hidden or gone since: the page as it is now says so.
  if (!answer.ok) return location.reload()
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const live = page.getElementById('live')
  const now = document.getElementById('live')
  // Elements stay, so that the bar moves instead of jumping.
  for (const selector of ['.raised', '.time']) now.querySelector(selector).replaceWith(live.querySelector(selector))
  now.querySelector('progress').value = live.querySelector('progress').value
}

const refreshSoon = () => {
  if (isDue) return
  isDue = true
  setTimeout(refresh, SOONEST_MS)
}

if (address) {
  const stream = new EventSource(`/api/v1/stream/?campaign=${address}`)
  for (const kind of ['campaign', 'donation', 'withdrawal', 'refund', 'reorg', 'metadata', 'reset'])
    stream.addEventListener(kind, refreshSoon)
  // What happened before it was open is not told.
  stream.addEventListener('open', refreshSoon)
  setInterval(refreshSoon, 60_000)
  document.addEventListener('visibilitychange', refreshSoon)
}
