import { escapeHtml, scriptJson } from './escapeHtml.ts'
import { headTags } from './headTags.ts'
import type { WebBuild } from './openBuild.ts'
import type { RenderedPage, SiteConfig } from './renderer.ts'

/** The whole document: head, first paint, and the data that the browser's own rendering starts from. */
export function pageHtml(page: RenderedPage, config: SiteConfig, build: WebBuild, path: string): string {
  const theme = config.theme === 'system' ? '' : ` data-theme="${config.theme}"`
  const fonts = build.fonts.map((href) => `<link rel="preload" as="font" type="font/woff2" href="${href}" crossorigin>`)
  const styles = build.styles.map((href) => `<link rel="stylesheet" href="${href}">`)
  const scripts = build.scriptsOf(page.route, config.language).join(' ')
  // Told to be of low priority, as a module script would otherwise travel beside the styles and before the picture.
  const boot = `<script type="module" id="boot" src="${build.boot}" fetchpriority="low" data-app="${build.app}" data-scripts="${scripts}"></script>`
  return `<!doctype html>
<html lang="${escapeHtml(config.language)}"${theme}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f5f7f3">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0c1411">
${headTags(page.head, config, path)}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${[...fonts, ...styles, boot].join('\n')}
</head>
<body>
<div id="root">${page.html}</div>
<script type="application/json" id="page-data">${scriptJson({ config, queries: page.queries })}</script>
</body>
</html>
`
}
