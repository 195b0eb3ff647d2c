import { plural } from '../../lib/plural.ts'
import type { site as original } from '../en/site.ts'

const categories: Record<string, string> = {
  technology: 'Technik',
  art: 'Kunst',
  music: 'Musik',
  film: 'Film',
  games: 'Spiele',
  publishing: 'Bücher',
  food: 'Essen',
  fashion: 'Mode',
  environment: 'Umwelt',
  community: 'Gemeinschaft',
  health: 'Gesundheit',
  education: 'Bildung',
  sports: 'Sport',
  travel: 'Reisen',
  charity: 'Wohltätigkeit',
  other: 'Anderes',
}

export const site: typeof original = {
  skipToContent: 'Zum Inhalt springen',
  language: 'Sprache',
  copyAddress: 'Ganze Adresse kopieren',
  copyHash: 'Ganzen Hash kopieren',
  copied: 'Kopiert',
  openInExplorer: 'Im Block-Explorer öffnen',
  close: 'Schließen',
  categoryName: (category) => categories[category] ?? category,
  nav: {
    main: 'Hauptmenü',
    menu: 'Menü',
    home: 'Startseite',
    homeOf: (site) => `${site}, Startseite`,
    explore: 'Entdecken',
    stats: 'Statistik',
    create: 'Kampagne starten',
    search: 'Kampagnen suchen',
    searchPlaceholder: 'Kampagnen suchen',
  },
  theme: { label: 'Darstellung', light: 'Hell', dark: 'Dunkel', system: 'Wie das System' },
  freshness: {
    block: (block) => `Block ${block}`,
    unknown: 'Noch kein Block gelesen',
  },
  banner: {
    unreachable:
      'Der Server ist nicht erreichbar. Zu sehen ist sein letzter Stand; das Geld auf der Chain ist davon unberührt.',
    stalled: (block) => `Der Index steht bei Block ${block}. Alle Zahlen gelten für diesen Block.`,
    backfilling: (blocks) => `Der Index holt auf: noch ${blocks} Blöcke. Die Zahlen sind älter als die Chain.`,
  },
  problem: {
    title: 'Das ließ sich nicht laden',
    unreachable: 'Der Server hat nicht geantwortet. Vielleicht startet er gerade neu.',
    retry: 'Noch einmal versuchen',
    reload: 'Seite neu laden',
    pageTitle: 'Diese Seite ist zerbrochen',
    pageText: 'Keinem Geld ist etwas geschehen. Versuchen Sie es noch einmal oder laden Sie die Seite neu.',
  },
  notFound: {
    title: 'Unter dieser Adresse ist nichts',
    text: 'Vielleicht ist die Seite umgezogen, oder dem Link fehlt ein Zeichen. Kampagnen behalten ihre Adresse, solange es die Chain gibt.',
  },
  footer: {
    promise:
      'Crowdfunding in einem offenen Kassenbuch. Jede Zahl lässt sich an der Chain prüfen, jedes Wort an seinem Hash.',
    platform: 'Plattform',
    data: 'Daten',
    ledger: 'Kassenbuch',
    api: 'API-Referenz',
    openapi: 'OpenAPI-Dokument',
    health: 'Zustand',
    factory: 'Factory',
  },
  status: { ACTIVE: 'Offen', SUCCESS: 'Finanziert', FAILED: 'Nicht finanziert', WITHDRAWN: 'Ausgezahlt' },
  card: {
    of: 'von',
    by: 'von',
    donors: (count, text) => `${text} ${plural(count, 'Spender', 'Spender')}`,
  },
  fiat: {
    about: (amount) => `etwa ${amount}`,
    polled: (price, symbol, age) => `bei ${price} je ${symbol}, ${age}`,
    fixed: (price, symbol) => `bei ${price} je ${symbol}, von dieser Seite festgelegt`,
  },
}
