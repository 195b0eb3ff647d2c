import { type AskedCampaign, type CampaignAnswer, nameOf, pictureOf } from '../askCampaign.ts'
import { escapeHtml } from '../escapeHtml.ts'
import { formatAmount, formatPercent, formatTimeLeft } from '../figures.ts'
import type { SiteConfig } from '../renderer.ts'
import { embedWords } from './embedWords.ts'

/** The card that stands on other people's pages: no app, one small script that keeps `#live` up to date. */
export function embedHtml(asked: AskedCampaign, config: SiteConfig): string {
  const { campaign, status } = asked
  const words = embedWords[config.language]
  if (campaign !== undefined) return documentOf(nameOf(campaign, words.unnamed), cardOf(campaign, config), config)
  const said = status === 404 ? words.unknown : status === 451 ? words.hidden : words.unavailable
  return documentOf(said, `<main class="notice"><h1>${escapeHtml(said)}</h1>${linkTo('/', config)}</main>`, config)
}

function cardOf(campaign: CampaignAnswer, config: SiteConfig): string {
  const { language, nativeSymbol, now } = config
  const words = embedWords[language]
  const name = escapeHtml(nameOf(campaign, words.unnamed))
  const picture = pictureOf(campaign, 640)
  const amount = (eth: string) => `${formatAmount(eth, language)} ${nativeSymbol}`
  const percent = formatPercent(campaign.progress_percent, language)
  const left = campaign.accepts_donations ? formatTimeLeft(campaign.deadline_ts, now, language) : null
  const status = words.status[campaign.status]
  const time = left === null ? status : words.left(left)
  const href = `/campaigns/${campaign.address}`
  return `<main data-campaign="${escapeHtml(campaign.address)}">
<a class="picture${picture === null ? ' none' : ''}" href="${escapeHtml(href)}" target="_blank" rel="noopener" tabindex="-1" aria-hidden="true">${
    picture === null ? '' : `<img src="${escapeHtml(picture)}" alt="" width="640" height="427">`
  }</a>
<h1>${name}</h1>
<div id="live">
<progress value="${Math.min(100, campaign.progress_percent)}" max="100" aria-label="${name}">${escapeHtml(percent)}</progress>
<p class="raised"><strong>${escapeHtml(percent)}</strong> <span>${escapeHtml(
    words.ofGoal(amount(campaign.total_raised_eth), amount(campaign.goal_eth)),
  )}</span></p>
<p class="time">${escapeHtml(campaign.status === 'SUCCESS' && left !== null ? `${status} · ${time}` : time)}</p>
</div>
${linkTo(href, config)}
</main>`
}

const linkTo = (path: string, { language, siteName, origin }: SiteConfig): string =>
  `<a class="to" href="${escapeHtml(origin + path)}" target="_blank" rel="noopener">${escapeHtml(
    embedWords[language].see(siteName),
  )}</a>`

const documentOf = (title: string, body: string, { language }: SiteConfig): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/embed/embed.css">
<script src="/embed/embed.js" defer></script>
</head>
<body>
${body}
</body>
</html>
`
