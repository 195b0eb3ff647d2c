import { apiQuery } from './apiQuery.ts'

export const listCategories = () => apiQuery('/api/v1/stats/categories/')
