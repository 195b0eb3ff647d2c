export const shortAddress = (address: string): string => `${address.slice(0, 6)}…${address.slice(-4)}`
export const isAddress = (text: string): boolean => /^0x[0-9a-fA-F]{40}$/.test(text)
