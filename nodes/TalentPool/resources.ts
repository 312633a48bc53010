import * as applicationGetAll from './actions/application/getAll.operation';
import * as applicationMove from './actions/application/moveStage.operation';
import * as applicationUpsert from './actions/application/upsert.operation';
import * as candidateDocument from './actions/candidate/getDocument.operation';
import * as candidateErase from './actions/candidate/erase.operation';
import * as candidateGet from './actions/candidate/get.operation';
import * as candidateSearch from './actions/candidate/search.operation';
import * as candidateUpsert from './actions/candidate/upsert.operation';
import * as offerClose from './actions/offer/close.operation';
import * as offerGet from './actions/offer/get.operation';
import * as offerGetAll from './actions/offer/getAll.operation';
import * as offerUpsert from './actions/offer/upsert.operation';
import * as poolAudit from './actions/pool/audit.operation';
import * as poolHealth from './actions/pool/health.operation';
import * as poolStatistics from './actions/pool/statistics.operation';
import * as poolVerify from './actions/pool/verifyAudit.operation';
import type { Operation } from './operation';

export interface Resource {
  name: string;
  value: string;
  /** Alphabetical, as n8n shows them. */
  operations: Operation[];
  defaultOperation: string;
}

export const resources: Resource[] = [
  {
    name: 'Application',
    value: 'application',
    operations: [applicationGetAll, applicationMove, applicationUpsert],
    defaultOperation: 'getAll',
  },
  {
    name: 'Candidate',
    value: 'candidate',
    operations: [candidateErase, candidateGet, candidateDocument, candidateUpsert, candidateSearch],
    defaultOperation: 'upsert',
  },
  {
    name: 'Offer',
    value: 'offer',
    operations: [offerClose, offerGet, offerGetAll, offerUpsert],
    defaultOperation: 'getAll',
  },
  {
    name: 'Pool',
    value: 'pool',
    operations: [poolVerify, poolHealth, poolAudit, poolStatistics],
    defaultOperation: 'statistics',
  },
];
