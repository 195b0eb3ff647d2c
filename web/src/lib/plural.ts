/** English and German have two forms. */
export const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)
