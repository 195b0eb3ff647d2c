import { sql } from './sql.ts'

/**
 * Since when the server that answers has not lost a transaction (Unix ms). Later it gives numbers of lost ones out again. After a crash the
 * process may live on that started all others, but statistics begin anew (PostgreSQL manual, section 27.2).
 */
export const serverStart = sql`(extract(epoch from
  greatest(pg_postmaster_start_time(), pg_stat_get_bgwriter_stat_reset_time())) * 1000)::bigint`
