import { sql } from 'kysely';

/** True for candidates whose data are not held back. @param candidateId the column that tells who */
export const notHeld = (candidateId: string) =>
  sql<boolean>`not exists (select 1 from vivier_personal.legal_holds held
    where held.candidate_id = ${sql.ref(candidateId)} and held.lifted_at is null)`;
