import { sql, type RawBuilder } from 'kysely';
import { appendAudit } from '../audit';
import { eraseById } from '../candidates/erase';
import { currentCandidates, toCandidate } from '../candidates/read';
import { transact, type PoolContext } from '../context';
import type { DueCandidate, DueInput, PurgeInput, PurgeReport, Renewal, RetentionRule } from '../types';
import { invalid, notFound, optionalDate, page, requiredText, uuid, wholeNumber } from '../validate';
import { renewalMail } from './renewal-mail';

/** CNIL, guide « Recrutement » (2023): two years after the last contact, unless the person agrees to more. */
export const DEFAULT_MONTHS = 24;
const MOST_MONTHS = 120;

const REASON = 'retention period over';

interface ClockRow {
  id: string;
  due_at: Date;
  rule: RetentionRule;
  last_contact_at: Date;
  consent_until: Date | null;
  held: boolean;
  open_applications: number;
}

/**
 * When each candidate's data are to go: some months after the last contact; later when they agreed to be kept longer; and where every
 * application of theirs was refused, by the months that those offers set (shorter, or longer to answer a claim).
 */
function clocks(months: number): RawBuilder<ClockRow> {
  return sql<ClockRow>`
    select clock.*,
      greatest(coalesce(refused, contact), coalesce(consent_until, '-infinity')) as due_at,
      case
        when consent_until >= coalesce(refused, contact) then 'consent'
        when refused is not null then 'refusal'
        else 'last-contact'
      end as rule
    from (
      select candidate.id, candidate.last_contact_at, candidate.consent_until,
        candidate.last_contact_at + make_interval(months => ${months}) as contact,
        exists (select 1 from vivier_personal.legal_holds hold
          where hold.candidate_id = candidate.id and hold.lifted_at is null) as held,
        (select count(*)::integer from vivier_personal.applications application
          join vivier.job_offers offer on offer.id = application.offer_id
          where application.candidate_id = candidate.id and offer.is_open
            and application.stage not in ('rejected', 'withdrawn', 'hired')) as open_applications,
        (select case when bool_and(application.stage = 'rejected' and offer.refusal_months is not null)
            then max(application.updated_at + make_interval(months => offer.refusal_months)) end
          from vivier_personal.applications application
          join vivier.job_offers offer on offer.id = application.offer_id
          where application.candidate_id = candidate.id) as refused
      from vivier_personal.candidates candidate
    ) clock`;
}

/** Who is due by a day, the longest due first. */
export async function listDue(context: PoolContext, input: DueInput = {}): Promise<DueCandidate[]> {
  const { limit, offset } = page(input);
  const by = optionalDate(input.at, 'at') ?? context.now();
  const { rows } = await sql<ClockRow>`
    select * from (${clocks(monthsOf(input.months))}) due
    where due_at <= ${by} order by due_at, id limit ${limit} offset ${offset}`.execute(context.db);
  return rows.map(toDue);
}

export async function dueOf(
  context: PoolContext,
  candidateId: string,
  months = DEFAULT_MONTHS,
): Promise<DueCandidate | null> {
  const { rows } = await sql<ClockRow>`
    select * from (${clocks(months)}) due where id = ${candidateId}`.execute(context.db);
  return rows[0] ? toDue(rows[0]) : null;
}

/**
 * Erases who is due, one transaction each, and leaves who is held. Without `dryRun: false` it only lists. An interrupted purge is
 * finished by the next one.
 */
export async function purge(context: PoolContext, input: PurgeInput): Promise<PurgeReport> {
  const dryRun = input?.dryRun !== false;
  const by = requiredText(input?.by, 'by', 200);
  const due: DueCandidate[] = [];
  for (let offset = 0; ; offset += 1_000) {
    const part = await listDue(context, { months: input.months, limit: 1_000, offset });
    due.push(...part);
    if (part.length < 1_000) break;
  }
  const report: PurgeReport = { dryRun, due, certificates: [], held: due.filter((one) => one.held).length };
  if (dryRun) return report;
  for (const { candidateId, held } of due) {
    if (held) continue;
    const stillDue = await dueOf(context, candidateId, monthsOf(input.months));
    if (!stillDue || stillDue.held || stillDue.dueAt > context.now().toISOString()) continue;
    const erased = await transact(context, (trx) => eraseById(context, trx, candidateId, by, REASON));
    report.certificates.push({ ...erased, filesScrubbed: false });
  }
  const filesScrubbed = report.certificates.length > 0 && (await context.scrub());
  return { ...report, certificates: report.certificates.map((certificate) => ({ ...certificate, filesScrubbed })) };
}

/** Data for a mail that asks whether they want to stay: those due within some days, with an address, not held. */
export async function listRenewals(
  context: PoolContext,
  input: DueInput & { withinDays?: number } = {},
): Promise<Renewal[]> {
  const days = wholeNumber(input.withinDays ?? 30, 'withinDays', 0, 3_650);
  const until = new Date(context.now().getTime() + days * 86_400_000);
  const due = await listDue(context, { ...input, at: until.toISOString() });
  const renewals: Renewal[] = [];
  for (const one of due.filter(({ held }) => !held)) {
    const row = await currentCandidates(context).where('candidate.id', '=', one.candidateId).executeTakeFirst();
    if (!row) continue;
    const mail = renewalMail(toCandidate(context.secrets, row).profile, one.dueAt);
    if (mail) renewals.push({ ...one, ...mail });
  }
  return renewals;
}

/** The person answered: the clock starts again, and with `until` they are kept to that day. */
export async function renewConsent(
  context: PoolContext,
  candidateId: string,
  input: { until?: string; by: string },
): Promise<DueCandidate> {
  const id = uuid(candidateId, 'candidateId');
  const by = requiredText(input?.by, 'by', 200);
  const until = optionalDate(input.until, 'until');
  if (until && until <= context.now()) throw invalid('until', 'a day to come', 'un jour à venir est attendu');
  await transact(context, async (trx) => {
    const row = await trx
      .updateTable('vivier_personal.candidates')
      .set({ last_contact_at: context.now(), ...(until ? { consent_until: until } : {}) })
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (!row) throw notFound('candidate');
    await appendAudit(context, trx, {
      actor: by,
      action: 'candidate.consent-renewed',
      subjectKind: 'candidate',
      subjectId: id,
      details: { until: until?.toISOString() ?? null },
    });
  });
  const due = await dueOf(context, id);
  if (!due) throw notFound('candidate');
  return due;
}

function monthsOf(months: number | undefined): number {
  return wholeNumber(months ?? DEFAULT_MONTHS, 'months', 1, MOST_MONTHS);
}

function toDue(row: ClockRow): DueCandidate {
  return {
    candidateId: row.id,
    dueAt: row.due_at.toISOString(),
    rule: row.rule,
    lastContactAt: row.last_contact_at.toISOString(),
    consentUntil: row.consent_until?.toISOString() ?? null,
    held: row.held,
    openApplications: row.open_applications,
  };
}
