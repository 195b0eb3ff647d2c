export type Tokens = Record<'light' | 'dark', Record<string, string>>

/** The colours of a style sheet that are written as `--name: light-dark(light, dark)`. */
export function readTokens(css: string): Tokens {
  const tokens: Tokens = { light: {}, dark: {} }
  for (const [, name, light, dark] of css.matchAll(/--([\w-]+):\s*light-dark\(\s*(#\w+)\s*,\s*(#\w+)\s*\)/g)) {
    tokens.light[name as string] = light as string
    tokens.dark[name as string] = dark as string
  }
  return tokens
}
