/// <reference types="vite/client" />

/** The web app's colours, read from its style sheet when the desk is built. */
declare const __TOKENS__: Record<'light' | 'dark', Record<string, string>>
